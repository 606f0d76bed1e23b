import fc from 'fast-check';
import { checkText, describeFlaws, readableText, MAX_TEXT_CHARACTERS } from './index.js';

const MEANT = 'don\u2019t \u201cask\u201c \u2013 caf\u00e9 \u{1F600}';
/** The UTF-8 of `MEANT`, read as Windows-1252, and read as Latin-1. */
const GARBLED =
  'don\u00e2\u20ac\u2122t \u00e2\u20ac\u0153ask\u00e2\u20ac\u0153 \u00e2\u20ac\u201c caf\u00c3\u00a9 \u00f0\u0178\u02dc\u20ac';
const GARBLED_AS_LATIN_1 = Buffer.from(MEANT, 'utf8').toString('latin1');

const wildText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<p>',
          '</p>',
          '<b>',
          '</b>',
          '<br/>',
          '<a href="x">',
          '<script>',
          '</script>',
          '<!--',
          '-->',
          '<',
          '>',
        ],
        ...[
          '&nbsp;',
          '&amp;',
          '&#8217;',
          '&#xd800;',
          '&',
          ';',
          '**',
          '__',
          '*',
          '_',
          '[a](https://b.c)',
          '# ',
          '\n',
        ],
        ...[
          '\u200b',
          '\u00ad',
          '\ufeff',
          '\u00a0',
          '\u202e',
          'e\u0301',
          '\u00c3\u00a9',
          '\u00e2\u20ac\u2122',
          '\u00c2',
        ],
        ...['It will rain. ', 'word ', '\u{1F600}', '\ud83d'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('a text as a reader sees it', () => {
  it.each([
    ['plain text as it is', 'It will rain, 2 < 3 and a & b.', 'It will rain, 2 < 3 and a & b.'],
    ['no tags', '<p class="x">It <b>will</b> rain.</p>', '\n\nIt will rain.\n\n'],
    ['lines where tags made them', 'It will rain.<br>It will snow.', 'It will rain.\nIt will snow.'],
    [
      'no scripts, styles and comments',
      'a<script>var x = "<p>";</script>b<style>p{}</style><!-- c -->d',
      'a\nb\nd',
    ],
    [
      'what is no tag',
      'if a <b and c> d, mail <anna@example.org>',
      'if a <b and c> d, mail <anna@example.org>',
    ],
    [
      'characters for references',
      'don&#8217;t &amp; won&#x2019;t&nbsp;&mdash; &bogus;',
      'don\u2019t & won\u2019t \u2014 &bogus;',
    ],
    ['no soft hyphens and zero-width characters', 'w\u00adi\u200bll\u2060 \u202erain\u202c', 'will rain'],
    ['plain blanks', 'It\u00a0will\u202frain', 'It will rain'],
    ['letters in one piece', 'Erdog\u0306an', 'Erdo\u011fan'],
    ['characters that were decoded as Windows-1252', GARBLED, MEANT],
    ['characters that were decoded as Latin-1', GARBLED_AS_LATIN_1, MEANT],
    [
      'accents that are right',
      'PS\u00c3O \u00c2ge CAF\u00c9\u2026 \u00e2me',
      'PS\u00c3O \u00c2ge CAF\u00c9\u2026 \u00e2me',
    ],
    ['no emphasis of Markdown', 'It **will** rain, _surely_, and *soon*.', 'It will rain, surely, and soon.'],
    ['snake_case and footnote stars', 'a_b_c, 2*3*4, rain.* Snow.*', 'a_b_c, 2*3*4, rain.* Snow.*'],
    ['the words of links', 'See [the report](https://example.org/a_b) now.', 'See the report now.'],
    ['headings without number signs', '# Outlook\nRain #1', 'Outlook\nRain #1'],
  ])('has %s', (_name, text, expected) => {
    expect(readableText(text).text).toBe(expected);
  });

  it('leads every stretch back to where it came from', () => {
    const text = '<p>It w\u00adill&nbsp;<b>rain</b> \u00e2\u20ac\u201c soon.</p>';
    const readable = readableText(text);
    const back = (words: string): string => {
      const start = readable.text.indexOf(words);
      const span = readable.toSource({ start, end: start + words.length });
      return text.slice(span.start, span.end);
    };
    expect(back('will')).toBe('w\u00adill');
    expect(back('will rain')).toBe('w\u00adill&nbsp;<b>rain');
    expect(back('rain')).toBe('rain');
    expect(back('\u2013')).toBe('\u00e2\u20ac\u201c');
    expect(back('soon.')).toBe('soon.');
  });

  it('leads back in order, inside the text, and to the same character where nothing was changed', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const readable = readableText(text);
        let last = 0;
        for (let i = 0; i < readable.text.length; i += 1) {
          const span = readable.toSource({ start: i, end: i + 1 });
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          if (/[a-z]/u.test(readable.text.charAt(i)) && span.end - span.start === 1)
            expect(text.charAt(span.start)).toBe(readable.text.charAt(i));
          last = span.start;
        }
      }),
    );
  });

  it.each([
    ['openings of comments', '<!--'.repeat(250_000)],
    ['openings of scripts', '<script>'.repeat(125_000)],
    ['openings of tags', '<a b='.repeat(200_000)],
    ['ampersands', '&'.repeat(1_000_000)],
    ['stars', '*a'.repeat(500_000)],
    ['brackets', '[a'.repeat(500_000)],
    ['combining marks', `a${'\u0301'.repeat(999_999)}`],
    ['first bytes', '\u00e2\u20ac'.repeat(500_000)],
    ['zero-width characters', '\u200b'.repeat(1_000_000)],
  ])('survives a megabyte of %s', (_name, text) => {
    expect(readableText(text).text.length).toBeLessThanOrEqual(text.length + 2);
    expect(describeFlaws(text).length).toBeLessThanOrEqual(2);
  });
});

describe('flaws of a text that can be read', () => {
  it.each([
    ['tags', '<p>It will rain.</p><p>It will snow.</p>', ['MARKUP']],
    ['references', 'a&nbsp;b&nbsp;c&#8217;d', ['MARKUP']],
    ['one tag that may be meant', 'It <em>will rain.', []],
    ['wrong decoding', `It will rain in May, ${GARBLED}`, ['MOJIBAKE']],
    ['lost characters', 'caf\ufffd', ['REPLACED']],
    ['nothing', 'It won\u2019t rain, 2 < 3, A & B, caf\u00e9.', []],
  ])('are named: %s', (_name, text, codes) => {
    const notes = describeFlaws(text);
    expect(notes.map((note) => note.code)).toEqual(codes);
    for (const { message } of notes) expect(message).toMatch(/^[A-Z].{30,}\.$/u);
  });

  it('refuses a text that is too large, with both numbers', () => {
    const check = checkText('It will rain. '.repeat(800_000));
    expect(check).toMatchObject({ ok: false, code: 'TOO_LARGE' });
    expect(check.ok ? '' : check.message).toMatch(/11,200,000 .*5,000,000/u);
    expect(checkText('x'.repeat(MAX_TEXT_CHARACTERS))).toEqual({ ok: true });
  });

  it('takes zero-width characters for blanks', () => {
    expect(checkText('\u200b\u200e \ufeff')).toMatchObject({ code: 'BLANK' });
  });
});
