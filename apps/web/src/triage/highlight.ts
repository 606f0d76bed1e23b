import type { Schemas } from '../api/client.js';

type Candidate = Schemas['Candidate'];

/** What the marks in the text tell. */
export const HIGHLIGHT_BY = ['state', 'claimant'] as const;
export type HighlightBy = (typeof HIGHLIGHT_BY)[number];

/** As many tints as can be told apart; from the next claimant on they repeat, and the number tells. */
export const CLAIMANT_COLOURS = 6;

/** A run of the text, and the candidate whose quote it belongs to. */
export interface TextRun {
  readonly start: number;
  readonly text: string;
  readonly candidateId: string | null;
}

/**
 * Cuts a text at the ends of all quotes. Where quotes overlap, the chosen one wins, else the one that starts later
 * (it is the shorter one inside). Offsets are UTF-16 code units of the snapshot; those outside of it are ignored.
 */
export function cutAtQuotes(
  text: string,
  candidates: readonly Pick<Candidate, 'id' | 'start' | 'end'>[],
  chosenId: string | null,
): readonly TextRun[] {
  const inside = candidates.filter((one) => one.start >= 0 && one.end <= text.length && one.start < one.end);
  const cuts = [...new Set([0, text.length, ...inside.flatMap((one) => [one.start, one.end])])].sort(
    (a, b) => a - b,
  );
  const runs: TextRun[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    const covering = inside.filter((one) => one.start <= start && one.end >= end);
    const owner =
      covering.find((one) => one.id === chosenId) ??
      [...covering].sort((a, b) => b.start - a.start)[0] ??
      null;
    const last = runs.at(-1);
    const candidateId = owner?.id ?? null;
    if (last !== undefined && last.candidateId === candidateId)
      runs[runs.length - 1] = { ...last, text: last.text + text.slice(start, end) };
    else runs.push({ start, text: text.slice(start, end), candidateId });
  }
  return runs;
}
