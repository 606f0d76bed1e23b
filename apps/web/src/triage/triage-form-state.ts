import type { Schemas } from '../api/client.js';
import {
  SCORED_BASES,
  USUAL_WINDOW,
  type ClaimantKind,
  type ClaimRole,
  type DeadlineBasis,
  type DeadlinePrecision,
  type LikelihoodBasis,
  type PropositionKind,
  type ReadingField,
  type StatusQuo,
  type Window,
} from '#core/domain';
import type { PlainMessageId } from '#ui/i18n';
import { criteriaAfter } from './criteria-templates.js';

type Candidate = Schemas['Candidate'];

/** The card as it is edited: numbers as typed, in percent, until they are sent. */
export interface TriageForm {
  readonly statement: string;
  readonly claimant: string;
  readonly claimantKind: ClaimantKind;
  readonly role: ClaimRole;
  readonly basis: LikelihoodBasis;
  readonly phrase: string;
  readonly low: string;
  readonly point: string;
  readonly high: string;
  readonly kind: PropositionKind;
  readonly window: Window;
  readonly windowStartOn: string;
  readonly deadlineOn: string;
  readonly precision: DeadlinePrecision | null;
  readonly deadlineBasis: DeadlineBasis;
  readonly deadlinePhrase: string;
  readonly criteria: string;
  readonly sourceOfTruth: string;
  readonly statusQuo: StatusQuo;
  readonly topics: string;
  readonly family: string;
  readonly condition: string;
  /** The proposition whose verdict settles the condition, where there is one. */
  readonly conditionPropositionId: string | null;
  /** The open proposition that says the same of another deadline; null where there is none. */
  readonly variantOfId: string | null;
  /** Known to have happened, or to have become impossible, by now. */
  readonly alreadyHappened: boolean;
  /** The open proposition to join; null makes a new one. */
  readonly propositionId: string | null;
}

export const toPercentText = (probability: number | null | undefined): string =>
  probability === null || probability === undefined ? '' : String(Math.round(probability * 1000) / 10);

export function fromPercentText(text: string): number | null {
  const value = Number(text.replace(',', '.'));
  return text.trim() === '' || Number.isNaN(value) ? null : Math.round(value * 1000) / 100_000;
}

/** What two readings of one passage have in common. */
type Reading = Pick<
  Candidate,
  'statement' | 'claimant' | 'claimantRole' | 'probability' | 'deadline' | 'condition'
>;

/** The fields of the card that hold one part of a reading; none where the card has no field for it. */
export function formPartOf(reading: Reading, part: ReadingField | 'statement'): Partial<TriageForm> {
  const { probability, deadline } = reading;
  switch (part) {
    case 'statement':
      return { statement: reading.statement };
    case 'claimant':
      return { claimant: reading.claimant, role: reading.claimantRole };
    case 'condition':
      return { condition: reading.condition ?? '' };
    case 'likelihood':
      return {
        basis: probability?.basis ?? 'not_stated',
        phrase: probability?.phrase ?? '',
        low: toPercentText(probability?.low),
        point: toPercentText(probability?.point),
        high: toPercentText(probability?.high),
      };
    case 'deadline':
      return {
        windowStartOn: deadline?.windowStartOn ?? '',
        deadlineOn: deadline?.deadlineOn ?? '',
        precision: deadline?.precision ?? null,
        deadlineBasis: deadline?.basis ?? 'none',
        deadlinePhrase: deadline?.phrase ?? '',
      };
    case 'polarity':
      return {};
  }
}

/** A card on which nothing is filled in yet. */
export const EMPTY_FORM: TriageForm = {
  statement: '',
  claimant: '',
  claimantKind: 'public_person',
  role: 'author',
  basis: 'not_stated',
  phrase: '',
  low: '',
  point: '',
  high: '',
  kind: 'change',
  window: 'by',
  windowStartOn: '',
  deadlineOn: '',
  precision: null,
  deadlineBasis: 'none',
  deadlinePhrase: '',
  criteria: '',
  sourceOfTruth: '',
  statusQuo: 'no',
  topics: '',
  family: '',
  condition: '',
  conditionPropositionId: null,
  variantOfId: null,
  alreadyHappened: false,
  propositionId: null,
};

/** What follows from the sort of statement: its usual window, what no change would mean, what counts as yes. */
export function ofKind(form: TriageForm, kind: PropositionKind): Partial<TriageForm> {
  const window = USUAL_WINDOW[kind];
  return {
    kind,
    window,
    statusQuo: kind === 'persistence' ? 'yes' : 'no',
    criteria: criteriaAfter(form.criteria, kind, window),
  };
}

export function formFromCandidate(candidate: Candidate): TriageForm {
  const parts = (['statement', 'claimant', 'condition', 'likelihood', 'deadline'] as const).map((part) =>
    formPartOf(candidate, part),
  );
  const form = Object.assign({}, EMPTY_FORM, ...parts) as TriageForm;
  return { ...form, ...ofKind(form, candidate.kind) };
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

export function acceptBody(form: TriageForm, version: number): Schemas['AcceptCandidateRequest'] {
  const band = {
    low: fromPercentText(form.low),
    point: fromPercentText(form.point),
    high: fromPercentText(form.high),
  };
  return {
    version,
    propositionId: form.propositionId,
    statement: form.statement.trim(),
    claimant: form.claimant.trim(),
    claimantKind: form.claimantKind,
    role: form.role,
    probability: { ...band, phrase: form.phrase.trim(), basis: form.basis },
    kind: form.kind,
    window: form.window,
    windowStartOn: orNull(form.windowStartOn),
    deadlineOn: orNull(form.deadlineOn),
    precision: form.deadlineOn === '' ? null : (form.precision ?? 'day'),
    deadlineBasis: form.deadlineBasis,
    deadlinePhrase: form.deadlinePhrase.trim(),
    criteria: form.criteria.trim(),
    sourceOfTruth: form.sourceOfTruth.trim(),
    statusQuo: form.statusQuo,
    topics: form.topics
      .split(',')
      .map((topic) => topic.trim())
      .filter((topic) => topic !== ''),
    family: form.family.trim(),
    condition: orNull(form.condition),
    conditionPropositionId: form.condition.trim() === '' ? null : form.conditionPropositionId,
    variantOfId: form.propositionId === null ? form.variantOfId : null,
    alreadyHappened: form.alreadyHappened,
  };
}

export type TriageFaults = Partial<Record<keyof TriageForm, PlainMessageId>>;

/** What every part of the card's form takes. */
export interface CandidateFormProps {
  readonly form: TriageForm;
  readonly faults: TriageFaults;
  readonly onChange: (part: Partial<TriageForm>) => void;
}

const DATED: ReadonlySet<DeadlineBasis> = new Set(['explicit', 'inferred', 'vague', 'policy']);

/** What keeps a card from being accepted, by field; the server checks again. */
export function findTriageFaults(form: TriageForm): TriageFaults {
  const faults: TriageFaults = {};
  if (form.statement.trim() === '') faults.statement = 'triage.fault.statement';
  if (form.claimant.trim() === '') faults.claimant = 'triage.fault.claimant';
  if (form.criteria.trim() === '' && form.propositionId === null) faults.criteria = 'triage.fault.criteria';
  if (DATED.has(form.deadlineBasis) && form.deadlineOn === '') faults.deadlineOn = 'triage.fault.deadline';
  if (!DATED.has(form.deadlineBasis) && form.deadlineOn !== '')
    faults.deadlineBasis = 'triage.fault.deadlineBasis';
  if (form.windowStartOn !== '' && form.deadlineOn !== '' && form.windowStartOn > form.deadlineOn)
    faults.windowStartOn = 'triage.fault.window';
  const bandFault = findBandFault(form);
  if (bandFault !== null) faults.point = bandFault;
  return faults;
}

function findBandFault(form: TriageForm): PlainMessageId | null {
  const band = [form.low, form.point, form.high].map(fromPercentText);
  const stated = band.filter((value) => value !== null);
  if (stated.some((value) => value < 0 || value > 1)) return 'triage.fault.percent';
  if (SCORED_BASES.has(form.basis) && stated.length < 3) return 'triage.fault.band';
  return stated.every((value, index) => index === 0 || value >= (stated[index - 1] ?? 0))
    ? null
    : 'triage.fault.order';
}
