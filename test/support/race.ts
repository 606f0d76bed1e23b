import { DomainError } from '#core/domain';
import type { Database, Tx } from '#platform/db';
import { until } from './until.js';

/** Who loses a race loses it in different places; each is run this often, more for a night (RACE_HEATS=30). */
export const HEATS = Array.from(
  { length: Number(process.env['RACE_HEATS'] ?? '3') },
  (_, index) => index + 1,
);

/** Runs all at once; what was refused is given by its code, anything that is no refusal of ours is thrown. */
export async function race<T>(
  ...runners: readonly (() => Promise<T>)[]
): Promise<{ won: T[]; refused: string[] }> {
  const results = await Promise.allSettled(runners.map((run) => run()));
  const won: T[] = [];
  const refused: string[] = [];
  for (const result of results)
    if (result.status === 'fulfilled') won.push(result.value);
    else if (result.reason instanceof DomainError) refused.push(result.reason.code);
    else throw result.reason;
  return { won, refused };
}

/**
 * Makes a race that is lost every time: somebody else's transaction does `first`, stays open during `meanwhile`, does
 * `last` and commits.
 */
export async function whileHeld(
  database: Database,
  first: (tx: Tx) => Promise<unknown>,
  meanwhile: () => Promise<unknown>,
  last: (tx: Tx) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const isHeld = gate();
  const mayEnd = gate();
  const holder = database.withTransaction(
    async (tx) => {
      await first(tx);
      isHeld.open();
      await mayEnd.opened;
      await last(tx);
    },
    { timeoutMs: 60_000 },
  );
  await Promise.race([isHeld.opened, holder]);
  try {
    await meanwhile();
  } finally {
    mayEnd.open();
    await holder;
  }
}

/** Comes when so many sessions of this database wait for a lock. */
export async function untilWaiting(database: Database, sessions: number): Promise<void> {
  await until(`${String(sessions)} waiting for a lock`, async () => {
    const [row] = await database.direct.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return (row?.n ?? 0) >= sessions;
  });
}

function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
