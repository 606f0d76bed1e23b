import fc from 'fast-check';
import { compareTexts, type ComparedPart } from './compare-texts.js';

const written = (parts: readonly ComparedPart[] | null): string | null =>
  parts === null ? null : parts.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');
const rows = (before: string, after: string) =>
  compareTexts(before, after).map((row) => [row.kind, written(row.before), written(row.after)]);

describe('two versions of a text', () => {
  it('stand side by side, edited words marked, paragraphs that are new or gone alone', () => {
    const before =
      'The harbour stays open.\n\nIt is very likely that the bridge is built by June.\n\nShips wait.';
    const after =
      'The harbour stays open.\nA new lead was put here.\n\nIt is likely that the bridge is built by May.\n';
    expect(rows(before, after)).toEqual([
      ['same', 'The harbour stays open.', 'The harbour stays open.'],
      ['added', null, '[A new lead was put here.]'],
      [
        'changed',
        'It is [very ]likely that the bridge is built by [June].',
        'It is likely that the bridge is built by [May].',
      ],
      ['removed', '[Ships wait.]', null],
    ]);
  });

  it('of other white space are the same', () => {
    expect(rows('One.\n\n\nTwo.', '  One.\nTwo.\n').map(([kind]) => kind)).toEqual(['same', 'same']);
  });

  it('keep every word on its side, whatever was done to them', () => {
    const word = fc.constantFrom('rain', 'snow', 'will', 'by', 'June', 'e\u0301', 'שלום');
    const text = fc
      .array(fc.array(word, { minLength: 1, maxLength: 8 }), { maxLength: 8 })
      .map((lines) => lines.map((line) => line.join(' ')).join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const compared = compareTexts(before, after);
        const side = (of: 'before' | 'after') =>
          compared.flatMap((row) => row[of]?.map((part) => part.text).join('') ?? []).join('\n');
        expect(side('before')).toBe(before);
        expect(side('after')).toBe(after);
      }),
      { numRuns: 300 },
    );
  });
});
