import type { Speaker } from './name-subjects.js';
import type { Token } from './nlp.js';
import { tokenise } from './nlp.js';
import { retagClause } from './retag-clause.js';
import { stateClause } from './state-positively.js';
import type { Statement } from './statement.js';
import { NO_WORDS } from './text-words.js';
import { findVerbGroups } from './verb-groups.js';

/** What an entry of a list of forecasts says, before it is put into words. */
export interface LineWords {
  /** The entry without its mark and number. */
  readonly said: string;
  /** The question it answers ("Which party will come first?"), or null. */
  readonly question: string | null;
  /** The entry before it in the list, for one that goes on from it ("...by the end of May"). */
  readonly before: string | null;
  /** It names somebody or something with bookmakers' odds. */
  readonly isBet: boolean;
}

/** Puts an entry of a list of forecasts into a statement. */
export function stateLine(line: LineWords, speaker: Speaker): Statement {
  const words = wordsOf(line);
  const tokens = retagClause(tokenise(words, { start: 0, end: words.length }));
  const verb = findVerbGroups(tokens).find(({ form }) => form !== 'infinitive' && form !== 'participle');
  const view = {
    tokens,
    anchorAt: tokens[verb?.verb ?? 0]?.start ?? 0,
    sentence: tokens,
    earlier: [],
    words: NO_WORDS,
    speaker,
    condition: null,
    supposed: [],
    time: [],
  };
  return stateClause({ ...view, isThing: verb === undefined });
}

function wordsOf(line: LineWords): string {
  if (line.question !== null)
    return answered(line.question, line.said) ?? `${bareQuestion(line.question)}: ${line.said}`;
  const said = continued(line.said, line.before);
  if (/\?["'\u201d\u2019]?$/u.test(said)) return askedStatement(said) ?? said;
  return line.isBet && !hasVerb(said) ? `${said} wins` : said;
}

function hasVerb(words: string): boolean {
  return tokenise(words, { start: 0, end: words.length }).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

/** "...by the end of May" after "I get a vaccine by the end of April" is "I get a vaccine by the end of May". */
export function continued(said: string, before: string | null): string {
  const isContinued = /^(?:\.{2,}|\u2026)/u.test(said) && before !== null;
  if (!isContinued) return said;
  const rest = said.replace(/^[.\u2026\s]+/u, '');
  const bare = rest.replace(/^(?:and|or) /iu, '');
  const first = /^\S+/u.exec(bare)?.[0].toLowerCase() ?? '';
  const words = before.split(/\s+/u);
  const at = words.map((word) => word.toLowerCase()).lastIndexOf(first);
  return at > 0 ? `${words.slice(0, at).join(' ')} ${bare}` : `${before} ${bare}`;
}

const bareQuestion = (question: string): string =>
  question
    .trim()
    .replace(/^[*_"'\u201c\u2018]+|(?<![?*_"'\u201d\u2019])[?*_"'\u201d\u2019]+$/gu, '')
    .trim();

/** "Will the bill pass by May?" asks whether the bill will pass by May. Other questions name no statement. */
export function askedStatement(question: string): string | null {
  const match = /^(Will|Would|Does|Do|Is|Are|Can|Could) (.+)$/su.exec(bareQuestion(question));
  if (match === null) return null;
  const rest = match[2] ?? '';
  const auxiliary = (match[1] ?? '').toLowerCase();
  const tokens = tokenise(rest, { start: 0, end: rest.length });
  const at = tokens[verbAfterSubject(tokens, auxiliary)]?.start;
  if (at === undefined) return rest;
  const inserted = auxiliary === 'do' || auxiliary === 'does' ? 'will ' : `${auxiliary} `;
  return `${rest.slice(0, at)}${inserted}${rest.slice(at)}`;
}

/** The first token after the inverted subject: its verb, or after "is" whatever follows the first noun phrase. */
function verbAfterSubject(tokens: readonly Token[], auxiliary: string): number {
  const isCopula = auxiliary === 'is' || auxiliary === 'are';
  for (let i = 1; i < tokens.length; i += 1) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (token === undefined) break;
    if ((token.pos === 'VERB' || token.pos === 'AUX') && !isModifier(tokens, i)) return i;
    if (
      isCopula &&
      token.pos !== 'PROPN' &&
      token.pos !== 'NOUN' &&
      (before?.pos === 'NOUN' || before?.pos === 'PROPN')
    )
      return i;
  }
  // "Will the chief executive change before May?": the tagger takes the verb for a noun before the first preposition.
  const preposition = tokens.findIndex(
    ({ pos, lower }, i) => i > 1 && ((pos === 'ADP' && lower !== 'of') || pos === 'DET'),
  );
  if (preposition > 1) return preposition - 1;
  return tokens.length > 1 ? tokens.length - 1 : -1;
}

/** "Will the bill passed in May become law?": a participle that describes the subject. */
function isModifier(tokens: readonly Token[], i: number): boolean {
  return (
    (tokens[i]?.lower ?? '').endsWith('ed') &&
    tokens.slice(i + 1).some(({ pos, lower, lemma }) => pos === 'VERB' && lower === lemma.toLowerCase())
  );
}

/** The answer put into its question: "Which party will come first?" and "VVD" make "VVD will come first". */
function answered(question: string, answer: string): string | null {
  const asked = bareQuestion(question);
  const subject =
    /^(?:Who|Which(?: [\p{L}-]+){1,4}?|What(?: [\p{L}-]+){0,4}?) ((?:will|would|is going|are going|is|are|has|comes|wins) .+)$/su.exec(
      asked,
    );
  const rest = subject?.[1];
  if (rest !== undefined && !/^(?:will|would|is|are) (?:the|a|an|it|they|he|she|\p{Lu}\p{L}+) /u.test(rest))
    return `${answer} ${rest}`;
  const timed = /^(?:When|Where|How) (will|would) (.+)$/su.exec(asked);
  const clause = timed === null ? null : askedStatement(`Will ${timed[2] ?? ''}`);
  return clause === null ? null : `${clause} ${answer}`;
}
