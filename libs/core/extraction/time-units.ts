import { dateParts, seasonStretch, unitStretch, weekendStretch } from './calendar-spans.js';
import type { CalendarStretch, Season, Unit } from './calendar-spans.js';
import { afterDuration } from './time-durations.js';
import { MAX_DEPTH } from './time-scene.js';
import type { Parsed, TimeScene } from './time-scene.js';
import { afterWords, isApostrophe, isDash, skipAny, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';

const NEXT = new Set(['next', 'coming', 'upcoming', 'following', 'ensuing']);
const LAST = new Set(['last', 'past', 'previous', 'preceding', 'bygone']);
const THIS = new Set(['this', 'current', 'present', 'same', 'very', 'running']);
/** "the", "this", "next", "past" before a unit or a name. */
export const LEAD_WORDS: readonly string[] = ['the', 'around', 'about', 'very', ...NEXT, ...LAST, ...THIS];
export const FISCAL: ReadonlySet<string> = new Set([
  'fiscal',
  'financial',
  'calendar',
  'tax',
  'academic',
  'school',
  'business',
  'marketing',
]);

export const UNIT_WORDS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['day', 'day'],
  ['week', 'week'],
  ['wk', 'week'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['qtr', 'quarter'],
  ['half', 'half'],
  ['year', 'year'],
  ['yr', 'year'],
  ['decade', 'decade'],
  ['century', 'century'],
]);
/** "the", "this", "the coming", "this past", "next" before a unit, a weekday, a month, a season, a holiday. */
export interface Lead {
  readonly next: number;
  /** -1 last, 0 this, 1 next; null where nothing is said but perhaps "the". */
  readonly step: -1 | 0 | 1 | null;
  readonly hasThe: boolean;
}

export function leadAt(tokens: Tokens, i: number): Lead {
  const from = skipAny(tokens, i, ['the']);
  const hasThe = from > i;
  let next = skipAny(tokens, from, ['around', 'about', 'very']);
  let step: Lead['step'] = null;
  for (let guard = 0; guard < 3; guard += 1) {
    const word = wordAt(tokens, next);
    if (NEXT.has(word)) step = 1;
    else if (LAST.has(word)) step = -1;
    else if (THIS.has(word)) step ??= 0;
    else break;
    next += 1;
  }
  return { next, step, hasThe };
}

/** "weekend", "week-end", "week end", "wkend". */
export function weekendAt(tokens: Tokens, i: number): number | null {
  const word = wordAt(tokens, i);
  if (word === 'weekend' || word === 'wkend') return i + 1;
  if (word !== 'week') return null;
  const at = isDash(wordAt(tokens, i + 1)) ? i + 2 : i + 1;
  return wordAt(tokens, at) === 'end' && wordAt(tokens, at + 1) !== 'of' ? at + 1 : null;
}

/** A unit of the calendar with the index after it: "week", "qtr", "fiscal year". */
export function calendarUnitAt(tokens: Tokens, i: number): { unit: Unit; next: number } | null {
  const at = FISCAL.has(wordAt(tokens, i)) ? i + 1 : i;
  const unit = UNIT_WORDS.get(wordAt(tokens, at));
  if (unit === undefined || (at > i && unit !== 'year' && unit !== 'quarter')) return null;
  return { unit, next: at + 1 };
}

/** "this year", "next week", "the following month", "this weekend", "last season", "the month after next". */
export function relativeUnitAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens, anchor } = scene;
  const lead = leadAt(tokens, i);
  if (lead.step === null) return afterNextAt(scene, lead.next);
  if (lead.step === -1 && scene.isRunning) return null;
  const weekend = weekendAt(tokens, lead.next);
  if (weekend !== null)
    return { stretch: weekendStretch(anchor, weekendStep(anchor, lead.step)), next: weekend };
  if (/^seasons?$/u.test(wordAt(tokens, lead.next)) && !scene.isRunning)
    return { stretch: seasonBy(anchor, lead.step), next: lead.next + 1 };
  const unit = calendarUnitAt(tokens, lead.next);
  if (unit === null || unit.unit === 'half') return null;
  // "the last day of May" counts from the end of something; "the last week" alone is the one before this.
  return { stretch: unitStretch(unit.unit, anchor, lead.step), next: unit.next };
}

/** On a Sunday "last weekend" is the one before, on any other day the one that has just been. */
function weekendStep(anchor: string, step: -1 | 0 | 1): number {
  return step === -1 && weekendStretch(anchor, 0).end < anchor ? 0 : step;
}

/** "the week after next", "the weekend after next", "year after next". */
function afterNextAt(scene: TimeScene, i: number): Parsed | null {
  const weekend = weekendAt(scene.tokens, i);
  const unit = calendarUnitAt(scene.tokens, i);
  const from = weekend ?? unit?.next;
  const next = from === undefined ? null : afterWords(scene.tokens, from, 'after next');
  if (next === null) return null;
  const stretch =
    weekend !== null ? weekendStretch(scene.anchor, 2) : unitStretch(unit?.unit ?? 'week', scene.anchor, 2);
  return { stretch, next };
}

const SEASON_ORDER: readonly Season[] = ['spring', 'summer', 'fall', 'winter'];

/** The season that holds the anchor, moved by whole seasons. */
function seasonBy(anchor: string, step: -1 | 0 | 1): CalendarStretch {
  const { year } = dateParts(anchor);
  const all = [year - 1, year, year + 1].flatMap((y) =>
    SEASON_ORDER.map((season) => seasonStretch(season, y)),
  );
  const now = all.findIndex((season) => season.end >= anchor);
  return all[now + step] ?? seasonStretch('winter', year);
}

/** "in the new year", "early in the new year": the year to come; "by the new year" is its first day, a holiday. */
export function newYearAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens, anchor } = scene;
  const next = afterWords(tokens, i, 'the new year');
  if (next === null || !/^(?:in|into|during|of|over|throughout)$/u.test(wordAt(tokens, i - 1))) return null;
  if (isApostrophe(wordAt(tokens, next)) || /^(?:eve|day)$/u.test(wordAt(tokens, next))) return null;
  return { stretch: unitStretch('year', anchor, 1), next };
}

/** "the year", "the month", "the decade", "the fiscal year": the one that holds the anchor, after "by the end of" or "during". */
export function unitOfAnchorAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens, anchor } = scene;
  const relative = newYearAt(scene, i) ?? relativeUnitAt(scene, i);
  if (relative !== null) return relative;
  const at = skipAny(tokens, i, ['the']);
  const weekend = weekendAt(tokens, at);
  if (weekend !== null) return { stretch: weekendStretch(anchor, 0), next: weekend };
  const unit = calendarUnitAt(tokens, at);
  if (unit === null || unit.unit === 'half') return null;
  return { stretch: unitStretch(unit.unit, anchor, 0), next: unit.next };
}

/** What a part or a fraction is taken of: a stretch that is said, or "the year", "month" without more. */
export function wholeAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  return depth >= MAX_DEPTH ? null : (unitOfAnchorAt(scene, i) ?? scene.stretch(scene, i, depth + 1));
}

/** "the rest of the decade", "the remainder of 2025", "what is left of the year": from the anchor on. */
export function restAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens, anchor } = scene;
  const at = skipAny(tokens, i, ['the']);
  const what =
    afterWords(tokens, at, 'what is left of') ??
    afterWords(tokens, at, "what ' s left of") ??
    afterWords(tokens, at, 'what remains of');
  const isRest = /^(?:rest|remainder|balance)$/u.test(wordAt(tokens, at)) && wordAt(tokens, at + 1) === 'of';
  const from = what ?? (isRest ? at + 2 : null);
  const whole = from === null ? null : wholeAt(scene, from, depth);
  if (whole === null) return null;
  const start = whole.stretch.start < anchor && whole.stretch.end >= anchor ? anchor : whole.stretch.start;
  return { ...whole, stretch: { ...whole.stretch, start } };
}

/** "later this year", "later in the decade", "later on Friday", "later today": what is left of it. */
export function laterAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens, anchor } = scene;
  if (wordAt(tokens, i) !== 'later') return null;
  const whole = wholeAt(scene, skipAny(tokens, i + 1, ['in', 'on', 'during']), depth);
  if (whole === null || whole.stretch.end < anchor) return null;
  const start = whole.stretch.start < anchor ? anchor : whole.stretch.start;
  return { ...whole, stretch: { ...whole.stretch, start } };
}

/** "earlier this year", "earlier today": what is over of it. */
export function earlierAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens, anchor } = scene;
  if (wordAt(tokens, i) !== 'earlier' || scene.isRunning) return null;
  const whole = wholeAt(scene, skipAny(tokens, i + 1, ['in', 'on', 'during']), depth);
  if (whole === null || whole.stretch.start > anchor) return null;
  const end = whole.stretch.end > anchor ? anchor : whole.stretch.end;
  return { ...whole, stretch: { ...whole.stretch, end } };
}

/** "this time next year", "the same time tomorrow": the day so much later. */
export function sameTimeAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens, anchor } = scene;
  const at = skipAny(tokens, i, ['the', 'about', 'around']);
  const time = afterWords(tokens, at, 'this time') ?? afterWords(tokens, at, 'same time');
  if (time === null) return null;
  const lead = leadAt(tokens, time);
  const isTomorrow = wordAt(tokens, time) === 'tomorrow';
  const unit = lead.step === 1 ? wordAt(tokens, lead.next) : isTomorrow ? 'day' : '';
  const length = { day: { days: 1 }, week: { days: 7 }, month: { months: 1 }, year: { months: 12 } }[unit];
  if (length === undefined) return null;
  const day = afterDuration(anchor, length);
  return { stretch: unitStretch('day', day, 0), next: isTomorrow ? time + 1 : lead.next + 1 };
}

/** "all week", "all of 2025", "the whole of next year", "the entire decade". */
export function allAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens } = scene;
  const at = skipAny(tokens, i, ['the']);
  const word = wordAt(tokens, at);
  if (word === 'all' && !scene.isRunning) {
    const unit = calendarUnitAt(tokens, at + 1);
    if (unit !== null && unit.unit !== 'half')
      return { stretch: unitStretch(unit.unit, scene.anchor, 0), next: unit.next };
  }
  if (!/^(?:all|whole|entire|entirety)$/u.test(word)) return null;
  const of = skipAny(tokens, at + 1, ['of']);
  return word === 'entire' || of > at + 1 ? wholeAt(scene, of, depth) : null;
}
