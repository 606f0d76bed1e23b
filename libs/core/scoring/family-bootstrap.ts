import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { quantileSorted } from 'd3-array';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { FamilyTable } from './family-table.js';
import type { ShrunkSkill } from './shrinkage.js';

export interface BootstrapSettings {
  readonly draws: number;
  readonly seed: number;
}

export const DEFAULT_BOOTSTRAP: BootstrapSettings = { draws: 2_000, seed: 20_220_224 };

/** 95 % of the draws lie between. */
const TAIL = 0.025;
/** Quantile of the normal distribution at 1 - TAIL. */
const NORMAL = 1.959963984540054;
/** Values nearer than this are equal: sums in another order differ by less. */
const EQUAL = 1e-12;

/** What resampling says of every subject; NaN (intervals) and 0 (ranks) where it says nothing. */
export interface BootstrapResult {
  readonly intervalLow: Float64Array;
  readonly intervalHigh: Float64Array;
  readonly rankLow: Int32Array;
  readonly rankHigh: Int32Array;
}

/**
 * How far skill and ranks move when the families are drawn anew, with replacement, for all subjects at once: those who
 * share families move together, as they would in another year. 95 % percentile intervals of skill, and the range in
 * which the rank by shrunk skill lies in 95 % of the draws (never without the rank itself).
 *
 * Few families understate their own spread. Each subject's draws are stretched around its skill by
 * sqrt(F / (F - 1)) x t(0.975, F - 1) / 1.96 for its F families (Hesterberg 2015, expanded percentile interval); one
 * family has no interval. The same seed, the same result.
 *
 * @param isRanked 1 for subjects among whom ranks are given
 */
export function bootstrapSkill(
  table: FamilyTable,
  { skill, kept, families }: ShrunkSkill,
  isRanked: Uint8Array,
  { draws, seed }: BootstrapSettings,
): BootstrapResult {
  const { subjects } = table;
  const stretch = Float64Array.from(families, stretchOf);
  const values = new Float32Array(subjects * draws);
  const ranked = Int32Array.from([...isRanked.keys()].filter((subject) => isRanked[subject] === 1));
  const ranks = new Int32Array(ranked.length * draws);
  const random = xoroshiro128plus(seed);
  const block = new Float32Array(ABREAST * subjects);
  const blockRanks = new Int32Array(ABREAST * ranked.length);
  const ranking: Ranking = { ranked, kept, block, blockRanks, shrunk: new Float64Array(ranked.length) };
  for (let first = 0; first < draws; first += ABREAST) {
    const last = Math.min(ABREAST, draws - first);
    const times = drawFamilies(table.families, random);
    drawSkill(table, times, { skill, stretch, block });
    for (let draw = 0; draw < last; draw++) rankDraw(ranking, draw);
    for (let subject = 0; subject < subjects; subject++)
      for (let draw = 0; draw < last; draw++)
        values[subject * draws + first + draw] = block[draw * subjects + subject] as number;
    for (let place = 0; place < ranked.length; place++)
      for (let draw = 0; draw < last; draw++)
        ranks[place * draws + first + draw] = blockRanks[place * ABREAST + draw] as number;
  }
  return { ...intervalsOf(values, families, draws), ...rankRangesOf(ranks, ranked, { subjects, draws }) };
}

/** One family says nothing of its own spread: whoever has no other stays where the skill is. */
function stretchOf(families: number): number {
  if (families < 2) return 0;
  return (Math.sqrt(families / (families - 1)) * tQuantile(1 - TAIL, families - 1)) / NORMAL;
}

/** Draws made together: what is known of a family in all of them lies side by side in memory, which is what takes time. */
const ABREAST = 8;

/** How often each family is drawn, `ABREAST` draws beside each other. */
function drawFamilies(families: number, random: ReturnType<typeof xoroshiro128plus>): Uint16Array {
  const times = new Uint16Array(families * ABREAST);
  for (let draw = 0; draw < ABREAST; draw++)
    for (let count = 0; count < families; count++) {
      const place = uniformInt(random, 0, families - 1) * ABREAST + draw;
      times[place] = (times[place] as number) + 1;
    }
  return times;
}

interface Draws {
  readonly skill: Float64Array;
  readonly stretch: Float64Array;
  /** The draws one after the other, each with all subjects. */
  readonly block: Float32Array;
}

/** Writes every subject's stretched skill in some draws; who has no family in one stays at the skill itself. */
function drawSkill(
  { subjects, offsets, family, n, sum }: FamilyTable,
  times: Uint16Array,
  { skill, stretch, block }: Draws,
): void {
  const total = new Float64Array(ABREAST);
  const weight = new Float64Array(ABREAST);
  for (let subject = 0; subject < subjects; subject++) {
    total.fill(0);
    weight.fill(0);
    const end = offsets[subject + 1] as number;
    for (let entry = offsets[subject] as number; entry < end; entry++) {
      const place = (family[entry] as number) * ABREAST;
      const own = sum[entry] as number;
      const count = n[entry] as number;
      for (let draw = 0; draw < ABREAST; draw++) {
        const often = times[place + draw] as number;
        total[draw] = (total[draw] as number) + often * own;
        weight[draw] = (weight[draw] as number) + often * count;
      }
    }
    const own = skill[subject] as number;
    for (let draw = 0; draw < ABREAST; draw++) {
      const drawn = weight[draw] === 0 ? own : (total[draw] as number) / (weight[draw] as number);
      block[draw * subjects + subject] = own + (stretch[subject] as number) * (drawn - own);
    }
  }
}

interface Ranking {
  readonly ranked: Int32Array;
  readonly kept: Float64Array;
  readonly block: Float32Array;
  /** The ranks of one subject in `ABREAST` draws beside each other. */
  readonly blockRanks: Int32Array;
  /** Room for the values of one draw, then their order. */
  readonly shrunk: Float64Array;
}

/** A skill lies between -1 and 1; stretched for two families, within 10. */
const WIDEST = 32;
/** Whole numbers are exact up to here. */
const EXACT = 2 ** 52;

/**
 * Writes the ranks of one draw, 1 the best. Value and place are packed into one whole number, so that sorting numbers,
 * which engines do fastest, sorts places. With 20,000 subjects values nearer than 5e-10 are equal.
 */
function rankDraw({ ranked, kept, block, blockRanks, shrunk }: Ranking, draw: number): void {
  const { length } = ranked;
  const packing = 2 ** Math.ceil(Math.log2(length + 1));
  const steps = EXACT / packing / (2 * WIDEST);
  for (let place = 0; place < length; place++) {
    const subject = ranked[place] as number;
    const value = (kept[subject] as number) * (block[draw * kept.length + subject] as number);
    shrunk[place] = Math.round((WIDEST - value) * steps) * packing + place;
  }
  shrunk.sort();
  let rank = 0;
  let before = NaN;
  for (let order = 0; order < length; order++) {
    const packed = shrunk[order] as number;
    const value = Math.floor(packed / packing);
    if (value !== before) rank = order + 1;
    before = value;
    blockRanks[(packed - value * packing) * ABREAST + draw] = rank;
  }
}

/** Competition ranks by value, best first: 1, 1, 3. */
export function ranksOf(values: Float64Array): Int32Array {
  const ordered = values.slice().sort();
  const { length } = ordered;
  const ranks = new Int32Array(length);
  for (let place = 0; place < length; place++) {
    const bound = (values[place] as number) + EQUAL;
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ordered[middle] as number) > bound) high = middle;
      else low = middle + 1;
    }
    ranks[place] = length - low + 1;
  }
  return ranks;
}

function intervalsOf(values: Float32Array, families: Int32Array, draws: number) {
  const intervalLow = new Float64Array(families.length).fill(NaN);
  const intervalHigh = new Float64Array(families.length).fill(NaN);
  families.forEach((count, subject) => {
    if (count < 2) return;
    const own = values.subarray(subject * draws, (subject + 1) * draws).sort();
    intervalLow[subject] = quantileOf(own, TAIL);
    intervalHigh[subject] = quantileOf(own, 1 - TAIL);
  });
  return { intervalLow, intervalHigh };
}

function rankRangesOf(
  ranks: Int32Array,
  ranked: Int32Array,
  { subjects, draws }: { readonly subjects: number; readonly draws: number },
) {
  const rankLow = new Int32Array(subjects);
  const rankHigh = new Int32Array(subjects);
  ranked.forEach((subject, place) => {
    const own = ranks.subarray(place * draws, (place + 1) * draws).sort();
    rankLow[subject] = Math.floor(quantileOf(own, TAIL));
    rankHigh[subject] = Math.ceil(quantileOf(own, 1 - TAIL));
  });
  return { rankLow, rankHigh };
}

/** Of at least one number, in ascending order. */
function quantileOf(sorted: Float32Array | Int32Array, share: number): number {
  // The library takes whatever can be indexed; its types know of arrays only.
  return quantileSorted(sorted as unknown as number[], share) as number;
}
