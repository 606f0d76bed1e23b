import type { Role } from './role.js';

/** Who asks: a signed-in person with the roles they hold at this very moment. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
}

/** Whether the actor holds at least one of the roles. None implies another, `admin` included. */
export function hasAnyRole(actor: Actor, roles: readonly Role[]): boolean {
  return roles.some((role) => actor.roles.has(role));
}
