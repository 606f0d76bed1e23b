import type { Actor } from '#core/domain';
import { PromptService } from '#features/notices';
import { DeferralService, RetestService, ReviewerReportService, WorkloadService } from '#features/review';
import { DisputesService, ThreadService } from '#features/verdicts';
import { type Answering, NO, ReviewWorld, yes } from '../support/review-world.js';

const DAY_MS = 86_400_000;

/** What is new at every call, or is the one item's own. */
const OWN =
  /^(id|leaseId|expiresAt|savedAt|addedAt|propositionId|claimId|statement|family|quote|sourceTitle)$/;

const comparable = (seen: unknown): unknown =>
  JSON.parse(JSON.stringify(seen, (key, value: unknown) => (OWN.test(key) ? 'own' : value)));

describe('what somebody has answered and is asked again', () => {
  let world: ReviewWorld;
  let first: Actor;
  let second: Actor;

  beforeEach(async () => {
    // Everything comes back: which, is the share's affair.
    world = await ReviewWorld.start({ retestPercent: 100 });
    [first, second] = (await world.people(2, ['reviewer', 'lead', 'curator', 'reader'])) as [Actor, Actor];
  });
  afterEach(() => world.stop());

  const plan = () => world.get(RetestService).plan();
  const later = async (days: number) => {
    await world.setClock(new Date(world.now.getTime() + days * DAY_MS));
    while ((await world.verdicts.finaliseDue()) > 0);
  };
  /** Answered alike by both, final, and a month old. */
  const answered = async (answering: Answering = NO) => {
    const { propositionId } = await world.claim();
    for (const reviewer of [first, second]) await world.answer(reviewer, propositionId, answering);
    return propositionId;
  };
  const retested = async (answering: Answering = NO) => {
    const propositionId = await answered(answering);
    await later(31);
    await plan();
    return propositionId;
  };
  const rowOf = async (actor: Actor) =>
    (await world.get(ReviewerReportService).getReport()).reviewers.find(({ id }) => id === actor.userId);

  it('is final, a month old and no older than half a year, and comes once', async () => {
    const propositionId = await answered();
    await later(29);
    expect(await plan()).toBe(0);
    await later(2);
    expect(await plan()).toBe(2);
    expect(await plan()).toBe(0);
    expect(await world.inboxOf(first)).toEqual([propositionId]);
    await answered();
    await later(181);
    expect(await plan()).toBe(0);
  });

  it('is the chosen share of answers, two for one person at a time; none where the project wants none', async () => {
    for (let i = 0; i < 4; i += 1) await answered();
    await later(31);
    expect(await plan()).toBe(4);
    expect(await world.inboxOf(first)).toHaveLength(2);
    await world.database.direct.installation.updateMany({
      data: { settings: { ...(await settings()), retestPercent: 0 } },
    });
    expect(await plan()).toBe(0);
    expect(await world.inboxOf(first)).toEqual([]);
  });
  const settings = async () =>
    (await world.database.direct.installation.findFirstOrThrow()).settings as Record<string, number>;

  it('is never what a dispute, a lead or another deadline has told more of', async () => {
    const told = await answered();
    const variant = await world.claim({ family: 'Harbours', statement: 'The port closes' });
    for (const one of [first, second]) await world.answer(one, variant.propositionId, NO);
    await world.claim({ family: 'Harbours', statement: 'The port closes', deadlineOn: '2023-02-28' });
    await world.get(DisputesService).raise(world.curator, told, {
      kind: 'objection',
      claimantId: null,
      reason: 'It did.',
      evidence: [],
    });
    await later(31);
    expect(await plan()).toBe(0);
  });

  it('differs in nothing from what is asked for the first time, wherever they look and whatever they do', async () => {
    const again = await retested();
    const { propositionId: fresh } = await world.claim();
    const { reviews, inbox, leases } = world;
    // Somebody has opened the fresh one too, so that both have a round.
    await leases.releaseLease(second, await world.lease(second, fresh));
    expect(await inbox.countInbox(first)).toBe(2);
    const lookAt = async (id: string) => {
      const before = await inbox.countInbox(first);
      const { items } = await inbox.listInbox(first);
      const list = await reviews.listPropositions(first, { state: 'all', limit: 50 });
      const due = await reviews.listPropositions(first, { state: 'due', limit: 50 });
      const month = await world.get(WorkloadService).getMonth(first, '2022-02');
      const lease = await leases.takeLease(first, id);
      return comparable({
        item: items.find(({ propositionId }) => propositionId === id),
        listed: list.items.find((row) => row.id === id),
        due: due.items.find((row) => row.id === id),
        month: month.days.flatMap((day) => day.items).find((row) => row.id === id),
        detail: await reviews.getProposition(first, id),
        lease,
        draft: await reviews.getDraft(first, id),
        saved: await reviews.saveDraft(first, id, { note: 'mine' }),
        kept: await reviews.getDraft(first, id),
        opened: (await inbox.listInbox(first)).items.find(({ propositionId }) => propositionId === id),
        refused: await world.submit(first, id, lease.leaseId, { answer: 'OCCURRED' }).catch(String),
        asked: await world.get(ThreadService).addEntry(first, id, { text: 'Which port?' }),
        after: await reviews.getProposition(first, id),
        unblinded: await reviews.unblind(first, id),
        skipped: await world.get(DeferralService).skip(first, id, { reason: 'other', note: 'x' }),
        last: (await inbox.listInbox(first)).items.find(({ propositionId }) => propositionId === id),
        snoozed: await world.get(DeferralService).snooze(first, id, '2022-12-01'),
        fewer: before - (await inbox.countInbox(first)),
      });
    };
    expect(await lookAt(again)).toEqual(await lookAt(fresh));
  });

  it('is taken by “next”, and prompted and listed like the rest', async () => {
    const again = await retested();
    const next = await world.leases.claimNext(first, {});
    expect(next.lease?.propositionId).toBe(again);
    await world.get(PromptService).promptReviewers();
    const mails = await world.database.direct.notice.findMany({
      where: { userId: first.userId, kind: 'prompt' },
    });
    expect(mails.at(-1)?.text).toContain(again);
    expect(JSON.stringify(mails)).not.toMatch(/retest|again/i);
  });

  it('touches neither round, verdict, score nor agreement, however it is answered', async () => {
    const again = await retested();
    const facts = async () => ({
      verdicts: await world.verdictLine(again),
      reviews: await world.database.direct.review.findMany(),
      rounds: await world.database.direct.round.findMany(),
      scores: await world.database.direct.claimScore.findMany(),
      proposition: await world.proposition(again),
      agreement: (await world.get(ReviewerReportService).getReport()).agreement,
      minutes: (await rowOf(first))?.minutes,
    });
    const before = await facts();
    const { round } = await world.answer(first, again, yes('2022-02-17'));
    expect(round).toBe('retest');
    expect(await facts()).toEqual(before);
    expect(await world.inboxOf(first)).toEqual([]);
    await expect(world.lease(first, again)).rejects.toMatchObject({ code: 'REVIEW.NOT_NEEDED' });
  });

  it('is held to the same rules, and to its lease', async () => {
    const again = await retested();
    const lease = await world.lease(first, again);
    await expect(world.submit(first, again, lease, { answer: 'NOT_OCCURRED' })).rejects.toMatchObject({
      code: 'REVIEW.SEARCH_NOTE_MISSING',
    });
    await expect(world.submit(second, again, lease, NO)).rejects.toMatchObject({
      code: 'REVIEW.LEASE_FOREIGN',
    });
    await world.submit(first, again, lease, NO);
    await expect(world.submit(first, again, lease, NO)).rejects.toMatchObject({
      code: 'REVIEW.LEASE_EXPIRED',
    });
    expect(await world.database.direct.retest.count({ where: { answeredAt: { not: null } } })).toBe(1);
  });

  it('tells how alike somebody answers, to them and to leads, and nothing before', async () => {
    const again = await retested(yes('2022-02-17'));
    expect(await world.get(RetestService).listOwn(first)).toEqual({ hits: 0, n: 0, items: [] });
    await world.answer(first, again, yes('2022-02-17'));
    expect(await world.get(RetestService).listOwn(first)).toMatchObject({
      hits: 1,
      n: 1,
      items: [{ isSame: true }],
    });
    await world.answer(second, again, NO);
    expect(await rowOf(first)).toMatchObject({ retests: { hits: 1, n: 1 }, flags: [] });
    expect(await rowOf(second)).toMatchObject({ retests: { hits: 0, n: 1 }, flags: [] });
    expect(await world.get(RetestService).listOwn(second)).toMatchObject({
      items: [{ propositionId: again, isSame: false, second: { answer: 'NOT_OCCURRED', occurredOn: null } }],
    });
  });

  it('is asked in earnest once it is reopened: then the answer counts', async () => {
    const again = await retested();
    const stale = await world.lease(first, again);
    const lead = await world.person(['lead']);
    await world.verdicts.reopen(lead, again, { reason: 'The source was corrected.' });
    await expect(world.submit(first, again, stale, NO)).rejects.toMatchObject({ code: 'REVIEW.NOT_NEEDED' });
    expect(await world.answer(first, again, NO)).toMatchObject({ round: 'waiting' });
    await plan();
    expect(await world.database.direct.retest.count({ where: { droppedAt: null } })).toBe(0);
  });
});
