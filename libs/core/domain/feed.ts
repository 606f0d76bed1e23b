import { FETCH_FAULTS } from './fetch-fault.js';

export const FEED_STATES = ['active', 'paused', 'gone', 'removed'] as const;
export type FeedState = (typeof FEED_STATES)[number];

export const POLL_OUTCOMES = ['new_events', 'nothing_new', 'unchanged', 'failed'] as const;
export type PollOutcome = (typeof POLL_OUTCOMES)[number];

/** Why a poll failed: of the way there, of the answer, of the document. Codes stand in the table and on the wire. */
export const POLL_FAULTS = [
  ...FETCH_FAULTS,
  'HTTP_ERROR',
  'BUSY',
  'GONE',
  'EMPTY',
  'NOT_A_FEED',
  'HTML_PAGE',
  'ENTITIES',
] as const;
export type PollFault = (typeof POLL_FAULTS)[number];

/** What was odd about a feed that was read all the same. */
export const FEED_REMARKS = [
  'UNDATED',
  'DATED_AHEAD',
  'WORDLESS',
  'BROKEN_ITEMS',
  'CAPPED',
  'CUT_OFF',
  'WRONG_CHARSET',
] as const;
export type FeedRemark = (typeof FEED_REMARKS)[number];

const MINUTE_MS = 60_000;
/** However often it failed, a feed is looked at once a day. */
const LONGEST_WAIT_MS = 24 * 60 * MINUTE_MS;
/** A server may ask for more peace than that, but not for ever. */
const LONGEST_ASKED_MS = 7 * 24 * 60 * MINUTE_MS;
const JITTER = 0.1;

export interface PollTiming {
  readonly pollMinutes: number;
  /** Polls that failed in a row, this one included; 0 when it did not. */
  readonly failures: number;
  /** What the server asked for (Retry-After), or null. */
  readonly askedMs: number | null;
  /** A number from 0 to below 1: spreads feeds that were added together. */
  readonly spread: number;
}

/**
 * Milliseconds until a feed is read again: its period; after failures in a row the period, twice, four times as long,
 * up to a day; never less than the server asked for; and up to a tenth more or less.
 * computePollWait({ pollMinutes: 30, failures: 3, askedMs: null, spread: 0.5 }) is 7,200,000: two hours.
 */
export function computePollWait({ pollMinutes, failures, askedMs, spread }: PollTiming): number {
  const period = pollMinutes * MINUTE_MS;
  const doublings = Math.min(Math.max(failures - 1, 0), 20);
  const patient =
    failures === 0 ? period : Math.max(period, Math.min(period * 2 ** doublings, LONGEST_WAIT_MS));
  const wait = patient * (1 - JITTER + 2 * JITTER * spread);
  return Math.round(Math.max(wait, Math.min(askedMs ?? 0, LONGEST_ASKED_MS)));
}
