import type { Token } from './nlp.js';

/** Where a pattern and its parts were found: tokens `from` (inclusive) to `to` (exclusive). */
export interface PatternMatch {
  readonly to: number;
  /** Places of the parts in angle brackets, in order. */
  readonly parts: readonly { readonly from: number; readonly to: number }[];
}

interface Slot {
  readonly words: ReadonlySet<string>;
  readonly isOptional: boolean;
  /** "adv", "np", "mod": a run of tokens instead of one word. */
  readonly run: string | null;
}

export type TokenPattern = readonly Slot[];

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const RUNS: Readonly<Record<string, { most: number; least: number; fits: (token: Token) => boolean }>> = {
  adv: {
    least: 0,
    most: 3,
    fits: (token) => token.pos === 'ADV' || token.lower === 'not' || token.lower === "n't",
  },
  np: {
    least: 1,
    most: 18,
    fits: (token) =>
      ['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADP', 'CCONJ', 'SYM', 'ADV'].includes(token.pos) ||
      /^(?:['\u2019]s?|[-\u2013,&/])$/u.test(token.text),
  },
  /** What stands before a noun: "a two-in-three", "only about a 30%", "a slim". */
  mod: {
    least: 0,
    most: 11,
    fits: (token) =>
      ['DET', 'ADJ', 'NUM', 'SYM', 'ADV'].includes(token.pos) ||
      /^(?:-|in|than|per|cent|percent|to|out|of|odd|little|half|third|quarter|fifth|tenth|coin|flip|about|around|roughly|over|under)$/u.test(
        token.lower,
      ),
  },
};

/**
 * Compiles a pattern of neighbouring words: `a|b` alternatives (forms or lemmas), `x?` optional, `<adv>` up to three
 * adverbs, `<np>` a noun phrase, `<mod>` what stands before a noun. Runs are bounded, so matching is, too.
 */
export function compilePattern(words: string): TokenPattern {
  return words.split(' ').map((part) => {
    const run = /^<(\w+)>$/u.exec(part)?.[1] ?? null;
    const isOptional = run === null && part.length > 1 && part.endsWith('?');
    return { words: new Set((isOptional ? part.slice(0, -1) : part).split('|')), isOptional, run };
  });
}

/** Where `pattern` ends when it begins at token `at`, with its parts; null where it does not fit. */
export function matchPattern(
  pattern: TokenPattern,
  tokens: readonly Token[],
  at: number,
): PatternMatch | null {
  return matchFrom(pattern, tokens, at, 0);
}

function matchFrom(
  pattern: TokenPattern,
  tokens: readonly Token[],
  at: number,
  index: number,
): PatternMatch | null {
  const slot = pattern[index];
  if (slot === undefined) return { to: at, parts: [] };
  if (slot.run !== null) return matchRun(pattern, tokens, at, index);
  const token = tokens[at];
  if (token !== undefined && isIn(slot.words, token)) {
    const rest = matchFrom(pattern, tokens, at + 1, index + 1);
    if (rest !== null) return rest;
  }
  return slot.isOptional ? matchFrom(pattern, tokens, at, index + 1) : null;
}

/** The shortest run after which the rest fits. */
function matchRun(
  pattern: TokenPattern,
  tokens: readonly Token[],
  at: number,
  index: number,
): PatternMatch | null {
  const run = RUNS[pattern[index]?.run ?? ''];
  if (run === undefined) return null;
  for (let length = 0; length <= run.most; length += 1) {
    const last = tokens[at + length - 1];
    if (length > 0 && (last === undefined || !run.fits(last))) return null;
    if (length < run.least || (run.least > 0 && !NOMINAL.has(last?.pos ?? ''))) continue;
    const rest = matchFrom(pattern, tokens, at + length, index + 1);
    if (rest !== null) return { to: rest.to, parts: [{ from: at, to: at + length }, ...rest.parts] };
  }
  return null;
}

/** Its form or its lemma, which mostly are the same. */
const isIn = (words: ReadonlySet<string>, { lower, lemma }: Token): boolean =>
  words.has(lower) || (lemma !== lower && words.has(lemma.toLowerCase()));

const FIRSTS = new WeakMap<readonly TokenPattern[], ReadonlySet<string> | null>();

/** The words with which one of the patterns can begin; null where one of them can begin with any. */
function firstWords(patterns: readonly TokenPattern[]): ReadonlySet<string> | null {
  const known = FIRSTS.get(patterns);
  if (known !== undefined) return known;
  const openings = patterns.map((pattern) => {
    const end = pattern.findIndex(({ run, isOptional }) => run !== null || !isOptional);
    return end === -1 || pattern[end]?.run !== null ? null : pattern.slice(0, end + 1);
  });
  const slots = openings.every((opening) => opening !== null) ? openings.flat() : null;
  const firsts = slots === null ? null : new Set(slots.flatMap(({ words }) => [...words]));
  FIRSTS.set(patterns, firsts);
  return firsts;
}

/** The first of several patterns that fits at `at`. */
export function matchAny(
  patterns: readonly TokenPattern[],
  tokens: readonly Token[],
  at: number,
): PatternMatch | null {
  const firsts = firstWords(patterns);
  const token = tokens[at];
  if (firsts !== null && (token === undefined || !isIn(firsts, token))) return null;
  for (const pattern of patterns) {
    const found = matchPattern(pattern, tokens, at);
    if (found !== null) return found;
  }
  return null;
}
