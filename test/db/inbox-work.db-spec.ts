import type { Actor } from '#core/domain';
import { AssignmentService, DeferralService } from '#features/review';
import { auditRepo, countInbox, readInboxPage, type Tx } from '#platform/db';
import { dueTasks } from '../support/review-races.js';
import { NO, ReviewWorld } from '../support/review-world.js';

const ASK = { note: '', dueOn: null, userId: null, groupId: null } as const;

/** What people do with their inbox: put off, leave to others, be asked, narrow it, go through its pages. */
describe('working with the inbox', () => {
  let world: ReviewWorld;
  let reviewer: Actor;
  let other: Actor;
  let lead: Actor;

  beforeEach(async () => {
    world = await ReviewWorld.start();
    [reviewer, other] = (await world.people(2, ['reviewer'])) as [Actor, Actor];
    lead = await world.person(['lead']);
  });
  afterEach(() => world.stop());

  const deferrals = () => world.get(DeferralService);
  const assignments = () => world.get(AssignmentService);

  describe('what is put off', () => {
    const snoozed = async () => {
      const { propositionId } = await world.claim();
      await deferrals().snooze(reviewer, propositionId, '2022-03-05');
      return propositionId;
    };

    it('is gone from list and badge of that person alone, and back on its day', async () => {
      const id = await snoozed();
      expect(await world.inboxOf(reviewer)).toEqual([]);
      expect(await world.inbox.countInbox(reviewer)).toBe(0);
      expect(await world.inboxOf(other)).toEqual([id]);
      await world.setClock('2022-03-04T22:59:59Z');
      expect(await world.inboxOf(reviewer)).toEqual([]);
      await world.setClock('2022-03-04T23:00:00Z');
      expect(await world.inboxOf(reviewer)).toEqual([id]);
      expect(await world.inbox.countInbox(reviewer)).toBe(1);
    });

    it('comes back before its day when an event bears on it, but not for one that was there', async () => {
      const { propositionId } = await world.claim();
      await world.linkEvent(propositionId);
      await deferrals().snooze(reviewer, propositionId, '2022-03-05');
      expect(await world.inboxOf(reviewer)).toEqual([]);
      await world.setClock('2022-03-02T12:00:00Z');
      await world.linkEvent(propositionId);
      expect(await world.inboxOf(reviewer)).toEqual([propositionId]);
    });

    it('comes back when its verdict is disputed', async () => {
      const id = await snoozed();
      await world.answer(other, id, NO);
      await world.answer(await world.person(['reviewer']), id, NO);
      const [verdict] = await world.verdictLine(id);
      await world.setClock('2022-03-02T12:00:00Z');
      await world.database.direct.dispute.create({
        data: {
          propositionId: id,
          verdictVersionId: verdict?.id ?? '',
          kind: 'objection',
          reason: 'It did.',
          raisedAt: world.now,
        },
      });
      expect(await world.inboxOf(reviewer)).toEqual([id]);
    });

    it('is seen by leads, with the day it comes back', async () => {
      const id = await snoozed();
      const { snoozes } = await deferrals().getOversight();
      expect(snoozes).toEqual([
        expect.objectContaining({ propositionId: id, person: reviewer.name, untilOn: '2022-03-05' }),
      ]);
    });

    it('is back for good when it is opened', async () => {
      const id = await snoozed();
      await world.lease(reviewer, id);
      expect(await world.inboxOf(reviewer)).toEqual([id]);
    });

    it('cannot be put off to a day that has come', async () => {
      const { propositionId } = await world.claim();
      await expect(deferrals().snooze(reviewer, propositionId, '2022-03-01')).rejects.toMatchObject({
        code: 'INPUT.INVALID',
      });
    });
  });

  describe('what is left to others', () => {
    it('goes to the end of that person’s inbox, stays on the badge, and leads read why', async () => {
      const [first = '', second = ''] = await dueTasks(world, 2, 2);
      const [longest = '', next = ''] = await world.inboxOf(reviewer);
      expect(new Set([longest, next])).toEqual(new Set([first, second]));
      await deferrals().skip(reviewer, longest, { reason: 'no_access', note: 'Behind a paywall.' });
      expect(await world.inboxOf(reviewer)).toEqual([next, longest]);
      expect(await world.inboxOf(other)).toEqual([longest, next]);
      expect(await world.inbox.countInbox(reviewer)).toBe(2);
      const { skips } = await deferrals().getOversight();
      expect(skips).toEqual([
        expect.objectContaining({ person: reviewer.name, reason: 'no_access', note: 'Behind a paywall.' }),
      ]);
      await deferrals().endSkip(reviewer, longest);
      expect(await world.inboxOf(reviewer)).toEqual([longest, next]);
    });

    it('is free for others at once', async () => {
      const [id = ''] = await dueTasks(world, 1, 1);
      await world.lease(reviewer, id);
      await expect(world.lease(other, id)).rejects.toMatchObject({ code: 'REVIEW.TAKEN' });
      await deferrals().skip(reviewer, id, { reason: 'not_my_field', note: '' });
      await world.lease(other, id);
    });
  });

  describe('what somebody is asked for', () => {
    it('comes first in their inbox, with note and day, and no longer once it is withdrawn', async () => {
      const ids = await dueTasks(world, 3, 2);
      const last = (await world.inboxOf(reviewer)).at(-1) ?? '';
      const answer = await assignments().assign(lead, {
        ...ASK,
        propositionIds: [last],
        userId: reviewer.userId,
        note: 'You know the region.',
        dueOn: '2022-03-04',
      });
      expect(answer).toEqual({ assigned: [last], refused: [] });
      const { items } = await world.inbox.listInbox(reviewer);
      expect(items[0]).toMatchObject({
        propositionId: last,
        assignment: { note: 'You know the region.', dueOn: '2022-03-04' },
      });
      expect(await world.inbox.countInbox(reviewer, { assigned: 'me' })).toBe(1);
      expect((await world.inbox.listInbox(other)).items.map((item) => item.assignment)).toEqual(
        ids.map(() => null),
      );
      const [assignment] = (await deferrals().getOversight()).assignments;
      expect(assignment).toMatchObject({ to: reviewer.name, isGroup: false });
      await assignments().withdraw(lead, assignment?.id ?? '');
      expect((await world.inbox.listInbox(reviewer)).items.every((item) => item.assignment === null)).toBe(
        true,
      );
      expect((await auditRepo.verifyAuditChain(world.database.direct)).fault).toBeNull();
    });

    it('through a group comes first for each of its members', async () => {
      const ids = await dueTasks(world, 3, 2);
      const group = await world.database.direct.group.create({
        data: {
          name: 'Energy desk',
          createdAt: world.now,
          memberships: { create: { userId: reviewer.userId, addedAt: world.now } },
        },
      });
      const last = ids.at(-1) ?? '';
      await assignments().assign(lead, { ...ASK, propositionIds: [last], groupId: group.id });
      expect((await world.inboxOf(reviewer))[0]).toBe(last);
      expect(await world.inbox.countInbox(reviewer, { group: group.id })).toBe(1);
      expect(await world.inbox.countInbox(other, { assigned: 'me' })).toBe(0);
    });

    it('is not what they have a stake in, or have answered; the others are still asked for', async () => {
      const { propositionId: own } = await world.claim({ outlet: 'The Fictional Courier' });
      const outlet = await world.database.direct.outlet.findFirstOrThrow();
      await world.database.direct.userAffiliation.create({
        data: { userId: reviewer.userId, outletId: outlet.id, declaredAt: world.now },
      });
      const [answered = '', open = ''] = await dueTasks(world, 2, 2);
      await world.answer(reviewer, answered, NO);
      expect(
        await assignments().assign(lead, {
          ...ASK,
          propositionIds: [own, answered, open],
          userId: reviewer.userId,
        }),
      ).toEqual({
        assigned: [open],
        refused: [
          { propositionId: own, reason: 'conflict' },
          { propositionId: answered, reason: 'not_needed' },
        ],
      });
    });
  });

  it('says that there is nothing, and who has the rest until when, to who comes last', async () => {
    const [id = ''] = await dueTasks(world, 1, 1);
    const { lease } = await world.leases.claimNext(reviewer, {});
    expect(lease?.propositionId).toBe(id);
    // Again is the same: a page that was loaded twice takes nothing twice.
    const again = await world.leases.claimNext(reviewer, {});
    expect(again.lease?.leaseId).toBe(lease?.leaseId);
    expect(await world.leases.claimNext(other, {})).toEqual({
      lease: null,
      held: { items: 1, until: again.lease?.expiresAt },
    });
    await world.leases.releaseLease(reviewer, lease?.leaseId ?? '');
    expect((await world.leases.claimNext(other, {})).lease?.propositionId).toBe(id);
    await world.submit(other, id, (await world.leases.claimNext(other, {})).lease?.leaseId ?? '', NO);
    expect(await world.leases.claimNext(reviewer, {})).toEqual({
      lease: null,
      held: { items: 0, until: null },
    });
  });

  it('is read page by page: every item once, in the order of the whole', async () => {
    await dueTasks(world, 23, 2);
    for (let n = 0; n < 5; n += 1) {
      const { propositionId } = await world.undatedClaim();
      await world.linkEvent(propositionId);
    }
    const [some = '', more = ''] = await world.inboxOf(reviewer);
    await deferrals().skip(reviewer, some, { reason: 'needs_time', note: '' });
    await assignments().assign(lead, { ...ASK, propositionIds: [more], userId: reviewer.userId });
    const whole = await world.inboxOf(reviewer);
    expect(whole).toHaveLength(28);
    expect([whole[0], whole.at(-1)]).toEqual([more, some]);
    for (const limit of [1, 4, 7, 27, 28]) {
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await world.inbox.listInbox(reviewer, { limit, cursor });
        paged.push(...page.items.map((item) => item.propositionId));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(whole);
    }
    const byValue = await world.inbox.listInbox(reviewer, { order: 'value', limit: 10 });
    const rest = await world.inbox.listInbox(reviewer, {
      order: 'value',
      limit: 100,
      cursor: byValue.nextCursor ?? '',
    });
    const ranked = [...byValue.items, ...rest.items].map((item) => item.propositionId);
    expect([...ranked].sort()).toEqual([...whole].sort());
    // Claims with a stated likelihood narrow the board; tasks without claims bring it nothing.
    const claims = byValue.items.map((item) => item.claims);
    expect(claims.slice(0, 6)).toEqual([1, 1, 1, 1, 1, 0]);
  });

  /** The database, on which `meanwhile` happens between the first statement and the others. */
  const movedMeanwhile = (meanwhile: () => Promise<unknown>): Tx => {
    const { direct } = world.database;
    let asked = 0;
    // As a transaction, which is asked one thing after the other.
    const $queryRawUnsafe = async (statement: string, ...values: unknown[]) => {
      asked += 1;
      if (asked === 2) await meanwhile();
      return direct.$queryRawUnsafe(statement, ...values);
    };
    return { $queryRawUnsafe } as unknown as Tx;
  };

  it('shows what moves between the statements of a page once, and where it now stands', async () => {
    await dueTasks(world, 3, 2);
    const [moved = '', ...others] = await world.inboxOf(reviewer);
    const read = async (tx: Tx) => {
      const times = { now: world.now, realNow: world.now };
      const { items } = await readInboxPage(reviewer, times, {}, { limit: 9 }, tx);
      return items.map(({ propositionId }) => propositionId);
    };
    const skip = () => deferrals().skip(reviewer, moved, { reason: 'needs_time', note: '' });
    expect(await read(movedMeanwhile(skip))).toEqual([...others, moved]);
    const back = () => world.database.direct.skip.deleteMany({});
    expect(await read(movedMeanwhile(back))).toEqual([moved, ...others]);
  });

  it('is narrowed by what it is asked for, list and number alike', async () => {
    const { propositionId } = await world.claim({ outlet: 'The Fictional Courier', topics: ['ports'] });
    await world.claim({ claimant: 'Cleo Marsh', topics: ['mines'], deadlineOn: '2022-02-10' });
    const undated = await world.undatedClaim({ claimant: 'Cleo Marsh', topics: ['ports'] });
    await world.linkEvent(undated.propositionId);
    const tx = world.database.direct;
    const claimant = await tx.claimant.findFirstOrThrow({ where: { name: 'Ottokar Venn' } });
    const outlet = await tx.outlet.findFirstOrThrow();
    const cases = [
      [{ topic: 'ports' }, 2],
      [{ topic: 'ports', reason: 'due' }, 1],
      [{ reason: 'strong_match' }, 1],
      [{ claimant: claimant.id }, 1],
      [{ outlet: outlet.id }, 1],
      [{ overdue: 10 }, 1],
      [{ q: 'THING' }, 3],
      [{ q: '%' }, 0],
      [{ assigned: 'me' }, 0],
    ] as const;
    for (const [filter, expected] of cases) {
      expect((await world.inbox.listInbox(reviewer, filter)).items).toHaveLength(expected);
      expect(await world.inbox.countInbox(reviewer, filter)).toBe(expected);
    }
    const { items } = await world.inbox.listInbox(reviewer, { claimant: claimant.id });
    expect(items.map((item) => item.propositionId)).toEqual([propositionId]);
    expect(await world.inbox.listChoices(reviewer)).toMatchObject({
      topics: ['mines', 'ports'],
      claimants: [{ name: 'Cleo Marsh' }, { name: 'Ottokar Venn' }],
      outlets: [{ name: 'The Fictional Courier' }],
    });
  });

  it('keeps filters under a name, each person their own', async () => {
    await world.inbox.saveView(reviewer, { name: 'Ports', query: 'topic=ports' });
    await world.inbox.saveView(reviewer, { name: 'Ports', query: 'topic=ports&reason=due' });
    expect(await world.inbox.listViews(other)).toEqual({ views: [] });
    expect(await world.inbox.listViews(reviewer)).toEqual({
      views: [{ name: 'Ports', query: 'topic=ports&reason=due' }],
    });
    expect(await world.inbox.dropView(reviewer, 'Ports')).toEqual({ views: [] });
  });

  it('holds what a person took up themselves, unless the project wants others to judge that', async () => {
    const both = await world.person(['reviewer', 'curator']);
    const candidate = await world.candidate({ publishedOn: '2022-01-10' });
    const { propositionId } = await world.accept(candidate, {}, both);
    expect(await world.inboxOf(both)).toEqual([propositionId]);
    const strict = await ReviewWorld.start({ candidateConflict: true });
    try {
      const taker = await strict.person(['reviewer', 'curator']);
      const taken = await strict.accept(await strict.candidate({ publishedOn: '2022-01-10' }), {}, taker);
      const times = { now: strict.now, realNow: strict.now };
      expect((await readInboxPage(taker, times, {}, { limit: 9 }, strict.database.direct)).items).toEqual([]);
      expect(await countInbox(taker, strict.now, strict.database.direct)).toBe(0);
      await expect(strict.lease(taker, taken.propositionId)).rejects.toMatchObject({
        code: 'REVIEW.CONFLICT_OF_INTEREST',
      });
    } finally {
      await strict.stop();
    }
  });
});
