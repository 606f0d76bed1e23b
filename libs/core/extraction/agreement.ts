import { wordSet } from './word-set.js';
import type { Token } from './nlp.js';

const PLURAL_WORDS = new Set(
  'they them we us you these those many both few several others people police staff men women children media dozens scores hundreds thousands millions'.split(
    ' ',
  ),
);
const SINGULAR_WORDS = new Set(
  'he she it this that everyone everybody everything someone somebody something anyone anybody anything nobody nothing none each one another much little news economics politics mathematics physics series species headquarters crossroads works gas chaos crisis basis status bus virus census focus'.split(
    ' ',
  ),
);
/** "half of them", "most of the work", "70 percent of that": the noun after "of" decides. */
const FRACTIONS = wordSet(
  'most all some half more plenty lots lot rest majority none any third quarter two-thirds percent cent % part number range string wave series couple handful',
);
const SINGULAR_FRACTION = wordSet('part wave series string range rest');
/** Names that end in s and are one thing. */
export const SINGULAR_NAMES = wordSet(
  'states nations netherlands philippines emirates maldives bahamas honduras cyprus paris athens brussels texas kansas arkansas illinois massachusetts wales laos times reuters airlines airways motors systems foods industries partners holdings labs studios games brothers sons securities services technologies logistics analytics networks olympics naples marseilles siemens mercedes starbucks hughes williams jones adams davis james charles congress',
);
const PLURAL_NAME =
  /(?:ans|ists|crats|cans|ards|reens|ories|ives|ers|ews|abs|urds|erbs|oats|wedes|inns|anes|oles|urks|zechs|hais|reeks|lavs|tes|lamists|neys|ors|ions|ments|ings|ities|nces|ents|ants)$/u;

/**
 * Whether a noun phrase takes a plural verb, judged by its head (the last noun before the first preposition), by
 * quantifiers and by "and". Names are singular unless they look like a people or a party.
 */
export function isPluralPhrase(phrase: readonly Token[]): boolean {
  const tokens = phrase.slice(0, endOfHead(phrase));
  if (tokens.length === 0) return false;
  const first = tokens[0];
  const of = phrase.findIndex((token, i) => i > 0 && token.lower === 'of');
  const before = phrase[of - 1];
  if (of > 0 && before !== undefined && FRACTIONS.has(before.lower)) {
    if (before.lower === 'number')
      return /^(?:a|growing|increasing|large|small|record)$/u.test(phrase[of - 2]?.lower ?? '');
    if (SINGULAR_FRACTION.has(before.lower) && before.lower !== 'rest') return false;
    const rest = phrase.slice(of + 1);
    return rest.length > 0 && isPluralPhrase(rest);
  }
  if (/^(?:one|each|either|neither)$/u.test(first?.lower ?? '') && tokens[1]?.lower !== '-') return false;
  if (first?.lower === 'every') return false;
  return joinsTwo(tokens) || isPluralHead(headOf(tokens), tokens);
}

/** The phrase without what hangs on its head: up to the first preposition, comma or relative after a noun. */
function endOfHead(phrase: readonly Token[]): number {
  for (let i = 1; i < phrase.length; i += 1) {
    const token = phrase[i];
    const before = phrase[i - 1];
    if (token === undefined || before === undefined) break;
    const isAfterNoun =
      ['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ'].includes(before.pos) || before.lower.endsWith('ing');
    if (!isAfterNoun) continue;
    const isRange = token.lower === 'to' && before.pos === 'NUM' && phrase[i + 1]?.pos === 'NUM';
    if (
      (token.pos === 'ADP' || token.lower === 'to') &&
      token.lower !== 'than' &&
      token.lower !== 'per' &&
      !isRange
    )
      return i;
    if (
      token.pos === 'NUM' &&
      before.pos === 'NOUN' &&
      /^(?:years?|months?|weeks?|days?)$/u.test(phrase[i + 1]?.lower ?? '')
    )
      return i;
    if (
      (token.pos === 'DET' && before.pos !== 'DET' && before.pos !== 'ADJ') ||
      /^(?:next|last)$/u.test(token.lower)
    )
      return i;
    if (/^(?:that|which|who|whose|where|,|\()$/u.test(token.lower) && !isListComma(phrase, i)) return i;
    if (
      token.pos === 'VERB' &&
      before.pos !== 'DET' &&
      before.pos !== 'ADJ' &&
      !/(?:ing|ed)$/u.test(token.lower)
    )
      return i;
    if (token.pos === 'VERB' && before.pos === 'NOUN') return i;
  }
  return phrase.length;
}

/** "the UK, France and Italy": a comma of a list. */
function isListComma(phrase: readonly Token[], at: number): boolean {
  return phrase[at]?.lower === ',' && phrase.slice(at + 1, at + 12).some((token) => token.lower === 'and');
}

function joinsTwo(tokens: readonly Token[]): boolean {
  const and = tokens.findIndex((token) => token.lower === 'and');
  if (and <= 0 || and === tokens.length - 1) return false;
  // "research and development spending": two words before one noun.
  const left = tokens.slice(0, and).some((token) => ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(token.pos));
  const right = tokens.slice(and + 1);
  if (tokens[0]?.lower === 'between') return false;
  return left && right.some((token) => ['NOUN', 'PROPN', 'PRON', 'NUM', 'DET'].includes(token.pos));
}

function headOf(tokens: readonly Token[]): Token | undefined {
  const nouns = tokens.filter(
    (token, i) =>
      ['NOUN', 'PROPN', 'PRON', 'SYM'].includes(token.pos) ||
      // "Episode 2" is one episode; "the 27" and "More than 400" are many.
      (token.pos === 'NUM' && !['NOUN', 'PROPN'].includes(tokens[i - 1]?.pos ?? '')),
  );
  return nouns[nouns.length - 1] ?? tokens[tokens.length - 1];
}

const isMany = ({ pos, lower }: Token): boolean =>
  (pos === 'NUM' && !/^(?:1|one)$/u.test(lower)) ||
  /^(?:many|several|few|both|these|those|most|all)$/u.test(lower);

function isPluralHead(head: Token | undefined, tokens: readonly Token[]): boolean {
  if (head === undefined) return false;
  const { lower } = head;
  if (PLURAL_WORDS.has(lower)) return true;
  // "200 species", "two series"
  if (
    /^(?:species|series|headquarters|crossroads|means|offspring|aircraft|sheep|fish)$/u.test(lower) &&
    tokens.some(isMany)
  )
    return true;
  if (SINGULAR_WORDS.has(lower)) return false;
  if (head.pos === 'PROPN') return isPluralName(lower, tokens);
  if (/(?:[^s]men|people|children)$/u.test(lower)) return true;
  if (head.pos === 'ADJ' || head.pos === 'DET')
    return (
      /^(?:most|all|some|many|more|both|several)$/u.test(tokens[0]?.lower ?? '') ||
      /^(?:young|old|rich|poor|elderly|unemployed|dead|wealthy|powerful|homeless|sick|irish|british|chinese|japanese|french|dutch|swiss|spanish|english|scottish|welsh|portuguese|polish|turkish|finnish|swedish|danish)$/u.test(
        lower,
      )
    );
  if (head.pos === 'NUM' && /^an?$/u.test(tokens[0]?.lower ?? '')) return false;
  if (head.pos === 'NUM') return tokens.length > 1 || !/^(?:1|one|\d{4}|half)$/u.test(lower);
  if (head.pos === 'SYM' || /^(?:percent|cent)$/u.test(lower)) return false;
  if (!lower.endsWith('s') || /(?:ss|us|is)$/u.test(lower)) return false;
  // A long word that the lemmatiser does not know ("triathletes") is more often a plural than not.
  return lower !== head.lemma.toLowerCase() || /[^suai]s$/u.test(lower.slice(5));
}

function isPluralName(lower: string, tokens: readonly Token[]): boolean {
  // "the Irish", "the Chinese"
  if (tokens.length === 2 && tokens[0]?.lower === 'the' && /(?:ish|ese|nch|utch|wiss)$/u.test(lower))
    return true;
  if (!/[^s]s$/u.test(lower) || SINGULAR_NAMES.has(lower)) return false;
  const isDetermined = /^(?:the|these|those|some|many|most|all|few|both|young|old)$/u.test(
    tokens[0]?.lower ?? '',
  );
  const isCompound =
    tokens[tokens.length - 2]?.pos === 'PROPN' && /\p{Lu}/u.test(tokens[tokens.length - 2]?.text ?? '');
  return PLURAL_NAME.test(lower) ? !isCompound || isDetermined : isDetermined && tokens.length === 2;
}
