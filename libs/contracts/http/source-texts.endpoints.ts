import { ANCHOR_STATES, REANCHORING_DOUBTS } from '#core/domain';
import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { SourceSummary } from './intake.endpoints.js';
import { Id, Instant, Nothing } from './words.schema.js';

export const SnapshotText = z
  .object({ id: Id, sourceId: Id, text: z.string(), sha256: z.string(), takenAt: Instant })
  .meta({ id: 'SnapshotText' });

const Place = z.object({ start: z.int().min(0), end: z.int().min(1) });

export const LaterQuotes = z
  .object({
    snapshotId: Id.describe('the later text'),
    quotes: z.array(
      z.object({
        anchorId: Id,
        claimId: Id,
        statement: z.string(),
        quote: z.string(),
        state: z.enum(ANCHOR_STATES).describe('found; or a person is asked; or nothing like it is left'),
        isExact: z.boolean().describe('word for word'),
        doubt: z.enum(REANCHORING_DOUBTS).nullable().describe('why a person is asked'),
        places: z
          .array(Place.extend({ fit: z.number().min(0).max(1), words: z.string() }))
          .describe('UTF-16 code units of the later text; the best five'),
        said: z
          .object({ words: z.string().nullable(), at: Instant, by: z.string() })
          .nullable()
          .describe('what a person said: the words it is now, or that it is gone'),
      }),
    ),
  })
  .meta({ id: 'LaterQuotes' });

export const PlaceQuote = z
  .object({ snapshotId: Id, place: Place.nullable().describe('null: it does not stand there any more') })
  .meta({ id: 'PlaceQuote' });

const ofSource = { access: ['curator'], params: z.object({ id: Id }) } as const;

/** Whether a source is a text of its own, and what stands at its address today. */
export const sourceTextsEndpoints = {
  dismissCopy: {
    ...ofSource,
    method: 'POST',
    path: '/sources/:id/not-a-copy',
    summary: 'Say that a source is no syndicated copy: its predictions are looked for and counted',
    response: SourceSummary,
    status: 200,
  },
  restoreCopy: {
    ...ofSource,
    method: 'POST',
    path: '/sources/:id/copy-again',
    summary: 'Take back that a source is no copy; refused once claims were made of it',
    response: SourceSummary,
    status: 200,
  },
  fetchAgain: {
    ...ofSource,
    method: 'POST',
    path: '/sources/:id/fetch-again',
    summary: 'Fetch the address of a source again; another text is kept beside the first',
    response: z.object({ outcome: z.enum(['same', 'differs']), source: SourceSummary }),
    status: 200,
  },
  listLaterQuotes: {
    method: 'GET',
    path: '/sources/:id/later-quotes',
    summary: 'Where the quotes of its claims stand in what the address of a source gave later',
    access: ['curator', 'lead'],
    params: z.object({ id: Id }),
    response: LaterQuotes,
  },
  placeQuote: {
    method: 'PUT',
    path: '/quote-anchors/:id/placement',
    summary: 'Say where a quote stands in a later text, or that it does not',
    access: ['curator'],
    params: z.object({ id: Id }),
    body: PlaceQuote,
    response: Nothing,
  },
  getSnapshot: {
    method: 'GET',
    path: '/snapshots/:id',
    summary: 'The text of a source as it was at one time',
    access: ['curator', 'lead'],
    params: z.object({ id: Id }),
    response: SnapshotText,
  },
} as const satisfies Record<string, Endpoint>;
