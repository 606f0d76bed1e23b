import type { Schemas } from '../api/client.js';
import {
  acceptBody,
  EMPTY_FORM,
  findTriageFaults,
  type TriageFaults,
  type TriageForm,
} from '../triage/triage-form-state.js';

export type Polarity = 'affirms' | 'denies';

/** Nothing chosen yet; the fields a coder does not see are filled in, so that they are in nobody's way. */
export const EMPTY_CODING: TriageForm = { ...EMPTY_FORM, statement: '-', claimant: '-', criteria: '-' };

export type CodingFaults = TriageFaults & { readonly polarity?: true };

/** What keeps a coding from being handed in, by field, in the order of the form. */
export function findCodingFaults(form: TriageForm, polarity: Polarity | null): CodingFaults {
  const { point, ...others } = findTriageFaults(form);
  return {
    ...(point === undefined ? {} : { point }),
    ...(polarity === null ? { polarity: true } : {}),
    ...others,
  };
}

export function codingBody(form: TriageForm, polarity: Polarity): Schemas['NewCodingRequest'] {
  const body = acceptBody(form, 1);
  return {
    probability: body.probability,
    windowStartOn: body.windowStartOn,
    deadlineOn: body.deadlineOn,
    precision: body.precision,
    deadlineBasis: body.deadlineBasis,
    deadlinePhrase: body.deadlinePhrase ?? '',
    negated: polarity === 'denies',
    condition: body.condition ?? null,
    conditionPropositionId: body.conditionPropositionId ?? null,
    alreadyHappened: body.alreadyHappened ?? false,
  };
}
