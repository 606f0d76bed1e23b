import { Injectable } from '@nestjs/common';
import type { EndpointBody, EndpointResponse, groupsEndpoints } from '#contracts/http';
import { type Actor, DomainError } from '#core/domain';
import { Clock } from '#platform/clock';
import { auditRepo, Database, groupRepo, isUniqueViolation, type Tx, userRepo } from '#platform/db';

type Endpoints = typeof groupsEndpoints;
type Words = EndpointBody<Endpoints['addGroup']>;

/** Named sets of people that work is asked of. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<EndpointResponse<Endpoints['listGroups']>> {
    const tx = this.database.direct;
    const people = await userRepo.list(tx);
    return {
      groups: (await groupRepo.list(tx)).map((group) => ({ ...group, members: [...group.members] })),
      people: people
        .filter(({ disabledAt }) => disabledAt === null)
        .map(({ id, name, roles }) => ({ id, name, reviews: roles.includes('reviewer') })),
    };
  }

  /** Throws DomainError GROUP.NAME_TAKEN, ACCOUNT.NOT_FOUND. */
  async add(actor: Actor, words: Words): Promise<{ id: string }> {
    return this.write(async (tx, at) => {
      await refuseStrangers(words.memberIds, tx);
      const id = await groupRepo.insert(distinct(words), at, tx);
      await audit(actor, 'group.added', id, { members: distinct(words).memberIds }, at, tx);
      return { id };
    });
  }

  /** Throws DomainError GROUP.NAME_TAKEN, GROUP.NOT_FOUND, VERSION.CHANGED, ACCOUNT.NOT_FOUND. */
  async change(
    actor: Actor,
    id: string,
    { version, ...words }: EndpointBody<Endpoints['changeGroup']>,
  ): Promise<Record<string, never>> {
    return this.write(async (tx, at) => {
      await refuseStrangers(words.memberIds, tx);
      if (!(await groupRepo.update(id, version, distinct(words), at, tx))) {
        const isThere = (await groupRepo.list(tx)).some((group) => group.id === id);
        throw isThere
          ? new DomainError(
              'VERSION.CHANGED',
              'Somebody changed this group at the same moment. Look at it again and decide.',
            )
          : notFound(id);
      }
      await audit(actor, 'group.changed', id, { members: distinct(words).memberIds }, at, tx);
      return {};
    });
  }

  /** What it was asked for and nobody has done is withdrawn. Throws DomainError GROUP.NOT_FOUND. */
  async remove(actor: Actor, id: string): Promise<Record<string, never>> {
    return this.write(async (tx, at) => {
      if (!(await groupRepo.remove(id, at, tx))) throw notFound(id);
      await audit(actor, 'group.removed', id, {}, at, tx);
      return {};
    });
  }

  private async write<T>(work: (tx: Tx, at: Date) => Promise<T>): Promise<T> {
    try {
      return await this.database.withTransaction((tx) => work(tx, this.clock.now()));
    } catch (error) {
      if (!isUniqueViolation(error, 'groups_name_key')) throw error;
      throw new DomainError('GROUP.NAME_TAKEN', 'Another group has this name.', [
        { path: 'name', message: 'is taken' },
      ]);
    }
  }
}

const distinct = ({ name, description, memberIds }: Words) => ({
  name,
  description,
  memberIds: [...new Set(memberIds)],
});

async function refuseStrangers(memberIds: readonly string[], tx: Tx): Promise<void> {
  const known = new Set(
    (await userRepo.list(tx)).flatMap(({ id, disabledAt }) => (disabledAt === null ? [id] : [])),
  );
  if (memberIds.every((id) => known.has(id))) return;
  throw new DomainError('ACCOUNT.NOT_FOUND', 'One of these people has no account here, or it is closed.', [
    { path: 'memberIds', message: 'unknown person' },
  ]);
}

const notFound = (id: string) => new DomainError('GROUP.NOT_FOUND', `There is no group ${id}.`);

/** The name is free text and stays out of the chain. */
async function audit(
  actor: Actor,
  action: string,
  subjectId: string,
  payload: Record<string, string[]>,
  at: Date,
  tx: Tx,
): Promise<void> {
  await auditRepo.appendAudit(tx, {
    at,
    actor: actor.userId,
    action,
    subjectType: 'group',
    subjectId,
    payload,
  });
}
