import { draftCandidates } from '#core/extraction';
import type { Candidate, Draft } from '#core/extraction';
import type { LabelledText } from './corpus.js';
import { collapse, locate, overlaps } from './gold-metric.js';
import type { Located, Prediction } from './gold-metric.js';
import type { TrainingRow } from './logistic-regression.js';

/** A draft in offsets with white space collapsed, as the metric compares them. */
export interface PlacedDraft extends Prediction {
  readonly draft: Draft;
}

/** A labelled text, read: its drafts and answers in the same offsets, and what the drafts teach. */
export interface ReadText {
  readonly source: LabelledText;
  readonly drafts: readonly PlacedDraft[];
  readonly gold: readonly Located[];
  readonly offsets: readonly number[];
  readonly rows: readonly TrainingRow[];
}

/** A further draft of an answer that already has a better one: it would be a false find, though not a grave one. */
const SPARE_WEIGHT = 0.5;

export function readLabelledText(source: LabelledText): ReadText {
  const collapsed = collapse(source.text);
  const gold = locate(collapsed, source.answers);
  const drafts = draftCandidates(source.text, {}).map((draft) => ({
    draft: readOnce(draft),
    start: collapsed.offsets[draft.start] ?? 0,
    end: collapsed.offsets[draft.end] ?? 0,
  }));
  return { source, drafts, gold, offsets: collapsed.offsets, rows: rowsOf(drafts, gold) };
}

/** Cross-validation reads the same draft many times at other scores; its fields stay the same. */
function readOnce(draft: Draft): Draft {
  let known: Candidate | null = null;
  return {
    ...draft,
    read: (score) => {
      known ??= draft.read(score);
      return { ...known, score };
    },
  };
}

/** The best draft of each core answer is a find, drafts of nothing are none; drafts of borderline answers teach nothing. */
function rowsOf(drafts: readonly PlacedDraft[], gold: readonly Located[]): TrainingRow[] {
  const best = new Set<PlacedDraft>();
  for (const answer of gold) {
    if (answer.answer.tier !== 'core') continue;
    let top: PlacedDraft | null = null;
    for (const draft of drafts)
      if (overlaps(draft, answer) && (top === null || likeness(draft, answer) > likeness(top, answer)))
        top = draft;
    if (top !== null) best.add(top);
  }
  return drafts.flatMap((item): TrainingRow[] => {
    const { features } = item.draft;
    if (features === null) return [];
    if (best.has(item)) return [{ features, label: 1, weight: 1 }];
    const met = gold.filter((answer) => overlaps(item, answer));
    if (met.some((answer) => answer.answer.tier === 'borderline')) return [];
    return [{ features, label: 0, weight: met.length > 0 ? SPARE_WEIGHT : 1 }];
  });
}

function likeness(a: Prediction, b: Prediction): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
