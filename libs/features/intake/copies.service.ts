import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  candidateRepo,
  candidateVersionRepo,
  Database,
  sourceRepo,
  syndicatedCopyRepo,
  type Tx,
} from '#platform/db';
import { IntakeService, noSource } from './intake.service.js';

const WRITE_MS = 60_000;

/** What a person says of a text that was taken for a syndicated copy; each can be taken back. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly intake: IntakeService,
  ) {}

  /** It is a text of its own: from now on its predictions are looked for and counted. Throws DomainError SOURCE.*. */
  async dismiss(actor: Actor, id: string) {
    return this.change(actor, id, 'source.not-a-copy', async (at, tx) => {
      if (!(await syndicatedCopyRepo.dismiss(id, actor.userId, at, tx)))
        throw new DomainError('SOURCE.NOT_A_COPY', 'This source is not taken for a copy (any more).');
      await this.intake.readAnew(id, at, tx);
      await this.intake.requestModel(id, at, tx);
    });
  }

  /** It was a copy after all: what was found in it and not decided goes. Throws DomainError SOURCE.*. */
  async restore(actor: Actor, id: string) {
    return this.change(actor, id, 'source.copy-again', async (_at, tx) => {
      const source = await sourceRepo.find(id, tx);
      if (source === null) throw noSource(id);
      await candidateVersionRepo.lock(source.snapshot.id, tx);
      const counts = (await candidateRepo.countByState([id], tx)).get(id);
      if ((counts?.accepted ?? 0) > 0)
        throw new DomainError(
          'SOURCE.HAS_CLAIMS',
          'Claims were made of predictions in this text. They would be counted twice; void them first.',
        );
      if (!(await syndicatedCopyRepo.restore(id, tx)))
        throw new DomainError('SOURCE.NOT_A_COPY', 'This source was never taken for a copy, or is one now.');
      await candidateVersionRepo.removePending(source.snapshot.id, tx);
    });
  }

  private async change(actor: Actor, id: string, action: string, work: (at: Date, tx: Tx) => Promise<void>) {
    return this.database.withTransaction(
      async (tx) => {
        const at = this.clock.now();
        if ((await sourceRepo.find(id, tx)) === null) throw noSource(id);
        await work(at, tx);
        const about = { actor: actor.userId, subjectType: 'source', subjectId: id };
        await auditRepo.appendAudit(tx, { ...about, at, action });
        return this.intake.readSummary(id, tx);
      },
      { timeoutMs: WRITE_MS },
    );
  }
}
