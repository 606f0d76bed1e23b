import { shiftDays } from './calendar-spans.js';
import { afterDuration } from './time-durations.js';
import { monthAt, yearAt } from './time-names.js';
import { MAX_DEPTH, saidOn } from './time-scene.js';
import type { Parsed, TimeScene } from './time-scene.js';
import { afterWords, skipAny, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';
import { calendarUnitAt, leadAt } from './time-units.js';

const MONTHS_OF: Readonly<Record<string, number>> = { year: 12, half: 6, quarter: 3 };

const FIGURES_DAYS = 45;

/** "the March quarter", "the December half of 2031": named by the month it ends in. */
export function quarterOfMonthAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens } = scene;
  const lead = leadAt(tokens, i);
  const unit = monthAt(scene, lead.next) === null ? undefined : wordAt(tokens, lead.next + 1);
  const months = unit === 'quarter' || unit === 'half' ? MONTHS_OF[unit] : undefined;
  if (months === undefined || depth >= MAX_DEPTH) return null;
  const month = tokens[lead.next];
  if (month === undefined) return null;
  // Read as if the unit did not stand between the month and its year.
  const rest = tokens.filter((_, at) => at >= lead.next && at !== lead.next + 1);
  const isYear = yearAt(rest, skipAny(rest, 1, ['of', ','])) !== null;
  const named = scene.stretch({ ...scene, tokens: isYear ? rest : [month] }, 0, depth + 1);
  if (named === null) return null;
  const { next } = named;
  // The figures of a quarter that is just over are still to come.
  const before = afterDuration(shiftDays(named.stretch.end, 1), { months: 12 }, null, -1);
  const end =
    !isYear && before > shiftDays(scene.anchor, -FIGURES_DAYS) ? shiftDays(before, -1) : named.stretch.end;
  return {
    next: lead.next + 1 + next,
    stretch: {
      start: afterDuration(shiftDays(end, 1), { months }, null, -1),
      end,
      precision: unit === 'half' ? 'half' : 'quarter',
      basis: isYear ? 'explicit' : 'inferred',
    },
  };
}

const LINKS: readonly (readonly [string, 'ahead' | 'past'])[] = [
  ['ending', 'ahead'],
  ['that ends', 'ahead'],
  ['which ends', 'ahead'],
  ['to end', 'ahead'],
  ['to', 'ahead'],
  ['ended', 'past'],
  ['that ended', 'past'],
  ['which ended', 'past'],
];

function linkAt(tokens: Tokens, i: number): { isPast: boolean; next: number } | null {
  for (const [words, when] of LINKS) {
    const next = afterWords(tokens, i, words);
    if (next !== null) return { isPast: when === 'past', next: skipAny(tokens, next, ['in', 'on']) };
  }
  return null;
}

/** "the fiscal year ending March 2032", "the year to June", "the academic year that ends next July", "the quarter ended 30 June". */
export function yearEndingAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens, anchor } = scene;
  const unit = calendarUnitAt(tokens, leadAt(tokens, skipAny(tokens, i, ['its', 'our', 'their'])).next);
  const months = unit === null ? undefined : MONTHS_OF[unit.unit];
  const link = unit === null || months === undefined ? null : linkAt(tokens, unit.next);
  if (months === undefined || link === null || wordAt(tokens, link.next) === '') return null;
  const at = (from: TimeScene): Parsed | null => scene.stretch(from, link.next, depth + 1);
  const ahead = at(scene);
  // What has ended ended before now: "the year ended in September" is not of the September to come.
  const last =
    link.isPast && ahead !== null && ahead.stretch.end >= anchor
      ? at(saidOn(scene, afterDuration(anchor, { months: 12 }, null, -1)))
      : ahead;
  if (last === null || !/^(?:day|month)$/u.test(last.stretch.precision)) return null;
  const { end } = last.stretch;
  return {
    next: last.next,
    stretch: {
      start: shiftDays(afterDuration(end, { months }, null, -1), 1),
      end,
      precision: months === 12 ? 'year' : months === 6 ? 'half' : 'quarter',
      basis: last.stretch.basis,
    },
  };
}
