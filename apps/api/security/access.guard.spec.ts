import type { Actor, Role } from '#core/domain';
import type { Config } from '#platform/config';
import type { ExecutionContext } from '@nestjs/common';
import { AccessGuard, findRefusal } from './access.guard.js';
import type { ActorFinder } from './actor-finder.js';

const somebody = (...roles: Role[]): Actor => ({ userId: 'u', name: 'Somebody', roles: new Set(roles) });

describe('findRefusal', () => {
  it.each([
    ['public', null, null],
    ['signed-in', null, 'ACCESS.NOT_SIGNED_IN'],
    ['signed-in', somebody(), null],
    [['curator', 'lead'], null, 'ACCESS.NOT_SIGNED_IN'],
    [['curator', 'lead'], somebody('lead'), null],
    [['curator', 'lead'], somebody('admin'), 'ACCESS.FORBIDDEN'],
    [[], somebody('admin'), 'ACCESS.FORBIDDEN'],
    ['demo', somebody('admin'), 'DEMO.ONLY'],
  ] as const)('access %j: %s', (access, actor, code) => {
    expect(findRefusal(access, actor, false)?.code ?? null).toBe(code);
  });

  it('lets everybody use what only the demo has, in the demo', () => {
    expect(findRefusal('demo', null, true)).toBeNull();
  });
});

describe('AccessGuard', () => {
  it('refuses a handler that says nothing about access', async () => {
    const guard = new AccessGuard({} as ActorFinder, { mode: 'real' } as Config);
    const context = { getHandler: () => () => 'secret' } as unknown as ExecutionContext;
    await expect(guard.canActivate(context)).rejects.toMatchObject({ code: 'ACCESS.FORBIDDEN' });
  });
});
