import { InvitationsService } from '#features/accounts';
import { type Role, ROLES } from '#core/domain';
import { Database } from '#platform/db';
import { PlainError } from '../plain-error.js';
import { findCliActor } from '../service/cli-actor.js';
import { withService } from '../service/service-context.js';

const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

/** Prints a link by which somebody makes their account. */
export async function inviteCommand(email: string, list: string): Promise<void> {
  if (!EMAIL.test(email)) throw new PlainError(`${email} is not an e-mail address.`);
  const roles = list.split(',').map((role) => toRole(role.trim()));
  await withService(async (app) => {
    const actor = await findCliActor(app.get(Database));
    const { link, expiresAt } = await app.get(InvitationsService).invitePerson(actor, { email, roles });
    process.stdout.write(`${link}\n`);
    process.stderr.write(`The link works once, until ${expiresAt}.\n`);
  });
}

function toRole(word: string): Role {
  const role = ROLES.find((known) => known === word);
  if (role === undefined) throw new PlainError(`There is no role “${word}”. Roles are: ${ROLES.join(', ')}.`);
  return role;
}
