import fc from 'fast-check';
import { SYNDICATED_SIMILARITY, findCopies, fingerprintText, textSimilarity } from './index.js';

const VOCABULARY =
  'harbour council mayor rent price levy vote pier fish trade ferry town winter board budget strike bridge storm market union'.split(
    ' ',
  );

/** Invented prose: as many words as asked for, always the same for the same number. */
function prose(words: number, seed: number): string {
  let state = seed * 2_654_435_761;
  const parts: string[] = [];
  for (let i = 0; i < words; i += 1) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const word = VOCABULARY[(state >>> 8) % VOCABULARY.length] ?? '';
    parts.push(
      i % 12 === 11 ? `${word}${String((state >>> 3) % 90)}.` : `${word}${String((state >>> 13) % 40)}`,
    );
  }
  return parts.join(' ');
}

/** Every n-th word another one. */
const edited = (text: string, every: number): string =>
  text
    .split(' ')
    .map((word, i) => (i % every === every - 1 ? `other${String(i)}` : word))
    .join(' ');

const pairsOf = (texts: readonly string[]): string[] =>
  findCopies(texts.map(fingerprintText)).map(({ a, b }) => `${String(a)}-${String(b)}`);

describe('finding copies among texts', () => {
  const article = prose(500, 1);

  it.each([
    ['in a new frame', `${prose(90, 2)}\n\n${article}\n\n${prose(90, 3)}`],
    ['with a word in fifteen changed', edited(article, 15)],
    ['cut to its first half', article.split(' ').slice(0, 260).join(' ')],
    ['with a paragraph put in', `${article.slice(0, 1_500)} ${prose(80, 4)} ${article.slice(1_500)}`],
    ['under other header lines', `Title: Rain\nAuthor: Anna Low\n\n${article}`],
    ['in capitals, with other line ends', article.toUpperCase().replaceAll('. ', '.\r\n\r\n')],
    [
      'with its tags left in',
      `<html><body><p class="lead">${article.replaceAll('. ', '.</p>\n<p>')}</p><script>var a = "b";</script></body></html>`,
    ],
    ['with soft hyphens', article.replaceAll('arbour', 'ar\u00adbour')],
  ])('finds a copy %s', (_name, copy) => {
    expect(pairsOf([prose(500, 5), article, copy, prose(450, 6)])).toEqual(['1-2']);
  });

  it.each([
    [
      'a short text that a longer one quotes whole',
      prose(90, 7),
      `${prose(400, 8)} ${prose(90, 7)} ${prose(400, 9)}`,
    ],
    ['a long passage of a speech in a report', prose(3_000, 10), `${prose(120, 11)} ${prose(300, 10)}`],
    [
      'two briefs with one sentence in common',
      `${prose(14, 12)} ${prose(12, 13)}`,
      `${prose(14, 12)} ${prose(15, 14)}`,
    ],
    ['texts of the same make', prose(500, 15), prose(500, 16)],
    ['texts without a word', '... --- ...', '... --- ...'],
  ])('makes no pair of %s', (_name, a, b) => {
    expect(pairsOf([a, b])).toEqual([]);
  });

  it('takes a brief with one word changed for a copy', () => {
    expect(pairsOf([prose(40, 17), edited(prose(40, 17), 39)])).toEqual(['0-1']);
  });

  it('does not take what all texts of an outlet have around them for a reason', () => {
    const stock = prose(180, 18);
    const texts = [20, 21, 22, 23, 24, 25].map((seed) => `${prose(100, seed)}\n\n${stock}`);
    expect(textSimilarity(texts[0] ?? '', texts[1] ?? '')).toBeGreaterThan(SYNDICATED_SIMILARITY);
    expect(pairsOf(texts)).toEqual([]);
  });

  it('finds a copy between two outlets that have more stock than article', () => {
    const [here, there] = [prose(200, 26), prose(200, 27)];
    const brief = prose(120, 28);
    const texts = [
      ...[30, 31, 32, 33].map((seed) => `${here} ${prose(150, seed)}`),
      ...[34, 35, 36, 37].map((seed) => `${there} ${prose(150, seed)}`),
      `${here} ${brief}`,
      `${there} ${brief}`,
    ];
    expect(pairsOf(texts)).toEqual(['8-9']);
  });

  it('does not take an article that went round among five outlets for stock', () => {
    const texts = [40, 41, 42, 43, 44].map(
      (seed) => `${prose(80, seed)} ${edited(article, 60 + seed)} ${prose(40, seed + 9)}`,
    );
    expect(pairsOf(texts)).toHaveLength(10);
  });

  it('finds every pair among fifty copies', () => {
    const texts = Array.from({ length: 50 }, (_, i) => `${prose(20, 100 + i)} ${article}`);
    expect(findCopies(texts.map(fingerprintText))).toHaveLength((50 * 49) / 2);
  });

  it('compares one text with the others only, where that is asked for', () => {
    const texts = [article, prose(300, 50), `${article} ${prose(20, 51)}`, prose(300, 50)].map(
      fingerprintText,
    );
    expect(findCopies(texts, 0)).toMatchObject([{ a: 0, b: 2 }]);
    expect(findCopies(texts)).toHaveLength(2);
  });

  it('finds what a comparison of every text with every other finds', () => {
    const text = fc
      .array(fc.integer({ min: 60, max: 66 }), { minLength: 1, maxLength: 8 })
      .map((seeds) => seeds.map((seed) => prose(12, seed)).join(' '));
    fc.assert(
      fc.property(fc.tuple(text, text, text), (texts) => {
        const expected: string[] = [];
        texts.forEach((a, i) =>
          texts.forEach((b, k) => {
            if (i < k && textSimilarity(a, b) >= SYNDICATED_SIMILARITY)
              expected.push(`${String(i)}-${String(k)}`);
          }),
        );
        expect(pairsOf(texts)).toEqual(expected);
      }),
    );
  });
});
