import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { Candidate } from './intake.endpoints.js';
import { Id } from './words.schema.js';

export const triageEndpoints = {
  listCandidates: {
    method: 'GET',
    path: '/sources/:id/candidates',
    summary: 'The candidates of a source as they are now, without its text',
    access: ['curator', 'lead'],
    params: z.object({ id: Id }),
    response: z.object({ items: z.array(Candidate) }),
  },
  addCandidate: {
    method: 'POST',
    path: '/sources/:id/candidates',
    summary: 'Add a passage that was missed, by its place in the text and its words',
    access: ['curator'],
    params: z.object({ id: Id }),
    body: z.object({
      start: z.int().min(0).describe('UTF-16 code units of the snapshot'),
      end: z.int().min(1).describe('exclusive'),
      quote: z.string().min(1).max(2100).describe('the words that stand there'),
    }),
    response: Candidate,
    status: 201,
  },
  mergeCandidate: {
    method: 'POST',
    path: '/candidates/:id/merge',
    summary: 'Put a candidate to another undecided one that says the same',
    access: ['curator'],
    params: z.object({ id: Id }),
    body: z.object({ version: z.int(), intoId: Id }),
    response: z.object({ candidate: Candidate, into: Candidate }),
  },
  splitCandidate: {
    method: 'POST',
    path: '/candidates/:id/split',
    summary: 'Cut a candidate in two that says two things',
    access: ['curator'],
    params: z.object({ id: Id }),
    body: z.object({
      version: z.int(),
      at: z.int().min(1).describe('where in the quote the second part begins, in UTF-16 code units'),
    }),
    response: z.object({ candidate: Candidate, parts: z.array(Candidate) }),
    status: 201,
  },
} as const satisfies Record<string, Endpoint>;
