import type { CalendarDate, Outcome, VerdictStage } from '#core/domain';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';

export interface DigestVerdict {
  readonly propositionId: string;
  readonly statement: string;
  readonly outcome: Outcome;
  readonly stage: VerdictStage;
  readonly decidedAt: Date;
  readonly claimId: string | null;
}

export interface DigestDeadline {
  readonly propositionId: string;
  readonly statement: string;
  readonly deadlineOn: CalendarDate;
}

export interface DigestMatch {
  readonly propositionId: string;
  readonly statement: string;
  readonly title: string;
}

/** What happened between two instants, and what falls due in the seven days after the second. The same for everybody. */
export async function readWeek(from: Date, to: Date, tx: Tx) {
  const ahead = new Date(to.getTime() + 7 * 86_400_000);
  const verdicts = await tx.$queryRaw<DigestVerdict[]>`
    SELECT p.id AS "propositionId", p.statement, v.outcome::text AS outcome, v.stage::text AS stage,
      v.decided_at AS "decidedAt",
      (SELECT c.id FROM claims c WHERE c.proposition_id = p.id AND c.state = 'active' ORDER BY c.said_on, c.id LIMIT 1)
        AS "claimId"
    FROM verdict_versions v JOIN propositions p ON p.id = v.proposition_id
    WHERE v.decided_at > ${from} AND v.decided_at <= ${to} AND v.outcome IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM verdict_versions n WHERE n.supersedes_id = v.id)
    ORDER BY v.decided_at DESC, v.id LIMIT 50`;
  const deadlines = await tx.proposition.findMany({
    where: { status: 'open', dueAt: { gt: to, lte: ahead } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, statement: true, deadlineOn: true },
  });
  const matches = await tx.match.findMany({
    where: {
      suggestedAt: { gt: from, lte: to },
      strength: 'strong',
      state: { not: 'rejected' },
      handledAt: null,
    },
    orderBy: [{ score: 'desc' }, { id: 'asc' }],
    take: 20,
    select: {
      propositionId: true,
      proposition: { select: { statement: true } },
      event: { select: { title: true } },
    },
  });
  return {
    verdicts,
    deadlines: deadlines.flatMap(({ id, statement, deadlineOn }): DigestDeadline[] =>
      deadlineOn === null ? [] : [{ propositionId: id, statement, deadlineOn: fromDateColumn(deadlineOn) }],
    ),
    matches: matches.map((match): DigestMatch => ({
      propositionId: match.propositionId,
      statement: match.proposition.statement,
      title: match.event.title,
    })),
  };
}

export type Week = Awaited<ReturnType<typeof readWeek>>;
