import { addDays, type Actor } from '#core/domain';
import { WorkloadService } from '#features/review';
import { NO, ReviewWorld, yes } from '../support/review-world.js';

describe('the work of the project', () => {
  let world: ReviewWorld;
  let first: Actor;
  let second: Actor;
  let third: Actor;

  beforeEach(async () => {
    // A Tuesday, noon in London, 13 o'clock in Berlin.
    world = await ReviewWorld.start();
    [first, second, third] = (await world.people(3, ['reviewer'])) as [Actor, Actor, Actor];
  });
  afterEach(() => world.stop());

  const read = () => world.get(WorkloadService).getWorkload();
  const dueOn = (deadlineOn: string) => world.claim({ deadlineOn });
  const bands = async () => (await read()).overdue.map(({ n }) => n);

  it('is nothing in a new project', async () => {
    const { overdue, weeks, ahead, people, ...rest } = await read();
    expect(rest).toEqual({ answersWanted: 0, disputed: 0, reopened: 0, split: 0, pace: 0 });
    expect(overdue.map(({ n }) => n)).toEqual([0, 0, 0, 0]);
    expect(weeks).toHaveLength(12);
    expect(weeks.at(-1)).toEqual({ from: '2022-02-28', answers: 0, verdicts: 0 });
    expect(ahead.map(({ from }) => from)).toEqual([
      '2022-02-28',
      '2022-03-07',
      '2022-03-14',
      '2022-03-21',
      '2022-03-28',
    ]);
    expect(people).toHaveLength(3);
  });

  it('counts what is overdue by its age, and what is due today not yet', async () => {
    for (const on of ['2022-02-28', '2022-02-22', '2022-02-21', '2022-01-30', '2022-01-29', '2022-03-01'])
      await dueOn(on);
    expect(await bands()).toEqual([2, 2, 1, 0]);
    expect((await read()).answersWanted).toBe(10);
    await world.setClock('2022-03-01T23:00:00Z');
    expect(await bands()).toEqual([2, 2, 2, 0]);
    await world.setClock('2022-06-01T12:00:00Z');
    expect(await bands()).toEqual([0, 0, 0, 6]);
  });

  it('leaves out what rests until a later look', async () => {
    const { propositionId } = await dueOn('2022-02-28');
    await world.answer(first, propositionId, { answer: 'TOO_EARLY' });
    await world.answer(second, propositionId, { answer: 'TOO_EARLY' });
    expect(await bands()).toEqual([0, 0, 0, 0]);
    expect((await read()).answersWanted).toBe(0);
  });

  it('shows nothing of a round under way', async () => {
    const { propositionId } = await dueOn('2022-02-28');
    await dueOn('2022-02-27');
    const before = await read();
    await world.answer(first, propositionId, NO);
    expect(await read()).toEqual(before);
    await world.answer(second, propositionId, NO);
    const after = await read();
    expect(after.answersWanted).toBe(2);
    expect(after.weeks.at(-1)).toMatchObject({ answers: 2, verdicts: 1 });
    expect(after.people.map(({ lastWeek }) => lastWeek)).toEqual([1, 1, 0]);
  });

  it('tells splits, reopened and disputed matters apart', async () => {
    const { propositionId } = await dueOn('2022-02-28');
    await world.answer(first, propositionId, NO);
    await world.answer(second, propositionId, yes('2022-02-20'));
    await world.answer(third, propositionId, { answer: 'AMBIGUOUS' });
    expect(await read()).toMatchObject({ split: 1, answersWanted: 0 });
    const settled = (await dueOn('2022-02-27')).propositionId;
    await world.answer(first, settled, NO);
    await world.answer(second, settled, NO);
    const lead = await world.person(['lead']);
    await world.verdicts.reopen(lead, settled, { reason: 'The source was corrected.' });
    expect(await read()).toMatchObject({ split: 1, reopened: 1, answersWanted: 2 });
  });

  it('counts who has what in hand', async () => {
    const { propositionId } = await dueOn('2022-02-28');
    await world.lease(first, propositionId);
    const { id: roundId } = await world.database.direct.round.findFirstOrThrow({ where: { propositionId } });
    await world.database.direct.assignment.create({
      data: { propositionId, roundId, userId: second.userId, assignedAt: world.now },
    });
    const { people } = await read();
    expect(people.map(({ working, assigned }) => [working, assigned])).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
  });

  it('reads the pace from whole weeks, and says what is left at it', async () => {
    // Two answers a week for eight weeks: the median is 2.
    for (let week = 0; week < 8; week += 1) {
      const monday = addDays('2022-03-07', 7 * week);
      await world.setClock(`${monday}T12:00:00Z`);
      const { propositionId } = await dueOn(addDays(monday, -1));
      await world.answer(first, propositionId, NO);
      await world.answer(second, propositionId, NO);
    }
    await world.setClock('2022-05-03T12:00:00Z');
    await dueOn('2022-04-30');
    await dueOn('2022-05-04');
    await dueOn('2022-05-05');
    await dueOn('2022-05-09');
    const { pace, ahead, people } = await read();
    expect(pace).toBe(2);
    expect(people[0]).toMatchObject({ usual: 1, lastWeek: 0 });
    expect(ahead.slice(0, 3)).toEqual([
      { from: '2022-05-02', due: 2, answers: 4, backlog: 4 },
      { from: '2022-05-09', due: 1, answers: 2, backlog: 4 },
      { from: '2022-05-16', due: 0, answers: 0, backlog: 2 },
    ]);
  });
});

describe('the calendar of deadlines', () => {
  let world: ReviewWorld;

  beforeAll(async () => {
    world = await ReviewWorld.start();
    for (const on of ['2022-02-28', '2022-03-01', '2022-03-31', '2022-03-31', '2022-04-01'])
      await world.claim({ deadlineOn: on });
    for (let i = 0; i < 7; i += 1) await world.claim({ deadlineOn: '2022-03-15' });
    await world.undatedClaim();
  });
  afterAll(() => world.stop());

  const month = (of?: string) => world.get(WorkloadService).getMonth(world.curator, of);

  it('has the days of the month from its first to its last', async () => {
    const { from, days } = await month('2022-03');
    expect(from).toBe('2022-03-01');
    expect(days.map(({ on, n }) => [on, n])).toEqual([
      ['2022-03-01', 1],
      ['2022-03-15', 7],
      ['2022-03-31', 2],
    ]);
    expect((await month('2022-02')).days.map(({ on }) => on)).toEqual(['2022-02-28']);
    expect((await month('2021-12')).days).toEqual([]);
  });

  it('names a few of a full day', async () => {
    const [, full] = (await month('2022-03')).days;
    expect(full?.items).toHaveLength(5);
    expect(full?.items[0]).toMatchObject({ status: 'open' });
  });

  it('is of the present month where none is named', async () => {
    expect((await month()).from).toBe('2022-03-01');
    // In Berlin it is April already.
    await world.setClock('2022-03-31T22:30:00Z');
    expect((await month()).from).toBe('2022-04-01');
  });
});
