import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { PREPARED } from './statement-name.js';

/**
 * Asks a statement whose plan each connection keeps, for those that take longer to plan than to run. Equal values are
 * sent once, as one parameter: what is made of parts repeats its parameters, and each costs. Wherever a value stands,
 * it must be of the same type, so cast it.
 */
export async function queryPrepared<Row>(statement: Prisma.Sql, tx: Tx): Promise<Row[]> {
  const values: unknown[] = [];
  const places = new Map<unknown, number>();
  let text = `${PREPARED} ${statement.strings[0] ?? ''}`;
  statement.values.forEach((value, index) => {
    const key = value instanceof Date ? `date ${String(value.getTime())}` : value;
    const place = places.get(key) ?? values.push(value);
    places.set(key, place);
    text += `$${String(place)}${statement.strings[index + 1] ?? ''}`;
  });
  return tx.$queryRawUnsafe<Row[]>(text, ...values);
}
