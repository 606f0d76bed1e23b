import { addDays } from '#core/domain';
import type { CalendarDate, Deadline } from '#core/domain';
import type { TextSpan } from '#core/text';
import { inferredFrom } from './horizon.js';
import type { EventHorizon } from './horizon.js';

/** A day that is named somewhere. */
export interface NamedDay {
  readonly deadline: Deadline;
  /** How far up it stands: `TITLE`, `LEDE`, `OPENING` or 0. */
  readonly rank: number;
  /** Somebody is said to meet on it, and to decide. */
  readonly isMeeting?: boolean;
}

const MEETS =
  /\b(?:meets?|convenes?|gathers?|(?:holds?|at) (?:its|their|the) (?:\p{L}+ ){0,2}meeting|meeting (?:is|on)|sits? down)\b/iu;

/** "The committee meets on Tuesday". */
export function isMeeting(text: string, { start, end }: TextSpan): boolean {
  return MEETS.test(text.slice(start, end));
}

/** In the title; in the first paragraph; in one of the first. */
export const TITLE = 3;
export const LEDE = 2;
export const OPENING = 1;

/** Days ahead within which a text is a preview of something. */
const NEAR_DAYS = 45;
const CONTEST =
  /\b(?:elections?|votes?|voters?|voting|polls?|polling|ballots?|referendum|run-?offs?|primar(?:y|ies)|finals?|semi-?finals?|match|kick-?off|race|derby|bout|contest|tournament|championship|prize|awards?)\b/giu;
/** So many mentions of one day, and such a share of all days ahead, make it what the text is about. */
const MENTIONS = 3;
const SHARE = 0.5;

/**
 * The one day that a text keeps coming back to, or opens with, if it is near: the day of a vote, a final, a landing.
 *
 * @returns null where several days share the text or none is near
 */
export function eventHorizon(
  days: readonly NamedDay[],
  text: string,
  publishedOn: CalendarDate,
): EventHorizon | null {
  const limit = addDays(publishedOn, NEAR_DAYS);
  const near = days.filter(
    ({ deadline, rank }) => isDay(deadline) && (rank === TITLE || (deadline.deadlineOn ?? '') <= limit),
  );
  const isContest = isAboutContest(text);
  const meant = near.find(({ rank }) => rank === TITLE) ?? (isContest ? contestDay(near) : dayOfLede(near));
  if (meant !== null) return { deadline: inferredFrom(meant.deadline), isContest };
  const meetings = near.filter((day) => day.isMeeting === true && day.rank >= OPENING);
  const [meeting] = meetings;
  const isOne = meetings.every(({ deadline }) => deadline.deadlineOn === meeting?.deadline.deadlineOn);
  return meeting === undefined || !isOne
    ? null
    : { deadline: inferredFrom(meeting.deadline), isContest: false, isDecision: true };
}

/** The days in order, each with its mentions. */
function byDay(near: readonly NamedDay[]): (readonly NamedDay[])[] {
  const found = new Map<CalendarDate, NamedDay[]>();
  for (const day of near) {
    const on = day.deadline.deadlineOn ?? '';
    const named = found.get(on);
    if (named === undefined) found.set(on, [day]);
    else named.push(day);
  }
  return [...found.keys()].sort().map((on) => found.get(on) ?? []);
}

/** The last of the days that are named more than once (a final comes after its semi-finals), else the one it opens with. */
function contestDay(near: readonly NamedDay[]): NamedDay | null {
  const days = byDay(near);
  const repeated = days.filter(({ length }) => length >= 2);
  if (repeated.flat().length >= near.length * SHARE) return repeated.pop()?.[0] ?? null;
  const upFront = days.filter((named) => named.some(({ rank }) => rank >= OPENING));
  const only = upFront.length === 1 ? upFront[0] : undefined;
  return only !== undefined && only.length >= near.length * SHARE ? (only[0] ?? null) : null;
}

/** The day that the first paragraph names and the text comes back to. */
function dayOfLede(near: readonly NamedDay[]): NamedDay | null {
  const meant = byDay(near).find(
    (named) =>
      named.length >= MENTIONS &&
      named.length >= near.length * SHARE &&
      named.some(({ rank }) => rank === LEDE),
  );
  return meant?.[0] ?? null;
}

/** A day by its name or date; "in two weeks" is a length of time, "by Friday" a limit. */
const isDay = ({ windowStartOn, deadlineOn, precision, phrase }: Deadline): boolean =>
  precision === 'day' &&
  (windowStartOn === null || windowStartOn === deadlineOn) &&
  !/^(?:in|within|by|before|until|till|through|no later)\b/iu.test(phrase);

/** Words of contests in so many of a thousand words. */
const CONTEST_SHARE = 4;

function isAboutContest(text: string): boolean {
  const found = text.match(CONTEST)?.length ?? 0;
  return found >= 3 && (found * 6000) / Math.max(text.length, 600) >= CONTEST_SHARE;
}

/** What is said of how a contest ends. */
const RESULT =
  /\b(?:wins?|winning|los(?:e|es|ing)|beats?|defeats?|victory|(?:com(?:e|es|ing)|finish(?:es|ing)?|plac(?:e|es|ed|ing)) (?:first|second|third|last)|top|bottom|margins?|turnout|votes?|ballots?|majority|ahead|in front|seats?|finish|podium|qualif(?:y|ies)|tie|draw|landslide|runners?-up|exit polls?|projections?|(?:election|polling) (?:night|day)|\d+(?:st|nd|rd|th))\b/iu;

/** "Puts the Reds first". */
const PLACED = /\b\p{Lu}[\p{L}\d]+ (?:first|second|third|last|fourth|fifth)\b/u;

/** "Whoever loses will sue": of what comes after the result. */
const WINNER = /\b(?:who(?:so)?ever|whichever(?: \p{L}+){0,2}) (?:wins?|loses?)\b/iu;

/** What those who meet may do, and say of it. */
const DECISION =
  /\b(?:cuts?|hikes?|rate (?:rise|increase)|roll(?:s|ed)? over|(?:hold|holds|leave|leaves|keep|keeps) \p{L}+(?: \p{L}+){0,3} (?:steady|unchanged|alone)|quotas?|ceilings?|communiqu[e\u00e9]s?|decisions?|ministers|the meeting|the whole thing|compromise|dissents?|sign off|ratif\p{L}+)\b/iu;

/** Whether a claim is about how the event comes out. */
export function isAboutEvent(event: EventHorizon, words: string): boolean {
  if (event.isDecision === true) return DECISION.test(words);
  if (!event.isContest) return true;
  const said = words.replace(WINNER, ' ');
  return RESULT.test(said) || PLACED.test(said);
}
