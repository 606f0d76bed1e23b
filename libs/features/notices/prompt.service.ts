import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { reminderPeriod } from '#core/domain';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import {
  Database,
  getInstallation,
  type InboxReason,
  type InboxRow,
  listInbox,
  type NewPrompt,
  noticeRepo,
  promptRepo,
  type Subscriber,
  subscriberRepo,
  type Tx,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import { type PromptData, renderPrompt } from '#platform/mail';
import { makeUnsubscribeLink, unsubscribeHeaders } from './unsubscribe-link.js';

/** Asks reviewers, each by one mail per sweep, for what newly waits for them. */
@Injectable()
export class PromptService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  /** The sweep. One transaction per reviewer: one that fails keeps none of the others from being asked. */
  async promptReviewers(): Promise<void> {
    const subscribers = await subscriberRepo.list('prompts', this.database.direct);
    const reviewers = subscribers.filter(({ roles }) => roles.has('reviewer') || roles.has('lead'));
    for (const reviewer of reviewers) {
      const now = this.clock.now();
      const inbox = await listInbox(reviewer, { now, realNow: this.clock.realNow() }, this.database.direct);
      if (inbox.length > 0) await this.promptOne(reviewer, inbox, now);
    }
  }

  private async promptOne(reviewer: Subscriber, inbox: readonly InboxRow[], now: Date): Promise<void> {
    const { baseUrl } = this.config;
    await this.database.withTransaction(async (tx) => {
      const written = await promptRepo.insertNew(
        inbox.map((row) => toPrompt(reviewer.userId, row, now)),
        now,
        tx,
      );
      if (written.length === 0) return;
      const fresh = new Set(written.map(({ propositionId }) => propositionId));
      const link = makeUnsubscribeLink(baseUrl);
      const data = await this.toMail(
        inbox.filter(({ propositionId }) => fresh.has(propositionId)),
        link.url,
        now,
        tx,
      );
      const mail = await renderPrompt(data);
      const ids = written.map(({ id }) => id).sort();
      await subscriberRepo.insertUnsubscribeToken(reviewer.userId, 'prompts', link.tokenHash, now, tx);
      const noticeId = await noticeRepo.insert(
        {
          ...mail,
          kind: 'prompt',
          stream: 'prompts',
          naturalKey: `prompt:${createHash('sha256').update(ids.join(',')).digest('hex')}`,
          userId: reviewer.userId,
          claimantId: null,
          toAddress: reviewer.email,
          headers: unsubscribeHeaders(link.url),
        },
        now,
        tx,
      );
      if (noticeId === null) return;
      await promptRepo.attachNotice(ids, noticeId, tx);
      await this.outbox.enqueue('sendNotice', { noticeId }, tx);
    });
  }

  private async toMail(
    rows: readonly InboxRow[],
    unsubscribeUrl: string,
    now: Date,
    tx: Tx,
  ): Promise<PromptData> {
    const { baseUrl } = this.config;
    const { projectName } = await getInstallation(tx);
    return {
      projectName,
      settingsUrl: `${baseUrl}/app/settings`,
      unsubscribeUrl,
      inboxUrl: `${baseUrl}/app/inbox`,
      items: rows.map((row) => ({
        statement: row.statement,
        url: `${baseUrl}/app/review/${row.propositionId}`,
        reason: mainReason(row),
        escalated: row.dueAt !== null && (reminderPeriod(row.dueAt, now)?.escalated ?? false),
      })),
    };
  }
}

function mainReason(row: InboxRow): InboxReason {
  return row.reasons[0] ?? 'due';
}

const KINDS: Record<InboxReason, NewPrompt['kind']> = {
  due: 'due',
  recheck: 'recheck',
  strong_match: 'match',
  dispute: 'dispute',
  reopened: 'reopened',
  split: 'third_review',
};

/**
 * The prompt an inbox row calls for. Its series hangs on the deadline, so a moved deadline starts a new ladder; what has
 * no deadline to climb on is asked once per round of its reason.
 */
function toPrompt(userId: string, row: InboxRow, now: Date): NewPrompt {
  const reason = mainReason(row);
  const ladder = row.dueAt === null || reason !== 'due' ? null : reminderPeriod(row.dueAt, now);
  const period = ladder?.period ?? 0;
  const kind =
    reason === 'due' && period > 0 ? (ladder?.escalated === true ? 'escalation' : 'reminder') : KINDS[reason];
  return {
    userId,
    propositionId: row.propositionId,
    kind,
    seriesKey: `${row.deadlineOn ?? 'none'}:r${String(row.roundNumber)}`,
    period,
    reason,
  };
}
