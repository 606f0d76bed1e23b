import type { TextSpan } from '#core/text';
import { REPORTING_VERBS } from './clauses.js';
import type { Paragraph } from './document-structure.js';
import type { Token } from './nlp.js';

export type ClaimantRole = 'author' | 'speaker' | 'outlet';

export interface Claimant {
  readonly name: string;
  readonly role: ClaimantRole;
}

/** Somebody who is said to say something: the words for him, and where his verb stands. */
export interface Attribution {
  readonly name: string;
  readonly verbAt: number;
  /** Token after the verb and a following "that"; what is said begins there unless it stands before. */
  readonly bodyFrom: number;
  readonly verbIndex: number;
  readonly isTrailing: boolean;
}

const NAME_POS = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PART', 'CCONJ']);
const NOBODY = new Set([
  'it',
  'this',
  'that',
  'which',
  'who',
  'there',
  'what',
  'these',
  'those',
  'one',
  'you',
  'i',
  'we',
  'reader',
  'readers',
  'people',
  'everyone',
  'somebody',
  'nobody',
  'no one',
  'none',
  'anyone',
  'article',
  'column',
  'piece',
  'essay',
]);
const TITLES =
  /^(?:mr|mrs|ms|dr|prof|sir|president|minister|secretary|chancellor|senator|governor|chairman|chair|professor|general|ambassador|king|queen|pope|judge|spokes(?:man|woman|person))\b/iu;
const CONCESSIVE = new Set(['whatever', 'whoever', 'whichever', 'however', 'what', 'wherever', 'regardless']);
const PRONOUNS = new Set(['he', 'she', 'they', 'him', 'her', 'them']);

/** Remembers the last person or body named, so that "he" and "she" can be resolved. */
export interface NameMemory {
  lastName: string | null;
  /** Family name to full name, for people and bodies named in full before. */
  readonly fullNames: Map<string, string>;
  lastPerson: string | null;
  /** Last plural noun that was a subject: whom "they" may mean. */
  lastGroup: string | null;
}

/** Reporting verbs of a sentence with their subjects, pronouns resolved where a name went before. */
export function findAttributions(
  text: string,
  tokens: readonly Token[],
  quotes: readonly TextSpan[],
  memory: NameMemory,
): Attribution[] {
  const found: Attribution[] = [];
  tokens.forEach((token, i) => {
    rememberName(tokens, i, memory);
    if (
      quotes.some(
        (quote) => token.start >= quote.start && token.end <= quote.end && quote.end - quote.start > 24,
      )
    )
      return;
    if (token.lower === 'according' && tokens[i + 1]?.lower === 'to') {
      const name = nounPhraseFrom(text, tokens, i + 2);
      if (name !== null)
        found.push({
          name: name.name,
          verbAt: token.start,
          verbIndex: i,
          bodyFrom: name.next,
          isTrailing: i > 1,
        });
      return;
    }
    const isNominalReport =
      token.lower === 'warning' && token.pos === 'NOUN' && tokens[i + 1]?.lower === 'that';
    if (!REPORTING_VERBS.has(token.lemma) || (token.pos !== 'VERB' && !isNominalReport)) return;
    if (
      tokens[i - 1]?.lower === 'to' ||
      (['be', 'been', 'being', 'is', 'are', 'was', 'were'].includes(tokens[i - 1]?.lower ?? '') &&
        !/ing$/u.test(token.lower))
    )
      return;
    const attribution = subjectOf(text, tokens, i, memory);
    if (attribution !== null) found.push(attribution);
  });
  return found;
}

function rememberName(tokens: readonly Token[], i: number, memory: NameMemory): void {
  const token = tokens[i];
  const follower = tokens[i + 1]?.pos;
  if (token?.pos === 'NOUN' && /s$/u.test(token.lower) && (follower === 'VERB' || follower === 'AUX')) {
    memory.lastGroup =
      tokens[i - 1]?.pos === 'ADJ' || tokens[i - 1]?.pos === 'PROPN'
        ? `${tokens[i - 1]?.text ?? ''} ${token.text}`
        : token.text;
  }
  if (token?.pos !== 'PROPN' || tokens[i + 1]?.pos === 'PROPN' || token.text.length < 3) return;
  let from = i;
  while (from > 0 && tokens[from - 1]?.pos === 'PROPN' && i - from < 4) from -= 1;
  const name = tokens
    .slice(from, i + 1)
    .map((t) => t.text)
    .join(' ');
  memory.lastName = name;
  const title = tokens[from - 1]?.lower ?? '';
  const last = token.text;
  if (i > from && !memory.fullNames.has(last)) memory.fullNames.set(last, name);
  const next = tokens[i + 1];
  const isSubject = next !== undefined && (next.pos === 'VERB' || next.pos === 'AUX' || next.lower === ',');
  const isAcronym = /^\p{Lu}{2,}$/u.test(last);
  if (TITLES.test(name) || TITLES.test(title) || (isSubject && !isAcronym && memory.fullNames.has(last)))
    memory.lastPerson = memory.fullNames.get(last) ?? name;
}

function subjectOf(
  text: string,
  tokens: readonly Token[],
  verb: number,
  memory: NameMemory,
): Attribution | null {
  const isTrailing = isBreak(tokens[verb - 1]) && verb > 1;
  const next = tokens[verb + 1];
  const bodyFrom = next?.lower === 'that' ? verb + 2 : verb + 1;
  // "..., said the minister": inverted.
  if (
    isTrailing &&
    next !== undefined &&
    (next.pos === 'PROPN' || next.pos === 'DET') &&
    next.lower !== 'that'
  ) {
    const inverted = nounPhraseFrom(text, tokens, verb + 1);
    if (inverted !== null)
      return {
        name: inverted.name,
        verbAt: tokens[verb]?.start ?? 0,
        verbIndex: verb,
        bodyFrom: verb,
        isTrailing: true,
      };
  }
  const phrase = nounPhraseBefore(text, tokens, verb);
  if (phrase === null) return null;
  // "whatever the opposition says", "no matter what he thinks": nobody is quoted.
  if ([tokens[phrase.from], tokens[phrase.from - 1]].some((token) => CONCESSIVE.has(token?.lower ?? '')))
    return null;
  const head = phrase.name.toLowerCase();
  if (NOBODY.has(head)) return null;
  const isPerson = head === 'he' || head === 'she' || head === 'him' || head === 'her';
  const resolved = PRONOUNS.has(head)
    ? isPerson
      ? (memory.lastPerson ?? memory.lastName)
      : (memory.lastGroup ?? memory.lastName)
    : phrase.name;
  const name = resolved === null ? null : fullName(resolved, memory);
  if (name === null) return null;
  const trails =
    phrase.from > 2 &&
    (tokens[phrase.from - 1]?.pos === 'PUNCT' || isBreak(tokens[phrase.from - 1])) &&
    (verb >= tokens.length - 3 || tokens[verb + 1]?.pos === 'PUNCT');
  return { name, verbAt: tokens[verb]?.start ?? 0, verbIndex: verb, bodyFrom, isTrailing: trails };
}

/** "Low" or "Mr. Low" is "Anna Low" where she was named in full before. */
function fullName(name: string, memory: NameMemory): string {
  const bare = name.replace(/^(?:Mr|Mrs|Ms|Dr)\.? /u, '');
  return /\s/u.test(bare) ? bare : (memory.fullNames.get(bare) ?? bare);
}

function isBreak(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === 'PUNCT' || /["\u201d\u2019']/u.test(token.text));
}

/** The noun phrase that ends before the verb at `verb`, over auxiliaries, adverbs and an apposition between commas. */
function nounPhraseBefore(
  text: string,
  tokens: readonly Token[],
  verb: number,
): { name: string; from: number } | null {
  let end = verb;
  while (end > 0 && ['ADV', 'AUX'].includes(tokens[end - 1]?.pos ?? '') && verb - end < 4) end -= 1;
  // "... consented to this but declared": a coordinated verb takes the subject of the first.
  const before = tokens[end - 1];
  if (before?.pos === 'CCONJ' || before?.pos === 'VERB') return subjectOfSentence(text, tokens, end - 1);
  if (before?.lower === ',') {
    const opening = previousComma(tokens, end - 2);
    if (opening === null) return null;
    end = opening;
  }
  let from = end;
  while (from > 0 && end - from < 10) {
    const token = tokens[from - 1];
    if (token === undefined) break;
    const isLink =
      token.pos === 'ADP' &&
      ['of', 'at', 'from', 'for', 'in'].includes(token.lower) &&
      NAME_POS.has(tokens[from - 2]?.pos ?? '');
    if (token.pos === 'PRON') {
      if (from === end) from -= 1;
      break;
    }
    if (!NAME_POS.has(token.pos) && !isLink) break;
    if (token.pos === 'CCONJ' && !['NOUN', 'PROPN'].includes(tokens[from - 2]?.pos ?? '')) break;
    from -= 1;
  }
  return sliceName(text, tokens, from, end);
}

/** The first nominal group of the sentence part before `limit`. */
function subjectOfSentence(
  text: string,
  tokens: readonly Token[],
  limit: number,
): { name: string; from: number } | null {
  for (let i = 0; i < Math.min(limit, 12); i += 1) {
    if (tokens[i]?.pos === 'VERB' || tokens[i]?.pos === 'AUX') {
      let from = i;
      while (from > 0 && NAME_POS.has(tokens[from - 1]?.pos ?? '') && i - from < 6) from -= 1;
      if (from === i && tokens[i - 1]?.pos === 'PRON') from -= 1;
      return from === i ? null : sliceName(text, tokens, from, i);
    }
  }
  return null;
}

function previousComma(tokens: readonly Token[], from: number): number | null {
  for (let i = from; i > 0 && from - i < 14; i -= 1) if (tokens[i]?.lower === ',') return i;
  return null;
}

function sliceName(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): { name: string; from: number } | null {
  let start = from;
  while (start < to && ['CCONJ', 'PUNCT', 'PART'].includes(tokens[start]?.pos ?? '')) start += 1;
  const first = tokens[start];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined || start >= to) return null;
  const span = tokens.slice(start, to);
  if (
    !span.some(
      (token) =>
        ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(token.pos) ||
        ['some', 'many', 'most', 'others', 'few'].includes(token.lower),
    )
  )
    return null;
  const name = text
    .slice(first.start, last.end)
    .replace(/\s+/gu, ' ')
    .replace(/^(?:[Tt]he|[Aa]n?) (?=\p{Lu})/u, '');
  return name.length > 80 ? null : { name, from: start };
}

function nounPhraseFrom(
  text: string,
  tokens: readonly Token[],
  from: number,
): { name: string; next: number } | null {
  let to = from;
  while (to < tokens.length && to - from < 9) {
    const token = tokens[to];
    if (token === undefined) break;
    const isLink = token.pos === 'ADP' && ['of', 'at', 'from', 'for'].includes(token.lower);
    if (!NAME_POS.has(token.pos) && !isLink) break;
    to += 1;
  }
  const found = sliceName(text, tokens, from, to);
  return found === null ? null : { name: found.name, next: to };
}

/** What is known about who speaks in a paragraph. */
export interface SpeakerContext {
  readonly paragraph: Paragraph;
  readonly attributions: readonly Attribution[];
  /** Speaker of the last quote or report before this sentence, in this paragraph or the one before. */
  readonly lastSpeaker: string | null;
  readonly author: string;
}

/**
 * Who makes the claim at `span`: the speaker of the quote it stands in, the subject of the reporting verb it depends
 * on, "according to X", else the author (or the author of the section).
 */
export function findClaimant(
  tokens: readonly Token[],
  span: TextSpan,
  anchorIndex: number,
  context: SpeakerContext,
): Claimant {
  const { paragraph, attributions } = context;
  const author: Claimant = { name: paragraph.sectionAuthor ?? context.author, role: 'author' };
  const anchor = tokens[anchorIndex];
  if (anchor === undefined) return author;
  const quote = paragraph.quotes.find(
    (item) => anchor.start >= item.start && anchor.end <= item.end && item.end - item.start > 24,
  );
  if (quote !== undefined) {
    const own =
      attributions.find((item) => item.verbAt < quote.start) ??
      attributions.find((item) => item.verbAt >= quote.end);
    const name = own?.name ?? context.lastSpeaker;
    return name === null ? author : { name, role: 'speaker' };
  }
  const before = attributions.filter((item) => !item.isTrailing && item.verbIndex <= anchorIndex).pop();
  if (before !== undefined && governs(tokens, before, anchorIndex))
    return { name: before.name, role: 'speaker' };
  const after = attributions.find(
    (item) =>
      item.isTrailing && (item.verbIndex > anchorIndex || item.verbAt < span.start || item.verbIndex < 3),
  );
  return after === undefined ? author : { name: after.name, role: 'speaker' };
}

/** A reporting verb governs what follows up to a semicolon, a dash, or a "but" with a subject of its own. */
function governs(tokens: readonly Token[], attribution: Attribution, anchorIndex: number): boolean {
  for (let i = attribution.verbIndex + 1; i < anchorIndex; i += 1) {
    const token = tokens[i];
    if (token?.lower === ';') return false;
    if (token?.lower === 'but' && tokens[i - 1]?.lower === ',' && tokens[i + 1]?.lower !== 'that')
      return false;
  }
  return true;
}
