import type { CalendarDate, Deadline, Window } from '#core/domain';
import type { Parsed } from './time-scene.js';

/** A deadline read at some token, without its words, and the index of the token after it. */
export interface Reading {
  readonly next: number;
  readonly window: Window;
  readonly deadline: Omit<Deadline, 'phrase'>;
  readonly isWeak?: boolean;
}

/** The stretch as a window with both ends ("in 2025"). */
export function duringReading(parsed: Parsed, window?: Window): Reading {
  const { stretch, next } = parsed;
  const isDay = stretch.start === stretch.end;
  return {
    next,
    window: window ?? (isDay ? 'on' : 'during'),
    deadline: {
      windowStartOn: stretch.start,
      deadlineOn: stretch.end,
      precision: stretch.precision,
      basis: stretch.basis,
    },
  };
}

/** A last day without a first one ("by 2025"). */
export function limitReading(parsed: Parsed, window: Window, end: CalendarDate): Reading {
  const { precision, basis } = parsed.stretch;
  return { next: parsed.next, window, deadline: { windowStartOn: null, deadlineOn: end, precision, basis } };
}

/** A first day without a last one ("not before 2030"): it bounds a claim, but no day makes it due. */
export function openReading(parsed: Parsed, start: CalendarDate): Reading {
  const { precision, basis } = parsed.stretch;
  return {
    next: parsed.next,
    window: 'during',
    deadline: { windowStartOn: start, deadlineOn: null, precision, basis },
  };
}
