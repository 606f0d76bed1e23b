import { Injectable } from '@nestjs/common';
import { type Actor, type DisagreementCause, differ, DomainError } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  Database,
  hasOwnClaim,
  retestRepo,
  reviewRepo,
  roundRepo,
  threadRepo,
  type Tx,
  verdictRepo,
} from '#platform/db';
import { lockProposition } from './check-decision.js';

/** What is said about the wording of a proposition while it is answered, and why answers differed. */
@Injectable()
export class ThreadService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws DomainError THREAD.CLOSED where nobody has anything to answer, PROPOSITION.NOT_FOUND. */
  async addEntry(actor: Actor, propositionId: string, { text }: { text: string }): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      await lockProposition(propositionId, tx);
      // To whom the question is put again it is open.
      if ((await retestRepo.findOpen(actor.userId, propositionId, tx)) === null)
        await refuseClosed(propositionId, tx);
      await threadRepo.insert({ propositionId, authorId: actor.userId, text, at }, tx);
    });
  }

  /**
   * Says how the statement is to be read, with a date, for all to see and for good: criteria and source stay as they were
   * opened. Throws DomainError CLARIFICATION.TOO_LATE, REVIEW.CONFLICT_OF_INTEREST, PROPOSITION.NOT_FOUND.
   */
  async clarify(actor: Actor, propositionId: string, { text }: { text: string }): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      await lockProposition(propositionId, tx);
      if (await hasOwnClaim(actor.userId, propositionId, tx))
        throw new DomainError(
          'REVIEW.CONFLICT_OF_INTEREST',
          'A claim on this is your own or your outlet’s. Others say how it is read.',
        );
      if (!(await isAsked(propositionId, tx)))
        throw new DomainError(
          'CLARIFICATION.TOO_LATE',
          'A verdict stands here, by the reading there was. Who thinks that wrong objects to it, or reopens it.',
        );
      const id = await threadRepo.clarify({ propositionId, addedById: actor.userId, text, at }, tx);
      // The text is public and stands in its own table.
      const subject = {
        subjectType: 'proposition',
        subjectId: propositionId,
        payload: { clarificationId: id },
      };
      await auditRepo.appendAudit(tx, {
        at,
        actor: actor.userId,
        action: 'proposition.clarified',
        ...subject,
      });
    });
  }

  /** Returns the proposition. Throws DomainError THREAD.NOT_FOUND. */
  async hideEntry(actor: Actor, id: string): Promise<string> {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const propositionId = await threadRepo.hide(id, actor.userId, at, tx);
      if (propositionId === null)
        throw new DomainError('THREAD.NOT_FOUND', 'There is no such entry, or it is hidden already.');
      const subject = { subjectType: 'thread_entry', subjectId: id, payload: { propositionId } };
      await auditRepo.appendAudit(tx, { at, actor: actor.userId, action: 'thread.hidden', ...subject });
      return propositionId;
    });
  }

  /**
   * Says why the answers of the newest round differed, once the caller may see them: after the own answer, or as a lead
   * when it is over. Throws DomainError VERDICT.NOT_SPLIT where they do not differ or are not to be seen.
   */
  async nameDisagreement(actor: Actor, propositionId: string, cause: DisagreementCause): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const proposition = await lockProposition(propositionId, tx);
      const round = await roundRepo.findNewest(propositionId, tx);
      const answers = round === null ? [] : await reviewRepo.listAnswers(round.id, tx);
      const answered = answers.some(({ reviewerId }) => reviewerId === actor.userId);
      const maySee = answered || (actor.roles.has('lead') && round !== null && round.state !== 'open');
      if (round === null || !maySee || !differ(answers, proposition))
        throw new DomainError('VERDICT.NOT_SPLIT', 'No answers that you may see differ here.');
      await roundRepo.setCause(round.id, cause, tx);
    });
  }
}

/** Before a verdict, and while one is disputed or taken back. */
async function isAsked(propositionId: string, tx: Tx): Promise<boolean> {
  const verdict = await verdictRepo.findCurrent(propositionId, tx);
  if (verdict === null || verdict.stage === 'reopened') return true;
  return verdictRepo.isDisputed(propositionId, tx);
}

/** Questions belong to the time in which it is answered. */
async function refuseClosed(propositionId: string, tx: Tx): Promise<void> {
  if (await isAsked(propositionId, tx)) return;
  throw new DomainError(
    'THREAD.CLOSED',
    'A verdict stands here. Who thinks it wrong objects to it; questions on the wording are for before.',
  );
}
