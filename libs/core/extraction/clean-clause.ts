import { beginsWord } from '#core/text';
import { wordSet } from './word-set.js';
import { REPORTING_VERBS } from './clauses.js';
import { DISCOURSE_ADVERBS, HEDGE_ADVERBS } from './hedge-words.js';
import type { Token } from './nlp.js';
import { hasFiniteVerb } from './read-complement.js';
import { remembered } from './remembered.js';
import { retagClause } from './retag-clause.js';
import { NO_WORDS } from './text-words.js';
import type { TextWords } from './text-words.js';
import { compilePattern, matchAny } from './token-pattern.js';

const QUOTE = /^["\u201c\u201d\u201e\u00ab\u00bb`]+$|^''$/u;
const MARKUP = /^(?:[*_#~|\u2022\u25cf\u25aa]+|\.\.\.|\u2026)$/u;
const isQuoteOrMarkup = remembered((text) => QUOTE.test(text) || MARKUP.test(text));
/** Most tokens begin with a letter, which is seen at once. */
const isMark = (text: string): boolean => !beginsWord(text) && isQuoteOrMarkup(text);
const OPENING_MARK = /^[-\u2013\u2014,;:.)\]!?]+$/u;

/**
 * A clause without what is not part of what it says: quotation marks and markup, brackets, asides that hedge or
 * attribute ("I think", "he said", "in my view"), the conjunction or adverb it opens with and who says it at its end.
 */
export function cleanClause(
  tokens: readonly Token[],
  before: readonly Token[] = [],
  words: TextWords = NO_WORDS,
): readonly Token[] {
  const bare = withoutChance(
    withoutConcession(
      retagClause(withoutBrackets(withoutMarks(withoutComplementiser(withoutLabel(tokens), before))), words),
    ),
  );
  const said = withoutAsides(withoutTrailingReport(bare));
  // "will, of course, freeze": the verb follows its modal only now.
  const tagged = said.length === bare.length ? said : retagClause(said, words);
  return withoutEnd(withoutOpening(tagged));
}

/** 'Marek: "No strike before the autumn."': who says it, a colon and a quotation. */
function withoutLabel(tokens: readonly Token[]): readonly Token[] {
  const colon = tokens.findIndex(({ text }, i) => i > 0 && i < 6 && text === ':');
  const isLabel =
    colon > 0 &&
    QUOTE.test(tokens[colon + 1]?.text ?? '') &&
    tokens.slice(0, colon).every(({ pos }) => pos !== 'VERB' && pos !== 'AUX');
  return isLabel ? tokens.slice(colon + 1) : tokens;
}

/** Quotation marks go; an apostrophe after a word is a possessive and stays. */
function withoutMarks(tokens: readonly Token[]): Token[] {
  let isOpen = false;
  return tokens.filter((token, i) => {
    if (isMark(token.text)) return false;
    if (token.text !== "'" && token.text !== '\u2018' && token.text !== '\u2019') return true;
    const before = tokens[i - 1];
    const isAfterWord = before !== undefined && before.end === token.start && /\p{L}$/u.test(before.text);
    if (isAfterWord && !isOpen && /s$/iu.test(before.text)) return true;
    isOpen = !isAfterWord;
    return false;
  });
}

/** "(he says) that prices will fall": the "that" of a report. "That soft period" and "that is" are no reports. */
function withoutComplementiser(tokens: readonly Token[], earlier: readonly Token[]): readonly Token[] {
  const before = earlier[earlier.length - 1];
  const [first, next] = tokens;
  if (first?.lower !== 'that' || next === undefined) return tokens;
  // "said that A falls and that B rises": the second "that" is one of report, too.
  const isSecond = earlier.some(({ lower }, i) => lower === 'that' && earlier[i - 1]?.pos === 'VERB');
  const isReported = before !== undefined && ((before.pos !== 'PUNCT' && before.pos !== 'CCONJ') || isSecond);
  const isVerb = next.pos === 'AUX' || (next.pos === 'VERB' && !next.lower.endsWith('ing'));
  const isTitled = next.pos === 'NOUN' && tokens[2]?.pos === 'PROPN';
  return isReported || isTitled || (!isVerb && next.pos !== 'NOUN' && next.pos !== 'ADJ')
    ? tokens.slice(isVerb ? 0 : 1)
    : tokens;
}

const WITH_CHANCE = [
  'with a? <mod> probability|chance|likelihood of <mod> percent|cent|%',
  'with a? <mod> probability|chance|likelihood',
].map(compilePattern);

/** "... first with a probability of 66 percent": how likely, not what. */
function withoutChance(tokens: readonly Token[]): readonly Token[] {
  for (let i = 1; i < tokens.length; i += 1) {
    if (tokens[i]?.lower !== 'with') continue;
    const found = matchAny(WITH_CHANCE, tokens, i);
    if (found !== null && tokens[found.to]?.lower !== 'of' && tokens[found.to]?.lower !== 'that')
      return [...tokens.slice(0, i), ...tokens.slice(found.to)];
  }
  return tokens;
}

/** "Whatever the macro brings, ...", "whoever is first, ...": whatever happens. */
function withoutConcession(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({ pos }) => pos !== 'PUNCT' && pos !== 'CCONJ');
  if (
    !/^(?:whatever|whoever|whichever|however|wherever|whenever)$/u.test(tokens[from]?.lower ?? '') ||
    tokens[from + 1]?.lower === ','
  )
    return tokens;
  const comma = tokens.findIndex(({ lower }, i) => i > from + 1 && i < from + 14 && lower === ',');
  return comma === -1 ? tokens : tokens.slice(comma + 1);
}

const closesBracket = ({ text }: Token): boolean => text.startsWith(')') || text.startsWith(']');

function withoutBrackets(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let depth = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.text === '(' || token.text === '[') {
      if (i > 2 && !tokens.slice(i, i + 80).some(closesBracket)) return kept;
      depth += 1;
    } else if (closesBracket(token)) {
      if (depth > 0) depth -= 1;
    } else if (depth === 0) kept.push(token);
  }
  return kept;
}

const ASIDES = [
  'i|we|one would|' +
    "'d" +
    '|should|might? think|suspect|believe|guess|reckon|expect|fear|imagine|suppose|say|bet|add|feel|trust|predict|gather|hope|hear|submit|dare',
  'i am|' + "'m" + '|be afraid|sure|told|certain|convinced',
  'it seem|appear to? me|us?',
  'it is|be said|thought|believed|hoped|feared',
  'in|on|to my|our|his|her|their|its|this own? view|judgement|judgment|opinion|estimate|estimation|reading|mind|experience|estimates|reckoning|telling|account|eye|eyes|ear|ears|knowledge',
  'in all likelihood|probability',
  'in|of fact|course|short|sum|truth|effect|turn|general|particular|principle|practice|theory',
  'on balance|paper|average',
  'by all accounts|rights|means',
  'if anything',
  'to be sure|fair|clear|honest',
  'as i|we|they|he|she see|said|say|noted|expected|always|read it|so?',
  'as <np> say|put|note|see|warn it?',
  'at least',
  'for sure|example|instance|certain|that matter',
  'no doubt',
  'without a? doubt|question',
  'more often than not',
  'more likely|than not?',
  'one way or another',
  'more or less',
  'sooner or later',
  'needless to say',
  'make no mistake',
  'mark my|our words',
  'one|this thing is certain|clear|sure',
  'believe me|us',
  'rest assured',
  'god help us|me',
  'after all',
  'that said',
  'as it be|were|happens',
  'i|we would|' + "'d" + ' put|place|make it',
  'i|we repeat',
  'yet|once again',
].map(compilePattern);

/** Leaves out ", I think," and the like between commas or at either end. */
function withoutAsides(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let i = 0;
  while (i < tokens.length) {
    const aside =
      i === 0 || tokens[i - 1]?.lower === ',' || DASHES.has(tokens[i - 1]?.text ?? '')
        ? asideAt(tokens, i)
        : null;
    if (aside === null) {
      const token = tokens[i];
      if (token !== undefined) kept.push(token);
      i += 1;
      continue;
    }
    // Of the two commas around it none stays: "By then, I think, prices" is "By then prices"; an opening keeps its own.
    const isOpeningPhrase =
      kept.length > 0 && kept.length <= 8 && kept[kept.length - 1]?.lower === ',' && isPhraseOpening(kept[0]);
    if (!isOpeningPhrase && /^[,\u2013\u2014-]$/u.test(kept[kept.length - 1]?.text ?? '')) kept.pop();
    i = /^[,\u2013\u2014-]$/u.test(tokens[aside]?.text ?? '') ? aside + 1 : aside;
  }
  return kept;
}

const isPhraseOpening = (token: Token | undefined): boolean => token?.pos === 'ADP' || token?.pos === 'ADV';

/** The end of an aside that begins at `i` and is closed by a comma, a dash or the end of the clause; else null. */
function asideAt(tokens: readonly Token[], i: number): number | null {
  const isClosed = (to: number): boolean =>
    to >= tokens.length || /^[,.;!?\u2013\u2014-]$/u.test(tokens[to]?.text ?? '');
  const found = matchAny(ASIDES, tokens, i);
  if (found !== null && isClosed(found.to)) return found.to;
  const token = tokens[i];
  if (token !== undefined && isLooseAdverb(token) && isClosed(i + 1)) return i + 1;
  const according = reportAside(tokens, i);
  return according !== null && isClosed(according) ? according : null;
}

function isLooseAdverb(token: Token): boolean {
  return (
    DISCOURSE_ADVERBS.has(token.lower) ||
    HEDGE_ADVERBS.has(token.lower) ||
    /^(?:yes|no|nope|ok|well|now|still|then|again|finally|first|firstly|second|secondly|third|fourth|lastly|nor|sadly|crucially|importantly|interestingly|conversely|similarly)$/u.test(
      token.lower,
    )
  );
}

const MAX_ASIDE = 14;
const SENTENCE_MARKS = wordSet(', ? ! .');
const DASHES = wordSet('- \u2013 \u2014');

/** "according to X", "X says", "said the minister", "by the UN's count": up to the next comma. */
function reportAside(tokens: readonly Token[], i: number): number | null {
  const comma = tokens.findIndex(
    (token, k) => k > i && (token.text === ',' || token.text === '\u2013' || token.text === '\u2014'),
  );
  const end = comma === -1 ? tokens.length : comma;
  if (end - i > MAX_ASIDE || end === i) return null;
  const inside = tokens.slice(i, end);
  const first = inside[0];
  const isAccording =
    first?.lower === 'according' &&
    inside[1]?.lower === 'to' &&
    !inside.slice(1).some(({ pos }) => pos === 'AUX' || pos === 'VERB');
  const isCount =
    /^(?:by|on|in|under)$/u.test(first?.lower ?? '') &&
    /^(?:count|reckoning|estimates?|projections?|figures|numbers|reading|forecast|account|view|words?|telling|path|model|tables|scenario|judgement|judgment|opinion|perspective|eyes)$/u.test(
      inside[inside.length - 1]?.lower ?? '',
    );
  if (isAccording || isCount) return end;
  return isSaying(inside) && i > 0 ? end : null;
}

/** "he says", "said the minister", "Ms Low told reporters": a subject and a verb of saying, nothing else. */
function isSaying(inside: readonly Token[]): boolean {
  const verb = inside.findIndex(
    (token) => REPORTING_VERBS.has(token.lemma.toLowerCase()) && token.pos === 'VERB',
  );
  if (verb === -1) return false;
  const others = inside.filter(
    (token, k) => k !== verb && token.pos === 'VERB' && !/(?:ing|ed)$/u.test(token.lower),
  );
  const hasThat = inside.some((token) => token.lower === 'that' || token.lower === 'to');
  return others.length === 0 && !hasThat && inside.length > 1 && (verb <= 6 || inside.length - verb <= 3);
}

/** '... next year, said Ann Low, who runs it': from the comma before "said" on. */
function withoutTrailingReport(tokens: readonly Token[]): Token[] {
  for (let i = Math.max(3, tokens.length - 40); i < tokens.length; i += 1) {
    const before = tokens[i - 1];
    const token = tokens[i];
    if (token === undefined || before === undefined || !SENTENCE_MARKS.has(before.text)) continue;
    const isInverted = /^(?:said|says|added|adds|told|warned|wrote|argued|explained|predicted|noted)$/u.test(
      token.lower,
    );
    const isStraight =
      (token.pos === 'PROPN' || token.pos === 'PRON' || token.pos === 'DET') &&
      tokens
        .slice(i, i + 8)
        .some((next, k, all) => isFinalReport(next, all.slice(0, k), tokens.slice(i + k + 1)));
    if (isInverted || isStraight) return tokens.slice(0, i - 1);
  }
  return [...tokens];
}

function isFinalReport(token: Token, before: readonly Token[], after: readonly Token[]): boolean {
  return (
    /^(?:said|says|told|added|warned|wrote|predicts|predicted|argued|argues|noted|notes|reckons|insists|insisted|thinks|believes)$/u.test(
      token.lower,
    ) &&
    before.length > 0 &&
    before.every(({ pos, text }) => pos !== 'VERB' && pos !== 'AUX' && text !== ',') &&
    (after.length === 0 ||
      /^(?:,|\.|me|us|him|reporters|in|on|at|last|the|not)$/u.test(after[0]?.lower ?? '')) &&
    !after.some(({ lower }) => lower === 'that') &&
    // "The tram, the mayor told us, will run": an aside, not the end.
    !after.some(({ lower }, i) => lower === ',' && /^(?:AUX|VERB)$/u.test(after[i + 1]?.pos ?? ''))
  );
}

const JOINERS = new Set(
  'and but so or yet then whether because although though while whereas as since for even plus'.split(' '),
);

/** "And", "But then", "However,": what joins the clause to the one before. "So far", "as long as" are no joiners. */
function withoutOpening(tokens: readonly Token[]): Token[] {
  let from = isListMark(tokens) ? 1 : (matchAny(OPENINGS, tokens, 0)?.to ?? 0);
  if (from > 1 && !isSubjectStart(tokens[from]) && tokens[from]?.lower !== ',') from = 0;
  while (from < tokens.length - 1) {
    const token = tokens[from];
    const next = tokens[from + 1];
    if (token === undefined) break;
    const isLoneAs =
      token.lower === 'as' &&
      !tokens.slice(0, -1).some(({ lower }) => lower === ',') &&
      hasFiniteVerb(tokens, from + 1);
    const isJoiner =
      isLoneAs ||
      (JOINERS.has(token.lower) &&
        !/^(?:far|long|much|many|soon|few|well|the|to|of|most|as|than)$/u.test(
          token.lower === 'so' || token.lower === 'as' || token.lower === 'even' ? (next?.lower ?? '') : '',
        ) &&
        !(token.lower === 'for' && next?.pos !== 'PRON') &&
        !(token.lower === 'because' && next?.lower === 'of') &&
        !(token.lower === 'since' && !isSubjectStart(next)) &&
        !(token.lower === 'even' && !/^(?:so|then|as)$/u.test(next?.lower ?? '')) &&
        !(token.lower === 'then' && next?.pos === 'NOUN'));
    const isReport =
      from === 0 &&
      /^(?:said|says|added|adding|saying)$/u.test(token.lower) &&
      isSubjectStart(next) &&
      hasFiniteVerb(tokens, 2);
    const isMark =
      isReport ||
      OPENING_MARK.test(token.text) ||
      (from > 0 && token.lower === 'that' && isSubjectStart(next));
    const isAdverb =
      isLooseAdverb(token) &&
      (next?.lower === ',' ||
        HEDGE_ADVERBS.has(token.lower) ||
        /^(?:however|thus|therefore|nevertheless|nonetheless|moreover|meanwhile|hence|indeed|consequently|yes|also)$/u.test(
          token.lower,
        ));
    if (!isJoiner && !isMark && !isAdverb) break;
    from += 1;
  }
  return tokens.slice(from);
}

/** Turns of speech that open a clause without a comma. */
const OPENINGS = [
  'sooner or later',
  'in|to my|our view|opinion|mind|judgement|judgment|eyes',
  'no doubt',
  'of course',
  'at the end of the day',
].map(compilePattern);

/** "1. Snap goes public" */
const isListMark = (tokens: readonly Token[]): boolean =>
  /^\d{1,2}[.)]?$/u.test(tokens[0]?.text ?? '') &&
  (/[.)]$/u.test(tokens[0]?.text ?? '') || /^[.)]$/u.test(tokens[1]?.text ?? ''));

function isSubjectStart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (['DET', 'PRON', 'PROPN', 'NOUN', 'NUM'].includes(token.pos) || token.pos === 'ADJ')
  );
}

function withoutEnd(tokens: readonly Token[]): Token[] {
  let to = tokens.length;
  while (to > 0 && isLoose(tokens, to - 1)) to -= 1;
  const last = tokens[to - 1];
  // "no." is one token; "U.S." and "Inc." keep their point.
  if (last !== undefined && /^\p{Ll}{2,}\.$/u.test(last.text))
    return [
      ...tokens.slice(0, to - 1),
      { ...last, text: last.text.slice(0, -1), lower: last.lower.slice(0, -1) },
    ];
  return tokens.slice(0, to);
}

/** A mark or conjunction at the end; "do so" is complete. */
function isLoose(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (/^[,.;:!?\u2013\u2014-]+$/u.test(token.text)) return true;
  return (
    /^(?:and|but|or|so|that|which)$/u.test(token.lower) &&
    !/^(?:do|does|did)$/u.test(tokens[i - 1]?.lower ?? '') &&
    !(token.lower === 'that' && /^(?:VERB|ADV|ADP)$/u.test(tokens[i - 1]?.pos ?? ''))
  );
}
