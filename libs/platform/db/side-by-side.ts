import type { Tx } from './database.js';

/**
 * Asks two things at the same time, each on a connection of its own; inside a transaction, which is one connection, one
 * after the other. Outside of one they may see different data: for who asks to notice.
 */
export async function sideBySide<A, B>(
  tx: Tx,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  // Only a client that is in no transaction can begin one.
  if ('$transaction' in tx) return Promise.all([first(), second()]);
  return [await first(), await second()];
}
