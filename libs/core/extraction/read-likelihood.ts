import type { LikelihoodBand, LikelihoodBasis } from '#core/domain';
import { DOWNTONERS, INTENSIFIERS, LADDER, NEGATORS, OWN_BANDS, SCALE_WORDS } from './likelihood-bands.js';
import type { Band } from './likelihood-bands.js';
import { LEXICON } from './lexicon.js';
import type { LexiconEntry } from './lexicon.js';
import { findNumber } from './number-likelihood.js';

/** A likelihood together with its place in the text and whether its words deny the statement. */
export interface FoundLikelihood {
  readonly band: LikelihoodBand;
  readonly denies: boolean;
  readonly start: number;
  readonly end: number;
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface Hit {
  readonly from: number;
  readonly to: number;
  readonly band: Band | null;
  readonly basis: LikelihoodBasis;
  readonly denies: boolean;
  readonly isWeak: boolean;
}

interface Slot {
  readonly words: ReadonlySet<string>;
  readonly isOptional: boolean;
  readonly isWild: boolean;
}

const MAX_PHRASE = 2_000;

function compile(entry: LexiconEntry): readonly Slot[] {
  return entry.words.split(' ').map((part) => {
    const isOptional = part.endsWith('?');
    const words = (isOptional ? part.slice(0, -1) : part).split('|');
    return { words: new Set(words), isOptional, isWild: part === '*' };
  });
}

const COMPILED = LEXICON.map((entry) => ({ entry, slots: compile(entry) }));

/** Entries by the words they can begin with, so that a text is matched in one pass. */
const BY_FIRST_WORD = new Map<string, { entry: LexiconEntry; slots: readonly Slot[] }[]>();
for (const compiled of COMPILED) {
  const firsts = new Set<string>();
  for (const slot of compiled.slots) {
    for (const word of slot.words) firsts.add(word);
    if (!slot.isOptional) break;
  }
  for (const word of firsts) BY_FIRST_WORD.set(word, [...(BY_FIRST_WORD.get(word) ?? []), compiled]);
}

/**
 * Reads how likely a phrase says something is, by a fixed lexicon (`LEXICON_VERSION`; bands of ICD 203). The band is the
 * probability of the thing spoken of: "very unlikely" gives 0.05-0.20. Numbers win over words, words over a bare modal.
 * "High confidence" is not a likelihood and gives null.
 *
 * @param phrase English words; only the first 2000 characters are looked at
 * @returns the band, 0-1, with its basis (`rank` has no numbers), or null where nothing is said
 * @example readLikelihood('not very likely') // { low: 0.2, point: 0.325, high: 0.45, phrase: 'not very likely', basis: 'words' }
 */
export function readLikelihood(phrase: string): LikelihoodBand | null {
  return findLikelihood(phrase.slice(0, MAX_PHRASE), true)?.band ?? null;
}

/**
 * Like `readLikelihood`, with the place of the words.
 *
 * @param isPhrase see `findNumber`: false for running text, where a number alone is not a probability
 */
export function findLikelihood(text: string, isPhrase: boolean): FoundLikelihood | null {
  const words = toWords(text);
  const hits = longestOnly([...scaleHits(words), ...lexiconHits(words)]);
  const number = findNumber(text, isPhrase);
  if (number !== null) {
    const { low, point, high, start, end } = number;
    return {
      band: { low, point, high, phrase: text.slice(start, end), basis: 'number' },
      denies: false,
      start,
      end,
    };
  }
  const best = pick(hits);
  if (best === null) return null;
  const first = words[best.from];
  const last = words[best.to - 1];
  if (first === undefined || last === undefined) return null;
  const flips =
    best.basis !== 'unhedged' &&
    best.basis !== 'rank' &&
    !best.denies &&
    hits.some(
      (hit) => hit.basis === 'unhedged' && hit.denies && hit !== best && Math.abs(hit.from - best.from) <= 4,
    );
  const band = best.band === null || !flips ? best.band : mirror(best.band);
  return {
    band: toLikelihood(band, best.basis, text.slice(first.start, last.end)),
    denies: best.denies || flips,
    start: first.start,
    end: last.end,
  };
}

/** The band of the opposite: 0.2-0.45 becomes 0.55-0.8. */
export function mirror(band: Band): Band {
  const flipped = { low: round(1 - band.high), high: round(1 - band.low) };
  return band.point === undefined ? flipped : { ...flipped, point: round(1 - band.point) };
}

/** A band as the product keeps it: the point is the middle unless the lexicon says otherwise. */
export function toLikelihood(band: Band | null, basis: LikelihoodBasis, phrase: string): LikelihoodBand {
  if (band === null) return { low: null, point: null, high: null, phrase, basis };
  return {
    low: band.low,
    point: band.point ?? round((band.low + band.high) / 2),
    high: band.high,
    phrase,
    basis,
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function toWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}]+|\d+/gu)) {
    words.push({ word: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length });
  }
  return words;
}

function lexiconHits(words: readonly Word[]): Hit[] {
  const hits: Hit[] = [];
  words.forEach(({ word }, from) => {
    for (const { entry, slots } of BY_FIRST_WORD.get(word) ?? []) {
      const to = matchSlots(slots, words, from, 0);
      if (to !== null)
        hits.push({
          from,
          to,
          band: entry.band,
          basis: entry.basis,
          denies: entry.denies,
          isWeak: entry.isWeak === true,
        });
    }
  });
  return hits;
}

/** Greedy; slots are few, and `*` takes at most two words, so the recursion is bounded by the phrase. */
function matchSlots(
  slots: readonly Slot[],
  words: readonly Word[],
  at: number,
  index: number,
): number | null {
  const slot = slots[index];
  if (slot === undefined) return at;
  const word = words[at]?.word;
  if (slot.isWild) {
    return matchSlots(slots, words, at + 2, index + 1) ?? matchSlots(slots, words, at + 1, index + 1);
  }
  if (word !== undefined && slot.words.has(word)) {
    const rest = matchSlots(slots, words, at + 1, index + 1);
    if (rest !== null) return rest;
  }
  return slot.isOptional ? matchSlots(slots, words, at, index + 1) : null;
}

/** "not very likely", "extremely improbable", "most probably": a scale word with what stands directly before it. */
function scaleHits(words: readonly Word[]): Hit[] {
  const hits: Hit[] = [];
  words.forEach(({ word }, at) => {
    const scale = Object.hasOwn(SCALE_WORDS, word) ? SCALE_WORDS[word] : undefined;
    if (scale === undefined) return;
    let from = at;
    let isIntense = false;
    let isNegated = false;
    for (let i = at - 1; i >= 0 && i >= at - 4; i -= 1) {
      const before = words[i]?.word ?? '';
      if (INTENSIFIERS.has(before)) isIntense = true;
      else if (NEGATORS.has(before)) isNegated = true;
      else if (!DOWNTONERS.has(before)) break;
      from = i;
      if (isNegated) break;
    }
    hits.push({ from, to: at + 1, isWeak: false, ...scaleBand(scale, isIntense, isNegated) });
  });
  return hits;
}

function scaleBand(
  scale: { step: number; denies: boolean },
  isIntense: boolean,
  isNegated: boolean,
): Omit<Hit, 'from' | 'to' | 'isWeak'> {
  // "Not certain" and "not inevitable" leave it open; "not likely" is unlikely; "not unlikely" is likely.
  if (isNegated && scale.step === 7) return { band: OWN_BANDS.possible, basis: 'possibility', denies: false };
  const outward = scale.step > 4 ? Math.min(7, scale.step + 1) : Math.max(1, scale.step - 1);
  const step = isNegated ? 8 - scale.step : isIntense ? outward : scale.step;
  return { band: LADDER[step - 1] ?? null, basis: 'words', denies: isNegated !== scale.denies };
}

function longestOnly(hits: readonly Hit[]): Hit[] {
  const sorted = [...hits].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: Hit[] = [];
  const taken = new Set<number>();
  for (const hit of sorted) {
    let isFree = true;
    for (let i = hit.from; i < hit.to; i += 1) if (taken.has(i)) isFree = false;
    if (!isFree) continue;
    for (let i = hit.from; i < hit.to; i += 1) taken.add(i);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.from - b.from);
}

const PRIORITY: readonly LikelihoodBasis[] = [
  'number',
  'words',
  'rank',
  'possibility',
  'unhedged',
  'not_stated',
];

function pick(hits: readonly Hit[]): Hit | null {
  const hasPlain = hits.some((hit) => hit.basis === 'unhedged' || hit.basis === 'possibility');
  const order = (hit: Hit): number =>
    hit.isWeak && hasPlain ? PRIORITY.length : PRIORITY.indexOf(hit.basis) + (hit.isWeak ? 0.5 : 0);
  let best: Hit | null = null;
  for (const hit of hits) {
    if (
      best === null ||
      order(hit) < order(best) ||
      (order(hit) === order(best) && hit.denies && !best.denies && hit.from - best.from <= 4)
    )
      best = hit;
  }
  return best;
}
