import { Injectable } from '@nestjs/common';
import type { BlindReading, EndpointBody, OpenReading, selectionEndpoints } from '#contracts/http';
import { type Actor, DomainError } from '#core/domain';
import { Clock } from '#platform/clock';
import { auditRepo, blindReadingRepo, type BlindReadingRow, Database, type Tx } from '#platform/db';
import type { z } from 'zod';

/**
 * Readings of texts drawn by chance, by two people each, without highlights: what they find says how much was captured.
 * Nobody sees what was captured of the text, or what the other found, through them.
 */
@Injectable()
export class BlindReadingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async draw(actor: Actor, count: number): Promise<{ drawn: number }> {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const drawn = await blindReadingRepo.draw(count, actor.userId, at, tx);
      await auditRepo.appendAudit(tx, {
        at,
        actor: actor.userId,
        action: 'selection.drawn',
        subjectType: 'installation',
        subjectId: 'sampled_texts',
        payload: { asked: count, drawn },
      });
      return { drawn };
    });
  }

  async listOpen(actor: Actor): Promise<{ items: z.input<typeof OpenReading>[] }> {
    return { items: await blindReadingRepo.listOpen(actor.userId, this.database.direct) };
  }

  /** Throws DomainError READING.NOT_FOUND, READING.TAKEN, READING.SEEN. */
  async begin(actor: Actor, snapshotId: string): Promise<{ id: string }> {
    return this.database.withTransaction(async (tx) => {
      const begun = await blindReadingRepo.begin(snapshotId, actor.userId, this.clock.now(), tx);
      if (begun === null) throw notFound();
      if (begun === 'seen')
        throw new DomainError(
          'READING.SEEN',
          'You know what was captured of this text: you worked on it in triage. Read one that is new to you.',
        );
      if (begun === 'taken')
        throw new DomainError(
          'READING.TAKEN',
          'Two others are reading this text already. Choose another one.',
        );
      return begun;
    });
  }

  /** Throws DomainError READING.NOT_FOUND for another person's too. */
  async get(actor: Actor, id: string): Promise<z.input<typeof BlindReading>> {
    const { title, text, finishedAt, marks } = await this.own(actor, id, this.database.direct);
    return { id, title, text, isFinished: finishedAt !== null, marks: [...marks] };
  }

  /** Throws DomainError READING.NOT_FOUND, READING.FINISHED, INPUT.INVALID for a mark outside the text. */
  async save(
    actor: Actor,
    id: string,
    { marks, isFinished }: EndpointBody<typeof selectionEndpoints.saveReading>,
  ): Promise<Record<string, never>> {
    await this.database.withTransaction(async (tx) => {
      await blindReadingRepo.lock(id, tx);
      const reading = await this.own(actor, id, tx);
      if (reading.finishedAt !== null)
        throw new DomainError('READING.FINISHED', 'You have finished this reading; it stays as it is.');
      const wrong = marks.findIndex(({ start, end }) => end <= start || end > reading.text.length);
      if (wrong !== -1)
        throw new DomainError('INPUT.INVALID', 'A mark lies outside the text.', [
          { path: `marks.${String(wrong)}`, message: `0 <= start < end <= ${String(reading.text.length)}` },
        ]);
      const distinct = new Map(marks.map((mark) => [`${String(mark.start)}-${String(mark.end)}`, mark]));
      await blindReadingRepo.save(id, [...distinct.values()], isFinished ? this.clock.now() : null, tx);
    });
    return {};
  }

  private async own(actor: Actor, id: string, tx: Tx): Promise<BlindReadingRow> {
    const reading = await blindReadingRepo.find(id, tx);
    if (reading === null || reading.readerId !== actor.userId) throw notFound();
    return reading;
  }
}

const notFound = (): DomainError =>
  new DomainError(
    'READING.NOT_FOUND',
    'There is no such text drawn to be read, or the reading is not yours.',
  );
