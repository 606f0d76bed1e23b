import { isCalendarDate } from '#core/domain';
import { Clock } from '#platform/clock';
import { PlainError } from '../plain-error.js';
import { withService } from '../service/service-context.js';

/** Sets the business clock of a demo or test database; it goes on from there. */
export async function clockSetCommand(written: string): Promise<void> {
  const to = isCalendarDate(written) ? new Date(`${written}T00:00:00Z`) : new Date(written);
  if (Number.isNaN(to.getTime()))
    throw new PlainError(`“${written}” is no instant. Write 2022-03-15 or 2022-03-15T09:00:00Z.`);
  await withService(async (app) => {
    const now = await app.get(Clock).setClock(to);
    process.stdout.write(`${now.toISOString()}\n`);
  });
}
