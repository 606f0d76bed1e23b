import { wordSet } from './word-set.js';
import type { Token } from './nlp.js';
import { isNominal, startsPhrase } from './statement-body.js';
import { findVerbGroups } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

const TIME_NOUN =
  /^(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|quarters?|half|weekend|morning|afternoon|evening|night|midnight|noon|today|yesterday|tomorrow|tonight|now|then|christmas|easter|mid-century|year-end|run|term|time|point|moment|\d{4}s?)$/u;

export const isTimeNoun = (token: Token | undefined): boolean =>
  token !== undefined && TIME_NOUN.test(token.lower);

/** Whether a noun phrase begins at `i`; "even", "only", "about" only before one. */
function startsPhraseAt(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (token.pos !== 'ADV' && token.pos !== 'ADP') return startsPhrase(token);
  const next = tokens[i + 1];
  return startsPhrase(token) && next !== undefined && next.pos !== 'ADP' && startsPhrase(next);
}

function opensLead(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (token.pos === 'ADP' || token.pos === 'ADV') return !startsPhraseAt(tokens, i) || startsTime(tokens, i);
  return (
    token.pos === 'SCONJ' ||
    (token.pos === 'PART' && token.lower === 'to') ||
    (token.pos === 'VERB' && /(?:ing|ed|en)$/u.test(token.lower))
  );
}

/** "Around 11 minutes later, ...": a span of time up to a comma. */
function startsTime(tokens: readonly Token[], i: number): boolean {
  const comma = tokens.findIndex(({ lower }, k) => k > i && k < i + 7 && lower === ',');
  return (
    comma > i &&
    /^(?:later|on|earlier|afterwards)$/u.test(tokens[comma - 1]?.lower ?? '') &&
    tokens.slice(i, comma).some(isTimeNoun)
  );
}

/**
 * Where the subject of the verb at `verbAt` begins: after the phrases of time, place or manner that open the clause.
 *
 * @returns `from` where nothing comes before the subject
 */
export function splitLead(tokens: readonly Token[], from: number, verbAt: number): number {
  let last = verbAt - 1;
  while (last > from && tokens[last]?.pos === 'ADV') last -= 1;
  // Nothing but a pronoun in the nominative can be the subject it stands in.
  if (
    last > from &&
    /^(?:i|he|she|we|they|it)$/u.test(tokens[last]?.lower ?? '') &&
    (isNominal(tokens[last - 1]) || tokens[last - 1]?.lower === ',')
  )
    return last;
  let at = from;
  for (let steps = 0; steps < 6 && at < verbAt; steps += 1) {
    const next = leadEnd(tokens, at, verbAt);
    if (next === at || next >= verbAt || !tokens.slice(next, verbAt).some(isSubjectWord)) break;
    at = next;
  }
  return at;
}

const isSubjectWord = (token: Token): boolean =>
  isNominal(token) || token.pos === 'DET' || token.pos === 'VERB' || token.pos === 'ADJ';

/** The end of one opening phrase at `at`; `at` where none opens there. */
function leadEnd(tokens: readonly Token[], at: number, verbAt: number): number {
  const first = tokens[at];
  if (first === undefined) return at;
  if (first.lower === ',') return at + 1;
  if (isTimePhrase(tokens, at)) return timePhraseEnd(tokens, at, verbAt);
  // "Fifteen minutes into the descent the parachute"
  if (
    first.pos === 'NUM' &&
    isTimeNoun(tokens[at + 1]) &&
    tokens[at + 2]?.pos === 'ADP' &&
    tokens[at + 2]?.lower !== 'of'
  ) {
    const end = prepositionalEnd(tokens, at + 2, verbAt);
    return end === at + 2 ? at : end;
  }
  if (!opensLead(tokens, at)) return at;
  // "According to their evaluation the leadership will"
  if (first.lower === 'according' && tokens[at + 1]?.lower === 'to') {
    const end = prepositionalEnd(tokens, at + 1, verbAt);
    if (end > at + 1) return end;
  }
  const comma = commaBefore(tokens, at, verbAt);
  const isGerundSubject = first.pos === 'VERB' && first.lower.endsWith('ing') && comma === null;
  if (isGerundSubject) return at;
  if (comma !== null) return comma + 1;
  if (first.pos === 'ADV') return at + 1;
  return first.pos === 'ADP' ? prepositionalEnd(tokens, at, verbAt) : at;
}

/** "Next year the fund will", "this week", "two years later": a phrase of time without a preposition. */
function isTimePhrase(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  return (
    (/^(?:next|this|last|each|every|one|some|later|early|late)$/u.test(first?.lower ?? '') &&
      isTimeNoun(second) &&
      !(second?.lower === 'second' && tokens[at + 2]?.pos === 'NOUN') &&
      (startsPhrase(tokens[at + 2]) || tokens[at + 2]?.lower === ',')) ||
    (/^(?:tomorrow|today|tonight|someday)$/u.test(first?.lower ?? '') &&
      (startsPhrase(second) || second?.lower === ','))
  );
}

function timePhraseEnd(tokens: readonly Token[], at: number, verbAt: number): number {
  let i = at;
  while (
    i < verbAt &&
    (isTimeNoun(tokens[i]) ||
      /^(?:next|this|last|each|every|one|some|later|early|late)$/u.test(tokens[i]?.lower ?? ''))
  )
    i += 1;
  return i;
}

/** The comma that closes an opening phrase: the first after which a noun phrase begins. */
function commaBefore(tokens: readonly Token[], at: number, verbAt: number): number | null {
  for (let i = at + 1; i < verbAt; i += 1) {
    if (tokens[i]?.lower !== ',') continue;
    const next = tokens[i + 1];
    if (i + 1 < verbAt && startsPhraseAt(tokens, i + 1) && !isListAhead(tokens, at, i, verbAt)) return i;
    if (i + 1 < verbAt && (next?.pos === 'VERB' || opensLead(tokens, i + 1))) return i;
  }
  return null;
}

/** "In France, Italy and Spain prices will": the comma stands in a list. */
function isListAhead(tokens: readonly Token[], from: number, comma: number, verbAt: number): boolean {
  if (comma - from > 4 || isTimeNoun(tokens[comma - 1]) || tokens[comma - 1]?.lower === 'later') return false;
  const rest = tokens.slice(comma + 1, verbAt);
  const and = rest.findIndex(({ lower }) => lower === 'and' || lower === 'or');
  return and > 0 && and <= 3 && rest.slice(and + 2).some(startsPhrase) && tokens[from]?.pos === 'ADP';
}

/** "By 2100 its population", "In April the IMF": a preposition with its phrase, until another phrase begins. */
function prepositionalEnd(tokens: readonly Token[], at: number, verbAt: number): number {
  let i = at + 1;
  let hasNoun = false;
  while (i < verbAt) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (token === undefined) break;
    if (token.pos === 'ADP') {
      hasNoun = false;
      i += 1;
      continue;
    }
    const isYear = /^(?:1[5-9]|20|21)\d\ds?$/u.test(before?.lower ?? '');
    const startsNew =
      (token.pos === 'DET' &&
        !/^(?:dollars|euros|pounds|cents|times|yen|francs|points)$/u.test(before?.lower ?? '')) ||
      token.pos === 'PRON' ||
      token.lower === 'there' ||
      (token.pos === 'PROPN' && before?.pos === 'NOUN') ||
      (isYear && startsPhrase(token)) ||
      (isTimeNoun(before) &&
        startsPhrase(token) &&
        token.lower !== 'and' &&
        !/^(?:\d|of)/u.test(token.lower));
    if (hasNoun && startsNew) return i;
    if (isNominal(token)) hasNoun = true;
    if (token.pos === 'VERB' || token.pos === 'AUX' || token.lower === ',') break;
    i += 1;
  }
  return at;
}

/** Whether a verb group can be what a clause says: not "to fall", not a lone "falling". */
export function isFiniteGroup(tokens: readonly Token[], group: VerbGroup): boolean {
  if (group.form === 'infinitive' || group.form === 'participle') return false;
  // "being sold", "having been sold"
  if (tokens[group.from]?.lower === 'being' || tokens[group.from]?.lower === 'having') return false;
  return group.to - group.from > 1 || !/.{2}ing$/u.test(tokens[group.verb]?.lower ?? '');
}

/** The first finite verb that is not part of the subject or of an opening phrase. */
export function findMainGroup(tokens: readonly Token[], from = 0): VerbGroup | null {
  let relativeFrom = -1;
  const finite = findVerbGroups(tokens, from).filter((group) => isFiniteGroup(tokens, group));
  for (const [k, group] of finite.entries()) {
    if (k < finite.length - 1 && (isContact(tokens, group) || isLooseParticiple(tokens, group))) continue;
    const relative = openRelative(tokens, group.from, from);
    if (relative !== null && relative !== relativeFrom) {
      relativeFrom = relative;
      continue;
    }
    if (isReduced(tokens, group, from)) continue;
    return group;
  }
  return finite.find(({ modal }) => modal !== null) ?? finite[finite.length - 1] ?? null;
}

/** "The rate projected by the model", ", called Matchpoint,": a participle, whatever follows. */
function isLooseParticiple(tokens: readonly Token[], group: VerbGroup): boolean {
  const isAfterNoun = isNominal(tokens[group.from - 1]);
  if (group.to - group.from === 1 && isAfterNoun && tokens[group.to]?.lower === 'by' && group.modal === null)
    return true;
  if (
    group.form !== 'past' ||
    group.to - group.from !== 1 ||
    !/(?:ed|en|t|n)$/u.test(tokens[group.verb]?.lower ?? '')
  )
    return false;
  // "with the capital divided"
  const opening = tokens.slice(Math.max(0, group.from - 5), group.from);
  if (
    isAfterNoun &&
    opening.some(({ lower }) => lower === 'with') &&
    /^[,]?$/u.test(tokens[group.to]?.lower ?? '')
  )
    return true;
  return (
    tokens[group.from - 1]?.lower === ',' &&
    isNominal(tokens[group.from - 2]) &&
    !isNominal(tokens[group.from])
  );
}

/** "In the projections I just described, the economy": a pronoun right after a noun opens a clause about it. */
function isContact(tokens: readonly Token[], group: VerbGroup): boolean {
  let at = group.from - 1;
  while (tokens[at]?.pos === 'ADV') at -= 1;
  const noun = tokens[at - 1];
  return (
    /^(?:i|we|you|they|he|she)$/u.test(tokens[at]?.lower ?? '') && noun?.pos === 'NOUN' && !isTimeNoun(noun)
  );
}

const RELATIVES = wordSet('which who whom whose that where what whoever whatever');

/** The nearest "which", "who", "that" before a verb with no other verb between: the verb is its, not the clause's. */
function openRelative(tokens: readonly Token[], at: number, from: number): number | null {
  for (let i = at - 1; i > from && at - i < 10; i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'VERB' || token.pos === 'AUX') return null;
    if (!RELATIVES.has(token.lower)) continue;
    const before = tokens[i - 1];
    if (token.lower === 'that' && before?.pos === 'ADP') return null;
    return before !== undefined &&
      (isNominal(before) ||
        before.lower === ',' ||
        before.pos === 'ADP' ||
        before.pos === 'DET' ||
        before.pos === 'ADV')
      ? i
      : null;
  }
  const first = tokens[from];
  return /^(?:what|whoever|whatever)$/u.test(first?.lower ?? '') &&
    at - from < 8 &&
    !tokens.slice(from, at).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
    ? from
    : null;
}

/** "The rate projected by the model would": a past participle after its noun, with the clause's own verb to come. */
function isReduced(tokens: readonly Token[], group: VerbGroup, from: number): boolean {
  if (group.form !== 'past' || group.to - group.from !== 1 || group.from === from) return false;
  const verb = tokens[group.verb];
  if (verb === undefined || !isNominal(tokens[group.from - 1])) return false;
  const next = findVerbGroups(tokens, group.to).find(
    ({ form }) => form !== 'infinitive' && form !== 'participle',
  );
  if (next === undefined) return false;
  const between = tokens.slice(group.to, next.from);
  return (
    !between.some(({ lower }) => /^(?:that|which|who|and|but|,|if|when|because|while)$/u.test(lower)) &&
    (between[0]?.pos === 'ADP' || between[0]?.lower === 'to' || between.every(isTimeNoun))
  );
}
