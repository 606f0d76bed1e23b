import { wordSet } from './word-set.js';
import { startsCapital } from '#core/text';
import type { Token } from './nlp.js';
import { findSubject, findVerbGroups, isNegation } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

/** Tokens `from` (inclusive) to `to` (exclusive). */
interface Span {
  readonly from: number;
  readonly to: number;
}

const MEASURE = wordSet(
  'figure number sum amount level rate share half third quarter couple lot majority few handful dozen',
);
/** Things that may happen or not. */
const EVENT =
  /^(?:use|attack|invasion|war|conflict|strike|defeat|victory|failure|collapse|withdrawal|default|escalation|scenario|breakdown|blockade|devaluation|recession|crash|rupture|attempt|move|split|coup|ban|drop|rise|cut|hike|deal|agreement|government|coalition|majority|win|loss|shock|shutdown|closure|boycott|embargo|veto|merger|takeover|break-up|breakup|repeal|removal|rejection|resignation|departure|annexation|intervention|retreat|surrender|ceasefire|truce|settlement|delay|downgrade|drought|outbreak|surge|slump|spike|plunge|incursion|offensive|seizure|secession|partition|walkout|\p{L}+i[sz]ation)$/u;
const RELATIVE = wordSet('who that which');
const OF_RELATIVE = wordSet('who that which i we you he she it they');
const UNCERTAIN = wordSet("would 'd \u2019d");

/**
 * "An attack would", "any vote would", "leaving would", "the destabilisation of X would": the subject itself is the
 * condition. After "will", "may", "might", "could" only an event with "a" or "any" is ("a default will", "any attempt to stop it will").
 *
 * @param modal token of the modal
 * @param isReported somebody is said in the past to have said it: "would" may stand for "will"
 * @returns the tokens of the subject, `from` inclusive, `to` exclusive; null where it supposes nothing
 */
export function hypotheticalSubject(
  tokens: readonly Token[],
  clause: { readonly from: number },
  modal: number,
  isReported = false,
): Span | null {
  const isWould = UNCERTAIN.has(tokens[modal]?.lower ?? '');
  const to = beforeAdverbs(tokens, modal);
  const whole = { from: clause.from, to };
  // "an attack that will", "any date he would": what is said of it, in a relative clause.
  if (comesAbout(tokens, modal) || OF_RELATIVE.has(tokens[to - 1]?.lower ?? '')) return null;
  if (isAnybody(tokens, whole)) return whole;
  if (refusers(tokens, clause.from, to)) return whole;
  const from = openingOf(tokens, clause.from, to);
  const first = tokens[from];
  if (first === undefined || from >= to) return null;
  const span = { from, to };
  if (isGerund(first)) return isWould && !isReported ? span : null;
  const head = headOf(tokens, span);
  if (head === null || MEASURE.has(head.lower)) return null;
  if (!isWould) {
    const isOpen = /^(?:any|an?|such)$/u.test(first.lower);
    return isOpen && (EVENT.test(head.lower) || (first.lower === 'any' && tokens[modal]?.lower === 'will'))
      ? span
      : null;
  }
  if (/^(?:any|such|failure|doing)$/u.test(first.lower) || isEvent(tokens, span)) return span;
  return !isReported && /^(?:an?|another|use|further|more)$/u.test(first.lower) ? span : null;
}

/** Back over what stands between subject and modal: "very likely would", a quotation mark. */
function beforeAdverbs(tokens: readonly Token[], modal: number): number {
  let to = modal;
  while (
    to > 0 &&
    (tokens[to - 1]?.pos === 'ADV' || /^(?:likely|also|["\u201c\u2018'])$/u.test(tokens[to - 1]?.lower ?? ''))
  )
    to -= 1;
  return to;
}

/** Where the subject begins: at the opening of the clause, or after the last word that can open one. */
function openingOf(tokens: readonly Token[], from: number, to: number): number {
  const found = findSubject(tokens, to, from);
  const finite = findVerbGroups(tokens, from, to).filter(
    ({ form }) => form !== 'infinitive' && form !== 'participle',
  );
  let start = finite.length === 0 ? from : (finite[finite.length - 1]?.to ?? from);
  for (let i = start; i < to; i += 1)
    if (/^(?:that|,|;|:|\u2014|\u2013)$/u.test(tokens[i]?.lower ?? '') && i + 1 < to) {
      const isDetermined = /^(?:DET|ADJ|VERB|AUX)$/u.test(tokens[i + 1]?.pos ?? '');
      if (isDetermined) start = i + 1;
    }
  while (start < to && /^(?:CCONJ|PUNCT|ADV|SCONJ)$/u.test(tokens[start]?.pos ?? '')) start += 1;
  const opening = tokens[start];
  const isOpen =
    opening !== undefined && (/^(?:any|an?|such|another)$/u.test(opening.lower) || isGerund(opening));
  return isOpen || found === null ? start : found.from;
}

const isGerund = ({ pos, lower }: Token): boolean =>
  (pos === 'VERB' || pos === 'AUX') && /.{2}ing$/u.test(lower);

/** The last noun before anything that hangs on the phrase: "of", "to stop it", "involving war", "that". */
function headOf(tokens: readonly Token[], { from, to }: Span): Token | null {
  let head: Token | null = null;
  for (let i = from; i < to; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.pos === 'NOUN' || token.pos === 'NUM') head = token;
    else if (head !== null || !/^(?:DET|ADJ|ADV|NUM|PROPN|PUNCT|PART|VERB)$/u.test(token.pos)) break;
  }
  return head;
}

function isEvent(tokens: readonly Token[], { from, to }: Span): boolean {
  for (let i = from; i < to; i += 1) {
    const token = tokens[i];
    if (token?.pos === 'ADP' && i > from + 1) return false;
    if (token?.pos === 'NOUN' && EVENT.test(token.lower)) return tokens[from]?.pos !== 'PRON';
  }
  return false;
}

/** "Whoever enters", "anyone who enters", "any country that leaves": if one does. Somebody wins or loses in any case. */
function isAnybody(tokens: readonly Token[], { from, to }: Span): boolean {
  const first = tokens[from]?.lower ?? '';
  if (first === 'whoever') return !CERTAIN_FOR_SOME.has(tokens[from + 1]?.lemma.toLowerCase() ?? '');
  if (!/^(?:anyone|anybody|any)$/u.test(first)) return false;
  for (let i = from + 1; i < Math.min(to - 1, from + 4); i += 1)
    if (RELATIVE.has(tokens[i]?.lower ?? '')) return true;
  return false;
}

const CERTAIN_FOR_SOME = wordSet('win lose succeed replace become lead govern be come take follow inherit');

/** "A deal will be signed", "a vote would take place": that the thing comes about is what is claimed. */
function comesAbout(tokens: readonly Token[], modal: number): boolean {
  for (let i = modal + 1; i < modal + 6; i += 1) {
    const token = tokens[i];
    if (token === undefined || (token.pos === 'NOUN' && token.lower !== 'place')) return false;
    if (token.pos === 'VERB') return COMES_ABOUT.has(token.lower);
  }
  return false;
}

const COMES_ABOUT = wordSet(
  'reached announced held made signed struck agreed called published imposed introduced needed required found take happen occur come follow begin start arrive emerge materialise materialize open remain declared launched issued unveiled passed',
);

/** "drivers who do not sign will", "those who refuse will": some of them may. */
function refusers(tokens: readonly Token[], from: number, modal: number): boolean {
  for (let i = from + 1; i < Math.min(modal, from + 5); i += 1) {
    if (tokens[i]?.lower !== 'who') continue;
    const verb = tokens[i + 1]?.lemma.toLowerCase() ?? '';
    return /^(?:fail|refuse)$/u.test(verb) || (verb === 'do' && isNegation(tokens[i + 2]));
  }
  return false;
}

/** "it would not survive another flood": what it would not survive is supposed. */
export function survived(
  tokens: readonly Token[],
  clause: Span,
  { verb, modal, to }: VerbGroup,
): Span | null {
  const isSurviving = /^(?:survive|withstand|weather|outlast)$/u.test(
    tokens[verb]?.lemma.toLowerCase() ?? '',
  );
  if (!isSurviving || modal === 'will' || !/^(?:an?|another|any)$/u.test(tokens[to]?.lower ?? ''))
    return null;
  return { from: to, to: clause.to };
}

/** "A wet June all but guarantees a poor harvest", "any delay means a fine": said of one that may come. */
export function indefiniteCause(tokens: readonly Token[], clause: Span): Span | null {
  let from = clause.from;
  while (from < clause.to && /^(?:CCONJ|PUNCT)$/u.test(tokens[from]?.pos ?? '')) from += 1;
  if (!/^(?:an?|any|another)$/u.test(tokens[from]?.lower ?? '')) return null;
  for (let i = from + 2; i < Math.min(clause.to, from + 12); i += 1) {
    const token = tokens[i];
    if (/^(?:guarantees|means|spells|ensures)$/u.test(token?.lower ?? '')) {
      const to = tokens[i - 1]?.lower === 'but' && tokens[i - 2]?.lower === 'all' ? i - 2 : i;
      return { from, to };
    }
    if (token?.pos === 'AUX' || token?.lower === ',') return null;
  }
  return null;
}

const ORDERS = wordSet(
  'show give add take cut remove raise lose put let offer tell wait push press drop double halve stop ask feed hand leave close open sell buy ban build miss',
);

/** "Give him a year and the debt is twice as large": an order and what comes of it. */
export function ordered(tokens: readonly Token[], clause: Span): Span | null {
  const first = tokens[clause.from];
  if (first === undefined || !ORDERS.has(first.lower) || !startsCapital(first.text)) return null;
  for (let i = clause.from + 2; i < Math.min(clause.to - 2, clause.from + 20); i += 1) {
    if (tokens[i]?.lower !== 'and' && tokens[i]?.lower !== 'or') continue;
    const finite = findVerbGroups(tokens, i + 1, clause.to).find(
      ({ form }) => form === 'present' || form === 'modal',
    );
    const isOwn =
      finite !== undefined && finite.from > i + 1 && findSubject(tokens, finite.from, i + 1) !== null;
    if (isOwn) return { from: clause.from, to: i };
  }
  return null;
}

/** "Lose the next vote | and the party will replace her": the order is the clause before. */
export function orderBefore(tokens: readonly Token[], clause: Span): Span | null {
  const isJoined = /^(?:and|or)$/u.test(tokens[clause.from]?.lower ?? '');
  if (!isJoined || clause.from > 20) return null;
  return ordered(tokens, { from: 0, to: clause.to });
}
