import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { DateOn, Id, Instant, Nothing, page, pageQuery } from './words.schema.js';

const Span = z.object({ start: z.int().min(0), end: z.int().min(1) });
const Share = z.number().min(0).max(1);

export const LedgerEntry = z
  .object({
    id: Id,
    createdAt: Instant,
    title: z.string(),
    outlet: z.string().nullable(),
    publishedOn: DateOn.nullable(),
    isCopy: z.boolean().describe('a syndicated copy: linked, never read for claims'),
    taken: z.int().describe('claims made of it'),
    rejected: z.int().describe('proposed, and turned down by a person'),
    waiting: z.int().describe('proposed, and not decided yet'),
    missed: z.int().describe('added by a person, because nothing had found it'),
    readings: z.int().describe('finished readings without highlights'),
  })
  .meta({ id: 'LedgerEntry' });

const Found = {
  first: z.int(),
  second: z.int(),
  both: z.int(),
  found: z.int().describe('by either of the two'),
  captured: z.int().describe('of these, captured before'),
};

export const CaptureReport = z
  .object({
    texts: z.array(z.object({ sourceId: Id, title: z.string(), ...Found })),
    share: z
      .object({
        ...Found,
        texts: z.int(),
        total: z.object({ estimate: z.number(), low: z.number(), high: z.number() }),
        share: Share.describe('of what the readers found; taken for the share of all there is'),
        interval: z.object({ low: Share, high: Share }).describe('95 %'),
      })
      .nullable()
      .describe('null until enough was read'),
    needs: z.object({ texts: z.int(), found: z.int() }).describe('how much must be read twice, and found'),
  })
  .meta({ id: 'CaptureReport' });

export const OpenReading = z
  .object({
    snapshotId: Id,
    title: z.string(),
    characters: z.int(),
    readingId: Id.nullable().describe('null until it is begun'),
    marks: z.int(),
  })
  .meta({ id: 'OpenReading' });

export const BlindReading = z
  .object({
    id: Id,
    title: z.string(),
    text: z.string(),
    isFinished: z.boolean(),
    marks: z.array(Span).describe('UTF-16 code units of the text, `end` exclusive'),
  })
  .meta({ id: 'BlindReading' });

const READERS = ['curator', 'lead', 'reviewer'] as const;

export const selectionEndpoints = {
  listSelectionLedger: {
    method: 'GET',
    path: '/selection-ledger',
    summary: 'Every text put in, the newest first: what was taken of it, turned down and missed',
    access: ['curator', 'lead', 'admin'],
    query: pageQuery,
    response: page(LedgerEntry),
  },
  getCaptureReport: {
    method: 'GET',
    path: '/capture-report',
    summary: 'How much of what texts say was captured, by readings without highlights',
    access: ['curator', 'lead', 'admin'],
    response: CaptureReport,
  },
  drawTexts: {
    method: 'POST',
    path: '/blind-readings/draw',
    summary: 'Draw texts by chance, for two people each to read without highlights',
    access: ['lead'],
    body: z.object({ count: z.int().min(1).max(50) }),
    response: z.object({ drawn: z.int() }),
  },
  listOpenReadings: {
    method: 'GET',
    path: '/blind-readings',
    summary: 'Texts that wait for you to read them, those you have begun first',
    access: READERS,
    response: z.object({ items: z.array(OpenReading) }),
  },
  beginReading: {
    method: 'POST',
    path: '/sampled-texts/:id/readings',
    summary: 'Begin to read a drawn text, or find your reading of it again',
    access: READERS,
    params: z.object({ id: Id }),
    response: z.object({ id: Id }),
  },
  getReading: {
    method: 'GET',
    path: '/blind-readings/:id',
    summary: 'Your reading of a text: its words and what you have marked, and nothing of what others found',
    access: READERS,
    params: z.object({ id: Id }),
    response: BlindReading,
  },
  saveReading: {
    method: 'PUT',
    path: '/blind-readings/:id',
    summary: 'Keep what you have marked; a finished reading stays as it is',
    access: READERS,
    params: z.object({ id: Id }),
    body: z.object({ marks: z.array(Span).max(500), isFinished: z.boolean() }),
    response: Nothing,
  },
} as const satisfies Record<string, Endpoint>;
