import type { Match } from '#contracts/http';
import type { StoredMatch } from '#platform/db';
import type { z } from 'zod';

export type WireMatch = z.input<typeof Match>;

export function toWireMatch(match: StoredMatch): WireMatch {
  const { id, eventId, propositionId, statement, deadlineOn, score, strength, reasons } = match;
  const { state, stance, byHand } = match;
  return {
    id,
    eventId,
    propositionId,
    statement,
    deadlineOn,
    score,
    strength,
    reasons,
    state,
    stance,
    byHand,
  };
}
