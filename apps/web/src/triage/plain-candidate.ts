import type { Schemas } from '../api/client.js';
import { namesNobody } from '#core/domain';
import { BULK_FROM } from './triage-order.js';
import { findTriageFaults, formFromCandidate } from './triage-form-state.js';

type Candidate = Schemas['Candidate'];

/**
 * Whether a candidate may be accepted as it was read: the extractor is sure of it, its statement needs no second look,
 * somebody is named, a likelihood is stated and a date that lies ahead of its publication.
 */
export function isPlain(candidate: Candidate, publishedOn: string | null): boolean {
  const { state, score, needsEdit, claimant, probability, deadline } = candidate;
  if (state !== 'pending' || score < BULK_FROM || needsEdit.length > 0) return false;
  if (publishedOn === null || namesNobody(claimant)) return false;
  if (
    probability === null ||
    probability.point === null ||
    deadline === null ||
    deadline.deadlineOn === null ||
    deadline.deadlineOn < publishedOn
  )
    return false;
  return Object.keys(findTriageFaults(formFromCandidate(candidate))).length === 0;
}
