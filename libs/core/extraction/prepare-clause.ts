import { wordSet } from './word-set.js';
import { taggedAs } from './nlp.js';
import type { Token } from './nlp.js';
import { reworded } from './print-tokens.js';
import { startsPhrase } from './statement-body.js';
import { compilePattern, matchAny } from './token-pattern.js';

const INVERTS = wordSet('nor neither never hardly scarcely rarely seldom so thus only');

/**
 * Puts what is said in an unusual order or in two words into the plain form that the rest reads: "nor will X agree" is "X
 * will not agree", "no longer" is "not still", "not only A but also B" is "A and B".
 */
export function prepareClause(tokens: readonly Token[]): readonly Token[] {
  return notOnly(noLonger(byNoMeans(uninverted(withoutCleft(withoutInserts(withoutAllBut(tokens)))))));
}

/** "Will an earthquake occur" with a capital: a question, asked for its odds. */
const ASKS = wordSet('Will Would Does Do');

function asked(tokens: readonly Token[]): readonly Token[] {
  const [first, second] = tokens;
  if (first?.pos !== 'AUX' || second === undefined || second.lower === 'not' || !startsPhrase(second))
    return tokens;
  const verb = tokens.findIndex(
    ({ pos, lower, lemma }, i) => i > 1 && pos === 'VERB' && lower === lemma.toLowerCase(),
  );
  if (verb === -1 || tokens.slice(1, verb).some(({ pos, text }) => pos === 'AUX' || text === ','))
    return tokens;
  return [...tokens.slice(1, verb), reworded(first, 'will', 'AUX'), ...tokens.slice(verb)];
}

/** "Nor would I exclude", "so will the pundits insist", "never again will it": subject first. */
function uninverted(tokens: readonly Token[]): readonly Token[] {
  const first = tokens[0];
  if (first === undefined || !(INVERTS.has(first.lower) || ASKS.has(first.text))) return tokens;
  if (ASKS.has(first.text)) return asked(tokens);
  const at = tokens.findIndex((token, i) => i > 0 && i < 5 && token.pos === 'AUX');
  const auxiliary = tokens[at];
  if (
    auxiliary === undefined ||
    tokens.slice(1, at).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON')
  )
    return tokens;
  let end = at + 1;
  while (
    end < tokens.length &&
    end < at + 14 &&
    ['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADP', 'CCONJ', 'PUNCT'].includes(tokens[end]?.pos ?? '')
  )
    end += 1;
  if (
    end === at + 1 ||
    (tokens[end]?.pos !== 'VERB' && tokens[end]?.pos !== 'AUX' && tokens[end]?.pos !== 'ADV')
  )
    return tokens;
  const isDenied = /^(?:nor|neither|never|hardly|scarcely|rarely|seldom)$/u.test(first.lower);
  const subject = tokens.slice(at + 1, end);
  return [...subject, auxiliary, ...(isDenied ? [reworded(first, 'not', 'PART')] : []), ...tokens.slice(end)];
}

const NEVER = [
  'by no means',
  'in no way',
  'under no circumstances',
  'at no point',
  'at no time',
  'in no case',
  'on no account',
].map(compilePattern);

/** "What we will not do is sell": we will not sell. */
function withoutCleft(tokens: readonly Token[]): readonly Token[] {
  // "The most they will do is (to) sell": they will sell.
  const isMost = tokens[0]?.lower === 'the' && /^(?:most|least|best|worst)$/u.test(tokens[1]?.lower ?? '');
  if (tokens[0]?.lower !== 'what' && !isMost) return tokens;
  const done = tokens.findIndex(({ lower }, i) => i < 12 && /^(?:do|does)$/u.test(lower));
  const isCleft = done > 1 && /^(?:is|was)$/u.test(tokens[done + 1]?.lower ?? '');
  const at = tokens[done + 2]?.lower === 'to' ? done + 3 : done + 2;
  const verb = tokens[at];
  if (!isCleft || verb === undefined || verb.lower !== verb.lemma.toLowerCase()) return tokens;
  // "could and would": one is enough.
  const said = tokens
    .slice(isMost ? 2 : 1, done)
    .filter(
      ({ pos }, i, all) =>
        !(pos === 'AUX' && all[i + 1]?.pos === 'CCONJ') && !(pos === 'CCONJ' && all[i + 1]?.pos === 'AUX'),
    );
  return [...said, taggedAs(verb, 'VERB'), ...tokens.slice(at + 1)];
}

/** "is all but certain", "is all but guaranteed to": almost. */
function withoutAllBut(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ lower, pos }, i) =>
      lower === 'all' &&
      tokens[i + 1]?.lower === 'but' &&
      i > 0 &&
      (tokens[i - 1]?.pos === 'AUX' || pos === 'ADV'),
  );
  return at === -1 ? tokens : [...tokens.slice(0, at), ...tokens.slice(at + 2)];
}

const INSERTS = [
  'in all likelihood|probability',
  'no doubt',
  'of course',
  'in my|our|his|her|their view|opinion|judgement|judgment',
  'more likely than not',
  'as likely as not',
  'to all appearances',
].map(compilePattern);

/** "will in all likelihood hold": a hedge without commas. */
function withoutInserts(tokens: readonly Token[]): readonly Token[] {
  for (let i = 1; i < tokens.length; i += 1) {
    // "I have no doubt" is all that is said.
    const isOpen = tokens[i - 1]?.pos === 'AUX' && !/^(?:have|has|had)$/u.test(tokens[i - 1]?.lower ?? '');
    const found = isOpen ? matchAny(INSERTS, tokens, i) : null;
    if (found !== null) return [...tokens.slice(0, i), ...tokens.slice(found.to)];
  }
  return tokens;
}

/** "can by no means lead": cannot. */
function byNoMeans(tokens: readonly Token[]): readonly Token[] {
  for (const [i, token] of tokens.entries()) {
    const found = matchAny(NEVER, tokens, i);
    if (found !== null)
      return [...tokens.slice(0, i), reworded(token, 'not', 'PART'), ...tokens.slice(found.to)];
  }
  return tokens;
}

function noLonger(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, i) => {
    if (token.lower === 'no' && tokens[i + 1]?.lower === 'longer') return reworded(token, 'not', 'PART');
    return token.lower === 'longer' && tokens[i - 1]?.lower === 'no'
      ? reworded(token, 'still', 'ADV')
      : token;
  });
}

/** "not only the generals but anyone": both. */
function notOnly(tokens: readonly Token[]): readonly Token[] {
  const not = tokens.findIndex(
    (token, i) => token.lower === 'not' && /^(?:only|just|merely|simply)$/u.test(tokens[i + 1]?.lower ?? ''),
  );
  if (not === -1) return tokens;
  const but = tokens.findIndex(({ lower }, i) => i > not + 2 && lower === 'but');
  if (but === -1) return tokens;
  const also = tokens[but + 1]?.lower === 'also' || tokens[but + 1]?.lower === 'even' ? 1 : 0;
  const join = tokens[but];
  if (join === undefined) return tokens;
  const comma = tokens[but - 1]?.lower === ',' ? 1 : 0;
  return [
    ...tokens.slice(0, not),
    ...tokens.slice(not + 2, but - comma),
    reworded(join, 'and', 'CCONJ'),
    ...tokens.slice(but + 1 + also),
  ];
}
