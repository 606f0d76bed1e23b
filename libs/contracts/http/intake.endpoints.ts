import { METADATA_ORIGINS } from '#core/domain';
import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import {
  Agreement,
  CandidateOrigin,
  CandidateState,
  CandidateTier,
  ClaimantKind,
  ClaimRole,
  DateOn,
  Deadline,
  DeadlineBasis,
  DeadlinePrecision,
  DropReason,
  Id,
  Instant,
  LikelihoodBand,
  ModelFault,
  NeedsEdit,
  page,
  pageQuery,
  PropositionKind,
  ReadingField,
  ReadingState,
  RejectReason,
  StatusQuo,
  WebAddress,
  WindowName,
  words,
} from './words.schema.js';

const SourceName = z.object({ id: Id, title: z.string() });

export const SourceSummary = z
  .object({
    id: Id,
    title: z.string(),
    outlet: z.string().nullable(),
    authors: z.array(z.string()),
    publishedOn: DateOn.nullable(),
    address: z.string().nullable(),
    addedAt: Instant,
    candidates: z.object({ pending: z.int(), accepted: z.int(), rejected: z.int() }),
    syndicatedCopyOf: SourceName.nullable(),
    differs: z.boolean().describe('whether its address gave another text when it was last fetched again'),
  })
  .meta({ id: 'SourceSummary' });

const Origin = z.enum(METADATA_ORIGINS).meta({ id: 'MetadataOrigin' });
const SourceOrigins = z
  .object({
    title: Origin.nullable(),
    authors: Origin.nullable(),
    outlet: Origin.nullable(),
    publishedOn: Origin.nullable(),
    address: Origin.nullable(),
    language: Origin.nullable(),
  })
  .meta({ id: 'SourceOrigins' })
  .describe('where each of these was found; null where nothing is known of it');

export const Candidate = z
  .object({
    id: Id,
    sourceId: Id,
    start: z.int(),
    end: z.int(),
    quote: z.string(),
    claimant: z.string(),
    claimantRole: ClaimRole,
    statement: z.string(),
    kind: PropositionKind.describe('what sort of statement the extractor takes it for'),
    needsEdit: z.array(NeedsEdit).describe('what in the drafted statement wants a look'),
    probability: LikelihoodBand.nullable(),
    negated: z.boolean(),
    condition: z.string().nullable(),
    deadline: Deadline.nullable(),
    tier: CandidateTier,
    score: z.number(),
    cues: z.array(z.object({ code: z.string(), text: z.string() })),
    state: CandidateState,
    rejectReason: RejectReason.nullable(),
    claimId: Id.nullable().describe('the claim it became, when accepted'),
    mergedIntoId: Id.nullable().describe('the candidate it says the same as, when merged'),
    splitFromId: Id.nullable().describe('the candidate it was cut out of'),
    decidedBy: z.string().nullable().describe('who decided it; null while it is undecided'),
    decidedAt: Instant.nullable(),
    secondCoding: z
      .enum(['waiting', 'hidden'])
      .nullable()
      .describe(
        'its claim waits for a second coding; hidden: what was read of it is not shown to whoever may code it',
      ),
    version: z.int(),
    origin: CandidateOrigin,
    agreement: Agreement.nullable().describe('who found it; null until a language model has read the text'),
    secondReading: z
      .object({
        statement: z.string(),
        claimant: z.string(),
        claimantRole: ClaimRole,
        probability: LikelihoodBand.nullable(),
        negated: z.boolean(),
        condition: z.string().nullable(),
        deadline: Deadline.nullable(),
        differs: z.array(ReadingField),
      })
      .nullable()
      .describe('what a language model read in the same passage; only the statement is in its own words'),
  })
  .meta({ id: 'Candidate' });

export const ModelReading = z
  .object({
    state: ReadingState,
    model: z.string(),
    partsDone: z.int(),
    parts: z.int(),
    found: z.int().describe('findings that passed the checks'),
    dropped: z
      .array(z.object({ reason: DropReason, count: z.int() }))
      .describe('what of its answers was left out, and why'),
    fault: z.object({ code: ModelFault, detail: z.string() }).nullable().describe('why the last try failed'),
    requestedAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'ModelReading' });

export const SourceNote = z
  .object({
    code: z.enum(['NOT_ENGLISH', 'PARTLY_ENGLISH', 'MARKUP', 'MOJIBAKE', 'REPLACED']),
    message: z.string().describe('what is the matter and what to do, in English'),
    languageName: z.string().nullable().describe('the other language, in English'),
  })
  .meta({ id: 'SourceNote' });

export const SourceDetail = SourceSummary.extend({
  language: z.string(),
  origins: SourceOrigins,
  copy: z
    .object({ original: SourceName, similarity: z.number(), isDismissed: z.boolean() })
    .nullable()
    .describe('what it was taken for a copy of; dismissed where a person said that it is none'),
  lastSeen: z
    .object({ snapshotId: Id, at: Instant })
    .nullable()
    .describe('what its address gave when it was fetched again, and when'),
  notes: z.array(SourceNote).describe('what whoever gave the text should know about how it is read'),
  snapshot: z.object({ id: Id, text: z.string(), sha256: z.string(), takenAt: Instant }),
  candidateList: z.array(Candidate),
  modelReading: ModelReading.nullable().describe('null where no language model was asked'),
  canAskModel: z
    .boolean()
    .describe('whether a language model is set up and can be asked about this text now'),
}).meta({ id: 'SourceDetail' });

/** What whoever gives a text says of it; left out, it is read from the text; null says that there is none. */
export const SaidOfText = z.object({
  title: z.string().trim().max(500).optional(),
  authors: z.array(words(200)).max(20).optional(),
  outlet: z.string().trim().max(200).nullable().optional(),
  publishedOn: DateOn.nullable().optional(),
  language: z.string().trim().max(35).optional(),
});

export const FileBytes = {
  name: z.string().max(300),
  base64: z.base64().describe('the bytes of the file'),
};
const AnyAddress = z.string().trim().min(1).max(2000);

export const AddedDocument = z
  .object({
    source: SourceSummary,
    created: z.boolean(),
    notes: z.array(SourceNote),
    origins: SourceOrigins,
  })
  .meta({ id: 'AddedDocument' });

export const SourcePreview = z
  .object({
    kind: z.enum(['text', 'markdown', 'html', 'pdf', 'docx']),
    title: z.string(),
    authors: z.array(z.string()),
    outlet: z.string().nullable(),
    publishedOn: DateOn.nullable(),
    address: z.string().nullable(),
    language: z.string(),
    origins: SourceOrigins,
    text: z.string().describe('the beginning of the text that was read'),
    characters: z.int().describe('of the whole text'),
    notes: z.array(SourceNote),
    known: SourceName.nullable().describe('the source that holds this very text already'),
    sameAddress: SourceName.nullable().describe('a source with another text from this address'),
    copyOf: SourceName.extend({ similarity: z.number() })
      .nullable()
      .describe('the source that this text would be a syndicated copy of'),
  })
  .meta({ id: 'SourcePreview' });

/** Everything a claim needs; what the triage card edits. */
export const AcceptCandidate = z
  .object({
    version: z.int().describe('the version of the candidate that was looked at'),
    propositionId: Id.nullable().default(null).describe('join an open proposition instead of making one'),
    statement: words(500),
    claimant: words(200),
    claimantKind: ClaimantKind,
    role: ClaimRole,
    probability: LikelihoodBand,
    kind: PropositionKind,
    window: WindowName,
    windowStartOn: DateOn.nullable(),
    deadlineOn: DateOn.nullable(),
    precision: DeadlinePrecision.nullable(),
    deadlineBasis: DeadlineBasis,
    deadlinePhrase: z.string().trim().max(300).default(''),
    criteria: words(2000),
    sourceOfTruth: z.string().trim().max(500).default(''),
    statusQuo: StatusQuo,
    topics: z.array(words(60)).max(12).default([]),
    family: z.string().trim().max(120).default(''),
    condition: z.string().trim().max(500).nullable().default(null),
    conditionPropositionId: Id.nullable()
      .default(null)
      .describe('the proposition whose verdict settles the condition'),
    variantOfId: Id.nullable()
      .default(null)
      .describe('the open proposition that says the same of another deadline: both share a family'),
    alreadyHappened: z
      .boolean()
      .default(false)
      .describe('known to have happened, or to have become impossible, by now: the claim is retrospective'),
  })
  .meta({ id: 'AcceptCandidate' });

export const intakeEndpoints = {
  addSource: {
    method: 'POST',
    path: '/sources',
    summary: 'Take in a text: snapshot, metadata, candidates. The same text again opens the existing source',
    access: ['curator'],
    body: SaidOfText.extend({ text: z.string(), address: WebAddress.nullable().optional() }),
    response: AddedDocument,
    status: 201,
  },
  previewSource: {
    method: 'POST',
    path: '/sources/preview',
    summary: 'Read a text, a file or an address and say what would be taken in; stores nothing',
    access: ['curator'],
    body: z.discriminatedUnion('from', [
      z.object({ from: z.literal('text'), text: z.string() }),
      z.object({ from: z.literal('file'), ...FileBytes }),
      z.object({ from: z.literal('address'), address: AnyAddress }),
    ]),
    response: SourcePreview,
    status: 200,
  },
  addFile: {
    method: 'POST',
    path: '/sources/from-file',
    summary: 'Take in a file: txt, md, html, pdf or docx, told by its content; up to 8 MB',
    access: ['curator'],
    body: SaidOfText.extend({ ...FileBytes, address: WebAddress.nullable().optional() }),
    response: AddedDocument,
    status: 201,
  },
  addAddress: {
    method: 'POST',
    path: '/sources/from-address',
    summary: 'Fetch a page, PDF or Word document and take it in; robots.txt is respected',
    access: ['curator'],
    body: SaidOfText.extend({
      address: AnyAddress,
      sourceAddress: WebAddress.nullable()
        .optional()
        .describe('the address to keep, where it is another than the one that is fetched'),
    }),
    response: AddedDocument,
    status: 201,
  },
  listSources: {
    method: 'GET',
    path: '/sources',
    summary: 'Sources, newest first, with what is left to triage',
    access: ['curator', 'lead', 'reviewer', 'reader'],
    query: pageQuery.extend({ q: z.string().optional() }),
    response: page(SourceSummary),
  },
  getSource: {
    method: 'GET',
    path: '/sources/:id',
    summary: 'A source with its text and candidates',
    access: ['curator', 'lead'],
    params: z.object({ id: Id }),
    response: SourceDetail,
  },
  updateSource: {
    method: 'PUT',
    path: '/sources/:id/metadata',
    summary: 'Correct what was read about a source; its text and claims stay as they are',
    access: ['curator'],
    params: z.object({ id: Id }),
    body: z.object({
      title: words(500),
      authors: z.array(words(200)).max(20),
      outlet: z.string().trim().max(200).nullable(),
      publishedOn: DateOn.nullable(),
      address: WebAddress.nullable(),
      language: words(35).optional().describe('a BCP 47 tag; only English is read for predictions'),
    }),
    response: SourceSummary,
  },
  askModel: {
    method: 'POST',
    path: '/sources/:id/model-reading',
    summary: 'Have the language model read the text: for the first time, or again after it failed',
    access: ['curator'],
    params: z.object({ id: Id }),
    response: ModelReading,
    status: 202,
  },
  acceptCandidate: {
    method: 'POST',
    path: '/candidates/:id/accept',
    summary: 'Turn a candidate into a claim on a proposition',
    access: ['curator'],
    params: z.object({ id: Id }),
    body: AcceptCandidate,
    response: z.object({
      claimId: Id,
      propositionId: Id,
      opened: z.boolean().describe('false where a second person has to code it first'),
      candidate: Candidate,
    }),
    status: 201,
  },
  rejectCandidate: {
    method: 'POST',
    path: '/candidates/:id/reject',
    summary: 'Put a candidate aside, with the reason',
    access: ['curator'],
    params: z.object({ id: Id }),
    body: z.object({ version: z.int(), reason: RejectReason }),
    response: Candidate,
  },
  restoreCandidate: {
    method: 'POST',
    path: '/candidates/:id/restore',
    summary: 'Undo the decision on a candidate, as long as nothing depends on it',
    access: ['curator'],
    params: z.object({ id: Id }),
    body: z.object({ version: z.int() }),
    response: Candidate,
  },
  suggestPropositions: {
    method: 'GET',
    path: '/propositions/similar',
    summary: 'Open propositions like a statement, to join instead of duplicating',
    access: ['curator'],
    query: z.object({ statement: words(500) }),
    response: z.object({
      items: z.array(
        z.object({
          id: Id,
          statement: z.string(),
          kind: PropositionKind,
          window: WindowName,
          windowStartOn: DateOn.nullable(),
          deadlineOn: DateOn.nullable(),
          criteria: z.string(),
          sourceOfTruth: z.string(),
          topics: z.array(z.string()),
          family: z.string(),
          similarity: z.number(),
          isVariant: z.boolean().describe('it says the same, of another deadline'),
          claims: z.int(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Endpoint>;
