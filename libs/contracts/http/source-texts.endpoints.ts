import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { SourceSummary } from './intake.endpoints.js';
import { Id, Instant } from './words.schema.js';

export const SnapshotText = z
  .object({ id: Id, sourceId: Id, text: z.string(), sha256: z.string(), takenAt: Instant })
  .meta({ id: 'SnapshotText' });

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
  getSnapshot: {
    method: 'GET',
    path: '/snapshots/:id',
    summary: 'The text of a source as it was at one time',
    access: ['curator', 'lead'],
    params: z.object({ id: Id }),
    response: SnapshotText,
  },
} as const satisfies Record<string, Endpoint>;
