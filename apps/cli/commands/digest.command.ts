import { DigestService } from '#features/notices';
import { Database, userRepo } from '#platform/db';
import { PlainError } from '../plain-error.js';
import { withService } from '../service/service-context.js';

/** Prints the digest of one person as it would be now. */
export async function digestPreviewCommand(email: string): Promise<void> {
  await withService(async (app) => {
    const person = await userRepo.findByEmail(email, app.get(Database).direct);
    if (person === null) throw new PlainError(`Nobody here has the address ${email}.`);
    const actor = { userId: person.id, name: person.name, roles: new Set(person.roles) };
    const digest = await app.get(DigestService).preview(actor);
    if (digest.isEmpty) process.stderr.write('It is empty, so it would not be sent.\n');
    process.stdout.write(`Subject: ${digest.subject}\n\n${digest.text}\n`);
  });
}
