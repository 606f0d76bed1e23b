/** Words at which one statement often ends and another begins. */
const SEAM = /^(?:and|but|while|whereas|or|then|before|after|nor|yet|so|although)$/i;

/** Where a quote may be cut: before every word but the first, in UTF-16 code units. */
export function cutPoints(quote: string): number[] {
  return [...quote.matchAll(/\S+/gu)].slice(1).map(({ index }) => index);
}

/** The place among these that most looks like a seam: after a mark that divides, else at a word that joins; else the middle. */
export function likelyCut(quote: string): number {
  const points = cutPoints(quote);
  const middle = quote.length / 2;
  let best = 0;
  let worth = -1;
  for (const [index, at] of points.entries()) {
    const word = /^[\p{L}]+/u.exec(quote.slice(at))?.[0] ?? '';
    const mark = quote.slice(0, at).trimEnd().at(-1) ?? '';
    const seam = (';:.\u2014'.includes(mark) ? 2 : mark === ',' ? 0.5 : 0) + (SEAM.test(word) ? 1 : 0);
    const here = seam + 0.4 * (1 - Math.abs(at - middle) / Math.max(1, middle));
    if (here > worth) {
      worth = here;
      best = index;
    }
  }
  return best;
}
