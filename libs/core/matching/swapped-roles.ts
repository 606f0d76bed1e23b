import type { ReadEvent, ReadProposition } from './read-pair.js';
import type { Role } from './roles.js';

/**
 * Whether the event has an action of the statement the other way round: who acts in the one is acted on in the other,
 * and the reverse. Only where both sides name both; the order of words is all that is known of them.
 *
 * @returns what is swapped, "take over", or null
 * @example a statement "Barclays acquires Lehman" and a report "Lehman acquires Barclays": "take over"
 */
export function findSwap({ title, summary }: ReadEvent, { statement }: ReadProposition): string | null {
  for (const wanted of statement.roles) {
    const reported = [...title.roles, ...summary.roles].filter(({ action }) => action === wanted.action);
    if (reported.some((role) => isSame(wanted, role))) continue;
    if (reported.some((role) => isTurned(wanted, role))) return wanted.action.slice(1);
  }
  return null;
}

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((term) => b.includes(term));

const isSame = (wanted: Role, role: Role): boolean => share(wanted.agents, role.agents);

const isTurned = (wanted: Role, role: Role): boolean =>
  share(wanted.agents, role.patients) && share(wanted.patients, role.agents);
