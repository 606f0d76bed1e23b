import { type ShareInterval, wilsonInterval, Z_95 } from './wilson-interval.js';

/** A stretch of a text, `end` exclusive. */
export interface ReadSpan {
  readonly start: number;
  readonly end: number;
}

/** What two people found in one text, each for themselves and without highlights, and what had been captured of it. */
export interface TwiceReadText {
  readonly first: readonly ReadSpan[];
  readonly second: readonly ReadSpan[];
  /** A claim may have several quotes. */
  readonly captured: readonly (readonly ReadSpan[])[];
}

export interface FoundInText {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Found by either. */
  readonly found: number;
  /** Of these, captured. */
  readonly captured: number;
}

export interface CaptureShare extends FoundInText {
  readonly texts: number;
  /** How many predictions the texts hold, those included that neither found. */
  readonly total: { readonly estimate: number; readonly low: number; readonly high: number };
  /** Of what the readers found, the share that had been captured, 0-1: taken for the share of all there is. */
  readonly share: number;
  readonly interval: ShareInterval;
}

/** Below so many texts or predictions found, a share would say more of chance than of us. */
export const LEAST_CAPTURE_TEXTS = 3;
export const LEAST_CAPTURE_FOUND = 10;

/** Two stretches are of one prediction if they share half of the shorter one. */
function isSame(a: ReadSpan, b: ReadSpan): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared * 2 >= Math.min(a.end - a.start, b.end - b.start) && shared > 0;
}

/** Counts what two readers found of one text; what one marked twice counts once. */
export function countFound({ first, second, captured }: TwiceReadText): FoundInText {
  const [own, other] = [distinct(first), distinct(second)];
  const left = new Set(other);
  let both = 0;
  for (const span of own) {
    const twin = [...left].find((candidate) => isSame(span, candidate));
    if (twin === undefined) continue;
    left.delete(twin);
    both += 1;
  }
  const found = [...own, ...left];
  return {
    first: own.length,
    second: other.length,
    both,
    found: found.length,
    captured: found.filter((span) => captured.some((quotes) => quotes.some((quote) => isSame(quote, span))))
      .length,
  };
}

function distinct(spans: readonly ReadSpan[]): ReadSpan[] {
  const kept: ReadSpan[] = [];
  for (const span of spans) if (!kept.some((other) => isSame(other, span))) kept.push(span);
  return kept;
}

/**
 * How much of what a set of texts says was captured, after two people read each text without highlights.
 *
 * The share is that of the readers' finds which had been captured, with Wilson's 95 % interval: what holds for the finds is
 * taken to hold for all (Petersen 1896; Lincoln 1930). How many there are in all, unseen ones included, follows from the two
 * readers by Chapman's estimator (Chapman 1951), its 95 % interval log-normal in the unseen (Chao 1987). What is hard to see
 * is missed by readers and extractor alike, so that the share is rather too high and the total rather too low.
 *
 * @returns null below 3 texts or 10 finds
 */
export function estimateCapture(texts: readonly TwiceReadText[]): CaptureShare | null {
  const sum = { first: 0, second: 0, both: 0, found: 0, captured: 0 };
  for (const text of texts) {
    const counts = countFound(text);
    sum.first += counts.first;
    sum.second += counts.second;
    sum.both += counts.both;
    sum.found += counts.found;
    sum.captured += counts.captured;
  }
  const interval = wilsonInterval(sum.captured, sum.found);
  if (texts.length < LEAST_CAPTURE_TEXTS || sum.found < LEAST_CAPTURE_FOUND || interval === null) return null;
  return {
    ...sum,
    texts: texts.length,
    total: chapman(sum.first, sum.second, sum.both, sum.found),
    share: sum.captured / sum.found,
    interval,
  };
}

function chapman(first: number, second: number, both: number, found: number): CaptureShare['total'] {
  const estimate = ((first + 1) * (second + 1)) / (both + 1) - 1;
  const unseen = estimate - found;
  // Both found the same: nothing says that there is more.
  if (unseen <= 0) return { estimate: found, low: found, high: found };
  const variance =
    ((first + 1) * (second + 1) * (first - both) * (second - both)) / ((both + 1) ** 2 * (both + 2));
  const spread = Math.exp(Z_95 * Math.sqrt(Math.log(1 + variance / unseen ** 2)));
  return { estimate, low: found + unseen / spread, high: found + unseen * spread };
}
