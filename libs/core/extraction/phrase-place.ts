import { wordSet } from './word-set.js';
import type { Attribution } from './attribution.js';
import type { NameMemory } from './name-memory.js';
import type { Token } from './nlp.js';
import { subjectOf } from './subject-of.js';
import { isGenitive, isPossessivePronoun, phraseAfter, phraseBefore, tailOf } from './noun-phrase.js';
import type { Phrase } from './noun-phrase.js';
import { properName, speakerOf } from './speaker-name.js';
import type { Speaker } from './speaker-name.js';
import { canSayAnything, canSpeak, isBodyNoun, isPersonNoun, looksLikePerson } from './who-speaks.js';

/** A sentence under work. */
export interface Place {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly memory: NameMemory;
}

export function attribution(
  tokens: readonly Token[],
  i: number,
  rest: Omit<Attribution, 'verbAt' | 'verbIndex' | 'from' | 'fromAt'> & { from?: number },
): Attribution {
  const { name, from = i, bodyFrom, isTrailing, covers, kind } = rest;
  const [fromAt, verbAt] = [tokens[from]?.start ?? 0, tokens[i]?.start ?? 0];
  return { name, from, fromAt, verbAt, verbIndex: i, bodyFrom, isTrailing, covers, kind };
}

/** Who a phrase after a preposition names: with a person's name that follows its description. */
export function speakerIn({ text, tokens, memory }: Place, phrase: Phrase): Speaker | null {
  const comma =
    tokens[phrase.to]?.lower === ',' || tokens[tailOf(tokens, phrase)]?.lower === ','
      ? tailOf(tokens, phrase) + 1
      : -1;
  const after = comma === -1 ? null : phraseAfter(tokens, comma);
  const isNamed =
    after !== null &&
    properName(text, tokens, phrase) === null &&
    looksLikePerson((properName(text, tokens, after) ?? '').split(' '), false);
  const end = tailOf(tokens, phrase);
  return speakerOf(text, tokens, subjectOf(phrase, isNamed ? after : null, end), memory, true);
}

/** The owner in a phrase: "the UN" of "the UN's central path", whoever "its" is. */
export function ownerOf({ text, tokens, memory }: Place, phrase: Phrase): Speaker | null {
  const first = tokens[phrase.from];
  if (isPossessivePronoun(first)) {
    if (/^(?:my|our)$/u.test(first?.lower ?? '')) return { name: null };
    if (first?.lower === 'your') return null;
    const name = memory.resolvePronoun(first?.lower ?? '');
    return name === null ? null : { name };
  }
  for (let k = phrase.to - 1; k > phrase.from; k -= 1) {
    if (!isGenitive(tokens[k])) continue;
    // "Low's critics fear": it is the critics who do.
    if (
      tokens
        .slice(k + 1, phrase.to - 1)
        .some((word) => word.pos === 'NOUN' && (isPersonNoun(word.lower) || isBodyNoun(word.lower)))
    )
      return null;
    const owner = phraseBefore(tokens, k, phrase.from);
    const head = owner === null ? undefined : tokens[owner.head];
    if (owner === null || head === undefined || !mayOwn(tokens, phrase, head)) return null;
    return speakerOf(text, tokens, subjectOf(owner, null, owner.to), memory, !canSpeak(head));
  }
  return null;
}

const MENTAL =
  /^(?:view|opinion|account|telling|words|argument|claim|warning|position|answer|verdict|message|expectation|belief|fear|hope|conclusion|bet|guess|prophecy|promise|threat|vow|pledge|reply|intention|hunch|reckoning|worry|worries|assumption|contention)s?$/u;

/** Views and promises belong to whoever can say something; paths and figures only to those known to. */
function mayOwn(tokens: readonly Token[], phrase: Phrase, head: Token): boolean {
  return canSpeak(head) || (MENTAL.test(tokens[phrase.head]?.lower ?? '') && canSayAnything(head));
}

const REJECTION = wordSet(
  'nonsense wrong silly absurd false rubbish fantasy bluster laughable ridiculous mistaken misguided overblown implausible far-fetched unfounded unconvincing bunk baseless naive delusional fanciful propaganda exaggerated untrue dubious foolish preposterous ludicrous groundless bogus outlandish garbage hogwash hysterical unbelievable',
);

/** "X's claim that Y will win is nonsense": the sentence ends in a denial, so that the claim is the author's. */
export function isRejected(tokens: readonly Token[], at: number): boolean {
  for (let k = at; k < Math.min(tokens.length, at + 40); k += 1) {
    const token = tokens[k];
    if (token === undefined || token.lower === ';') return false;
    if (!REJECTION.has(token.lower)) continue;
    const isPredicate = tokens
      .slice(Math.max(at, k - 5), k)
      .some((word) => /^(?:is|are|was|were|seems?|sounds?|looks?|proves?|proved|be)$/u.test(word.lower));
    const next = tokens[k + 1];
    if (isPredicate && (next === undefined || next.pos === 'PUNCT' || next.pos === 'CCONJ')) return true;
  }
  return false;
}

/** "the median projection for year-end 2022": over what the forecast is for. */
export function overPrepositions(tokens: readonly Token[], i: number): number {
  let to = i + 1;
  for (let steps = 0; steps < 3; steps += 1) {
    if (tokens[to]?.pos !== 'ADP') break;
    const inner = phraseAfter(tokens, to + 1);
    if (inner === null) break;
    to = inner.to;
  }
  return to;
}
