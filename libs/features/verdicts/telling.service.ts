import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { entailed } from '#core/domain';
import { createOneTimeToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import {
  answerRepo,
  Database,
  getInstallation,
  listDeadlineVariants,
  type NewNotice,
  noticeRepo,
  propositionRepo,
  subscriberRepo,
  tellingRepo,
  type Tx,
  type UntoldClaim,
  type VerdictNews,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import { renderClaimantMail, renderVerdictChange } from '#platform/mail';

const VERDICTS_AT_ONCE = 200;
const CLAIMS_AT_ONCE = 500;
/** Real time in which a claimant may answer by one link; the next verdict brings another. */
const LINK_MS = 180 * 86_400_000;
/** A mail with more links is not read. */
const CLAIMS_PER_MAIL = 20;

/**
 * Tells people what verdicts mean for them, after the fact and once: each version of a verdict has a mark that is written
 * with the mails. What a verdict says of other deadlines of the question is put before reviewers; no verdict is written.
 */
@Injectable()
export class TellingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  /** The sweep. One transaction each: what fails keeps nothing else back. */
  async tellAll(): Promise<void> {
    for (const id of await tellingRepo.listUntold(VERDICTS_AT_ONCE, this.database.direct))
      await this.database.withTransaction((tx) => this.tellVerdict(id, tx));
    const untold = await tellingRepo.listUntoldClaims(CLAIMS_AT_ONCE, this.database.direct);
    for (const claims of byClaimant(untold))
      await this.database.withTransaction((tx) => this.tellOpening(claims, tx));
  }

  private async tellVerdict(id: string, tx: Tx): Promise<void> {
    const at = this.clock.now();
    if (!(await tellingRepo.markTold(id, at, tx))) return;
    const news = await tellingRepo.readNews(id, tx);
    await this.promptVariants(news, at, tx);
    // What took its place says both.
    if (news.isSuperseded && news.stage === 'reopened') return;
    if (news.stage === 'final') return;
    if (news.before !== null) await this.tellPeople(news, news.before, at, tx);
    await this.tellClaimants(news, at, tx);
  }

  /** A variant that has no verdict, and of which this one says what it must be, is asked again at once. */
  private async promptVariants(news: VerdictNews, at: Date, tx: Tx): Promise<void> {
    if (news.outcome === null || news.isSuperseded) return;
    const proposition = await propositionRepo.find(news.propositionId, tx);
    if (proposition === null || proposition.deadlineOn === null) return;
    const said = { answer: news.outcome, occurredOn: news.occurredOn };
    for (const { proposition: other, verdict } of await listDeadlineVariants(proposition, tx))
      if (verdict === null && entailed(said, proposition.deadlineOn, other.deadlineOn) !== null)
        await propositionRepo.setRecheck(other.id, at, tx);
  }

  /** Who answered, and leads and curators who want to know of verdicts, learn what stood and what stands. */
  private async tellPeople(
    news: VerdictNews,
    before: NonNullable<VerdictNews['before']>,
    at: Date,
    tx: Tx,
  ): Promise<void> {
    const { baseUrl } = this.config;
    const { projectName } = await getInstallation(tx);
    const reviewers = await tellingRepo.listReviewers(news.propositionId, tx);
    for (const person of await subscriberRepo.list('verdicts', tx)) {
      const isConcerned =
        reviewers.has(person.userId) || person.roles.has('lead') || person.roles.has('curator');
      if (!isConcerned) continue;
      const stop = createOneTimeToken();
      const unsubscribeUrl = `${baseUrl}/unsubscribe/${stop.token}`;
      const mail = await renderVerdictChange({
        projectName,
        settingsUrl: `${baseUrl}/app/settings`,
        unsubscribeUrl,
        url: `${baseUrl}/app/propositions/${news.propositionId}`,
        statement: news.statement,
        before,
        after: news.outcome,
        reason: news.reason,
      });
      await subscriberRepo.insertUnsubscribeToken(person.userId, 'verdicts', stop.tokenHash, at, tx);
      await this.post(
        {
          ...mail,
          kind: 'verdict',
          stream: 'verdicts',
          naturalKey: `verdict:${news.id}:${person.userId}`,
          userId: person.userId,
          claimantId: null,
          toAddress: person.email,
          headers: stopHeaders(unsubscribeUrl),
        },
        at,
        tx,
      );
    }
  }

  private async tellClaimants(news: VerdictNews, at: Date, tx: Tx): Promise<void> {
    for (const claimant of await answerRepo.listClaimants(news.propositionId, tx)) {
      const { id: claimantId, name, contactEmail, optedOutAt } = claimant;
      if (contactEmail === null || optedOutAt !== null) continue;
      const url = await this.link({ claimantId, ...news }, news.id, at, tx);
      if (url === null) continue;
      const item = { statement: news.statement, url, outcome: news.outcome, before: news.before };
      const key = `claimant:${claimantId}:${news.id}`;
      await this.writeToClaimant({ claimantId, name, email: contactEmail }, key, [item], at, tx);
    }
  }

  private async tellOpening(claims: readonly UntoldClaim[], tx: Tx): Promise<void> {
    const at = this.clock.now();
    const items = [];
    for (const claim of claims.slice(0, CLAIMS_PER_MAIL)) {
      const url = await this.link(claim, null, at, tx);
      if (url !== null) items.push({ statement: claim.statement, url, outcome: null, before: null });
    }
    const [first] = claims;
    if (first === undefined || items.length === 0) return;
    const ids = claims.map(({ propositionId }) => propositionId).join(',');
    const key = `claimant-opening:${first.claimantId}:${createHash('sha256').update(ids).digest('hex')}`;
    await this.writeToClaimant(first, key, items, at, tx);
  }

  /** The address of the page on which the claimant answers; null where they have one for this. */
  private async link(
    of: { readonly claimantId: string; readonly propositionId: string },
    verdictVersionId: string | null,
    at: Date,
    tx: Tx,
  ): Promise<string | null> {
    const { token, tokenHash } = createOneTimeToken();
    const expiresAt = new Date(this.clock.realNow().getTime() + LINK_MS);
    const { claimantId, propositionId } = of;
    const isNew = await answerRepo.insertLink(
      { tokenHash, claimantId, propositionId, verdictVersionId, at, expiresAt },
      tx,
    );
    return isNew ? `${this.config.baseUrl}/answer/${token}` : null;
  }

  private async writeToClaimant(
    to: { readonly claimantId: string; readonly name: string; readonly email: string },
    naturalKey: string,
    items: Parameters<typeof renderClaimantMail>[0]['items'],
    at: Date,
    tx: Tx,
  ): Promise<void> {
    const { projectName, settings } = await getInstallation(tx);
    const stop = createOneTimeToken();
    const unsubscribeUrl = `${this.config.baseUrl}/unsubscribe/${stop.token}`;
    const mail = await renderClaimantMail({
      projectName,
      name: to.name,
      unsubscribeUrl,
      disputeWindowDays: settings.disputeWindowDays,
      items,
    });
    await tellingRepo.insertUnsubscribeToken(to.claimantId, stop.tokenHash, at, tx);
    await this.post(
      {
        ...mail,
        kind: 'claimant',
        stream: 'claimant',
        naturalKey,
        userId: null,
        claimantId: to.claimantId,
        toAddress: to.email,
        headers: stopHeaders(unsubscribeUrl),
      },
      at,
      tx,
    );
  }

  private async post(notice: NewNotice, at: Date, tx: Tx): Promise<void> {
    const noticeId = await noticeRepo.insert(notice, at, tx);
    if (noticeId !== null) await this.outbox.enqueue('sendNotice', { noticeId }, tx);
  }
}

function byClaimant(claims: readonly UntoldClaim[]): UntoldClaim[][] {
  const groups = new Map<string, UntoldClaim[]>();
  for (const claim of claims) groups.set(claim.claimantId, [...(groups.get(claim.claimantId) ?? []), claim]);
  return [...groups.values()];
}

/** RFC 8058: mail programs post to the link, people may open it. */
function stopHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
