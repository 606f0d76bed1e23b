import type { Standing } from '#contracts/http';
import type { Standing as BoardStanding } from '#core/scoring';
import type { ListedStanding, NamedSubject } from '#platform/db';
import type { z } from 'zod';

export type WireStanding = z.input<typeof Standing>;
export type WireSubject = Pick<WireStanding, 'id' | 'name' | 'kind'>;

/** A row of a board on the wire. */
export function toWireStanding(subject: WireSubject, row: Omit<BoardStanding, 'references'>): WireStanding {
  // Written out: an object made of another has a shape of its own, and a page has five hundred.
  return {
    id: subject.id,
    name: subject.name,
    kind: subject.kind,
    record: row.record,
    rank: row.rank,
    rankLow: row.rankLow,
    rankHigh: row.rankHigh,
    suspended: row.suspended,
    n: row.n,
    families: row.families,
    texts: row.texts,
    pending: row.pending,
    beforeDeadline: row.beforeDeadline,
    void: row.void,
    conditionUnmet: row.conditionUnmet,
    ambiguous: row.ambiguous,
    unscoreable: row.unscoreable,
    retrospective: row.retrospective,
    scoreableShare: row.scoreableShare,
    meanBrier: row.meanBrier,
    meanBrierLow: row.meanBrierLow,
    meanBrierHigh: row.meanBrierHigh,
    boundLow: row.boundLow,
    boundHigh: row.boundHigh,
    meanLog: row.meanLog,
    skill: row.skill,
    shrunk: row.shrunk,
    intervalLow: row.intervalLow,
    intervalHigh: row.intervalHigh,
    hitRate: row.hitRate,
    hitRateLow: row.hitRateLow,
    hitRateHigh: row.hitRateHigh,
    referenceHitRate: row.n === 0 ? null : row.referenceHits / row.n,
  };
}

/** A row of a claimant whose profile went away since the board was built is left out. */
export function toWireStandings(
  rows: readonly ListedStanding[],
  subjects: readonly NamedSubject[],
): WireStanding[] {
  const named = new Map(subjects.map((subject) => [subject.id, subject]));
  return rows.flatMap((row) => {
    const subject = named.get(row.subjectId);
    if (subject === undefined) return [];
    const { id, name, kind } = subject;
    return isListed(kind) ? [toWireStanding({ id, name, kind }, row)] : [];
  });
}

function isListed(kind: string): kind is WireSubject['kind'] {
  return kind === 'outlet' || kind === 'public_person' || kind === 'organisation';
}
