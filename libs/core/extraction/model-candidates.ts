import { DEFAULT_YARDSTICK } from '#core/domain';
import type { CalendarDate, Deadline, LikelihoodBand, Yardstick } from '#core/domain';
import { readableText } from '#core/text';
import type { TextSpan } from '#core/text';
import { inheritedDeadline } from './attach-deadline.js';
import type { Candidate, Cue } from './candidate.js';
import { readStructure } from './document-structure.js';
import type { Structure, TextMeta } from './document-structure.js';
import { DENYING_SUBJECT } from './likelihood-of-clause.js';
import { mergeRepeats } from './merge-repeats.js';
import type { ModelFinding } from './model-answer.js';
import { tokenise } from './nlp.js';
import { readDeadline } from './read-deadline.js';
import { findLikelihood } from './read-likelihood.js';
import type { LikelihoodOptions } from './read-likelihood.js';
import { settleDenial } from './settle-denial.js';
import { stateClause } from './state-positively.js';
import type { Statement } from './statement.js';
import { NO_WORDS } from './text-words.js';
import { findVerbGroups } from './verb-groups.js';

/** Stands in where the day of publication is unknown: then only dates with a year of their own are kept. */
const NO_ANCHOR: CalendarDate = '2000-01-01';
/** A model gives no measure of how much a passage looks like a prediction; this says neither yes nor no. */
const MODEL_SCORE = 0.5;

/**
 * Makes candidates of what a model found: bands, dates, polarity and role are worked out from the words it pointed at,
 * by the code that reads them for the rules.
 *
 * @param text the text the findings are places in
 * @param meta what is known about it: dates count from `publishedOn`
 * @param findings checked ones, of all parts of the text
 * @param model the name of the model, for the reasons
 * @param options the yardstick by which words of likelihood are read
 * @returns candidates in order of place; `quote === text.slice(start, end)` for every one
 */
export function modelCandidates(
  text: string,
  meta: TextMeta,
  findings: readonly ModelFinding[],
  model: string,
  { yardstick = DEFAULT_YARDSTICK }: LikelihoodOptions = {},
): Candidate[] {
  const readable = readableText(text);
  const read = readStructure(readable.text, meta);
  // Paragraphs by their places in the text as it is, which is where the findings are.
  const paragraphs = read.paragraphs.map((one) => ({ ...one, ...readable.toSource(one) }));
  const scene = { text, structure: { ...read, paragraphs }, model, yardstick };
  const candidates = findings
    .map((finding) => toCandidate(scene, finding))
    // The last guard of the contract, the same as for the rules.
    .filter(({ quote, start, end }) => quote.trim() !== '' && quote === text.slice(start, end))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return mergeRepeats(candidates);
}

/** What all findings of one reading share. */
interface ModelScene {
  readonly text: string;
  readonly structure: Structure;
  readonly model: string;
  readonly yardstick: Yardstick;
}

/** The words of a stretch as a reader sees them: without tags, and with white space as single blanks. */
function wordsAt(text: string, span: TextSpan | null): string | null {
  if (span === null) return null;
  return readableText(text.slice(span.start, span.end)).text.replace(/\s+/gu, ' ');
}

function toCandidate({ text, structure, model, yardstick }: ModelScene, finding: ModelFinding): Candidate {
  const { start, end } = finding;
  const quote = text.slice(start, end);
  const said = wordsAt(text, finding) ?? quote;
  const read = likelihoodOf(said, wordsAt(text, finding.hedge), yardstick);
  const deadline = deadlineOf(wordsAt(text, finding.deadline), structure);
  const condition = wordsAt(text, finding.condition);
  const claimant = claimantOf(text, structure, finding);
  const ours = ourWording(said, claimant.claimant, condition);
  // A wording of the model's own was checked to be positive; ours may have taken a denial out.
  const { band, negated } = finding.statement === null ? settleDenial(read, ours) : read;
  const cues = cuesOf(model, finding, band, deadline, condition);
  return {
    quote,
    start,
    end,
    also: [],
    ...claimant,
    statement: finding.statement ?? (ours.text === '' ? said : ours.text),
    kind: ours.kind,
    needsEdit: finding.statement === null ? ours.needsEdit : [],
    probability: band,
    negated,
    condition,
    deadline,
    tier: 'proposed',
    cues,
    score: MODEL_SCORE,
  };
}

/** Of the positive statement: what the hedge says, turned round where the subject of the quote denies it. */
function likelihoodOf(
  quote: string,
  hedge: string | null,
  yardstick: Yardstick,
): { band: LikelihoodBand | null; negated: boolean } {
  const found =
    (hedge === null ? null : findLikelihood(hedge, true, { yardstick })) ??
    findLikelihood(quote, false, { yardstick });
  if (found === null) return { band: null, negated: DENYING_SUBJECT.test(quote) };
  return found.denies || !DENYING_SUBJECT.test(quote)
    ? { band: found.band, negated: found.denies }
    : { band: found.opposite, negated: true };
}

function deadlineOf(words: string | null, structure: Structure): Deadline | null {
  const { publishedOn, title } = structure;
  const inherited = (): Deadline | null => inheritedDeadline(title, publishedOn);
  if (words === null || (publishedOn === null && !/\d{4}/u.test(words))) return inherited();
  const deadline = readDeadline(words, publishedOn ?? NO_ANCHOR);
  if (deadline === null) return inherited();
  const isPast = deadline.deadlineOn !== null && publishedOn !== null && deadline.deadlineOn < publishedOn;
  return isPast ? inherited() : deadline;
}

function claimantOf(
  text: string,
  { paragraphs, author, outlet }: Structure,
  { start, claimant }: ModelFinding,
): Pick<Candidate, 'claimant' | 'claimantRole'> {
  const named = wordsAt(text, claimant);
  if (named !== null) return { claimant: named, claimantRole: 'speaker' };
  const paragraph = paragraphs.find((one) => start >= one.start && start < one.end);
  // In a transcript or an interview "I" is whoever has the floor.
  const speaker = paragraph?.speaker ?? null;
  if (speaker !== null) return { claimant: speaker, claimantRole: speaker === author ? 'author' : 'speaker' };
  const name = paragraph?.sectionAuthor ?? author;
  if (name === null && outlet !== null) return { claimant: outlet, claimantRole: 'outlet' };
  return { claimant: name ?? 'author', claimantRole: 'author' };
}

function ourWording(said: string, claimant: string, condition: string | null): Statement {
  const tokens = tokenise(said, { start: 0, end: said.length });
  const group = findVerbGroups(tokens).find(({ form }) => form !== 'infinitive' && form !== 'participle');
  return stateClause({
    tokens,
    anchorAt: tokens[group?.from ?? 0]?.start ?? 0,
    sentence: tokens,
    earlier: [],
    words: NO_WORDS,
    supposed: [],
    speaker: { name: claimant, isUnknown: claimant === 'author' },
    condition,
    time: [],
  });
}

function cuesOf(
  model: string,
  finding: ModelFinding,
  band: LikelihoodBand | null,
  deadline: Deadline | null,
  condition: string | null,
): Cue[] {
  const cues: Cue[] = [{ code: 'MODEL', text: `found by the language model ${model}` }];
  if (finding.statement !== null)
    cues.push({ code: 'MODEL_WORDING', text: 'the statement is worded by the model' });
  if (band !== null && band.phrase !== '') cues.push({ code: 'LIKELIHOOD', text: `says '${band.phrase}'` });
  if (condition !== null) cues.push({ code: 'CONDITION', text: `on a condition: '${condition}'` });
  if (deadline !== null && deadline.phrase !== '')
    cues.push({ code: 'TIME', text: `names a time (${deadline.basis}): '${deadline.phrase}'` });
  return cues;
}
