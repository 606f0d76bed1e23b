import { PromptService } from '#features/notices';
import type { Actor, Role } from '#core/domain';
import { mailQueueRepo } from '#platform/db';
import { Mailer } from '#platform/mail';
import { NO, ReviewWorld, yes } from '../support/review-world.js';

const LATE = '2022-03-16T12:00:00Z';

describe('prompts', () => {
  let world: ReviewWorld;

  beforeEach(async () => {
    world = await ReviewWorld.start();
  });
  afterEach(() => world.stop());

  const sweep = async (at?: string) => {
    if (at !== undefined) await world.setClock(at);
    await world.get(PromptService).promptReviewers();
  };
  const mailsTo = async (person: Actor) =>
    world.database.direct.notice.findMany({
      where: { userId: person.userId, kind: 'prompt' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
  const promptsOf = async (person: Actor) => {
    const prompts = await world.database.direct.prompt.findMany({
      where: { userId: person.userId },
      orderBy: { createdAt: 'asc' },
    });
    return prompts.map(({ kind, period }) => `${kind} ${String(period)}`);
  };
  const named = async (roles: readonly Role[], name: string) => {
    const person = await world.person(roles);
    await world.database.direct.user.update({ where: { id: person.userId }, data: { name } });
    return person;
  };

  it('go out on day 0 and every five days, each step once however often the sweep runs', async () => {
    const reviewer = await world.person(['reviewer']);
    await world.claim();
    for (const day of ['01', '02', '05', '06', '09', '11', '12']) {
      await sweep(`2022-03-${day}T12:00:00Z`);
      await sweep();
    }
    expect(await promptsOf(reviewer)).toEqual(['due 0', 'reminder 1', 'reminder 2']);
    expect(await mailsTo(reviewer)).toHaveLength(3);
  });

  it('after an outage only the step of now is sent', async () => {
    const reviewer = await world.person(['reviewer']);
    await world.claim();
    await sweep('2022-03-13T12:00:00Z');
    expect(await promptsOf(reviewer)).toEqual(['reminder 2']);
  });

  it('one that no mail server took within five days is not sent any more: the next step says it', async () => {
    const reviewer = await world.person(['reviewer']);
    await world.claim();
    await sweep('2022-03-01T12:00:00Z');
    await sweep('2022-03-06T12:00:00Z');
    await world.get(Mailer).sendWaiting();
    expect((await mailsTo(reviewer)).map(({ state }) => state)).toEqual(['failed', 'sent']);
  });

  it('a moved deadline starts a new series', async () => {
    const reviewer = await world.person(['reviewer']);
    const { propositionId } = await world.claim();
    await sweep('2022-03-06T12:00:00Z');
    await world.database.direct.proposition.update({
      where: { id: propositionId },
      data: { deadlineOn: new Date('2022-03-07'), dueAt: new Date('2022-03-07T23:00:00Z') },
    });
    await sweep('2022-03-07T12:00:00Z');
    expect(await promptsOf(reviewer)).toEqual(['reminder 1']);
    await sweep('2022-03-08T12:00:00Z');
    expect(await promptsOf(reviewer)).toEqual(['reminder 1', 'due 0']);
  });

  it('what has no deadline is asked for when an event bears on it, and again every five days', async () => {
    const reviewer = await world.person(['reviewer']);
    const { propositionId } = await world.undatedClaim();
    await sweep('2022-03-02T12:00:00Z');
    expect(await promptsOf(reviewer)).toEqual([]);
    await world.linkEvent(propositionId);
    for (const day of ['03', '04', '07', '08', '09']) await sweep(`2022-03-${day}T12:00:00Z`);
    expect(await promptsOf(reviewer)).toEqual(['match 0', 'match 1']);
  });

  it('are marked sent only when a server took the mail', async () => {
    const reviewer = await world.person(['reviewer']);
    await world.claim();
    await sweep('2022-03-01T12:00:00Z');
    const sentAt = async () =>
      (await world.database.direct.prompt.findFirstOrThrow({ where: { userId: reviewer.userId } })).sentAt;
    expect(await sentAt()).toBeNull();
    await world.get(Mailer).sendWaiting();
    expect(await sentAt()).toEqual(world.now);
  });

  it('one whose answer was lost stays unsent, and is not sent again', async () => {
    const reviewer = await world.person(['reviewer']);
    await world.claim();
    await sweep('2022-03-01T12:00:00Z');
    const [mail] = await mailsTo(reviewer);
    const at = new Date('2022-03-01T12:00:00Z');
    const lost = {
      state: 'unknown',
      sentAt: null,
      nextTryAt: null,
      error: 'lost',
      deadAddressHash: null,
    } as const;
    await world.database.withTransaction(async (tx) => {
      await mailQueueRepo.reserve({ by: 'test', at, until: at }, 9, { perMinute: null }, tx);
      const times = { by: 'test', now: at, realNow: at };
      await mailQueueRepo.turn({ over: [], next: [mail?.id ?? ''] }, times, tx);
      await mailQueueRepo.turn({ over: [{ ...lost, noticeId: mail?.id ?? '' }], next: [] }, times, tx);
    });
    await sweep();
    await world.get(Mailer).sendWaiting();
    expect((await mailsTo(reviewer)).map(({ state }) => state)).toEqual(['unknown']);
    expect(await world.database.direct.prompt.count({ where: { sentAt: { not: null } } })).toBe(0);
  });

  it('whoever is assigned is asked by name, once, and not before it is so', async () => {
    const [reviewer, lead] = await world.people(2, ['reviewer']);
    if (reviewer === undefined || lead === undefined) throw new Error('two people');
    const { propositionId } = await world.claim({ deadlineOn: '2022-06-30' });
    await sweep('2022-03-02T12:00:00Z');
    expect(await promptsOf(reviewer)).toEqual([]);
    const round = await world.database.direct.round.create({
      data: {
        propositionId,
        number: 1,
        reason: 'manual',
        reviewersNeeded: 2,
        answersWanted: 2,
        openedAt: world.now,
      },
    });
    await world.database.direct.assignment.create({
      data: { propositionId, roundId: round.id, userId: reviewer.userId, assignedAt: world.now },
    });
    await sweep('2022-03-03T12:00:00Z');
    await sweep('2022-03-09T12:00:00Z');
    expect(await promptsOf(reviewer)).toEqual(['assignment 0']);
    expect(await promptsOf(lead)).toEqual([]);
    expect((await mailsTo(reviewer))[0]?.text).toContain('you were asked to review it');
  });

  describe('on day 15', () => {
    it('a lead is told what is late and who is, and again with the next step', async () => {
      await named(['reviewer'], 'Rita Late');
      const done = await named(['reviewer'], 'Dora Done');
      const lead = await named(['lead'], 'Lea Lead');
      const { propositionId } = await world.claim({ statement: 'The bridge is opened' });
      await world.answer(done, propositionId, NO);
      await sweep('2022-03-15T12:00:00Z');
      expect(await mailsTo(lead)).toEqual([]);
      await sweep(LATE);
      await sweep(LATE);
      const [mail, ...more] = await mailsTo(lead);
      expect(more).toEqual([]);
      expect(mail?.text).toContain('The bridge is opened');
      expect(mail?.text).toContain('16 days overdue');
      expect(mail?.text).toContain('late: Rita Late');
      expect(mail?.text).not.toContain('Dora Done');
      await sweep('2022-03-21T12:00:00Z');
      expect(await promptsOf(lead)).toEqual(['escalation 3', 'escalation 4']);
    });

    it('a lead who may still answer is not told who has', async () => {
      await named(['reviewer'], 'Rita Late');
      const done = await named(['reviewer'], 'Dora Done');
      const lead = await named(['lead', 'reviewer'], 'Lea Lead');
      const { propositionId } = await world.claim();
      await world.answer(done, propositionId, yes('2022-02-01'));
      await sweep(LATE);
      const [mail] = await mailsTo(lead);
      expect(mail?.text).toContain('As a lead');
      expect(mail?.text).not.toMatch(/Rita Late|Dora Done/);
    });

    it('of those who were assigned only they are named', async () => {
      const rita = await named(['reviewer'], 'Rita Late');
      await named(['reviewer'], 'Otto Other');
      const lead = await named(['lead'], 'Lea Lead');
      const { propositionId } = await world.claim();
      const leaseId = await world.lease(rita, propositionId);
      expect(leaseId).not.toBe('');
      const round = await world.database.direct.round.findFirstOrThrow({ where: { propositionId } });
      await world.database.direct.assignment.create({
        data: { propositionId, roundId: round.id, userId: rita.userId, assignedAt: world.now },
      });
      await sweep(LATE);
      const [mail] = await mailsTo(lead);
      expect(mail?.text).toContain('late: Rita Late');
      expect(mail?.text).not.toContain('Otto Other');
    });

    it('a lead hears of what nobody can answer', async () => {
      const lead = await named(['lead'], 'Lea Lead');
      await world.claim();
      await sweep(LATE);
      expect((await mailsTo(lead))[0]?.text).toContain('nobody is there who could answer');
    });
  });
});
