import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { DatabaseError, mapDatabaseError } from './database-error.js';
import { Prisma, PrismaClient } from './generated/client.js';
import { statementName } from './statement-name.js';

/** What repositories and queries work on: an open transaction, or (single statements only) the database itself. */
export type Tx = Prisma.TransactionClient;

export type Isolation = 'ReadCommitted' | 'RepeatableRead' | 'Serializable';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections for ordinary work. */
  readonly poolSize?: number;
  /** Told about connections that break while nobody uses them; without it the process would end. */
  readonly onError?: (error: Error) => void;
}

export interface TransactionOptions {
  readonly isolation?: Isolation;
  /** How long the whole transaction may take; above 5 s it uses the connections kept for long work. */
  readonly timeoutMs?: number;
}

const ORDINARY_TIMEOUT_MS = 5_000;
const LONG_TIMEOUT_MS = 120_000;
const LONG_POOL_SIZE = 2;
const MAX_TRIES = 8;
/** A chain that was built on an old head is refused by these; the transaction is repeated on the new head. */
const AUDIT_CHAIN_CONSTRAINTS = new Set(['audit_entries_pkey', 'audit_entries_prev_hash_key']);

/**
 * The connection to PostgreSQL. Every wait has an end: for a connection 2 s, for a statement 5 s, for a lock 4 s;
 * without these a half-open socket hangs for ever.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly ordinary: Line;
  private readonly long: Line;
  private readonly open = new AsyncLocalStorage<{ isOpen: boolean }>();

  constructor(options: DatabaseOptions) {
    this.ordinary = createLine(options, options.poolSize ?? 10, ORDINARY_TIMEOUT_MS);
    this.long = createLine(options, LONG_POOL_SIZE, LONG_TIMEOUT_MS);
  }

  /**
   * The database outside of any transaction, for single statements. Refused inside withTransaction: it would take a
   * second connection and see other data.
   */
  get direct(): Tx {
    this.refuseInsideTransaction('database.direct');
    return this.ordinary.client;
  }

  /** The whole Prisma client, for better-auth's adapter and nothing else. */
  get authClient(): PrismaClient {
    return this.ordinary.client;
  }

  /**
   * Runs `work` in one transaction and returns its result; anything thrown rolls back. On a serialization failure or a
   * deadlock it is run again on a new transaction, so it must not touch anything but the database. Errors of the
   * database come out as DatabaseError.
   */
  async withTransaction<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    this.refuseInsideTransaction('withTransaction');
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.runOnce(work, options);
      } catch (error) {
        const refusal = mapDatabaseError(error);
        if (refusal === null) throw error;
        if (!isWorthRepeating(refusal) || attempt === MAX_TRIES) throw refusal;
        // Full jitter: those who collided must not meet again.
        await sleep(Math.random() * Math.min(1_000, 10 * 2 ** attempt));
      }
    }
  }

  /** Throws unless the database answers. */
  async ping(): Promise<void> {
    await this.ordinary.pool.query('SELECT 1');
  }

  /** Connections of the ordinary pool, for gauges. */
  get poolUse(): { total: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.ordinary.pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  /** Closes all connections. Nest calls it after the last request. */
  async close(): Promise<void> {
    for (const line of [this.ordinary, this.long]) {
      await line.client.$disconnect();
      if (!line.pool.ended) await line.pool.end();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  private runOnce<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
    const timeoutMs = options.timeoutMs ?? ORDINARY_TIMEOUT_MS;
    const line = timeoutMs > ORDINARY_TIMEOUT_MS ? this.long : this.ordinary;
    const state = { isOpen: true };
    return this.open.run(state, async () => {
      try {
        return await line.client.$transaction(work, {
          maxWait: 2_000,
          timeout: timeoutMs,
          isolationLevel: options.isolation ?? 'ReadCommitted',
        });
      } finally {
        // What was started inside and lives on (a timer) is outside again.
        state.isOpen = false;
      }
    });
  }

  private refuseInsideTransaction(what: string): void {
    if (this.open.getStore()?.isOpen === true)
      throw new Error(`${what} inside withTransaction: use the tx that was handed in.`);
  }
}

interface Line {
  readonly pool: pg.Pool;
  readonly client: PrismaClient;
}

function createLine(options: DatabaseOptions, size: number, timeoutMs: number): Line {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: size,
    keepAlive: true,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    // The server gives up a little before the client does, so that the connection stays usable.
    query_timeout: timeoutMs,
    statement_timeout: timeoutMs - 500,
    lock_timeout: 4_000,
    // Long work is long because it computes between statements.
    idle_in_transaction_session_timeout: Math.max(10_000, timeoutMs / 2),
    application_name: 'outturn',
    // Disks without heads: a few rows are looked up one by one, however large the table has grown.
    // What a page asks for has many parts and few rows: compiled first, it would take a hundred times as long.
    options: '-c random_page_cost=1.1 -c jit=off',
  });
  const onError = options.onError ?? (() => undefined);
  // Prisma takes its own listener away on disconnect; a connection cut after that would end the process.
  pool.on('error', onError);
  const adapter = new PrismaPg(pool, {
    onPoolError: onError,
    onConnectionError: onError,
    statementNameGenerator: ({ sql }) => statementName(sql),
  });
  return { pool, client: new PrismaClient({ adapter }) };
}

function isWorthRepeating(refusal: DatabaseError): boolean {
  return (
    refusal.kind === 'conflict' ||
    (refusal.kind === 'unique' && AUDIT_CHAIN_CONSTRAINTS.has(refusal.constraint ?? ''))
  );
}
