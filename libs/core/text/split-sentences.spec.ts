import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { splitParagraphs, splitSentences } from './index.js';
import type { TextSpan } from './index.js';

interface Row {
  readonly why: string;
  readonly text: string;
  readonly sentences: readonly string[];
}

const rows = fs
  .readFileSync(path.resolve(__dirname, '../../../test/cases/sentences.jsonl'), 'utf8')
  .split('\n')
  .filter((row) => row !== '')
  .map((row) => JSON.parse(row) as Row);

const cut = (text: string, spans: readonly TextSpan[]): string[] =>
  spans.map((span) => text.slice(span.start, span.end));
const sentencesOf = (text: string): string[] => cut(text, splitSentences(text));
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

/** Text as found in the wild: words, marks and line ends in any order. */
const wildText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...rows.map((row) => row.text)) },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          ...['\n', '\n\n', '\r\n', '\r', '\u2028', ' ', '\t', '\u00a0', '\u200b', '\ufeff', '\u202e', '\f'],
          ...[
            '. ',
            '.',
            '! ',
            '?',
            '...',
            '. . . ',
            '\u2026 ',
            '\u3002',
            '[12]',
            '\u00b9',
            ')',
            '"',
            '\u201d ',
            "'",
          ],
          ...[
            '(',
            '\u201c',
            '\u2022 ',
            '- ',
            '> ',
            '# ',
            '| ',
            '1. ',
            'A: ',
            '\u2014',
            '\u0301',
            '\u{1F600}',
            '\ud83d',
          ],
          ...[
            'Mr. ',
            'U.S. ',
            'p.m. ',
            'Inc. ',
            'No. 5 ',
            'J. K. ',
            'the ',
            'The ',
            'Low ',
            'said ',
            '3.5',
            'et al. ',
          ],
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('splitting into sentences', () => {
  it.each(rows.map((row) => [row.why, row.text, row.sentences] as const))(
    '%s: %j',
    (_why, text, expected) => {
      expect(sentencesOf(text)).toEqual(expected);
    },
  );

  it('gives ordered, disjoint, trimmed spans, whatever the text', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        let last = 0;
        for (const span of splitSentences(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim());
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('leaves out nothing but white space', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        expect(sentencesOf(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        expect(cut(text, splitParagraphs(text)).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it('never crosses a paragraph', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const paragraphs = splitParagraphs(text);
        for (const { start, end } of splitSentences(text))
          expect(paragraphs.some((paragraph) => paragraph.start <= start && end <= paragraph.end)).toBe(true);
      }),
    );
  });

  it('gives the same sentences whichever line ends a text has', () => {
    fc.assert(
      fc.property(wildText, (raw) => {
        const text = raw.replace(/\r\n?/gu, '\n');
        const expected = sentencesOf(text).map(oneLine);
        expect(sentencesOf(text.replaceAll('\n', '\r\n')).map(oneLine)).toEqual(expected);
        expect(sentencesOf(text.replaceAll('\n', '\r')).map(oneLine)).toEqual(expected);
      }),
    );
  });

  it('finds no further boundary in a sentence of one line', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...rows.flatMap((row) => row.sentences).filter((sentence) => !sentence.includes('\n')),
        ),
        (sentence) => {
          expect(sentencesOf(sentence)).toEqual([sentence]);
        },
      ),
    );
  });
});

describe('splitting a megabyte', () => {
  it.each([
    ['words without a full stop', 'word '.repeat(200_000)],
    ['one word', 'x'.repeat(1_000_000)],
    ['full stops', '.'.repeat(1_000_000)],
    ['spaced full stops', '. '.repeat(500_000)],
    ['question marks far apart', `?${' '.repeat(99)}`.repeat(10_000)],
    ['open brackets', '('.repeat(1_000_000)],
    ['closing marks after a full stop', `.${')'.repeat(999_999)}`],
    ['abbreviations', 'U.S. Mr. No. 5 J. K. '.repeat(50_000)],
    ['lines that may be wrapped', `${'the harbour of the old town is very '.repeat(2)}\n`.repeat(14_000)],
    ['combining marks', '\u0301'.repeat(1_000_000)],
    ['emoji', '\u{1F600}'.repeat(250_000)],
    ['half of surrogate pairs', '\ud83d'.repeat(1_000_000)],
  ])('of %s gives bounded pieces that cover it', (_name, text) => {
    const spans = splitSentences(text);
    let covered = 0;
    for (const { start, end } of spans) {
      expect(end - start).toBeLessThanOrEqual(2_001);
      covered += end - start;
    }
    const blanks = text.length - text.replace(/\s/gu, '').length;
    expect(covered).toBeGreaterThanOrEqual(text.length - blanks);
  });
});
