import type { Schedule } from '#platform/jobs';

const MINUTE_MS = 60_000;

/** Everything that happens by itself, and why that often. Ticks only look; what is due stands in PostgreSQL. */
export const SCHEDULES: readonly Schedule[] = [
  {
    job: 'finaliseVerdicts',
    everyMs: MINUTE_MS,
    reason:
      'A verdict is final within a minute of the end of its dispute window; looking is one indexed query.',
  },
  {
    job: 'promptReviewers',
    everyMs: 5 * MINUTE_MS,
    reason: 'What fell due is asked for soon, and what falls due together is asked for in one mail.',
  },
  {
    job: 'tellOfVerdicts',
    everyMs: 5 * MINUTE_MS,
    reason:
      'Whom a verdict concerns learns of it the same hour; a claim opened by mistake can be mended first.',
  },
  {
    job: 'planDigests',
    everyMs: 10 * MINUTE_MS,
    reason: 'People choose an hour in their own zone; ten minutes late is on time.',
  },
  {
    job: 'planRetests',
    everyMs: 6 * 60 * MINUTE_MS,
    reason:
      'An answer comes back a month later at the earliest: hours do not matter, but what is asked in earnest again is let go the same day.',
  },
  {
    job: 'planPolls',
    everyMs: MINUTE_MS,
    reason: 'A feed is read within a minute of being due or added; looking is one indexed query.',
  },
  {
    job: 'refreshBoard',
    everyMs: 15 * MINUTE_MS,
    reason:
      'Midnight comes at another time in every zone; the first look after it makes the new day’s board.',
  },
  {
    job: 'sweepMatching',
    everyMs: 5 * MINUTE_MS,
    reason:
      'Matching follows each event at once; this finds what was missed after an outage and counts words anew.',
  },
];
