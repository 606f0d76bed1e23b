import { observeClause, wordFeature } from './clause-features.js';
import type { ClauseContext, Features, Observer } from './clause-features.js';
import type { ClauseReasons } from './clause-reasons.js';
import { CLAUSE_WEIGHTS } from './clause-weights.js';
import type { CuedClause } from './cues.js';
import type { Token } from './nlp.js';

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(CLAUSE_WEIGHTS.weights));

/**
 * How much a clause looks like a prediction, 0-1, by the trained weights.
 *
 * @example weighClause(new Map()) < 0.5 // nothing speaks for it
 */
export function weighClause(features: Features): number {
  let sum = CLAUSE_WEIGHTS.bias;
  for (const [name, value] of features) sum += (WEIGHTS.get(name) ?? 0) * value;
  return scoreOf(sum);
}

const scoreOf = (sum: number): number => Math.round(1000 / (1 + Math.exp(-sum))) / 1000;

/** Weights by number, so that what is observed is kept in a row of numbers instead of a map of names. */
const NUMBER_OF = new Map([...WEIGHTS.keys()].map((name, number) => [name, number]));
const BY_NUMBER = Float64Array.from(WEIGHTS.values());
const UNWEIGHED = -1;
/** Words remembered; a text of made-up words must not fill the memory. */
const MOST_WORDS = 20_000;

/**
 * Weighs clauses without describing them: what has no weight is not kept, and no name of a word is put together. The same
 * sum in the same order as `weighClause` of `clauseFeatures`, which training needs in full; `weigh-clause.spec.ts` compares.
 */
class Scales implements Observer {
  private readonly values = new Float64Array(BY_NUMBER.length);
  private readonly seen: number[] = [];
  private readonly words = new Map<string, number>();

  readonly add = (name: string, value = 1): void => {
    const number = NUMBER_OF.get(name);
    if (number !== undefined) this.put(number, value);
  };

  readonly addWord = (lemma: string, value: number): void => {
    let number = this.words.get(lemma);
    if (number === undefined) {
      number = NUMBER_OF.get(wordFeature(lemma)) ?? UNWEIGHED;
      if (this.words.size >= MOST_WORDS) this.words.clear();
      this.words.set(lemma, number);
    }
    if (number !== UNWEIGHED) this.put(number, value);
  };

  /** The score of what was put on since the last one. Values are above 0: 0 is "not there". */
  read(): number {
    let sum = CLAUSE_WEIGHTS.bias;
    for (const number of this.seen) {
      sum += (BY_NUMBER[number] ?? 0) * (this.values[number] ?? 0);
      this.values[number] = 0;
    }
    this.seen.length = 0;
    return scoreOf(sum);
  }

  private put(number: number, value: number): void {
    const before = this.values[number] ?? 0;
    if (before === 0) this.seen.push(number);
    if (before < value) this.values[number] = value;
  }
}

const SCALES = new Scales();

/** The score of a clause, as `weighClause` gives it for its features. */
export function scoreClause(
  tokens: readonly Token[],
  clause: CuedClause,
  reasons: ClauseReasons,
  context: ClauseContext,
): number {
  observeClause(tokens, clause, reasons, context, SCALES);
  return SCALES.read();
}
