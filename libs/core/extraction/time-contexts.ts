import type { CalendarDate, Deadline } from '#core/domain';
import type { TextSpan } from '#core/text';
import type { Paragraph, Structure } from './document-structure.js';
import { deadlinesIn, inheritedDeadline } from './attach-deadline.js';
import { LEDE, OPENING, TITLE, eventHorizon, isMeeting } from './event-horizon.js';
import type { NamedDay } from './event-horizon.js';
import { headingTime } from './heading-times.js';
import { NO_TIME_CONTEXT, inferredFrom, isSettled } from './horizon.js';
import type { Horizon, HorizonSource, TimeBefore, TimeContext } from './horizon.js';
import type { Token } from './nlp.js';
import type { FoundDeadline } from './read-deadline.js';
import { isInBrackets, isJustOver, isOfMeasure, isOfPastVerb } from './times-of-others.js';

/** What the time context needs of a sentence. */
interface TimedSentence {
  readonly sentence: TextSpan;
  readonly tokens: readonly Token[];
  readonly times: readonly FoundDeadline[];
}

export interface TimedParagraph {
  readonly paragraph: Paragraph;
  readonly read: readonly TimedSentence[];
}

/** For each sentence of each paragraph, what the text around it says about when its claims are due. */
export function timeContexts(
  text: string,
  structure: Structure,
  heard: readonly TimedParagraph[],
  title: Horizon | null,
): TimeContext[][] {
  const { publishedOn } = structure;
  if (publishedOn === null)
    return heard.map(({ read }) => read.map(() => ({ ...NO_TIME_CONTEXT, around: title })));
  const settled = heard.map((item) => settle(text, item, publishedOn));
  const timeOf = headingTimes(publishedOn);
  const days = namedDays(text, inheritedDeadline(structure.title, publishedOn), settled, timeOf);
  const event = eventHorizon(days, text, publishedOn);
  const walk = new SectionWalk(text, timeOf);
  let before: readonly TimeBefore[] = [];
  return settled.map(({ paragraph, read }) => {
    const isGoingOn =
      paragraph.kind === 'list' &&
      /^[-*\u2022\s]*(?:\.\.\.|\u2026)/u.test(text.slice(paragraph.start, paragraph.start + 8));
    const said = isGoingOn ? before : [];
    const around = walk.enter(paragraph, read, askedAbove(text, structure, paragraph, publishedOn));
    before = timesBefore(text, read, read.length);
    return read.map((item, k) => ({
      settled: item.settled,
      before: [...timesBefore(text, read, k), ...said],
      around: around ?? (walk.isBeyond || (event !== null && event.isDecision !== true) ? null : title),
      event: walk.isBeyond ? null : event,
    }));
  });
}

type HeadingTime = (line: string) => Deadline | null;

/** The times of headings, each read once: as days that are named, and as what is set for what follows. */
function headingTimes(publishedOn: CalendarDate): HeadingTime {
  const known = new Map<string, Deadline | null>();
  return (line) => {
    const before = known.get(line);
    if (before !== undefined) return before;
    const time = headingTime(line, publishedOn);
    known.set(line, time);
    return time;
  };
}

/** So many sentences back a time is still looked for, and so many times are kept. */
const SENTENCES_BACK = 12;
const TIMES_BACK = 6;

/** "Will it be done by June?", "We asked them what they would do on the tenth". */
const ASKS =
  /\?["'\u201d\u2019*_)]*$|\b(?:asked|wondered|wanted to know)\b[^.]{0,80}\b(?:what|whether|who|how|if|when)\b/iu;

/** The settled times that the sentences before the `k`th name, nearest first. */
function timesBefore(text: string, read: readonly SettledSentence[], k: number): TimeBefore[] {
  const found: TimeBefore[] = [];
  for (let i = k - 1; i >= Math.max(0, k - SENTENCES_BACK) && found.length < TIMES_BACK; i -= 1) {
    const said = read[i];
    if (said === undefined) break;
    const isAsked = said.settled.length > 0 && ASKS.test(text.slice(said.sentence.start, said.sentence.end));
    for (let j = said.settled.length - 1; j >= 0; j -= 1) {
      const deadline = said.settled[j]?.deadline;
      if (deadline !== undefined) found.push({ deadline, distance: k - i, isAsked });
    }
  }
  return found;
}

/** A sentence with the times in it that are sure and not over. */
interface SettledSentence {
  readonly sentence: TextSpan;
  readonly settled: readonly FoundDeadline[];
}

interface SettledParagraph {
  readonly paragraph: Paragraph;
  readonly read: readonly SettledSentence[];
}

function settle(
  text: string,
  { paragraph, read }: TimedParagraph,
  publishedOn: CalendarDate,
): SettledParagraph {
  return {
    paragraph,
    read: read.map(({ sentence, times, tokens }) => ({
      sentence,
      settled: times.filter(
        (item) =>
          !item.isWeak &&
          isSettled(item.deadline, publishedOn) &&
          !isOfMeasure(text, item) &&
          !isJustOver(item, publishedOn) &&
          !isInBrackets(text, item.start, sentence) &&
          !isOfPastVerb(tokens, item),
      ),
    })),
  };
}

/** What an interviewer asks right above a paragraph: undefined where nobody does, null where the question names no time. */
function askedAbove(
  text: string,
  { paragraphs }: Structure,
  paragraph: Paragraph,
  publishedOn: CalendarDate,
): Horizon | null | undefined {
  const above = paragraphs[paragraphs.indexOf(paragraph) - 1];
  if (above?.isAsked !== true) return undefined;
  const named = deadlinesIn(text, above, publishedOn).find(
    (item) => !item.isWeak && isSettled(item.deadline, publishedOn) && !isInBrackets(text, item.start, above),
  );
  return named === undefined ? null : horizonOf(named.deadline, 'question');
}

const OPENING_PARAGRAPHS = 3;

function namedDays(
  text: string,
  title: Deadline | null,
  heard: readonly SettledParagraph[],
  timeOf: HeadingTime,
): NamedDay[] {
  const days: NamedDay[] = [];
  if (title !== null) days.push({ deadline: title, rank: TITLE });
  let opened = 0;
  heard.forEach(({ paragraph, read }) => {
    if (paragraph.kind === 'heading') {
      const line = text.slice(paragraph.start, paragraph.end);
      const deadline = timeOf(line);
      // What stands over a part of the text is more than a mention.
      if (deadline !== null) days.push({ deadline, rank: 0 }, { deadline, rank: 0 });
      return;
    }
    opened += 1;
    const rank = opened === 1 ? LEDE : opened <= OPENING_PARAGRAPHS ? OPENING : 0;
    for (const said of read)
      for (const { deadline } of said.settled)
        // "On the tenth", further down, is of a month named around it.
        if (rank > 0 || !/ the [a-z]+$/u.test(deadline.phrase))
          days.push({ deadline, rank, isMeeting: isMeeting(text, said.sentence) });
  });
  return days;
}

/** "And after that?", "Beyond the vote": what follows lies past the horizon of the text. */
const BEYOND = /\b(?:after(?:wards?| that)?|beyond|long(?:er)?[ -](?:run|term)|aftermath|the day after)\b/iu;

/** Keeps what headings, lead-ins and questions above set while the paragraphs of a text are walked through. */
class SectionWalk {
  isBeyond = false;
  private heading: Horizon | null = null;
  private level = 0;
  private above: Horizon | null = null;
  private isListAbove = false;

  constructor(
    private readonly text: string,
    private readonly timeOf: HeadingTime,
  ) {}

  /** What is set for the sentences of the paragraph. */
  enter(
    paragraph: Paragraph,
    read: readonly SettledSentence[],
    asked: Horizon | null | undefined,
  ): Horizon | null {
    if (asked !== undefined) {
      this.above = asked;
      this.isListAbove = false;
    }
    const line = this.text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 400));
    const runIn = RUN_IN.exec(line)?.[0] ?? null;
    if (isHeading(paragraph, line)) this.passHeading(line);
    else {
      if (runIn !== null) this.passHeading(runIn);
      if (this.isListAbove && paragraph.kind !== 'list') this.above = null;
      this.passQuestion(line, read);
    }
    const around = this.above ?? this.heading;
    this.passLeadIn(paragraph, read);
    return around;
  }

  private passHeading(line: string): void {
    const level = levelOf(line);
    const time = this.timeOf(line);
    // "Fares: 12 euros" is an entry.
    if (time === null && /\d/u.test(line.slice(line.indexOf(':') + 1)) && line.includes(':')) return;
    this.above = null;
    if (time === null && this.heading !== null && level > this.level) return;
    this.isBeyond = time === null && BEYOND.test(line);
    this.heading = time === null ? null : horizonOf(time, 'heading');
    this.level = level;
  }

  /** "Will it rain by June? - 40%" opens a paragraph: those after it go on about it. */
  private passQuestion(line: string, read: readonly SettledSentence[]): void {
    const mark = line.indexOf('?');
    const first = read[0];
    if (mark === -1 || first === undefined || !QUESTION_LINE.test(line)) return;
    const asked = first.settled[0];
    this.above = asked === undefined ? null : horizonOf(asked.deadline, 'question');
    this.isListAbove = false;
  }

  /** "By the end of the year we expect:" sets it for the list after it. */
  private passLeadIn(paragraph: Paragraph, read: readonly SettledSentence[]): void {
    const last = read[read.length - 1];
    if (last === undefined || !this.text.slice(paragraph.start, paragraph.end).endsWith(':')) return;
    const words = this.text.slice(last.sentence.start, last.sentence.end);
    const time = SUPPOSES.test(words) ? undefined : last.settled[0];
    this.above = time === undefined ? null : horizonOf(time.deadline, 'lead-in');
    this.isListAbove = true;
  }
}

/** "**The choir.** It needs a tenor": a heading in the line. */
const RUN_IN = /^(?:\*\*|__)[^*_?]{2,60}(?:\*\*|__)(?=\s)/u;
const QUESTION_LINE =
  /^[-*_\s\d.]*(?:Will|Would|Does|Do|Is|Are|Can|Which|Who|What|When|How)\b[^?]{4,240}\?["'\u201d\u2019*_]*\s*(?:$|[\u2013\u2014:(-]\s*\D{0,40}\d)/u;

/** What follows is a scenario, not a forecast. */
const SUPPOSES = /\b(?:if|should|once|in case|suppos(?:e|ing))\b/iu;

const horizonOf = (deadline: TimeBefore['deadline'], from: HorizonSource): Horizon => ({
  deadline: inferredFrom(deadline),
  from,
});

function isHeading(paragraph: Paragraph, line: string): boolean {
  if (paragraph.kind === 'heading') return true;
  // "AND THEN?"
  if (line.length < 60 && /\p{Lu}{3}/u.test(line) && line === line.toUpperCase()) return true;
  // "3. Four ways to November": numbered, short, no full stop.
  return (
    paragraph.kind === 'list' &&
    line.length < 60 &&
    /^(?:\d{1,2}|[IVX]{1,4})[.)] \p{Lu}[^.!?:;%]*$/u.test(line)
  );
}

/** 0 for a heading marked as one, 1 for a line of its own in the letters of the text. */
function levelOf(line: string): number {
  const letters = line.replace(/[^\p{L}]/gu, '');
  return letters === letters.toUpperCase() || /^(?:#|\*\*|__|\d|part\b)/iu.test(line) ? 0 : 1;
}
