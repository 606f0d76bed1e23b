import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '../api/queries.js';
import type { Role } from '#core/domain';

/** Who is signed in and where; the routes load it before anything is drawn. */
export function useMe() {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the caller holds any of the roles. Only for what is shown: the server decides. */
export function useHasRole(...roles: readonly Role[]): boolean {
  const mine = useMe().user?.roles ?? [];
  return roles.some((role) => mine.includes(role));
}

/** Business date and zone of the installation, for dates relative to it. */
export function useToday(): { today: string; now: string; zone: string } {
  const { installation } = useMe();
  return { today: installation.today, now: installation.now, zone: installation.zone };
}
