import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { looksEnglish, readLanguage } from './index.js';

interface Row {
  readonly kind: string;
  readonly language: string;
  readonly text: string;
}

const rows = fs
  .readFileSync(path.resolve(__dirname, '../../../test/cases/languages.jsonl'), 'utf8')
  .split('\n')
  .filter((row) => row !== '')
  .map((row) => JSON.parse(row) as Row);

const english = rows.filter((row) => row.language === 'en');
const foreign = rows.filter((row) => row.language !== 'en');
const ENGLISH =
  'The harbour will close for good in 2033, the board of the port said on Monday, and rents in the old town are likely to fall.';
const GERMAN =
  'Der Hafen wird im n\u00e4chsten Jahr endg\u00fcltig geschlossen, sagte der B\u00fcrgermeister am Montag, und die Mieten werden danach wohl sinken.';

describe('telling the language of a text', () => {
  it.each(english.map((row) => [row.kind, row.text] as const))('reads English (%s): %s', (_kind, text) => {
    expect(readLanguage(text)).toEqual({
      isEnglish: true,
      language: 'en',
      languageName: 'English',
      foreign: [],
    });
  });

  it.each(
    foreign
      .filter((row) => row.kind !== 'loanwords')
      .map((row) => [row.language, row.kind, row.text] as const),
  )('does not read %s (%s): %s', (_language, _kind, text) => {
    expect(looksEnglish(text)).toBe(false);
  });

  it('names the language of nineteen texts in twenty', () => {
    const named = foreign.filter((row) => readLanguage(row.text).language === row.language);
    expect(named.length / foreign.length).toBeGreaterThan(0.95);
  });

  it('says the name in English', () => {
    expect(readLanguage(GERMAN)).toMatchObject({ language: 'de', languageName: 'German' });
  });

  it.each([
    ['below', `${GERMAN}\n\n${ENGLISH}`],
    ['above', `${ENGLISH}\n\n${GERMAN}`],
    ['between', `${GERMAN}\n\n${ENGLISH}\n\n${GERMAN}`],
  ])('leaves the other language out where the English stands %s', (_where, text) => {
    const reading = readLanguage(text);
    expect(reading).toMatchObject({ isEnglish: true, languageName: 'German' });
    for (const { start, end } of reading.foreign) expect(text.slice(start, end)).toBe(GERMAN);
    expect(reading.foreign).toHaveLength(text.split('Hafen').length - 1);
  });

  it('reads an English text whole, the foreign sentence in it too', () => {
    expect(readLanguage(`${`${ENGLISH}\n\n`.repeat(8)}${GERMAN}`).foreign).toEqual([]);
  });

  it('does not take a foreign text for English for the English title in it', () => {
    expect(looksEnglish(`${`${GERMAN}\n\n`.repeat(4)}Breaking News Today`)).toBe(false);
  });

  it.each(['', ' \n', '12 % 34', '?!', '\u{1F600}\u{1F600}', '|---|'])('finds no language in %j', (text) => {
    expect(readLanguage(text)).toEqual({ isEnglish: false, language: null, languageName: null, foreign: [] });
  });

  it('never throws, and leaves out ordered stretches of the text', () => {
    const part = fc.oneof(
      fc.constantFrom(...rows.map((row) => row.text)),
      fc.constantFrom('\n', '\n\n', ' '),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of readLanguage(text).foreign) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
