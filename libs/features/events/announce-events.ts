import type { Tx } from '#platform/db';
import type { Outbox } from '#platform/jobs';

/** What follows when events are new, whichever way they came in, in the transaction that made them: they are matched in the background. */
export async function announceEvents(ids: readonly string[], outbox: Outbox, tx: Tx): Promise<void> {
  await outbox.enqueueNew(
    'matchEvent',
    ids.map((eventId) => ({ eventId })),
    tx,
  );
}
