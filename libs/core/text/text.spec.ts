import fc from 'fast-check';
import {
  SYNDICATED_SIMILARITY,
  checkText,
  makeQuoteAnchor,
  normaliseText,
  parseHeaderLines,
  parseWrittenDate,
  reanchorQuote,
  splitParagraphs,
  splitSentences,
  textSimilarity,
} from './index.js';

const sentencesOf = (text: string): string[] =>
  splitSentences(text).map((span) => text.slice(span.start, span.end));

/** Text as found in the wild: any characters, several kinds of line ends, quotes, brackets. */
const wildText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '\r\n',
        '\n\n',
        '\r',
        '. ',
        'Mr. ',
        'U.S. ',
        '"',
        '\u201c',
        '(',
        '\u{1F600}',
        'e\u0301',
        '\uFEFF',
        'It will rain. ',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('normalising a text', () => {
  it('gives NFC, LF line ends and no byte order mark', () => {
    expect(normaliseText('\uFEFFcafe\u0301\r\nb\rc')).toBe('caf\u00e9\nb\nc');
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(wildText, (text) => normaliseText(normaliseText(text)) === normaliseText(text)));
  });
});

describe('checking a text', () => {
  it.each([
    ['nothing', '', 'EMPTY'],
    ['white space and a byte order mark', '\uFEFF \n\t', 'BLANK'],
    ['a NUL byte', 'a\u0000b', 'NUL_BYTE'],
    ['a lone high surrogate', 'rain \ud83d today', 'LONE_SURROGATE'],
    ['a lone low surrogate', '\ude00 rain', 'LONE_SURROGATE'],
    ['mostly control characters', '\u0001\u0002\u0003abc', 'BINARY'],
    ['a failed decoding', '\ufffd\ufffdabc', 'BINARY'],
  ])('refuses %s and says why', (_name, text, code) => {
    const check = checkText(text);
    expect(check).toMatchObject({ ok: false, code });
    expect(check.ok ? '' : check.message).toMatch(/^[A-Z].{10,}\.$/u);
  });

  it.each(['Rain.', '\u{1F600} it will rain', '\u041f\u0440\u0438\u0432\u0435\u0442', '1,2\t3\r\n'])(
    'takes %p',
    (text) => {
      expect(checkText(text)).toEqual({ ok: true });
    },
  );
});

describe('splitting', () => {
  it.each([
    ['titles and initials', 'Mr. Low met J. K. Dunn. He left.', ['Mr. Low met J. K. Dunn.', 'He left.']],
    [
      'country abbreviations before a name',
      'The U.S. Senate voted. It failed.',
      ['The U.S. Senate voted.', 'It failed.'],
    ],
    [
      'a country abbreviation that ends a sentence',
      'He moved to the U.S. He stayed.',
      ['He moved to the U.S.', 'He stayed.'],
    ],
    ['list numbers', '1. Prices fall. Rents rise.', ['1. Prices fall.', 'Rents rise.']],
    [
      'a question inside quotation marks',
      '\u201cWill it rain?\u201d he asked. Nobody knew.',
      ['\u201cWill it rain?\u201d he asked.', 'Nobody knew.'],
    ],
    ['ellipses before lower case', 'It may... or may not. We wait.', ['It may... or may not.', 'We wait.']],
    ['headings without a full stop', 'The outlook\n\nPrices fall.', ['The outlook', 'Prices fall.']],
    ['CRLF', 'One.\r\nTwo.\r\n', ['One.', 'Two.']],
  ])('handles %s', (_name, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it('puts hard-wrapped prose back together', () => {
    const text =
      'The council met on Monday to talk about the harbour and\nthe prices of fish, which will fall by a third before the\nend of the year.\n\nNobody objected.';
    expect(splitParagraphs(text)).toHaveLength(2);
    expect(sentencesOf(text)).toHaveLength(2);
  });

  it('keeps short lines apart', () => {
    expect(splitParagraphs('January 5, 2031\nBy Anna Low\nRain')).toHaveLength(3);
  });

  it('gives ordered, disjoint, trimmed spans inside the text, whatever the text', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        let last = 0;
        for (const span of splitSentences(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim());
          last = span.end;
        }
      }),
    );
  });

  it('loses no word', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        expect(
          sentencesOf(text)
            .join('')
            .replace(/[\s\uFEFF]/gu, ''),
        ).toBe(text.replace(/[\s\uFEFF]/gu, ''));
      }),
    );
  });

  it('cuts a megabyte without a full stop into bounded pieces', () => {
    const spans = splitSentences('word '.repeat(200_000));
    expect(Math.max(...spans.map((span) => span.end - span.start))).toBeLessThanOrEqual(2_000);
  });
});

describe('quote anchors', () => {
  it('finds every quote of a text again where it was taken from', () => {
    fc.assert(
      fc.property(wildText, fc.nat(), fc.nat(), (text, a, b) => {
        fc.pre(text.length > 0);
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const anchor = makeQuoteAnchor(text, start, end);
        expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
        expect(reanchorQuote(anchor, text, text)).toMatchObject({
          state: 'ANCHORED',
          place: { start: anchor.start, end: anchor.end },
        });
      }),
    );
  });

  it('never cuts a surrogate pair', () => {
    const text = '\u{1F600}'.repeat(60);
    const anchor = makeQuoteAnchor(text, 41, 43);
    for (const part of [anchor.exact, anchor.prefix, anchor.suffix])
      expect(part).not.toMatch(/\p{Surrogate}/u);
  });

  it('takes 32 code units on either side', () => {
    const anchor = makeQuoteAnchor('x'.repeat(100), 50, 51);
    expect([anchor.prefix.length, anchor.suffix.length]).toEqual([32, 32]);
  });

  it.each([
    [3, 3],
    [-1, 2],
    [0, 99],
    [0.5, 2],
  ])('refuses the span %p to %p', (start, end) => {
    expect(() => makeQuoteAnchor('it will rain', start, end)).toThrow(RangeError);
  });
});

describe('header lines', () => {
  it('reads them in any order and says where the body begins', () => {
    const text = '\uFEFFDate: 2031-05-04\r\nTitle: Rain: a forecast\r\nAuthor: Anna Low\r\n\r\nIt will rain.';
    const header = parseHeaderLines(text);
    expect(header).toMatchObject({
      title: 'Rain: a forecast',
      author: 'Anna Low',
      publishedOn: '2031-05-04',
      outlet: null,
      address: null,
    });
    expect(text.slice(header.bodyStart)).toBe('It will rain.');
  });

  it.each(['It will rain.', 'Note: it will rain.', '', 'https://example.org/title'])(
    'leaves %p alone',
    (text) => {
      expect(parseHeaderLines(text)).toMatchObject({ title: null, bodyStart: 0 });
    },
  );

  it('does not swallow a whole text that stands in one line', () => {
    expect(parseHeaderLines(`Title: ${'It will rain. '.repeat(2_000)}`).bodyStart).toBe(0);
  });

  it('takes each line once: a second "Title:" belongs to the body', () => {
    const text = 'Title: One\nTitle: Two';
    expect(text.slice(parseHeaderLines(text).bodyStart)).toBe('Title: Two');
  });

  it.each([
    ['4 May 2031', '2031-05-04'],
    ['Sunday, May 4th, 2031', '2031-05-04'],
    ['2031-02-29', null],
    ['3/4/2031', null],
    ['soon', null],
  ])('reads the date %p as %p', (raw, expected) => {
    expect(parseWrittenDate(raw)).toBe(expected);
  });
});

describe('similarity of texts', () => {
  const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  const prose = (seed: number): string =>
    Array.from(
      { length: 300 },
      (_, i) => `${numbers[(i * seed) % 10] ?? ''}${String((i * i * seed) % 97)}`,
    ).join(' ');

  it('is one for a copy in a new frame, with other line ends, case and marks', () => {
    const original = prose(3);
    expect(
      textSimilarity(
        original,
        `A NEW TITLE!\r\n${original.toUpperCase().replaceAll(' ', ',  ')}\r\nShare this`,
      ),
    ).toBe(1);
  });

  it('is far below the threshold for different texts of the same make', () => {
    expect(textSimilarity(prose(3), prose(7))).toBeLessThan(SYNDICATED_SIMILARITY / 4);
  });

  it('does not call a short text a copy for one shared sentence', () => {
    const shared = 'The harbour will be closed for the whole of next winter.';
    expect(
      textSimilarity(`${shared} So says the mayor of the town today.`, `${shared} ${prose(3)}`),
    ).toBeLessThan(SYNDICATED_SIMILARITY);
  });

  it('does not depend on the order of its arguments and stays within 0 and 1', () => {
    fc.assert(
      fc.property(wildText, wildText, (a, b) => {
        const similarity = textSimilarity(a, b);
        expect(similarity).toBe(textSimilarity(b, a));
        expect(similarity >= 0 && similarity <= 1).toBe(true);
      }),
    );
  });
});
