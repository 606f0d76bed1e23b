import {
  COPULAS,
  DEGREE_FILLERS,
  EXTREME,
  INTENSIFIERS,
  isDegreeWord,
  MODERATORS,
  NEARLY,
  VANISHING,
} from './degree-words.js';
import type { Reading } from './likelihood-bands.js';
import { plainHit } from './likelihood-hit.js';
import type { Hit } from './likelihood-hit.js';
import type { Word } from './likelihood-words.js';
import { negatorBefore } from './negation.js';

/** Adjectives and adverbs that take degrees: "very likely", "almost certain", "barely possible". */
const SCALE: ReadonlyMap<string, Reading> = new Map(
  Object.entries<Reading>({
    likely: 'likely',
    probable: 'likely',
    probably: 'likely',
    unlikely: 'unlikely',
    improbable: 'unlikely',
    improbably: 'unlikely',
    doubtful: 'unlikely',
    dubious: 'unlikely',
    implausible: 'unlikely',
    certain: 'almostCertain',
    certainly: 'almostCertain',
    sure: 'almostCertain',
    definite: 'almostCertain',
    definitely: 'almostCertain',
    inevitable: 'almostCertain',
    inevitably: 'almostCertain',
    unavoidable: 'almostCertain',
    inescapable: 'almostCertain',
    guaranteed: 'almostCertain',
    possible: 'possible',
    possibly: 'possible',
    conceivable: 'possible',
    conceivably: 'possible',
    plausible: 'possible',
    plausibly: 'possible',
    feasible: 'possible',
    imaginable: 'possible',
    thinkable: 'possible',
    impossible: 'almostNoChance',
    inconceivable: 'almostNoChance',
    unthinkable: 'almostNoChance',
    unimaginable: 'almostNoChance',
  }),
);

/** Also used of things picked out ("certain countries", "a sure touch"): read only where they are said of something. */
const PICKY: ReadonlySet<string> = new Set(['certain', 'sure', 'definite', 'guaranteed']);
const BARELY: ReadonlySet<string> = new Set(['barely', 'remotely', 'faintly', 'just', 'hardly', 'scarcely']);
/** "Certainly possible" is possible. */
const SURE_ADVERBS: ReadonlySet<string> = new Set([
  'certainly',
  'definitely',
  'surely',
  'undoubtedly',
  'always',
  'clearly',
]);
const SAID_OF: ReadonlySet<string> = new Set('to that it he she they we you i not there'.split(' '));
const WONDERED: ReadonlySet<string> = new Set('who what how when where why which whether if'.split(' '));
const CERTAIN_NOUNS: ReadonlySet<string> = new Set(
  'victory defeat death doom ruin disaster success failure winner'.split(' '),
);
const REACH = 4;

/** Scale words with the degrees before them. Denials before them are read elsewhere. */
export function scaleHits(words: readonly Word[]): Hit[] {
  const hits: Hit[] = [];
  words.forEach(({ word }, at) => {
    const base = SCALE.get(word);
    if (base === undefined) return;
    const from = degreeStart(words, at, base);
    if (PICKY.has(word) && from === at && !isSaidOfSomething(words, at)) return;
    const degrees = words.slice(from, at).map((item) => item.word);
    const reading = applyDegrees(base, degrees, PICKY.has(word));
    const denied = deniedScale(word, base, reading);
    hits.push(plainHit({ from, to: at + 1, reading, denied: denied ?? undefined }));
  });
  return hits;
}

/** "Not even remotely possible" is no likelihood at all, "not plausible" a small one. Null where the rule of the reading holds. */
function deniedScale(word: string, base: Reading, reading: Reading): Reading | null {
  if (base !== 'possible') return null;
  if (reading !== base) return 'almostNoChance';
  return /^(?:plausibl|feasibl)/u.test(word) ? 'veryUnlikely' : null;
}

function degreeStart(words: readonly Word[], at: number, base: Reading): number {
  let from = at;
  for (let i = at - 1; i >= 0 && i >= at - REACH; i -= 1) {
    if (words[i + 1]?.gap === 'stop' || words[i + 1]?.gap === 'comma') break;
    const word = words[i]?.word ?? '';
    const isDegree =
      isDegreeWord(word) ||
      NEARLY.has(word) ||
      DEGREE_FILLERS.has(word) ||
      (base === 'possible' && BARELY.has(word));
    if (!isDegree && !(base === 'possible' && SURE_ADVERBS.has(word))) break;
    // "Nowhere near certain" denies; "more than just possible" is more than barely so.
    if (word === 'near' && words[i - 1]?.word === 'nowhere') break;
    if (word === 'just' && words[i - 1]?.word === 'than') break;
    // "Anything but certain" denies; "all but certain" does not.
    if (word === 'but' && words[i - 1]?.word !== 'all') break;
    // "All too likely", "all but certain"; in "not at all likely" it belongs to the denial.
    if (word === 'all' && !['too', 'but'].includes(words[i + 1]?.word ?? '')) break;
    from = i;
  }
  return from;
}

function applyDegrees(base: Reading, degrees: readonly string[], isPicky: boolean): Reading {
  const has = (set: ReadonlySet<string>): boolean => degrees.some((word) => set.has(word));
  if (base === 'possible') return has(BARELY) ? 'veryUnlikely' : base;
  if (base === 'almostCertain') return isPicky && has(MODERATORS) ? 'veryLikely' : base;
  if (base === 'likely') return has(EXTREME) ? 'extremelyLikely' : has(INTENSIFIERS) ? 'veryLikely' : base;
  if (base !== 'unlikely') return base;
  if (has(VANISHING)) return 'almostNoChance';
  return has(EXTREME) ? 'extremelyUnlikely' : has(INTENSIFIERS) ? 'veryUnlikely' : base;
}

/** "Is certain", "sure to", "not certain", "certain victory"; not "certain countries". */
function isSaidOfSomething(words: readonly Word[], at: number): boolean {
  if (words.length === 1) return true;
  const before = words[at - 1]?.word ?? '';
  const after = words[at + 1];
  if (after !== undefined && WONDERED.has(after.word)) return false;
  if (COPULAS.has(before) && words[at - 2]?.word !== 'there') return true;
  if (after !== undefined && after.gap === 'none' && SAID_OF.has(after.word)) return true;
  // "Likely, even certain", "not only likely but certain".
  const isLast = after === undefined || after.gap !== 'none';
  if (isLast && ['but', 'even', 'or'].includes(before)) return true;
  return negatorBefore(words, at) !== null || CERTAIN_NOUNS.has(after?.word ?? '');
}
