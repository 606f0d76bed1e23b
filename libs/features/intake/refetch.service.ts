import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#core/domain';
import { Clock } from '#platform/clock';
import { auditRepo, Database, snapshotRepo, sourceRepo } from '#platform/db';
import { DocumentReadingService } from './document-reading.service.js';
import { IntakeService, noSource, toSnapshot } from './intake.service.js';
import { prepareText } from './text-intake.js';

const WRITE_MS = 60_000;

/** Looks again at what stands at a source's address. What was kept, and every anchor in it, stays as it is. */
@Injectable()
export class RefetchService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: DocumentReadingService,
    private readonly intake: IntakeService,
  ) {}

  /**
   * Fetches a source's address again. The same text says so; another is kept as a snapshot beside the first.
   * Throws DomainError SOURCE.NOT_FOUND, SOURCE.NO_ADDRESS, and what taking the address in throws.
   */
  async fetchAgain(actor: Actor, id: string) {
    const source = await sourceRepo.find(id, this.database.direct);
    if (source === null) throw noSource(id);
    if (source.address === null)
      throw new DomainError('SOURCE.NO_ADDRESS', 'This source has no address. Give it one first.');
    const { text, received } = await this.documents.readAddress(source.address);
    const prepared = prepareText({ text }, received);
    return this.database.withTransaction(
      async (tx) => {
        const at = this.clock.now();
        await sourceRepo.lockText(prepared.textSha256, tx);
        const known = await snapshotRepo.findOf(id, prepared.textSha256, tx);
        const snapshotId = known ?? (await snapshotRepo.insert(id, toSnapshot(prepared, received), at, tx));
        await sourceRepo.noteSeen(id, snapshotId, this.clock.realNow(), tx);
        const isSame = snapshotId === source.snapshot.id;
        await auditRepo.appendAudit(tx, {
          at,
          actor: actor.userId,
          action: 'source.fetched-again',
          subjectType: 'source',
          subjectId: id,
          payload: { textSha256: prepared.textSha256, isSame },
        });
        const summary = await this.intake.readSummary(id, tx);
        return { outcome: isSame ? ('same' as const) : ('differs' as const), source: summary };
      },
      { timeoutMs: WRITE_MS },
    );
  }

  /** The text of a snapshot: what was kept, or what was fetched again. Throws DomainError SNAPSHOT.NOT_FOUND. */
  async getSnapshot(id: string) {
    const snapshot = await snapshotRepo.find(id, this.database.direct);
    if (snapshot === null) throw new DomainError('SNAPSHOT.NOT_FOUND', `There is no snapshot ${id}.`);
    return { ...snapshot, takenAt: snapshot.takenAt.toISOString() };
  }
}
