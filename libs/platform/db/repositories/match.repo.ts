import type { MatchState, MatchStrength, Stance } from '#core/domain';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';

export interface NewMatch {
  readonly eventId: string;
  readonly propositionId: string;
  readonly score: number;
  readonly strength: MatchStrength;
  readonly reasons: readonly string[];
  readonly matcherVersion: string;
  readonly predatesClaim: boolean;
}

const withBoth = {
  event: true,
  proposition: { select: { statement: true, deadlineOn: true } },
} as const;

export const matchRepo = {
  /** Keeps a suggestion; a pair that is there already, rejected ones above all, stays as it is. */
  async suggestAll(matches: readonly NewMatch[], at: Date, tx: Tx): Promise<number> {
    const { count } = await tx.match.createMany({
      data: matches.map((match) => ({ ...match, reasons: [...match.reasons], suggestedAt: at })),
      skipDuplicates: true,
    });
    return count;
  },

  /** What is known of clusters and propositions together: at most one match for each such pair is suggested. */
  async listOfClusters(
    clusterIds: readonly string[],
    propositionIds: readonly string[],
    tx: Tx,
  ): Promise<ClusterMatch[]> {
    return tx.$queryRaw<ClusterMatch[]>`
      SELECT m.id::text AS id, e.cluster_id::text AS "clusterId", m.proposition_id::text AS "propositionId", m.state,
        m.strength, m.score
      FROM matches m JOIN event_reports e ON e.id = m.event_id
      WHERE e.cluster_id = ANY(${[...clusterIds]}::uuid[]) AND m.proposition_id = ANY(${[...propositionIds]}::uuid[])`;
  },

  /** A report of the same story says it better: the suggestion becomes as strong. A decided one stays as it is. */
  async strengthen(id: string, better: Omit<NewMatch, 'eventId' | 'propositionId'>, tx: Tx): Promise<void> {
    const { score, strength, reasons, matcherVersion, predatesClaim } = better;
    await tx.match.updateMany({
      where: { id, state: 'suggested' },
      data: {
        score,
        strength,
        reasons: [...reasons],
        matcherVersion,
        predatesClaim,
        version: { increment: 1 },
      },
    });
  },

  /** Moves a match from one of `from` to a decided state; false when it was in none of them. */
  async decide(
    id: string,
    from: readonly MatchState[],
    { to, stance }: MatchDecision,
    by: string,
    at: Date,
    tx: Tx,
  ): Promise<boolean> {
    const { count } = await tx.match.updateMany({
      where: { id, state: { in: [...from] } },
      data: {
        state: to,
        stance,
        decidedAt: at,
        decidedById: by,
        version: { increment: 1 },
        ...(to === 'rejected' ? { handledAt: at } : {}),
      },
    });
    return count === 1;
  },

  /** A link somebody makes that nothing suggested; the pair must not be there. */
  async linkByHand(
    { eventId, propositionId, stance }: HandMadeLink,
    by: string,
    at: Date,
    tx: Tx,
  ): Promise<string> {
    const { id } = await tx.match.create({
      data: {
        eventId,
        propositionId,
        stance,
        score: 1,
        strength: 'strong',
        reasons: ['linked by hand'],
        matcherVersion: BY_HAND,
        state: 'confirmed',
        suggestedAt: at,
        decidedAt: at,
        decidedById: by,
      },
    });
    return id;
  },

  async findPair(eventId: string, propositionId: string, tx: Tx) {
    const row = await tx.match.findUnique({
      where: { eventId_propositionId: { eventId, propositionId } },
      include: withBoth,
    });
    return row === null ? null : fromRow(row);
  },

  async find(id: string, tx: Tx) {
    const row = await tx.match.findUnique({ where: { id }, include: withBoth });
    return row === null ? null : fromRow(row);
  },

  async listOfEvents(eventIds: readonly string[], tx: Tx) {
    const rows = await tx.match.findMany({
      where: { eventId: { in: [...eventIds] }, strength: { not: 'weak' } },
      orderBy: [{ score: 'desc' }, { id: 'asc' }],
      include: withBoth,
    });
    return rows.map(fromRow);
  },

  async listOfProposition(propositionId: string, tx: Tx) {
    const rows = await tx.match.findMany({
      where: { propositionId, state: { not: 'rejected' }, strength: { not: 'weak' } },
      orderBy: [{ score: 'desc' }, { id: 'asc' }],
      take: 50,
      include: withBoth,
    });
    return rows.map(fromRow);
  },

  /** A closed round took notice of every match it could see. */
  async markHandled(propositionId: string, at: Date, tx: Tx): Promise<void> {
    await tx.match.updateMany({ where: { propositionId, handledAt: null }, data: { handledAt: at } });
  },
};

/** `stance`: what the event says of the statement, where that was said. */
export interface MatchDecision {
  readonly to: 'confirmed' | 'rejected';
  readonly stance: Stance | null;
}

export interface HandMadeLink {
  readonly eventId: string;
  readonly propositionId: string;
  readonly stance: Stance;
}

/** Instead of a version of the matcher. */
export const BY_HAND = 'by hand';

/** A match as far as the next report of its story asks. */
export interface ClusterMatch extends Pick<NewMatch, 'propositionId' | 'strength' | 'score'> {
  readonly id: string;
  readonly clusterId: string;
  readonly state: MatchState;
}

interface MatchRow {
  id: string;
  eventId: string;
  propositionId: string;
  score: number;
  strength: MatchStrength;
  reasons: unknown;
  state: MatchState;
  stance: Stance | null;
  matcherVersion: string;
  predatesClaim: boolean;
  event: { title: string; url: string | null; publishedAt: Date; occurredOn: Date | null };
  proposition: { statement: string; deadlineOn: Date | null };
}

function fromRow(row: MatchRow) {
  return {
    id: row.id,
    eventId: row.eventId,
    propositionId: row.propositionId,
    statement: row.proposition.statement,
    deadlineOn: fromDateColumn(row.proposition.deadlineOn),
    score: row.score,
    strength: row.strength,
    reasons: row.reasons as string[],
    state: row.state,
    stance: row.stance,
    byHand: row.matcherVersion === BY_HAND,
    olderThanClaim: row.predatesClaim,
    title: row.event.title,
    url: row.event.url,
    publishedAt: row.event.publishedAt,
    occurredOn: fromDateColumn(row.event.occurredOn),
  };
}

export type StoredMatch = ReturnType<typeof fromRow>;
