import { BOARD_KINDS, HORIZONS, isCalendarDate, TRACKS } from '#core/domain';
import { z } from 'zod';
import { defineJob } from './define-job.js';

const PATIENT = { attempts: 8, backoffMs: 2_000 };
/** What must come, if late: a night of trouble does not end it; waits are capped at ten minutes. */
const OVERNIGHT = { attempts: 60, backoffMs: 2_000 };
/** A model server that is busy or being restarted: asked again for some ten minutes. */
const UNHURRIED = { attempts: 6, backoffMs: 20_000 };
const BRIEF = { attempts: 3, backoffMs: 1_000 };

/**
 * One tick of a schedule. `slot` is the instant the tick stands for, so that two schedulers, or one that fires twice,
 * run it once.
 */
const Tick = z.object({ slot: z.iso.datetime() });

export const JOBS = {
  /** Sweep: provisional verdicts whose dispute window is over become final, with their scores. */
  finaliseVerdicts: defineJob({
    name: 'sweep.finalise-verdicts',
    queue: 'sweeps',
    payload: Tick,
    key: ({ slot }) => slot,
    retry: BRIEF,
  }),
  /** Sweep: propositions due, to be rechecked or strongly matched get a round, and their reviewers a prompt. */
  promptReviewers: defineJob({
    name: 'sweep.prompt-reviewers',
    queue: 'sweeps',
    payload: Tick,
    key: ({ slot }) => slot,
    retry: BRIEF,
  }),
  /** Sweep: whom a new verdict or claim concerns is written to, and other deadlines of a question are asked again. */
  tellOfVerdicts: defineJob({
    name: 'sweep.tell-of-verdicts',
    queue: 'sweeps',
    payload: Tick,
    key: ({ slot }) => slot,
    retry: BRIEF,
  }),
  /** Sweep: some of what reviewers have answered is put to them again, where the project wants that. */
  planRetests: defineJob({
    name: 'sweep.plan-retests',
    queue: 'sweeps',
    payload: Tick,
    key: ({ slot }) => slot,
    retry: BRIEF,
  }),
  /** Sweep: users whose digest hour has come get a digest job of their own. */
  planDigests: defineJob({
    name: 'sweep.plan-digests',
    queue: 'sweeps',
    payload: Tick,
    key: ({ slot }) => slot,
    retry: BRIEF,
  }),
  /** Sweep: scheduled deadlines pass without any verdict being written; a new day makes the board stale. */
  refreshBoard: defineJob({
    name: 'sweep.refresh-board',
    queue: 'sweeps',
    payload: Tick,
    key: ({ slot }) => slot,
    retry: BRIEF,
  }),
  /** Sweep: events and propositions that matching missed, and words that are to be counted anew. */
  sweepMatching: defineJob({
    name: 'sweep.matching',
    queue: 'sweeps',
    payload: Tick,
    key: ({ slot }) => slot,
    retry: BRIEF,
  }),
  /** Sweep: servers with feeds that are due are asked, each by a job of its own. */
  planPolls: defineJob({
    name: 'sweep.plan-polls',
    queue: 'sweeps',
    payload: Tick,
    key: ({ slot }) => slot,
    retry: BRIEF,
  }),
  /** Reads the feeds of one server that are due, one after the other. */
  pollHost: defineJob({
    name: 'events.poll-host',
    queue: 'feeds',
    payload: z.object({ host: z.string().min(1), slot: z.iso.datetime() }),
    key: ({ host, slot }) => `${host} ${slot}`,
    retry: BRIEF,
  }),
  /** Matches an event, and others that wait with it, against the open propositions. */
  matchEvent: defineJob({
    name: 'events.match-event',
    queue: 'matching',
    payload: z.object({ eventId: z.uuid() }),
    key: ({ eventId }) => eventId,
    retry: PATIENT,
  }),
  /** Matches one new proposition against recent events. */
  matchProposition: defineJob({
    name: 'events.match-proposition',
    queue: 'matching',
    payload: z.object({ propositionId: z.uuid(), version: z.int() }),
    key: ({ propositionId, version }) => `${propositionId}:${String(version)}`,
    retry: PATIENT,
  }),
  /** Has a language model read one part of a text; the last part makes candidates of what was found. */
  readWithModel: defineJob({
    name: 'intake.read-with-model',
    queue: 'models',
    payload: z.object({ readingId: z.uuid(), round: z.int().min(1), part: z.int().min(1) }),
    key: ({ readingId, round, part }) => `${readingId}:${String(round)}:${String(part)}`,
    retry: UNHURRIED,
  }),
  /** Takes one document of a batch in. */
  readItem: defineJob({
    name: 'intake.read-item',
    queue: 'documents',
    payload: z.object({ itemId: z.uuid() }),
    key: ({ itemId }) => itemId,
    retry: PATIENT,
  }),
  /** Scores claimants from scratch, as after a merge or its end; `change` names what made it needed. */
  rescoreClaimants: defineJob({
    name: 'standings.rescore-claimants',
    queue: 'boards',
    payload: z.object({ claimantIds: z.array(z.uuid()).min(1).max(2), change: z.string().min(1) }),
    key: ({ change }) => change,
    retry: PATIENT,
  }),
  /** Writes a new immutable board. `reason` is the natural key of what made the old one stale. */
  buildBoard: defineJob({
    name: 'standings.build-board',
    queue: 'boards',
    payload: z.object({ staleMark: z.string().min(1) }),
    key: ({ staleMark }) => staleMark,
    retry: PATIENT,
  }),
  /** Writes the board of a filter or of an earlier day that somebody asked for, once per newest board of everybody. */
  buildFilteredBoard: defineJob({
    name: 'standings.build-filtered-board',
    queue: 'boards',
    payload: z.object({
      filter: z.object({
        kind: z.enum(BOARD_KINDS),
        track: z.enum(TRACKS),
        topic: z.string().nullable(),
        period: z.string().nullable(),
        horizon: z.enum(HORIZONS).nullable(),
        basis: z.enum(['number', 'words', 'unhedged']).nullable(),
      }),
      asOn: z.string().refine(isCalendarDate).nullable(),
      newestBoard: z.uuid(),
    }),
    key: ({ filter: { kind, track, topic, period, horizon, basis }, asOn, newestBoard }) =>
      JSON.stringify([newestBoard, kind, track, topic, period, horizon, basis, asOn]),
    retry: PATIENT,
  }),
  /** Builds the digest of one user for one ISO week and queues its mail. */
  buildDigest: defineJob({
    name: 'notices.build-digest',
    queue: 'notices',
    payload: z.object({ userId: z.uuid(), isoWeek: z.string().regex(/^\d{4}-W\d{2}$/) }),
    key: ({ userId, isoWeek }) => `${userId}:${isoWeek}`,
    retry: OVERNIGHT,
  }),
  /**
   * Hands one notice to SMTP without waiting its turn: for mail that somebody waits for. All other mail, and what this
   * did not get through, is sent out of the table of notices.
   */
  sendNotice: defineJob({
    name: 'notices.send-notice',
    queue: 'mail',
    payload: z.object({ noticeId: z.uuid() }),
    key: ({ noticeId }) => noticeId,
    retry: BRIEF,
  }),
} as const;

export type JobKey = keyof typeof JOBS;
export type JobPayload<K extends JobKey> = z.output<(typeof JOBS)[K]['payload']>;

/** One handler a job; an app that forgets one does not compile. */
export type JobHandlers = { readonly [K in JobKey]: (payload: JobPayload<K>) => Promise<void> };

const byName = new Map<string, JobKey>((Object.keys(JOBS) as JobKey[]).map((key) => [JOBS[key].name, key]));

/** The job called `name` on the wire, or null. */
export function findJob(name: string): JobKey | null {
  return byName.get(name) ?? null;
}
