import { wordSet } from './word-set.js';
import { startsCapital } from '#core/text';
import { SINGULAR_NAMES } from './agreement.js';
import { taggedAs } from './nlp.js';
import type { Token } from './nlp.js';
import type { TextWords } from './text-words.js';
import { isNegation } from './verb-groups.js';

type OpeningWords = Pick<TextWords, 'plurals' | 'names'>;

const MODAL = wordSet('will would may might could can shall must');
const ADVERBS_AFTER_MODAL = wordSet('likely more than');
const PLANS = wordSet('plans aims hopes vows promises moves looks plots bids');
const isNounOrAdjective = ({ pos }: Token): boolean => pos === 'NOUN' || pos === 'ADJ';
const PARTICIPLE = /(?:ed|en|ing)$/u;
/** A base that the tagger takes for an adjective, a noun or an adverb after "will" and its adverbs. */
const ADVERBIAL = wordSet('likely probably more than soon fast long further first only');

/**
 * Joins what the tokeniser parts inside a word ("two-in-three", "Russia-U.S.") and mends the tags that a statement depends
 * on: participles before nouns are no verbs, "likely" after a modal is an adverb, a verb after "will" is one.
 */
export function retagClause(
  tokens: readonly Token[],
  words: OpeningWords = { plurals: new Set(), names: new Set() },
): readonly Token[] {
  const joined = splitContractions(joinWords(tokens));
  const out = [...joined];
  const hasVerb = joined.some(
    ({ pos }, i) =>
      (pos === 'VERB' || pos === 'AUX') && !(joined[i - 1]?.lower === 'to' && joined[i - 1]?.pos === 'PART'),
  );
  joined.forEach((token, i) => {
    const pos = (hasVerb ? null : loneVerb(out, i)) ?? mendedPos(out, i, words);
    if (pos !== null)
      out[i] = taggedAs(token, pos, token.pos === 'PROPN' ? token.lower.replace(/s$/u, '') : token.lemma);
  });
  return out;
}

/** "The strain causes a rise", "Georgetown rings Washington": the only word of a sentence that can be its verb. */
function loneVerb(tokens: readonly Token[], i: number): string | null {
  const [token, before, next] = [tokens[i], tokens[i - 1], tokens[i + 1]];
  if (token === undefined || before === undefined || !isNounOrAdjective(token)) return null;
  if (tokens.slice(0, i).some(({ pos }) => pos === 'VERB')) return null;
  const isSingular = before.pos === 'PROPN' || (before.pos === 'NOUN' && isBase(before));
  const isSix = before.pos === 'NUM' && tokens[i - 2]?.lower === 'the';
  const isPluralSubject = isSix || (before.pos !== 'NUM' && before.lower.endsWith('s'));
  // "40 mills close": at the end, an adjective that can be a verb.
  if (token.pos === 'ADJ')
    return next === undefined && before.pos === 'NOUN' && isPluralSubject && isBase(token) ? 'VERB' : null;
  const isForm = /[^s]s$/u.test(token.lower) && !isBase(token);
  const isOwn = isForm ? isSingular : isBase(token) && isPluralSubject && !isSingular;
  return isOwn && canFollowVerb(next, tokens[i + 2]) ? 'VERB' : null;
}

function canFollowVerb(next: Token | undefined, second: Token | undefined): boolean {
  if (next === undefined) return false;
  if (/^(?:DET|PRON|PROPN)$/u.test(next.pos) || /^(?:no|yes)$/u.test(next.lower)) return true;
  if (next.lower === 'to' && next.pos === 'PART') return true;
  return (
    next.pos === 'NOUN' && next.lower.endsWith('s') && /^(?:ADP|ADV|PUNCT)$/u.test(second?.pos ?? 'PUNCT')
  );
}

function mendedPos(tokens: readonly Token[], i: number, words: OpeningWords): string | null {
  const token = tokens[i];
  if (token === undefined) return null;
  if (i === 0 && token.pos === 'PROPN' && opensWithPlural(tokens, words)) return 'NOUN';
  // "Ford Motor is changing": a name taken for an order.
  if (
    i === 0 &&
    token.pos === 'VERB' &&
    isBase(token) &&
    tokens[1]?.pos === 'PROPN' &&
    tokens.slice(2, 6).some(({ pos }) => pos === 'AUX') &&
    startsCapital(token.text)
  )
    return 'PROPN';
  if (token.pos === 'VERB' && (isCompoundNoun(tokens, i) || isCounted(tokens, i))) return 'NOUN';
  if (token.pos === 'VERB' && (PARTICIPLE.test(token.lower) || !isBase(token)) && isModifier(tokens, i))
    return 'ADJ';
  if (isPlanning(tokens, i)) return 'VERB';
  if (isAdverbAfterModal(tokens, i)) return 'ADV';
  if (isHiddenModal(tokens, i)) return 'AUX';
  return isVerbAfterModal(tokens, i) ? 'VERB' : null;
}

const isBase = (token: Token): boolean => token.lower === token.lemma.toLowerCase();

/** "Chipsets will", "Funds are": a plural noun that opens a sentence, taken for a name. */
function opensWithPlural([token, next]: readonly Token[], words: OpeningWords): boolean {
  if (token === undefined) return false;
  if (/^(?:are|were|have|do)$/u.test(next?.lower ?? '') && /[^s]s$/u.test(token.lower)) return true;
  return (words.plurals.has(token.lower) || isUnknownPlural(token, words)) && isPluralVerb(next);
}

/** "a photo finish", "a satellite launch or": the second noun, taken for a verb. */
function isCompoundNoun(tokens: readonly Token[], i: number): boolean {
  const [token, before, next] = [tokens[i], tokens[i - 1], tokens[i + 1]];
  if (token === undefined || !isBase(token) || before?.pos !== 'NOUN' || !isBase(before)) return false;
  if (!/^an?$/u.test(tokens[i - 2]?.lower ?? '')) return false;
  return next === undefined || /^(?:PUNCT|ADP|CCONJ)$/u.test(next.pos);
}

/** "The agency plans to end": a plan that somebody has, taken for a noun. */
function isPlanning(tokens: readonly Token[], i: number): boolean {
  const [token, before] = [tokens[i], tokens[i - 1]];
  if (token?.pos !== 'NOUN' || !PLANS.has(token.lower)) return false;
  const isSingular = before?.pos === 'PROPN' || (before?.pos === 'NOUN' && isBase(before));
  const isInfinitive = tokens[i + 1]?.lower === 'to' && /^(?:VERB|AUX)$/u.test(tokens[i + 2]?.pos ?? '');
  return isSingular && isInfinitive && !tokens.slice(0, i).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

/** "40 mill closures": between a number and a plural. */
const isCounted = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.pos === 'NUM' && tokens[i + 1]?.pos === 'NOUN' && (tokens[i + 1]?.lower ?? '').endsWith('s');

/** "will likely", "would more than triple" */
function isAdverbAfterModal(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]?.lower ?? '';
  if (i === 0 || !ADVERBS_AFTER_MODAL.has(word) || !afterModal(tokens, i)) return false;
  return word === 'likely' ? tokens[i]?.pos === 'ADJ' : word === 'than' || tokens[i + 1]?.lower === 'than';
}

const SUBJECT_WORD = wordSet('these those they we you i he she it this that all some most many others');

/** "Those will drift", "the weekend will likely": a modal taken for a noun. */
function isHiddenModal(tokens: readonly Token[], i: number): boolean {
  const [token, before, next] = [tokens[i], tokens[i - 1], tokens[i + 1]];
  if (token?.pos !== 'NOUN' || !MODAL.has(token.lower) || next === undefined) return false;
  if (SUBJECT_WORD.has(before?.lower ?? '') && before?.pos !== 'NOUN') return isBase(next);
  return before?.pos === 'NOUN' && /^(?:likely|probably)$/u.test(next.lower);
}

/** "will likely result", "might well close": a verb taken for a noun or an adjective. */
function isVerbAfterModal(tokens: readonly Token[], i: number): boolean {
  const [token, before, next] = [tokens[i], tokens[i - 1], tokens[i + 1]];
  if (token === undefined || before === undefined || !isNounOrAdjective(token) || !isBase(token))
    return false;
  if (before.lower === 'likely') return afterModal(tokens, i) && tokens[i + 2]?.pos !== 'VERB';
  if (before.lower === 'than') return afterModal(tokens, i) && next?.pos !== 'NOUN';
  return i > 1 && afterModal(tokens, i) && !/^(?:NOUN|VERB|AUX)$/u.test(next?.pos ?? '');
}

/** "Chipsets will": a capital that opens a sentence, of a word that is a name nowhere in the text. */
const isUnknownPlural = ({ lower }: Token, { names }: Pick<TextWords, 'names'>): boolean =>
  !names.has(lower) && /[^sui]s$/u.test(lower) && !SINGULAR_NAMES.has(lower);

const isPluralVerb = (token: Token | undefined): boolean =>
  token !== undefined &&
  (MODAL.has(token.lower) ||
    /^(?:are|were|have|do|wo)$/u.test(token.lower) ||
    (token.pos === 'VERB' && token.lower === token.lemma.toLowerCase()));

/** "more imported cases", "a planned strike", "and related events are": before a noun, after what opens a phrase. */
function isModifier(tokens: readonly Token[], i: number): boolean {
  const [before, next] = [tokens[i - 1], tokens[i + 1]];
  if (next?.pos !== 'NOUN' && next?.pos !== 'PROPN') return false;
  if ((tokens[i]?.lower ?? '').endsWith('ing')) return before?.pos === 'DET' || before?.pos === 'ADJ';
  if (before === undefined || before.pos === 'CCONJ') return tokens[i + 2]?.pos === 'AUX';
  return (
    before.pos === 'DET' ||
    before.pos === 'ADJ' ||
    before.pos === 'NUM' ||
    /^(?:more|most|less|newly|recently|further|highly|these|no|any)$/u.test(before.lower)
  );
}

function afterModal(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k -= 1) {
    const token = tokens[k];
    if (token === undefined) return false;
    if (token.pos === 'AUX' && (MODAL.has(token.lower) || /^(?:['\u2019]ll|wo)$/u.test(token.lower)))
      return true;
    // "does not open"
    if (/^(?:do|does|did)$/u.test(token.lower) && token.pos === 'AUX') return isNegation(tokens[k + 1]);
    if (token.pos !== 'ADV' && token.pos !== 'PART' && !ADVERBIAL.has(token.lower)) return false;
  }
  return false;
}

const CONTRACTION = /^(i|we|you|they|he|she|it)(['\u2019](?:m|re|ll|d|ve|s))$/iu;
const isContraction = (text: string): boolean =>
  (hasApostrophe(text, text.length - 2) || hasApostrophe(text, text.length - 3)) && CONTRACTION.test(text);

/** Whether an apostrophe stands at a place inside a word. */
function hasApostrophe(text: string, at: number): boolean {
  if (at < 1) return false;
  const mark = text.charCodeAt(at);
  return mark === 39 || mark === 0x20_19;
}

/** "I'm swimming", taken for one name and a noun. */
function splitContractions(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => isContraction(text))) return tokens;
  return tokens.flatMap((token, i): Token[] => {
    const match = isContraction(token.text) ? CONTRACTION.exec(token.text) : null;
    const before = tokens[i - 1];
    if (match === null) {
      const isDoing =
        before !== undefined &&
        /^(?:i|we|you|they|he|she|it)['\u2019](?:m|re|s)$/iu.test(before.text) &&
        token.lower.endsWith('ing');
      return [isDoing ? taggedAs(token, 'VERB') : token];
    }
    const [, who, verb] = match;
    const at = token.start + (who?.length ?? 0);
    const lemma = /m$|re$|s$/u.test(verb ?? '')
      ? 'be'
      : (verb ?? '').endsWith('ll')
        ? 'will'
        : (verb ?? '').endsWith('ve')
          ? 'have'
          : 'would';
    const lower = (verb ?? '').toLowerCase().replace(/\u2019/gu, "'");
    return [
      {
        ...token,
        text: who ?? '',
        lower: (who ?? '').toLowerCase(),
        lemma: (who ?? '').toLowerCase(),
        pos: 'PRON',
        end: at,
      },
      { ...token, text: verb ?? '', lower, lemma, pos: 'AUX', start: at },
    ];
  });
}

/** Words that touch with a hyphen, a point or a slash between them are one: the last decides what it is. */
function joinWords(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  let i = 0;
  while (i < tokens.length) {
    let to = i;
    while (joinsAt(tokens, to)) to += 2;
    const first = tokens[i];
    const last = tokens[to];
    if (first === undefined || last === undefined) break;
    out.push(to === i ? first : compound(tokens.slice(i, to + 1), first, last));
    i = to + 1;
  }
  return out;
}

function joinsAt(tokens: readonly Token[], i: number): boolean {
  const [word, mark, next] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  return (
    word !== undefined &&
    mark !== undefined &&
    next !== undefined &&
    word.end === mark.start &&
    mark.end === next.start &&
    word.end > word.start &&
    /[\p{L}\p{N}]$/u.test(word.text) &&
    /^[\p{L}\p{N}]/u.test(next.text) &&
    (/^[-\u2010\u2011/]$/u.test(mark.text) ||
      (mark.text === '\u2013' && /^\p{L}/u.test(next.text)) ||
      (mark.text === '.' && startsCapital(next.text)) ||
      mark.text === '_')
  );
}

function compound(parts: readonly Token[], first: Token, last: Token): Token {
  const text = parts.map((part) => part.text).join('');
  const isPlural = last.pos === 'NOUN' && last.lower !== last.lemma.toLowerCase();
  const lower = text.toLowerCase();
  const isNumber = parts.every(
    ({ pos, lower: word }) =>
      pos === 'NUM' || pos === 'PUNCT' || word === 'in' || word === 'to' || word === 'of',
  );
  const pos = isNumber
    ? 'NUM'
    : last.pos === 'VERB' || last.pos === 'ADP' || last.pos === 'ADV'
      ? 'ADJ'
      : last.pos;
  return {
    text,
    lower,
    lemma: isPlural ? lower.slice(0, lower.length - last.lower.length) + last.lemma.toLowerCase() : lower,
    pos,
    start: first.start,
    end: last.end,
  };
}
