import type { Actor } from '#core/domain';
import { realNow } from '#platform/clock';
import { type Database, serviceAccountRepo } from '#platform/db';

/** Who acts when somebody works at the terminal: whoever may run commands here may do everything. */
export async function findCliActor(database: Database): Promise<Actor> {
  const { id, name } = await database.withTransaction((tx) =>
    serviceAccountRepo.ensureCommandLine(realNow(), tx),
  );
  return { userId: id, name, roles: new Set(['admin', 'lead', 'curator', 'reviewer', 'reader']) };
}
