import { wordSet } from './word-set.js';
import type { TextSpan } from '#core/text';
import { interviewedPerson, labelInFull } from './label-names.js';

/** Who speaks in a paragraph of a transcript, and where what is said begins. */
export interface Label {
  /** Null where nobody is named ("Q:", or "A:" of an interviewee the text does not introduce). */
  readonly speaker: string | null;
  /** An interviewer, whose questions claim nothing. */
  readonly isAsking: boolean;
  /** Offset where the words begin; the paragraph's end for a line that holds the name only. */
  readonly bodyStart: number;
}

interface RawLabel {
  readonly name: string;
  readonly bodyStart: number;
  /** Who it is stands beside the name: "Anna Low (IMF): ...". */
  readonly isDescribed: boolean;
  readonly layout: 'colon' | 'stop' | 'line' | 'letter';
}

/** "RICHARDS: ...", "Anna Low (IMF): ...", "**Anna Low**: ...". */
const COLON =
  /^(?:[-\u2022*] )?(?:\*\*|__)?(\p{Lu}[\p{L}.'\u2019-]*(?: (?:\p{Lu}[\p{L}.'\u2019-]*|de|van|von|al|bin|da|di)){0,4})(, [\p{L} ,'\u2019-]{3,60}| \([^()]{1,50}\))?(?:\*\*|__)?\s?:(?:\*\*|__)?\s+(?=\S)/u;
/** "CHAIR WHITFIELD. Good afternoon.": official transcripts set the name in capitals with a full stop. */
const STOP = /^(\p{Lu}[\p{Lu}.'\u2019-]+(?: \p{Lu}[\p{Lu}.'\u2019-]*){1,4})\.\s+(?=[\p{Lu}"\u201c])/u;
/** "Q. Who will win?", "A: It depends." */
const LETTER = /^(?:\*\*|__)?(Q|A)(?:\*\*|__)?(?:[.:](?:\*\*|__)?|\s(?=\s))\s*(?=\S)/u;
/** "Jane Holt -- Chief Executive Officer" on a line of its own, as earnings calls are printed. */
const LINE =
  /^(\p{Lu}[\p{L}.'\u2019-]+(?: (?:\p{Lu}[\p{L}.'\u2019-]*|de|van|von|al|bin|da|di)){1,4})\s?(?:--|\u2013|\u2014|-|,|\|)\s?(?:\p{Lu}[\p{L}&.,'\u2019 -]{2,80})$/u;
const OPERATOR = wordSet('Operator OPERATOR');
const QUESTIONER =
  /^(?:Q|Question|QUESTION|Reporter|REPORTER|Interviewer|INTERVIEWER|Moderator|MODERATOR|Host|HOST|Journalist|JOURNALIST|Operator|OPERATOR)\b/u;
const ANSWER = wordSet('A Answer ANSWER');
/** Words before a colon that label a thing, not a speaker. */
const NO_SPEAKER =
  /^(?:Title|Author|Outlet|Date|Address|Source|Sources|Note|Notes|Update|Photo|Image|Figure|Table|Chart|Caption|Summary|Conclusion|Correction|Example|Result|Results|Related|Tags|Contact|Email|Tel|Web|Published|Version|Warning|Tip|Answering|First|Second|Third|Fourth|Finally|Prediction|Predictions|Forecast|Outlook|Verdict|Grade|Probability|Confidence|Odds|Bottom|Takeaway|Background|Context|Scenario|Option|Case|Base|Bull|Bear|Best|Worst|Winner|Runner|Champions|Relegated|Top|Last|Next|Key|Last season|Manager|Major|Score|Final|Pick|Bonus|Risk|Risks|Impact|Timeline|Deadline|Status|Rating|Target|Price|Venue|Time|Where|When|What|Who|Why|How|Methodology|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/u;
const MIN_LABELS = 3;
/** A label whose paragraphs end in a question mark this often asks. */
const ASKING_SHARE = 0.6;

/**
 * Finds the speaker labels of a transcript, an interview, a panel or a call ("RICHARDS: ...", "Q. ...", "CHAIR LOW. ...",
 * name lines, answers under questions in bold).
 *
 * @param title the text's title, which may name the person interviewed
 * @param author its byline, which may be the person who answers
 * @returns for each paragraph its label, or null; all null where there is no such layout
 */
export function findSpeakerLabels(
  text: string,
  spans: readonly TextSpan[],
  title: string | null,
  author: string | null,
): (Label | null)[] {
  const raw = spans.map((span) => readLabel(text, span));
  const kept = keptLayouts(text, spans, raw);
  const names = raw.flatMap((item) => (item === null || !kept.has(item.layout) ? [] : [item.name]));
  if (names.length === 0) return questionsInBold(text, spans, title);
  const full = namesInFull(text, spans, { title, author, names });
  const asking = askingNames(text, spans, raw);
  return raw.map((item) => {
    if (item === null || !kept.has(item.layout)) return null;
    const isAsking = QUESTIONER.test(item.name) || asking.has(item.name);
    return { speaker: full.get(item.name) ?? null, isAsking, bodyStart: item.bodyStart };
  });
}

function readLabel(text: string, span: TextSpan): RawLabel | null {
  const line = text.slice(span.start, Math.min(span.end, span.start + 160));
  const isWhole = span.end - span.start < 120;
  if (isWhole && (OPERATOR.has(line) || LINE.test(line)))
    return { name: LINE.exec(line)?.[1] ?? line, bodyStart: span.end, isDescribed: true, layout: 'line' };
  for (const [pattern, layout] of [
    [LETTER, 'letter'],
    [COLON, 'colon'],
    [STOP, 'stop'],
  ] as const) {
    const match = pattern.exec(line);
    const name = match?.[1] ?? '';
    const isDescribed = layout === 'colon' && match?.[2] !== undefined;
    // An entry of a list that opens with a name is about it, unless it says who that is.
    if (match !== null && !NO_SPEAKER.test(name) && (isDescribed || !/^[-\u2022*] /u.test(line)))
      return { name, bodyStart: span.start + match[0].length, isDescribed, layout };
  }
  return null;
}

/** Layouts that hold for the text: three labels or more, of names that come back; or most paragraphs labelled with full names. */
function keptLayouts(
  text: string,
  spans: readonly TextSpan[],
  raw: readonly (RawLabel | null)[],
): Set<RawLabel['layout']> {
  const kept = new Set<RawLabel['layout']>();
  for (const layout of ['colon', 'stop', 'line', 'letter'] as const) {
    const names = raw.flatMap((item) => (item?.layout === layout ? [item.name] : []));
    const distinct = new Set(names);
    const isDescribed = raw.every(
      (item) => item?.layout !== layout || (item.isDescribed && isFullName(item.name)),
    );
    if (names.length < (layout === 'colon' && isDescribed ? 2 : MIN_LABELS)) continue;
    if (layout === 'letter') {
      if (distinct.size === 2) kept.add(layout);
      continue;
    }
    const isPanel =
      layout === 'colon' &&
      names.length * 2 > countProse(spans) &&
      names.every((name) => isFullName(name) || isInitials(name));
    if (distinct.size < names.length || isPanel) kept.add(layout);
  }
  // "Q:" and "A:" of an interview with named speakers are labels like theirs.
  if (kept.has('colon') && raw.some((item) => item?.layout === 'letter')) kept.add('letter');
  return kept;
}

function countProse(spans: readonly TextSpan[]): number {
  return spans.filter((span) => span.end - span.start > 60).length;
}

function isFullName(name: string): boolean {
  return /^\p{Lu}\p{Ll}[\p{L}'\u2019-]*(?: \p{L}[\p{L}.'\u2019-]*)+$/u.test(name);
}

function isInitials(name: string): boolean {
  return /^\p{Lu}{2,3}$/u.test(name);
}

interface Around {
  readonly title: string | null;
  readonly author: string | null;
  readonly names: readonly string[];
}

function namesInFull(
  text: string,
  spans: readonly TextSpan[],
  { title, author, names }: Around,
): Map<string, string | null> {
  const interviewee = names.some((name) => ANSWER.has(name)) ? interviewedPerson(text, spans, title) : null;
  const full = new Map<string, string | null>();
  const distinct = [...new Set(names)];
  for (const name of distinct)
    full.set(
      name,
      QUESTIONER.test(name)
        ? null
        : ANSWER.has(name)
          ? interviewee
          : labelInFull(text, name, author, distinct),
    );
  return full;
}

/** Those who mostly ask: journalists, analysts on a call. Nobody asks where all do. */
function askingNames(
  text: string,
  spans: readonly TextSpan[],
  raw: readonly (RawLabel | null)[],
): Set<string> {
  const counts = new Map<string, { asked: number; all: number }>();
  let name: string | null = null;
  spans.forEach((span, i) => {
    name = raw[i]?.name ?? name;
    if (name === null || raw[i]?.layout === 'line') return;
    const count = counts.get(name) ?? { asked: 0, all: 0 };
    count.all += 1;
    if (/\?["\u201d)*_]*$/u.test(text.slice(Math.max(span.start, span.end - 4), span.end))) count.asked += 1;
    counts.set(name, count);
  });
  const asking = [...counts]
    .filter(([, count]) => count.asked / count.all >= ASKING_SHARE)
    .map(([key]) => key);
  return asking.length === counts.size ? new Set() : new Set(asking);
}

const BOLD_QUESTION = /^(\*\*|__|\*|_)[^*_]{4,400}\?["\u201d]?\1$/u;
const MIN_QUESTIONS = 2;

/** An interview that sets its questions in bold or italics and leaves the answers unmarked. */
function questionsInBold(text: string, spans: readonly TextSpan[], title: string | null): (Label | null)[] {
  const isQuestion = spans.map(
    (span) => span.end - span.start < 420 && BOLD_QUESTION.test(text.slice(span.start, span.end)),
  );
  const first = isQuestion.indexOf(true);
  const interviewee =
    first === -1 ? null : interviewedPerson(text, spans.slice(0, Math.max(first, 1)), title);
  if (isQuestion.filter(Boolean).length < MIN_QUESTIONS || interviewee === null) return spans.map(() => null);
  return spans.map((span, i) =>
    i < first
      ? null
      : {
          speaker: isQuestion[i] === true ? null : interviewee,
          isAsking: isQuestion[i] === true,
          bodyStart: span.start,
        },
  );
}
