import { AcceptCandidate } from '#contracts/http';
import { type Actor, isoWeek } from '#core/domain';
import { EventsService } from '#features/events';
import { IntakeService } from '#features/intake';
import { DigestService, PromptService } from '#features/notices';
import { TriageService } from '#features/triage';
import { ACCEPTANCE, COMMENTARY } from '../support/commentary.js';
import { HEATS, race } from '../support/race.js';
import { ReviewWorld } from '../support/review-world.js';

describe('what comes in twice at the same instant is there once', () => {
  let world: ReviewWorld;

  beforeAll(async () => {
    world = await ReviewWorld.start();
  });
  afterAll(() => world.stop());

  it.each(HEATS)('a text, heat %i: one source, its candidates once', async (heat) => {
    const text = `${COMMENTARY}\nPrinted in edition ${'x'.repeat(heat)}.\n`.replace(
      'What the winter holds',
      `Edition ${String(heat)}`,
    );
    const add = () => world.get(IntakeService).addSource(world.curator, { text });
    const before = await world.database.direct.source.count();
    const { won } = await race(add, add);
    expect(new Set(won.map(({ source }) => source.id)).size).toBe(1);
    expect(won.map(({ created }) => created).sort()).toEqual([false, true]);
    expect(await world.database.direct.source.count()).toBe(before + 1);
    const { candidateList } = await world.get(IntakeService).getSource(won[0]?.source.id ?? '');
    const spans = candidateList.map(({ start, end }) => `${String(start)}-${String(end)}`);
    expect(new Set(spans).size).toBe(spans.length);
  });

  it.each(HEATS)('an event, by hand and by CSV, heat %i: one event, matched once', async (heat) => {
    const events = world.get(EventsService);
    const title = `Something happened ${String(heat)} times`;
    const event = { title, summary: '', url: null, publishedAt: '2022-02-20', occurredOn: null, feed: '' };
    const feed = `Agency ${String(heat)}`;
    const byHand = () => events.addEvent(world.curator, { ...event, feed });
    await race<unknown>(byHand, byHand, () =>
      events.importEvents(world.curator, `title,publishedAt,feed\n${title},2022-02-20,${feed}\n`),
    );
    const tx = world.database.direct;
    const stored = await tx.eventReport.findMany({ where: { title } });
    expect(stored).toHaveLength(1);
    expect(await tx.feed.count({ where: { title: feed } })).toBe(1);
    expect(await tx.outboxMessage.count({ where: { key: { contains: stored[0]?.id ?? '' } } })).toBe(1);
  });

  it('a candidate that is accepted and rejected at once is one of the two', async () => {
    for (const _ of HEATS) {
      const candidate = await world.candidate({ publishedOn: '2022-01-10' });
      const triage = world.get(TriageService);
      const input = AcceptCandidate.parse({
        ...ACCEPTANCE,
        version: candidate.version,
        statement: 'It comes about',
        probability: { low: null, point: null, high: null, phrase: '', basis: 'not_stated' },
        deadlineOn: '2022-02-28',
      });
      const { won } = await race<unknown>(
        () => triage.acceptCandidate(world.curator, candidate.id, input),
        () =>
          triage.rejectCandidate(world.curator, candidate.id, {
            version: candidate.version,
            reason: 'TOO_VAGUE',
          }),
      );
      expect(won).toHaveLength(1);
      const row = await world.database.direct.candidate.findUniqueOrThrow({ where: { id: candidate.id } });
      const claims = await world.database.direct.claim.count({ where: { snapshotId: candidate.snapshotId } });
      expect(claims).toBe(row.state === 'accepted' ? 1 : 0);
    }
  });
});

describe('who is written to', () => {
  let world: ReviewWorld;
  let reviewers: Actor[];

  beforeEach(async () => {
    world = await ReviewWorld.start();
    reviewers = await world.people(3, ['reviewer']);
  });
  afterEach(() => world.stop());

  const sweep = () => world.get(PromptService).promptReviewers();
  const mails = (kind: 'prompt' | 'digest') => world.database.direct.notice.findMany({ where: { kind } });

  it('is prompted once for each proposition and gets one mail, however many sweeps run', async () => {
    await world.claim();
    await world.claim();
    await race(sweep, sweep, sweep);
    await sweep();
    expect(await world.database.direct.prompt.count()).toBe(6);
    expect((await mails('prompt')).map(({ userId }) => userId).sort()).toEqual(
      reviewers.map(({ userId }) => userId).sort(),
    );
    expect(await world.database.direct.prompt.count({ where: { noticeId: null } })).toBe(0);
  });

  it('is prompted again on the fifth day, and not because a colleague opened the review', async () => {
    const { propositionId } = await world.claim();
    await sweep();
    await world.lease(reviewers[0] as Actor, propositionId);
    await sweep();
    expect(await mails('prompt')).toHaveLength(3);
    await world.setClock('2022-03-06T12:00:00Z');
    await race(sweep, sweep);
    expect(await mails('prompt')).toHaveLength(6);
  });

  it('is prompted once for every recheck: not twice for one, and not never for the next', async () => {
    const { propositionId } = await world.claim();
    const [first, second] = reviewers as [Actor, Actor];
    await sweep();
    for (const round of [2, 3, 4]) {
      await world.answer(first, propositionId, { answer: 'TOO_EARLY' });
      await world.answer(second, propositionId, { answer: 'TOO_EARLY' });
      await sweep();
      expect(await mails('prompt')).toHaveLength(3 * (round - 1));
      await world.setClock((await world.proposition(propositionId)).recheckAt ?? '');
      await race(sweep, sweep);
      expect(await mails('prompt')).toHaveLength(3 * round);
      await world.lease(first, propositionId);
      await sweep();
      expect(await mails('prompt')).toHaveLength(3 * round);
    }
  });

  it('gets one digest a week, however often it is built', async () => {
    await world.claim();
    const { userId } = reviewers[0] as Actor;
    const week = isoWeek('2022-03-01');
    const build = () => world.get(DigestService).buildDigest(userId, week);
    await race(build, build, build);
    const [digest, ...more] = await mails('digest');
    expect(more).toEqual([]);
    expect(digest?.userId).toBe(userId);
    expect(await world.database.direct.digest.findMany()).toEqual([
      expect.objectContaining({ userId, isoWeek: week, state: 'sent', noticeId: digest?.id }),
    ]);
    expect(await world.database.direct.unsubscribeToken.count()).toBe(1);
  });

  it('gets no second digest because the first was empty and something has happened since', async () => {
    const { userId } = reviewers[0] as Actor;
    const week = isoWeek('2022-03-01');
    await world.get(DigestService).buildDigest(userId, week);
    await world.claim();
    await world.get(DigestService).buildDigest(userId, week);
    expect(await mails('digest')).toEqual([]);
  });
});
