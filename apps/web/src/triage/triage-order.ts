import type { Schemas } from '../api/client.js';

type Candidate = Schemas['Candidate'];

/** Those the extractor was sure of, those the model or a person found as well, and what is decided. */
const isWorthALook = (one: Candidate): boolean =>
  one.tier === 'proposed' || one.agreement === 'both' || one.state !== 'pending';

/** What is triaged, in order of place; what was cut in two stands back for its parts. */
export function listToTriage(
  all: readonly Candidate[],
  { showsMaybe, wantedId }: { showsMaybe: boolean; wantedId: string | undefined },
): Candidate[] {
  return all
    .filter((one) => one.id === wantedId || (one.state !== 'split' && (showsMaybe || isWorthALook(one))))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The next undecided candidate after a position, round the corner; null when all are decided. */
export function nextPending(
  list: readonly Candidate[],
  afterIndex: number,
  exceptId: string,
): Candidate | null {
  const order = [...list.slice(afterIndex + 1), ...list.slice(0, afterIndex + 1)];
  return order.find((one) => one.state === 'pending' && one.id !== exceptId) ?? null;
}

/** Other undecided candidates one could say the same as, the nearest in the text first. */
export function mergeChoices(list: readonly Candidate[], candidate: Candidate): Candidate[] {
  const distance = (one: Candidate) => Math.abs(one.start - candidate.start);
  return list
    .filter((one) => one.state === 'pending' && one.id !== candidate.id)
    .sort((a, b) => distance(a) - distance(b) || a.start - b.start);
}

/** From this score on a candidate may be accepted with others, as it was read. */
export const BULK_FROM = 0.8;
