import type { Schemas } from '../api/client.js';
import type { Answer, ReviewSubmission, Stance, VoidReason } from '#core/domain';
import { safeWebAddress } from '#ui/format';

export interface EvidenceRow {
  /** Keeps a row's fields together while rows come and go. */
  readonly key: number;
  readonly url: string;
  readonly title: string;
  readonly publishedOn: string;
  readonly stance: Stance;
  readonly note: string;
  /** Of what the page said when it was looked up. */
  readonly copyId: string | null;
}

export interface ReviewForm {
  readonly answer: Answer | null;
  readonly voidReason: VoidReason | null;
  readonly occurredOn: string;
  readonly impossibleNow: boolean;
  readonly evidence: readonly EvidenceRow[];
  readonly confidence: 'low' | 'medium' | 'high' | null;
  readonly searchNote: string;
  readonly note: string;
}

type Draft = NonNullable<Schemas['ReviewDraft']['draft']>;
/** What `PUT …/draft` takes and `POST …/reviews` without the lease. */
export type DraftBody = Partial<Omit<Schemas['ReviewInput'], 'leaseId'>>;

export function formFromDraft(draft: Draft | null): ReviewForm {
  return {
    answer: draft?.answer ?? null,
    voidReason: draft?.voidReason ?? null,
    occurredOn: draft?.occurredOn ?? '',
    impossibleNow: draft?.impossibleNow ?? false,
    evidence: (draft?.evidence ?? []).map((item, key) => ({
      ...item,
      key,
      publishedOn: item.publishedOn ?? '',
    })),
    confidence: draft?.confidence ?? null,
    searchNote: draft?.searchNote ?? '',
    note: draft?.note ?? '',
  };
}

export const emptyEvidence = (key: number): EvidenceRow => ({
  key,
  url: '',
  title: '',
  publishedOn: '',
  stance: 'supports',
  note: '',
  copyId: null,
});

export const nextKey = (rows: readonly EvidenceRow[]) =>
  rows.reduce((most, row) => Math.max(most, row.key + 1), 0);

const isUsable = (row: EvidenceRow) => safeWebAddress(row.url.trim()) !== null;

/** Only rows with a whole address are evidence; half-typed ones stay in the form. */
function evidenceOf(form: ReviewForm) {
  return form.evidence.filter(isUsable).map((row) => ({
    url: row.url.trim(),
    title: row.title,
    publishedOn: row.publishedOn === '' ? null : row.publishedOn,
    stance: row.stance,
    note: row.note,
    copyId: row.copyId,
  }));
}

/** What is kept and sent: fields that do not belong to the answer stay out, so that a changed mind leaves nothing behind. */
export function bodyOf(form: ReviewForm): DraftBody {
  return {
    ...(form.answer === null ? {} : { answer: form.answer }),
    voidReason: form.answer === 'VOID' ? form.voidReason : null,
    occurredOn: form.answer === 'OCCURRED' && form.occurredOn !== '' ? form.occurredOn : null,
    impossibleNow: form.answer === 'NOT_OCCURRED' && form.impossibleNow,
    evidence: evidenceOf(form),
    confidence: form.confidence,
    searchNote: form.searchNote,
    note: form.note,
  };
}

/** The form as the rule shared with the server (`findReviewFault`) wants it; null before an answer is chosen. */
export function submissionOf(form: ReviewForm): ReviewSubmission | null {
  if (form.answer === null) return null;
  return {
    answer: form.answer,
    voidReason: form.answer === 'VOID' ? form.voidReason : null,
    occurredOn: form.answer === 'OCCURRED' && form.occurredOn !== '' ? form.occurredOn : null,
    evidenceCount: evidenceOf(form).length,
    searchNote: form.searchNote,
    impossibleNow: form.impossibleNow,
  };
}
