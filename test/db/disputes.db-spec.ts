import type { Actor } from '#core/domain';
import { PublishingService } from '#features/publishing';
import { boardRepo, noticeRepo } from '#platform/db';
import { AnswersService, DisputesService, TellingService, ThreadService } from '#features/verdicts';
import { wholeBoard } from '#core/scoring';
import { HEATS, race } from '../support/race.js';
import { BEGIN, NO, ReviewWorld, yes } from '../support/review-world.js';

const AFTER_WINDOW = '2022-03-20T12:00:00Z';
type Wish = Parameters<DisputesService['raise']>[2];
const WISH: Wish = { kind: 'objection', claimantId: null, reason: 'The report was withdrawn.', evidence: [] };
const CLOSE = {
  reason: 'We looked again.',
  outcome: null,
  voidReason: null,
  occurredOn: null,
  cause: null,
} as const;

describe('a dispute', () => {
  let world: ReviewWorld;
  let first: Actor;
  let second: Actor;
  let fresh: Actor[];
  let lead: Actor;
  let reader: Actor;
  let propositionId: string;
  let claimId: string;

  beforeAll(async () => {
    world = await ReviewWorld.start();
    [first, second] = (await world.people(2, ['reviewer', 'lead'])) as [Actor, Actor];
    fresh = await world.people(4, ['reviewer']);
    lead = await world.person(['lead']);
    reader = await world.person(['reader']);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.setClock(BEGIN);
    ({ propositionId, claimId } = await world.claim());
    await world.answer(first, propositionId, yes('2022-02-20'));
    await world.answer(second, propositionId, yes('2022-02-20'));
  });

  const disputes = () => world.get(DisputesService);
  const db = () => world.database.direct;
  const raise = (who = reader, wish: Wish = WISH) => disputes().raise(who, propositionId, wish);
  const stages = async () =>
    (await world.verdictLine(propositionId)).map(({ stage, outcome }) => [stage, outcome]);
  const states = async () =>
    (await db().dispute.findMany({ where: { propositionId }, orderBy: { id: 'asc' } })).map(
      ({ state }) => state,
    );
  const appealFor = async () => {
    const { claimantId } = await db().claim.findUniqueOrThrow({ where: { id: claimId } });
    return { ...WISH, kind: 'appeal', claimantId } as const;
  };
  const hear = async (people: readonly Actor[], answering: Parameters<ReviewWorld['answer']>[2]) => {
    for (const who of people) await world.answer(who, propositionId, answering);
  };

  it('goes to people who took no part: not who answered, coded the claim, decided, or raised it', async () => {
    const raiser = await world.person(['reviewer']);
    await raise(raiser);
    for (const who of [first, second, raiser]) {
      expect(await world.isAsked(who, propositionId)).toBe(false);
      await expect(world.lease(who, propositionId)).rejects.toMatchObject({ code: 'REVIEW.NOT_NEEDED' });
    }
    for (const who of fresh) expect(await world.isAsked(who, propositionId)).toBe(true);
    const { items } = await disputes().list({ state: 'open' });
    expect(items.find((one) => one.propositionId === propositionId)?.eligible).toBeGreaterThanOrEqual(4);
    const [coder, recorder] = fresh as [Actor, Actor, ...Actor[]];
    await db().coding.create({
      data: {
        claimId,
        ordinal: 2,
        coderId: coder.userId,
        basis: 'not_stated',
        deadlineBasis: 'none',
        negated: false,
        codedAt: new Date('2022-02-01T09:00:00Z'),
      },
    });
    await db().claim.update({ where: { id: claimId }, data: { recordedById: recorder.userId } });
    for (const who of [coder, recorder]) expect(await world.isAsked(who, propositionId)).toBe(false);
  });

  it('keeps a provisional verdict provisional beyond its window, until it is rejected', async () => {
    await raise();
    await world.setClock(AFTER_WINDOW);
    await world.verdicts.finaliseDue();
    expect(await stages()).toEqual([['provisional', 'OCCURRED']]);
    await hear(fresh.slice(0, 2), yes('2022-02-20'));
    await expect(
      disputes().resolve(lead, propositionId, { ...CLOSE, reason: 'It did.' }),
    ).resolves.toBeUndefined();
    expect(await states()).toEqual(['rejected']);
    await world.verdicts.finaliseDue();
    expect(await stages()).toEqual([
      ['provisional', 'OCCURRED'],
      ['final', 'OCCURRED'],
    ]);
  });

  it('that is upheld takes a final verdict back, with its scores, and enters a new one', async () => {
    await world.setClock(AFTER_WINDOW);
    await world.verdicts.finaliseDue();
    const scored = () => db().claimantStatistic.aggregate({ _sum: { n: true } });
    const before = (await scored())._sum.n ?? 0;
    await raise();
    await hear(fresh.slice(0, 2), NO);
    await disputes().resolve(lead, propositionId, CLOSE);
    expect(await stages()).toEqual([
      ['provisional', 'OCCURRED'],
      ['final', 'OCCURRED'],
      ['reopened', null],
      ['provisional', 'NOT_OCCURRED'],
    ]);
    expect(await states()).toEqual(['upheld']);
    expect(before - ((await scored())._sum.n ?? 0)).toBe(1);
    expect(await world.standings.findDrift()).toEqual([]);
  });

  it('binds the lead to what the panel agreed on, whatever the lead had said', async () => {
    await raise();
    await expect(disputes().resolve(lead, propositionId, CLOSE)).rejects.toMatchObject({
      code: 'VERDICT.NOT_SPLIT',
    });
    await hear(fresh.slice(0, 2), NO);
    await disputes().resolve(first, propositionId, {
      ...CLOSE,
      outcome: 'OCCURRED',
      occurredOn: '2022-02-20',
    });
    expect((await stages()).at(-1)).toEqual(['provisional', 'NOT_OCCURRED']);
  });

  it('whose panel stays split is decided by a lead who took no part, with the cause', async () => {
    await raise();
    await world.answer(fresh[0] as Actor, propositionId, NO);
    await world.answer(fresh[1] as Actor, propositionId, { answer: 'AMBIGUOUS' });
    await world.answer(fresh[2] as Actor, propositionId, yes('2022-02-20'));
    const finding = { ...CLOSE, outcome: 'AMBIGUOUS' } as const;
    await expect(disputes().resolve(first, propositionId, finding)).rejects.toMatchObject({
      code: 'VERDICT.TOOK_PART',
    });
    await expect(disputes().resolve(lead, propositionId, finding)).rejects.toMatchObject({
      code: 'VERDICT.CAUSE_MISSING',
    });
    await disputes().resolve(lead, propositionId, { ...finding, cause: 'definition' });
    expect((await stages()).at(-1)).toEqual(['provisional', 'AMBIGUOUS']);
    const round = await db().round.findFirstOrThrow({
      where: { propositionId },
      orderBy: { number: 'desc' },
    });
    expect(round).toMatchObject({ state: 'decided', disagreementCause: 'definition' });
  });

  it('that comes second goes to a panel of three', async () => {
    await raise();
    await expect(raise()).rejects.toMatchObject({ code: 'DISPUTE.ALREADY_OPEN' });
    await raise(first, await appealFor());
    await hear(fresh.slice(0, 2), NO);
    await expect(disputes().resolve(lead, propositionId, CLOSE)).rejects.toMatchObject({
      code: 'VERDICT.NOT_SPLIT',
    });
    await hear(fresh.slice(2, 3), NO);
    await disputes().resolve(lead, propositionId, CLOSE);
    expect(await states()).toEqual(['upheld', 'upheld']);
  });

  it('is withdrawn by who raised it and nobody else; the verdict stands and finalises', async () => {
    await raise();
    const { id } = await db().dispute.findFirstOrThrow({ where: { propositionId } });
    await expect(disputes().withdraw(lead, id)).rejects.toMatchObject({ code: 'DISPUTE.NOT_YOURS' });
    await disputes().withdraw(reader, id);
    await expect(disputes().withdraw(reader, id)).rejects.toMatchObject({ code: 'DISPUTE.CLOSED' });
    await world.setClock(AFTER_WINDOW);
    await world.verdicts.finaliseDue();
    expect((await stages()).at(-1)).toEqual(['final', 'OCCURRED']);
  });

  it('cannot be raised where no verdict stands, nor overtaken by a lead who reopens', async () => {
    await raise();
    await expect(world.verdicts.reopen(lead, propositionId, { reason: 'Mine.' })).rejects.toMatchObject({
      code: 'DISPUTE.ALREADY_OPEN',
    });
    const other = await world.claim();
    await expect(disputes().raise(reader, other.propositionId, WISH)).rejects.toMatchObject({
      code: 'DISPUTE.NO_VERDICT',
    });
  });

  it('that is an appeal suspends the rank on the board, and gives it back', async () => {
    const { claimantId } = await appealFor();
    let minute = 0;
    const suspended = async () => {
      // Boards of one instant have no order.
      await world.setClock(new Date(Date.parse(AFTER_WINDOW) + (minute += 1) * 60_000));
      await world.standings.buildBoards();
      const board = await boardRepo.findNewest({ filter: wholeBoard('claimants'), asOn: null }, db());
      const rows = await boardRepo.listRows(board?.id ?? '', { from: 1, limit: 50 }, db());
      return rows.find((row) => row.subjectId === claimantId)?.suspended;
    };
    await world.setClock(AFTER_WINDOW);
    await world.verdicts.finaliseDue();
    expect(await suspended()).toBe(false);
    await raise(reader, await appealFor());
    expect(await suspended()).toBe(true);
    const { id } = await db().dispute.findFirstOrThrow({ where: { propositionId } });
    await disputes().withdraw(reader, id);
    expect(await suspended()).toBe(false);
    await expect(raise(reader, { ...WISH, kind: 'appeal', claimantId: propositionId })).rejects.toMatchObject(
      {
        code: 'DISPUTE.NO_SUCH_CLAIMANT',
      },
    );
  });

  describe.each(HEATS)('in the same moment, heat %i', () => {
    it('as the sweep: about the provisional verdict, which stays so, or about the final one', async () => {
      await world.setClock(AFTER_WINDOW);
      const { refused } = await race<unknown>(
        () => world.verdicts.finaliseDue(),
        () => raise(),
      );
      expect(refused).toEqual([]);
      const line = await world.verdictLine(propositionId);
      const dispute = await db().dispute.findFirstOrThrow({ where: { propositionId } });
      expect(dispute.verdictVersionId).toBe(line.at(-1)?.id);
      await world.verdicts.finaliseDue();
      expect((await world.verdictLine(propositionId)).length).toBe(line.length);
    });

    it('as a lead reopens: one of the two', async () => {
      const { won, refused } = await race<unknown>(
        () => world.verdicts.reopen(lead, propositionId, { reason: 'Wrong.' }),
        () => raise(),
      );
      expect(won).toHaveLength(1);
      expect(['DISPUTE.ALREADY_OPEN', 'DISPUTE.NO_VERDICT']).toContain(refused[0]);
      expect(await states()).toEqual(refused[0] === 'DISPUTE.ALREADY_OPEN' ? ['open'] : []);
    });

    it('two leads close it: once', async () => {
      await raise();
      await hear(fresh.slice(0, 2), NO);
      const { won, refused } = await race(
        () => disputes().resolve(lead, propositionId, CLOSE),
        () => disputes().resolve(second, propositionId, CLOSE),
      );
      expect([won.length, refused]).toEqual([1, ['VERDICT.NOT_SPLIT']]);
      expect(await stages()).toHaveLength(3);
    });

    it('two appeals of one claimant end: the rank is back', async () => {
      const appeal = await appealFor();
      const other = await world.claim();
      await world.answer(first, other.propositionId, NO);
      await world.answer(second, other.propositionId, NO);
      await raise(reader, appeal);
      await disputes().raise(reader, other.propositionId, appeal);
      const open = await db().dispute.findMany({ where: { state: 'open', claimantId: appeal.claimantId } });
      await race(
        ...open.map(
          ({ id }) =>
            () =>
              disputes().withdraw(reader, id),
        ),
      );
      const claimant = await db().claimant.findUniqueOrThrow({ where: { id: appeal.claimantId } });
      expect(claimant.rankSuspendedAt).toBeNull();
    });
  });

  it('and its outcome are told once, with before and after, to those concerned', async () => {
    await world.get(TellingService).tellAll();
    await world.setClock(AFTER_WINDOW);
    await world.verdicts.finaliseDue();
    await raise();
    await hear(fresh.slice(0, 2), NO);
    await disputes().resolve(lead, propositionId, CLOSE);
    await world.get(TellingService).tellAll();
    await world.get(TellingService).tellAll();
    const mails = await db().notice.findMany({
      where: { kind: 'verdict', text: { contains: propositionId } },
    });
    const told = mails.map(({ userId }) => userId);
    expect(new Set(told).size).toBe(told.length);
    for (const who of [first, second, lead, world.curator, ...fresh.slice(0, 2)])
      expect(told).toContain(who.userId);
    expect(told).not.toContain(reader.userId);
    expect(mails[0]?.text).toMatch(/Before: (occurred|it occurred|yes|happened)/i);
    expect(mails[0]?.text).toContain('We looked again.');
  });

  it('in the thread nothing is asked once a verdict stands undisputed', async () => {
    const threads = world.get(ThreadService);
    await expect(threads.addEntry(reader, propositionId, { text: 'Which border?' })).rejects.toMatchObject({
      code: 'THREAD.CLOSED',
    });
    await raise();
    expect((await world.reviews.getProposition(first, propositionId)).isAsked).toBe(false);
    expect((await world.reviews.getProposition(fresh[0] as Actor, propositionId)).isAsked).toBe(true);
    await threads.addEntry(reader, propositionId, { text: 'Which border?' });
    const seen = await world.reviews.getProposition(fresh[0] as Actor, propositionId);
    expect(seen.thread).toMatchObject([{ text: 'Which border?' }]);
    await threads.hideEntry(lead, seen.thread[0]?.id ?? '');
    expect((await world.reviews.getProposition(reader, propositionId)).thread).toMatchObject([
      { text: null },
    ]);
  });

  describe('how it is read', () => {
    const clarify = (who: Actor, id: string) =>
      world.get(ThreadService).clarify(who, id, { text: 'Snow on the ground at noon counts.' });

    it('is said with a date, for good, and shown to who answers and on the public page', async () => {
      const { propositionId: open, claimId } = await world.claim();
      const before = await world.proposition(open);
      await clarify(world.curator, open);
      const said = [{ text: 'Snow on the ground at noon counts.', addedAt: world.now.toISOString() }];
      expect((await world.reviews.getProposition(first, open)).clarifications).toEqual(said);
      const page = await world.get(PublishingService).getClaim(claimId);
      expect(page.clarifications).toEqual(said);
      expect(await world.proposition(open)).toEqual(before);
      await expect(db().clarification.updateMany({ data: { text: 'No.' } })).rejects.toThrow();
      const entry = await db().auditEntry.findFirstOrThrow({ where: { action: 'proposition.clarified' } });
      expect(entry).toMatchObject({ actor: world.curator.userId, subjectId: open });
    });

    it('is not said once a verdict stands, before somebody objects; nor by whose claim it is', async () => {
      await expect(clarify(lead, propositionId)).rejects.toMatchObject({ code: 'CLARIFICATION.TOO_LATE' });
      await raise();
      await clarify(lead, propositionId);
      const { claimantId } = await db().claim.findFirstOrThrow({ where: { propositionId } });
      await db().userAffiliation.create({
        data: { userId: world.curator.userId, claimantId, declaredAt: world.now },
      });
      await expect(clarify(world.curator, propositionId)).rejects.toMatchObject({
        code: 'REVIEW.CONFLICT_OF_INTEREST',
      });
    });
  });

  describe('a claimant with an address', () => {
    const told = async (): Promise<{ tokens: string[]; text: string }> => {
      const before = await db().notice.count({ where: { kind: 'claimant' } });
      await world.get(TellingService).tellAll();
      const { items } = await noticeRepo.list({ limit: 200 }, db());
      const mails = items.filter(({ kind }) => kind === 'claimant');
      const news = mails.slice(0, mails.length - before);
      const text = news.map((mail) => mail.text).join('\n');
      return { text, tokens: [...text.matchAll(/\/answer\/([\w-]{43})/g)].map((match) => match[1] ?? '') };
    };

    it('is told once of an opening and of a verdict, and answers, and appeals', async () => {
      const answers = world.get(AnswersService);
      await world.get(TellingService).tellAll();
      const name = `Nora Vale ${propositionId}`;
      const opened = await world.claim({ claimant: name });
      const { claimantId } = await db().claim.findUniqueOrThrow({ where: { id: opened.claimId } });
      await answers.setAddress(lead, claimantId, 'Nora@example.org');
      const opening = await told();
      expect(opening.tokens).toHaveLength(1);
      expect((await told()).tokens).toHaveLength(0);
      await world.answer(first, opened.propositionId, NO);
      expect((await told()).tokens).toHaveLength(0);
      await world.answer(second, opened.propositionId, NO);
      const verdict = await told();
      expect(verdict.tokens).toHaveLength(1);
      const token = verdict.tokens[0] ?? '';
      await answers.answer(token, 'That is not what I said.');
      await answers.answer(token, 'That is not what I said.');
      expect((await answers.readDesk(opening.tokens[0] ?? '')).answers).toHaveLength(1);
      await answers.appeal(token, 'Read the second paragraph.');
      await expect(answers.appeal(token, 'Again.')).rejects.toMatchObject({ code: 'DISPUTE.ALREADY_OPEN' });
      const claimant = await db().claimant.findUniqueOrThrow({ where: { id: claimantId } });
      expect(claimant.rankSuspendedAt).not.toBeNull();
      const audit = await db().auditEntry.findMany({ where: { subjectId: claimantId } });
      expect(JSON.stringify(audit.map(({ payload }) => payload))).not.toContain('example.org');
      await answers.setAddress(lead, claimantId, null);
      await expect(answers.readDesk(token)).rejects.toMatchObject({ code: 'LINK.INVALID' });
    });
  });
});
