import type { Token } from './nlp.js';

const MODAL = /^(?:will|would|may|might|could|can|shall|must)$/u;
const PARTICIPLE = /(?:ed|en|ing)$/u;
/** A base that the tagger takes for an adjective, a noun or an adverb after "will" and its adverbs. */
const ADVERBIAL = /^(?:likely|probably|more|than|soon|fast|long|further|first|only)$/u;

/**
 * Joins what the tokeniser parts inside a word ("two-in-three", "Russia-U.S.") and mends the tags that a statement depends
 * on: participles before nouns are no verbs, "likely" after a modal is an adverb, a verb after "will" is one.
 */
export function retagClause(
  tokens: readonly Token[],
  plurals: ReadonlySet<string> = new Set(),
): readonly Token[] {
  const joined = splitContractions(joinWords(tokens));
  const out = [...joined];
  const hasVerb = joined.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  joined.forEach((token, i) => {
    const pos = (hasVerb ? null : loneVerb(out, i)) ?? mendedPos(out, i, plurals);
    if (pos !== null)
      out[i] = { ...token, pos, lemma: token.pos === 'PROPN' ? token.lower.replace(/s$/u, '') : token.lemma };
  });
  return out;
}

/** "The strain causes a rise", "Georgetown rings Washington": the only word of a sentence that can be its verb. */
function loneVerb(tokens: readonly Token[], i: number): string | null {
  const [token, before, next] = [tokens[i], tokens[i - 1], tokens[i + 1]];
  if (
    token?.pos !== 'NOUN' ||
    before === undefined ||
    next === undefined ||
    tokens.slice(0, i).some(({ pos }) => pos === 'VERB')
  )
    return null;
  const isSingular =
    before.pos === 'PROPN' || (before.pos === 'NOUN' && before.lower === before.lemma.toLowerCase());
  const isForm = /[^s]s$/u.test(token.lower) && token.lower !== token.lemma.toLowerCase();
  const isBase =
    token.lower === token.lemma.toLowerCase() && (before.pos === 'NUM' || /s$/u.test(before.lower));
  const hasObject =
    ['DET', 'PRON', 'PROPN'].includes(next.pos) ||
    /^(?:no|yes)$/u.test(next.lower) ||
    (next.pos === 'NOUN' &&
      /s$/u.test(next.lower) &&
      /^(?:ADP|ADV|PUNCT)$/u.test(tokens[i + 2]?.pos ?? 'PUNCT'));
  return (isForm ? isSingular : isBase && !isSingular) && hasObject ? 'VERB' : null;
}

function mendedPos(tokens: readonly Token[], i: number, plurals: ReadonlySet<string>): string | null {
  const token = tokens[i];
  if (token === undefined) return null;
  const [before, next] = [tokens[i - 1], tokens[i + 1]];
  if (i === 0 && token.pos === 'PROPN' && plurals.has(token.lower) && isPluralVerb(next)) return 'NOUN';
  const isCompound =
    token.pos === 'VERB' &&
    token.lower === token.lemma.toLowerCase() &&
    before?.pos === 'NOUN' &&
    before.lower === before.lemma.toLowerCase() &&
    /^an?$/u.test(tokens[i - 2]?.lower ?? '');
  if (isCompound && (next === undefined || next.pos === 'PUNCT' || next.pos === 'ADP')) return 'NOUN';
  if (token.pos === 'VERB' && PARTICIPLE.test(token.lower) && isModifier(tokens, i)) return 'ADJ';
  if (token.lower === 'likely' && token.pos === 'ADJ' && afterModal(tokens, i)) return 'ADV';
  if (
    /^(?:more|than)$/u.test(token.lower) &&
    afterModal(tokens, i) &&
    (token.lower === 'than' || next?.lower === 'than')
  )
    return 'ADV';
  if (
    MODAL.test(token.lower) &&
    token.pos === 'NOUN' &&
    before !== undefined &&
    ['DET', 'PRON', 'PROPN'].includes(before.pos) &&
    next !== undefined &&
    next.lower === next.lemma.toLowerCase() &&
    /^(?:these|those|they|we|you|i|he|she|it|this|that|all|some|most|many|others)$/u.test(before.lower)
  )
    return 'AUX';
  const isBase = token.lower === token.lemma.toLowerCase() && (token.pos === 'NOUN' || token.pos === 'ADJ');
  if (
    token.lower === 'will' &&
    token.pos === 'NOUN' &&
    before?.pos === 'NOUN' &&
    next !== undefined &&
    (next.lower === 'likely' || next.lower === 'probably')
  )
    return 'AUX';
  if (
    /^(?:NOUN|ADJ)$/u.test(token.pos) &&
    token.lower === token.lemma.toLowerCase() &&
    afterModal(tokens, i) &&
    /^(?:likely|than)$/u.test(before?.lower ?? '') &&
    next?.pos !== 'NOUN'
  )
    return 'VERB';
  if (
    isBase &&
    before !== undefined &&
    before.pos === 'AUX' &&
    MODAL.test(before.lower) &&
    i > 1 &&
    next?.pos !== 'NOUN' &&
    next?.pos !== 'VERB' &&
    next?.pos !== 'AUX'
  )
    return 'VERB';
  return null;
}

const isPluralVerb = (token: Token | undefined): boolean =>
  token !== undefined &&
  (MODAL.test(token.lower) ||
    /^(?:are|were|have|do|wo)$/u.test(token.lower) ||
    (token.pos === 'VERB' && token.lower === token.lemma.toLowerCase()));

/** "more imported cases", "a planned strike", "and related events are": before a noun, after what opens a phrase. */
function isModifier(tokens: readonly Token[], i: number): boolean {
  const [before, next] = [tokens[i - 1], tokens[i + 1]];
  if (next?.pos !== 'NOUN' && next?.pos !== 'PROPN') return false;
  if (/ing$/u.test(tokens[i]?.lower ?? '')) return before?.pos === 'DET' || before?.pos === 'ADJ';
  if (before === undefined || before.pos === 'CCONJ') return tokens[i + 2]?.pos === 'AUX';
  return (
    before.pos === 'DET' ||
    before.pos === 'ADJ' ||
    before.pos === 'NUM' ||
    /^(?:more|most|less|newly|recently|further|highly|these|no|any)$/u.test(before.lower)
  );
}

/** Plural nouns of a sentence, small: what a capital at the opening of another may be ("Chipsets will"). */
export const pluralsIn = (tokens: readonly Token[]): string[] =>
  tokens
    .filter(
      ({ pos, text, lower, lemma }) =>
        pos === 'NOUN' && text === lower && /s$/u.test(lower) && lower !== lemma.toLowerCase(),
    )
    .map(({ lower }) => lower);

function afterModal(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k -= 1) {
    const token = tokens[k];
    if (token === undefined) return false;
    if (token.pos === 'AUX' && (MODAL.test(token.lower) || /^(?:['\u2019]ll|wo)$/u.test(token.lower)))
      return true;
    if (token.pos !== 'ADV' && token.pos !== 'PART' && !ADVERBIAL.test(token.lower)) return false;
  }
  return false;
}

/** "I'm swimming", taken for one name and a noun. */
function splitContractions(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, i): Token[] => {
    const match = /^(i|we|you|they|he|she|it)(['\u2019](?:m|re|ll|d|ve|s))$/iu.exec(token.text);
    const before = tokens[i - 1];
    if (match === null) {
      const isDoing =
        before !== undefined &&
        /^(?:i|we|you|they|he|she|it)['\u2019](?:m|re|s)$/iu.test(before.text) &&
        /ing$/u.test(token.lower);
      return [isDoing ? { ...token, pos: 'VERB' } : token];
    }
    const [, who, verb] = match;
    const at = token.start + (who?.length ?? 0);
    const lemma = /m$|re$|s$/u.test(verb ?? '')
      ? 'be'
      : /ll$/u.test(verb ?? '')
        ? 'will'
        : /ve$/u.test(verb ?? '')
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
      (mark.text === '.' && /^\p{Lu}/u.test(next.text)) ||
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
