import { DEFAULT_YARDSTICK } from '#core/domain';
import type { TextSpan } from '#core/text';
import { deadlinesIn, titleHorizon } from './attach-deadline.js';
import { findCues } from './cues.js';
import type { CuedClause } from './cues.js';
import { OPENING_SECTION, describeText, sectionAfter, sectionAt } from './describe-text.js';
import { readStructure } from './document-structure.js';
import type { Paragraph, Structure, TextMeta } from './document-structure.js';
import { findAttributions, subjectBeforeColon } from './find-attributions.js';
import type { Attribution } from './find-attributions.js';
import { isOddsLine } from './forecast-line.js';
import { NO_TIME_CONTEXT } from './horizon.js';
import { introductions } from './introductions.js';
import { NameMemory } from './name-memory.js';
import { tokeniseAll } from './nlp.js';
import type { Token } from './nlp.js';
import { readProperNames } from './proper-names.js';
import { quoteSpeakers } from './quote-speakers.js';
import type { HeardParagraph } from './quote-speakers.js';
import type { FoundDeadline } from './read-deadline.js';
import type { LikelihoodOptions } from './read-likelihood.js';
import type { ParagraphScene, Scene } from './scene.js';
import { moodOf } from './sentence-mood.js';
import type { Mood } from './sentence-mood.js';
import { timeContexts } from './time-contexts.js';
import { bodySpokenFor, retoldBody } from './text-voice.js';
import type { TextVoice } from './text-voice.js';
import { WordMemory } from './word-memory.js';
import { wordSet } from './word-set.js';

/** A paragraph with its sentences read, in order. */
export interface ReadParagraph extends ParagraphScene {
  readonly scenes: readonly Scene[];
}

/** Reads a text paragraph by paragraph; what claims nothing (notes, questions of an interviewer) is left out. */
export function readScenes(
  text: string,
  meta: TextMeta,
  { yardstick = DEFAULT_YARDSTICK }: LikelihoodOptions = {},
): ReadParagraph[] {
  const structure = readStructure(text, meta);
  const about = describeText(text, structure);
  const author = structure.author ?? structure.outlet ?? 'author';
  const names = readProperNames(text, structure.paragraphs, structure.author);
  const memory = new NameMemory(names);
  const heard = readAloud(text, structure, memory);
  const quoted = quoteSpeakers(text, heard);
  const introduced = introductions(text, heard);
  const voice = voiceOf(structure, text, heard, { names, memory });
  const all = heard.flatMap(({ read }) => read);
  const timed = timeContexts(text, structure, heard, titleHorizon(structure.title, structure.publishedOn));
  const words = new WordMemory();
  for (const { tokens } of all) words.read(tokens);
  const pastShare = shareOf(all, isOfPast);
  let before: readonly (readonly Token[])[] = [];
  let section = OPENING_SECTION;
  return heard.map(({ paragraph, read }, p) => {
    section = sectionAt(text, paragraph, section, structure.publishedOn);
    const known: ParagraphScene = {
      text,
      about,
      structure,
      section,
      paragraph,
      author,
      voice,
      introducedBy: introduced[p] ?? null,
      yardstick,
    };
    const earlier = before;
    before = nearestFirst(before, read, read.length);
    section = sectionAfter(text, paragraph, section, structure.publishedOn);
    const carried = carriedSpeech(read);
    const spoken = quoted[p] ?? new Map<TextSpan, string | null>();
    return {
      scenes: read.map((item, k) =>
        sceneOf(known, item, {
          quoted: spoken,
          carried: carried[k] ?? null,
          words,
          timeContext: timed[p]?.[k] ?? NO_TIME_CONTEXT,
          earlier: nearestFirst(earlier, read, k),
          futureAround: shareAround(read, k, isOfFuture),
          pastShare,
          pastAround: shareAround(read, k, isOfPast),
        }),
      ),
      ...known,
    };
  });
}

/** Written out: an object spread with names added has a shape of its own, and whatever reads it pays for that. */
function sceneOf(
  known: ParagraphScene,
  item: ReadSentence,
  around: Omit<Scene, keyof ParagraphScene | keyof ReadSentence>,
): Scene {
  return {
    text: known.text,
    about: known.about,
    structure: known.structure,
    section: known.section,
    paragraph: known.paragraph,
    author: known.author,
    voice: known.voice,
    introducedBy: known.introducedBy,
    yardstick: known.yardstick,
    sentence: item.sentence,
    tokens: item.tokens,
    clauses: item.clauses,
    attributions: item.attributions,
    times: item.times,
    mood: item.mood,
    quoted: around.quoted,
    carried: around.carried,
    words: around.words,
    timeContext: around.timeContext,
    earlier: around.earlier,
    futureAround: around.futureAround,
    pastShare: around.pastShare,
    pastAround: around.pastAround,
  };
}

function voiceOf(
  structure: Structure,
  text: string,
  heard: readonly ReadAloud[],
  { names, memory }: { names: ReturnType<typeof readProperNames>; memory: NameMemory },
): TextVoice {
  return {
    body: bodySpokenFor(text, structure, names),
    retold: retoldBody(
      text,
      structure,
      heard.flatMap((item) => item.attributions),
      (name) => memory.referentOf(name) === 'body',
    ),
  };
}

/** What pronouns are looked for in: so many sentences, so much of each. */
const SENTENCES_BEFORE = 6;
const TOKENS_BEFORE = 150;

function nearestFirst(
  before: readonly (readonly Token[])[],
  read: readonly ReadSentence[],
  to: number,
): readonly (readonly Token[])[] {
  const own = read
    .slice(Math.max(0, to - SENTENCES_BEFORE), to)
    .map(({ tokens }) => (tokens.length <= TOKENS_BEFORE ? tokens : tokens.slice(0, TOKENS_BEFORE)));
  return [...own.reverse(), ...before].slice(0, SENTENCES_BEFORE);
}

interface ReadSentence {
  readonly sentence: TextSpan;
  readonly tokens: readonly Token[];
  readonly clauses: readonly CuedClause[];
  readonly attributions: readonly Attribution[];
  readonly times: readonly FoundDeadline[];
  readonly mood: Mood;
}

interface ReadAloud extends HeardParagraph {
  readonly read: readonly ReadSentence[];
}

/** A sentence with its tokens. */
type Tokenised = Pick<ReadSentence, 'sentence' | 'tokens'>;

/**
 * Reads the sentences of a text, then hears who speaks in them, in order. One kind of reading after the other, each over
 * the whole text: the code of one stays at hand while it is needed.
 */
function readAloud(text: string, structure: Structure, memory: NameMemory): ReadAloud[] {
  const { publishedOn } = structure;
  const paragraphs = structure.paragraphs.filter(({ kind, isAsked }) => kind !== 'note' && !isAsked);
  const tokens = tokenised(
    text,
    paragraphs.map(({ sentences }) => sentences.filter((sentence) => hasWords(text, sentence))),
  );
  const clauses = tokens.map((read) => read.map((item) => findCues(item.tokens)));
  const moods = tokens.map((read) => read.map((item) => moodOf(item.tokens)));
  const times = tokens.map((read) => read.map(({ sentence }) => deadlinesIn(text, sentence, publishedOn)));
  return paragraphs.map((paragraph, p) => {
    const heard = hearParagraph(text, paragraph, tokens[p] ?? [], memory);
    const read = heard.read.map((item, k) => ({
      sentence: item.sentence,
      tokens: item.tokens,
      attributions: item.attributions,
      clauses: clauses[p]?.[k] ?? [],
      times: times[p]?.[k] ?? [],
      mood: moods[p]?.[k] ?? 'other',
    }));
    return {
      paragraph,
      read,
      attributions: heard.attributions,
      personAtEnd: heard.personAtEnd,
      beforeColon: heard.beforeColon,
    };
  });
}

/** Tables of marks and digits are no sentences; the tokeniser would only be slow on them. */
function hasWords(text: string, sentence: TextSpan): boolean {
  const raw = text.slice(sentence.start, sentence.end);
  return /\p{L}{2}[^\p{L}]+\p{L}/u.test(raw) || isOddsLine(raw);
}

/** The sentences of each paragraph with their tokens; all are tokenised together. */
function tokenised(text: string, paragraphs: readonly (readonly TextSpan[])[]): Tokenised[][] {
  const read = tokeniseAll(text, paragraphs.flat());
  let next = 0;
  return paragraphs.map((sentences) =>
    sentences.map((sentence): Tokenised => {
      const tokens = read[next] ?? [];
      next += 1;
      return { sentence, tokens };
    }),
  );
}

type Heard = HeardParagraph & {
  readonly read: readonly (Tokenised & Pick<ReadSentence, 'attributions'>)[];
};

function hearParagraph(
  text: string,
  paragraph: Paragraph,
  sentences: readonly Tokenised[],
  memory: NameMemory,
): Heard {
  const beforeColon = new Map<number, string>();
  const read = sentences.map((item) => {
    const attributions = findAttributions(text, item.tokens, paragraph.quotes, memory);
    noteColon(text, item.tokens, memory, beforeColon);
    return { sentence: item.sentence, tokens: item.tokens, attributions };
  });
  return {
    paragraph,
    read,
    attributions: read.flatMap((item) => item.attributions),
    personAtEnd: memory.lastPerson(),
    beforeColon,
  };
}

function noteColon(
  text: string,
  tokens: readonly Token[],
  memory: NameMemory,
  found: Map<number, string>,
): void {
  const colon = tokens.find((token) => token.lower === ':');
  const name = colon === undefined ? null : subjectBeforeColon(text, tokens, memory);
  if (colon !== undefined && name !== null) found.set(colon.start, name);
}

const CARRIED_OVER = 3;
const PAST_AUXILIARIES = wordSet('would was were had could');
const PRESENT_AUXILIARIES = wordSet("is are has have will 'll does do");

/**
 * "She said it would pass. It would then go to the council.": for each sentence whose indirect speech goes on in it, that
 * of a report in the past, over sentences that are themselves in the past and report nobody else.
 */
function carriedSpeech(read: readonly ReadSentence[]): (string | null)[] {
  let speaker: string | null = null;
  let age = 0;
  return read.map(({ tokens, attributions }) => {
    const carried = age <= CARRIED_OVER ? speaker : null;
    const said = attributions.filter((item) => item.kind === 'say' || item.kind === 'think').pop();
    if (said !== undefined) {
      const isPast = /(?:ed|id|ought|old|ote|ore)$/u.test(tokens[said.verbIndex]?.lower ?? '');
      speaker =
        isPast && (said.covers === 'before' || tokens.some((token) => PAST_AUXILIARIES.has(token.lower)))
          ? said.name
          : null;
      age = 0;
    } else if (tokens.some((token) => PRESENT_AUXILIARIES.has(token.lower))) speaker = null;
    age += 1;
    return carried;
  });
}

const AROUND = 2;
const STRONG = new Set(['WILL', 'FUTURE_PHRASE', 'LIKELIHOOD_WORD', 'NUMBER']);

const isOfFuture = ({ clauses }: ReadSentence): boolean =>
  clauses.some((clause) => clause.cues.some((hit) => STRONG.has(hit.code)));
const isOfPast = ({ mood }: ReadSentence): boolean => mood === 'past';

/** Share of the sentences around sentence `k` that are so, 0-1. */
function shareAround(
  read: readonly ReadSentence[],
  k: number,
  isSo: (item: ReadSentence) => boolean,
): number {
  return shareOf(
    read.slice(Math.max(0, k - AROUND), k + AROUND + 1).filter((item) => item !== read[k]),
    isSo,
  );
}

function shareOf(read: readonly ReadSentence[], isSo: (item: ReadSentence) => boolean): number {
  return read.filter(isSo).length / Math.max(1, read.length);
}
