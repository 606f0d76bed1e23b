import { Injectable } from '@nestjs/common';
import type { IntakeBatch, IntakeBatchSummary, IntakeItem } from '#contracts/http';
import { JOBS } from '#contracts/jobs';
import { type Actor, DomainError } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  Database,
  intakeBatchRepo,
  type StoredBatch,
  type StoredItem,
  type Tx,
} from '#platform/db';
import { DocumentFailure, MAX_DOCUMENT_BYTES } from '#platform/documents';
import { Outbox } from '#platform/jobs';
import type { z } from 'zod';
import type { SaidOfText } from './text-intake.js';

type WireBatch = z.input<typeof IntakeBatch>;
type WireSummary = z.input<typeof IntakeBatchSummary>;
type WireItem = z.input<typeof IntakeItem>;

export interface GivenBatch {
  /** Files by name, their bytes follow; addresses as they are. */
  readonly items: readonly ({ readonly name: string } | { readonly address: string })[];
  /** Of all of them. */
  readonly said?: SaidOfText | undefined;
}

const BATCHES_SHOWN = 20;
const GIVEN_UP = {
  code: 'INTERNAL',
  detail: 'It was tried several times and broke off each time. Give it again, by itself.',
} as const;

/** Many documents at once: what was given, what has become of each, and calling it off. */
@Injectable()
export class IntakeBatchService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Addresses are read from now on, each by a job of its own; files as their bytes come. */
  async create(
    actor: Actor,
    { items, said = {} }: GivenBatch,
    by: 'file' | 'cli' = 'file',
  ): Promise<WireBatch> {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const batch = await intakeBatchRepo.insert(
        {
          intakeKind: by,
          said: JSON.parse(JSON.stringify(said)) as Record<string, never>,
          createdById: actor.userId,
          at,
          items: items.map((item) =>
            'address' in item
              ? { name: item.address, isAddress: true }
              : { name: item.name, isAddress: false },
          ),
        },
        tx,
      );
      const waiting = batch.items.filter(({ state }) => state === 'waiting');
      await this.outbox.enqueueNew(
        'readItem',
        waiting.map(({ id }) => ({ itemId: id })),
        tx,
      );
      await this.note(actor, 'batch.given', batch.id, { items: items.length }, tx);
      return toWire(batch);
    });
  }

  /** The bytes of a file that was announced. Sent twice, they count once. Throws DomainError BATCH.NOT_FOUND. */
  async receive(batchId: string, number: number, bytes: Uint8Array): Promise<WireItem> {
    const fault = bytes.length === 0 ? 'EMPTY' : bytes.length > MAX_DOCUMENT_BYTES ? 'TOO_LARGE' : null;
    return this.database.withTransaction(
      async (tx) => {
        if (fault === null) {
          const id = await intakeBatchRepo.receive(batchId, number, new Uint8Array(bytes), tx);
          if (id !== null) await this.outbox.enqueue('readItem', { itemId: id }, tx);
        } else {
          const refusal = { code: `DOCUMENT.${fault}`, detail: new DocumentFailure(fault).message };
          await intakeBatchRepo.refuse(batchId, number, refusal, this.clock.realNow(), tx);
        }
        const item = (await getBatch(batchId, tx)).items.find((one) => one.number === number);
        if (item === undefined || item.isAddress) throw noBatch(`${batchId} with a file ${String(number)}`);
        return toWireItem(item);
      },
      { timeoutMs: 60_000 },
    );
  }

  /** Throws DomainError BATCH.NOT_FOUND. */
  async get(id: string): Promise<WireBatch> {
    const { name } = JOBS.readItem;
    await intakeBatchRepo.failAbandoned(id, name, GIVEN_UP, this.clock.realNow(), this.database.direct);
    return toWire(await getBatch(id, this.database.direct));
  }

  async list(): Promise<{ items: WireSummary[] }> {
    const batches = await intakeBatchRepo.list(BATCHES_SHOWN, this.database.direct);
    return {
      items: batches.map(({ id, createdAt, counts }) => ({
        id,
        createdAt: createdAt.toISOString(),
        counts: countStates(counts.flatMap(({ state, count }) => Array<typeof state>(count).fill(state))),
      })),
    };
  }

  /** Nothing more is taken in; what was, stays. Throws DomainError BATCH.NOT_FOUND. */
  async cancel(actor: Actor, id: string): Promise<WireBatch> {
    return this.database.withTransaction(async (tx) => {
      await getBatch(id, tx);
      const called = await intakeBatchRepo.cancel(id, this.clock.now(), this.clock.realNow(), tx);
      if (called > 0) await this.note(actor, 'batch.cancelled', id, { items: called }, tx);
      return toWire(await getBatch(id, tx));
    });
  }

  private async note(
    actor: Actor,
    action: string,
    id: string,
    payload: Record<string, number>,
    tx: Tx,
  ): Promise<void> {
    const entry = { at: this.clock.now(), actor: actor.userId, action, payload };
    await auditRepo.appendAudit(tx, { ...entry, subjectType: 'batch', subjectId: id });
  }
}

async function getBatch(id: string, tx: Tx): Promise<StoredBatch> {
  const batch = await intakeBatchRepo.find(id, tx);
  if (batch === null) throw noBatch(id);
  return batch;
}

function toWire({ id, createdAt, cancelledAt, items }: StoredBatch): WireBatch {
  return {
    id,
    createdAt: createdAt.toISOString(),
    cancelledAt: cancelledAt?.toISOString() ?? null,
    counts: countStates(items.map(({ state }) => state)),
    items: items.map(toWireItem),
  };
}

function countStates(states: readonly StoredItem['state'][]): WireSummary['counts'] {
  const of = (...wanted: StoredItem['state'][]) => states.filter((state) => wanted.includes(state)).length;
  return {
    total: states.length,
    announced: of('announced'),
    open: of('announced', 'waiting', 'reading'),
    done: of('done'),
    failed: of('failed'),
    cancelled: of('cancelled'),
  };
}

function toWireItem({ fault, detail, ...item }: StoredItem): WireItem {
  return { ...item, fault: fault === null ? null : { code: fault, detail } };
}

function noBatch(id: string): DomainError {
  return new DomainError('BATCH.NOT_FOUND', `There is no batch ${id}.`);
}
