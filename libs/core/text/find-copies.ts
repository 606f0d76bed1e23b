import { SYNDICATED_SIMILARITY, shingleSimilarity } from './text-similarity.js';
import type { TextFingerprint } from './text-similarity.js';

/** Two texts, by their places in the list, `a` before `b`, that are copies of one another. */
export interface CopyPair {
  readonly a: number;
  readonly b: number;
  /** `SYNDICATED_SIMILARITY` to 1. */
  readonly similarity: number;
}

/** What stands in so many texts may be an outlet's stock: about us, subscribe, disclaimers. */
const STOCK_TEXTS = 4;
/** A passage in as many texts that is longer than this, in words, is an article that went round, not stock. */
const STOCK_WORDS = 250;
/** What is shorter is a turn of phrase: "at the end of the year". */
const STOCK_LEAST = 12;
/** Words that may stand between parts of one passage: an edit, an inserted sentence. */
const STOCK_GAP = 40;
/** A text with fewer words of its own beside the stock is nothing but the stock, and is compared as it is. */
const OWN_WORDS = 60;
/** Pairs are worth comparing from this share of common runs on. */
const WORTH_COMPARING = 0.1;
/** Where more texts share a run, each is paired with the first and its neighbour only; the rest follows from these. */
const ALL_PAIRS_UP_TO = 32;
/** Shingle and place of a text in one number below 2^53: no more texts than this can be told apart. */
const MAX_TEXTS = 2 ** 21;

/**
 * Finds the copies among texts. Runs of words that several texts share are found by sorting all runs of all texts, so
 * that only texts with much in common are compared: the time grows with the words there are and with the pairs that
 * are found, not with the square of the number of texts.
 *
 * What at least four of the texts share is left out of the comparison, if it is short and each text has words of its
 * own beside it: the stock of an outlet makes no copies.
 *
 * @param texts what `fingerprintText` made of them
 * @param only compare this text with the others, and not these among themselves
 * @returns pairs of at least `SYNDICATED_SIMILARITY`, ordered by `a`, then `b`
 * @throws RangeError above 2,097,152 texts
 */
export function findCopies(texts: readonly TextFingerprint[], only?: number): CopyPair[] {
  if (texts.length > MAX_TEXTS)
    throw new RangeError(`At most ${MAX_TEXTS} texts can be compared, not ${texts.length}.`);
  const { counts, stock } = countCommon(texts, only);
  const own = texts.map((text): Uint32Array | null | undefined =>
    stock.size === 0 ? text.shingles : undefined,
  );
  const ownOf = (k: number): Uint32Array | null => {
    const known = own[k];
    if (known !== undefined) return known;
    const text = texts[k];
    const found = text === undefined ? null : withoutStock(text, stock);
    own[k] = found;
    return found;
  };
  const compare = (a: number, b: number): number => {
    const [x, y] = [ownOf(a), ownOf(b)];
    if (x !== null && y !== null) return shingleSimilarity(x, y);
    return shingleSimilarity(shinglesOf(texts, a), shinglesOf(texts, b));
  };
  const pairs = new Map<number, CopyPair>();
  const look = (a: number, b: number): void => {
    const similarity = compare(a, b);
    if (similarity >= SYNDICATED_SIMILARITY) pairs.set(a * texts.length + b, { a, b, similarity });
  };
  for (const [key, shared] of counts) {
    const a = Math.floor(key / texts.length);
    const b = key % texts.length;
    const smaller = Math.min(shinglesOf(texts, a).length, shinglesOf(texts, b).length);
    if (shared >= smaller * WORTH_COMPARING) look(a, b);
  }
  if (only === undefined) {
    for (const group of groupsOf([...pairs.values()]))
      group.forEach((a, i) => {
        for (const b of group.slice(i + 1)) if (!pairs.has(a * texts.length + b)) look(a, b);
      });
  }
  return [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

function shinglesOf(texts: readonly TextFingerprint[], k: number): Uint32Array {
  return texts[k]?.shingles ?? new Uint32Array();
}

interface Common {
  /** Number of shared runs by pair: place of the first times number of texts plus place of the second. */
  readonly counts: ReadonlyMap<number, number>;
  /** Runs that `STOCK_TEXTS` texts and more share. */
  readonly stock: ReadonlySet<number>;
}

function countCommon(texts: readonly TextFingerprint[], only: number | undefined): Common {
  const entries = new Float64Array(texts.reduce((sum, { shingles }) => sum + shingles.length, 0));
  let filled = 0;
  texts.forEach(({ shingles }, k) => {
    for (const shingle of shingles) {
      entries[filled] = shingle * MAX_TEXTS + k;
      filled += 1;
    }
  });
  entries.sort();
  const counts = new Map<number, number>();
  const stock = new Set<number>();
  const add = (a: number, b: number): void => {
    if (only !== undefined && a !== only && b !== only) return;
    const key = Math.min(a, b) * texts.length + Math.max(a, b);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  let from = 0;
  while (from < entries.length) {
    const shingle = Math.floor((entries[from] ?? 0) / MAX_TEXTS);
    let to = from + 1;
    while (to < entries.length && Math.floor((entries[to] ?? 0) / MAX_TEXTS) === shingle) to += 1;
    if (to - from >= STOCK_TEXTS) stock.add(shingle);
    if (to - from > 1) pairUp(entries.subarray(from, to), only, add);
    from = to;
  }
  return { counts, stock };
}

function pairUp(entries: Float64Array, only: number | undefined, add: (a: number, b: number) => void): void {
  const places = Array.from(entries, (entry) => entry % MAX_TEXTS);
  if (only !== undefined) {
    if (places.includes(only)) for (const place of places) if (place !== only) add(only, place);
    return;
  }
  if (places.length <= ALL_PAIRS_UP_TO) {
    places.forEach((a, i) => {
      for (let k = i + 1; k < places.length; k += 1) add(a, places[k] ?? a);
    });
    return;
  }
  const [first = 0] = places;
  for (let k = 1; k < places.length; k += 1) {
    const place = places[k] ?? first;
    add(first, place);
    if (k > 1) add(places[k - 1] ?? first, place);
  }
}

/** The runs of a text without its passages of stock; null where hardly anything is left. */
function withoutStock(text: TextFingerprint, stock: ReadonlySet<number>): Uint32Array | null {
  const { inOrder } = text;
  const isStock = (i: number): boolean => stock.has(inOrder[i] ?? 0);
  const dropped = new Set<number>();
  let i = 0;
  while (i < inOrder.length) {
    if (!isStock(i)) {
      i += 1;
      continue;
    }
    const passage: number[] = [];
    let last = i;
    for (let k = i; k < inOrder.length && k - last <= STOCK_GAP; k += 1) {
      if (!isStock(k)) continue;
      passage.push(inOrder[k] ?? 0);
      last = k;
    }
    if (passage.length >= STOCK_LEAST && passage.length <= STOCK_WORDS)
      for (const shingle of passage) dropped.add(shingle);
    i = last + 1;
  }
  if (dropped.size === 0) return text.shingles;
  const rest = text.shingles.filter((shingle) => !dropped.has(shingle));
  return rest.length < OWN_WORDS ? null : rest;
}

/** Texts that hang together by pairs, in groups of more than two. */
function groupsOf(pairs: readonly CopyPair[]): number[][] {
  const leader = new Map<number, number>();
  const find = (k: number): number => {
    let top = k;
    for (let up = leader.get(top); up !== undefined && up !== top; up = leader.get(top)) top = up;
    leader.set(k, top);
    return top;
  };
  for (const { a, b } of pairs) leader.set(find(b), find(a));
  const groups = new Map<number, number[]>();
  for (const k of [...leader.keys()].sort((x, y) => x - y)) {
    const top = find(k);
    const group = groups.get(top);
    if (group === undefined) groups.set(top, [k]);
    else group.push(k);
  }
  return [...groups.values()].filter((group) => group.length > 2);
}
