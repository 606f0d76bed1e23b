import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#core/domain';
import { Clock } from '#platform/clock';
import { Database, intakeBatchRepo, type StoredItem, type TakenItem } from '#platform/db';
import { v7 as newId } from 'uuid';
import { DocumentIntakeService, type Taking } from './document-intake.service.js';
import type { SaidOfText } from './text-intake.js';

/** A reader that has not shown itself for so long is taken for dead. */
const LEASE_MS = 20_000;
const BEAT_MS = 1_000;

/** Thrown inside the transaction that stores a source whose item is not ours any more: nothing of it is kept. */
class ItemTakenError extends Error {
  override readonly name = 'ItemTakenError';
}

/** Reads the documents of batches, each once, whoever asks for it and however often. */
@Injectable()
export class ItemReadingService {
  private readonly logger = new Logger(ItemReadingService.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: DocumentIntakeService,
  ) {}

  /**
   * The job: takes one document in, or writes down why that cannot be. The source and that the item is done are written
   * in one transaction. Throws where another reader is at it, or the fault is ours: to be tried again.
   */
  async readItem(itemId: string): Promise<void> {
    const item = await this.take(itemId);
    if (item === null) {
      const known = await this.find(itemId);
      if (known?.state === 'reading') throw new Error(`Item ${itemId} is being read by somebody else.`);
      return;
    }
    const beat = this.beginBeating(item);
    try {
      await this.takeIn(item, beat.onPages);
    } catch (error) {
      await this.writeFault(item, error);
    } finally {
      beat.stop();
    }
  }

  async find(itemId: string): Promise<StoredItem | null> {
    return intakeBatchRepo.findItem(itemId, this.database.direct);
  }

  private async take(itemId: string): Promise<TakenItem | null> {
    const realNow = this.clock.realNow();
    const lease = { leaseId: newId(), until: this.leaseEnd() };
    return this.database.withTransaction((tx) => intakeBatchRepo.take(itemId, lease, realNow, tx));
  }

  private async takeIn(item: TakenItem, onPages: Taking['onPages']): Promise<void> {
    const { name, isAddress, bytes, batch } = item;
    const actor = { userId: batch.createdById };
    const taking: Taking = {
      by: isAddress && batch.intakeKind === 'file' ? 'url' : batch.intakeKind,
      ...(onPages === undefined ? {} : { onPages }),
      alongside: async ({ id, created }, tx) => {
        const done = { sourceId: id, isNew: created };
        if (!(await intakeBatchRepo.finish(item, done, this.clock.realNow(), tx))) throw new ItemTakenError();
      },
    };
    const said = batch.said as SaidOfText;
    if (isAddress) await this.documents.addAddress(actor, name, said, taking);
    else await this.documents.addFile(actor, { bytes: bytes ?? new Uint8Array(), name }, said, taking);
  }

  private async writeFault(item: TakenItem, error: unknown): Promise<void> {
    // Cancelled, or somebody else has it: what became of it is written down by them.
    if (error instanceof ItemTakenError) return;
    if (error instanceof DomainError && error.code !== 'INTERNAL') {
      const fault = { code: error.code, detail: error.message };
      await this.database.withTransaction((tx) =>
        intakeBatchRepo.fail(item, fault, this.clock.realNow(), tx),
      );
      return;
    }
    await this.database
      .withTransaction((tx) => intakeBatchRepo.giveBack(item, tx))
      // It lapses by itself.
      .catch(() => undefined);
    throw error;
  }

  /** Tells now and then that the reader lives, and how many pages it has read. */
  private beginBeating(item: TakenItem): { onPages: NonNullable<Taking['onPages']>; stop: () => void } {
    let pages: { pagesDone: number; pages: number } | null = null;
    const timer = setInterval(() => {
      intakeBatchRepo.beat(item, this.leaseEnd(), pages, this.database.direct).catch((error: unknown) => {
        this.logger.warn(`Item ${item.id}: its lease could not be renewed: ${String(error)}`);
      });
    }, BEAT_MS);
    return {
      onPages: (pagesDone, of) => {
        pages = { pagesDone, pages: of };
      },
      stop: () => clearInterval(timer),
    };
  }

  private leaseEnd(): Date {
    return new Date(this.clock.realNow().getTime() + LEASE_MS);
  }
}
