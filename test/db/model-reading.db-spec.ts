import { randomUUID } from 'node:crypto';
import { JOBS } from '#contracts/jobs';
import { extractCandidates } from '#core/extraction';
import { jobRunRepo } from '../../libs/platform/db/repositories/job-run.repo.js';
import {
  type Behaviour,
  fails,
  finds,
  floods,
  hangsUp,
  ModelServer,
  redirects,
  staysSilent,
  writes,
} from '../support/model-server.js';
import { MODEL, ModelWorld } from '../support/model-world.js';
import { LEVY, QUAYS, STRIKE, TIMETABLE } from '../support/quays.js';

describe('reading a text with a language model', () => {
  let server: ModelServer;
  let world: ModelWorld;

  beforeAll(async () => {
    server = await ModelServer.start();
  });

  afterAll(() => server.stop());

  const begin = async (...script: Behaviour[]): Promise<void> => {
    server.play(...script);
    world = await ModelWorld.start({ url: server.url });
  };

  afterEach(async () => {
    await world.stop();
  });

  it('stands beside the reading of the rules: both, rules only, model only, and where they differ', async () => {
    await begin(finds(STRIKE, LEVY, TIMETABLE));
    const id = await world.add(QUAYS);
    const before = await world.look(id);
    expect(before.modelReading).toMatchObject({ state: 'waiting', model: MODEL, partsDone: 0, parts: 1 });
    expect(before.candidateList.map(({ agreement }) => agreement)).toEqual([null, null, null]);
    expect(server.asked).toHaveLength(0);

    expect(await world.work()).toEqual({ succeeded: 1, failed: [] });
    const after = await world.look(id);
    expect(after.modelReading).toMatchObject({
      state: 'finished',
      partsDone: 1,
      found: 3,
      dropped: [],
      fault: null,
    });
    expect(after.quotes).toEqual([...before.quotes, 'The old timetable is gone for good']);
    expect(after.of('strike')).toMatchObject({
      agreement: 'both',
      statement: before.of('strike')?.statement,
      secondReading: { statement: 'Dockers strike at Norvik harbour', differs: [] },
    });
    expect(after.of('levy')).toMatchObject({
      agreement: 'both',
      deadline: { deadlineOn: '2022-06-30' },
      secondReading: { differs: ['deadline'], deadline: null },
    });
    expect(after.of('ferries')).toMatchObject({ agreement: 'rules', secondReading: null });
    expect(after.of('timetable')).toMatchObject({
      agreement: 'model',
      origin: 'model',
      state: 'pending',
      claimant: 'Mara Quill',
      statement: 'The old timetable comes back',
    });
    expect(after.candidates).toEqual({ pending: 4, accepted: 0, rejected: 0 });
  });

  it('leaves the rows of the rules as they were', async () => {
    await begin(finds(STRIKE, LEVY, TIMETABLE));
    await world.add(QUAYS);
    const rules = (await world.rows()).candidates;
    await world.work();
    const after = await world.rows();
    expect(after.candidates.filter(({ origin }) => origin === 'rules')).toEqual(rules);
    expect(after.candidates.filter(({ origin }) => origin === 'model')).toHaveLength(3);
  });

  it('does nothing at all where no model is set up', async () => {
    server.play(finds(STRIKE));
    world = await ModelWorld.start(null);
    const id = await world.add(QUAYS);
    const { candidates, readings, jobs } = await world.rows();
    expect(readings).toEqual([]);
    expect(jobs).toEqual([]);
    expect(await world.work()).toEqual({ succeeded: 0, failed: [] });
    const found = extractCandidates(QUAYS, { author: 'Mara Quill', publishedOn: '2022-01-17' });
    expect(candidates.map(({ quote, statement, score }) => ({ quote, statement, score }))).toEqual(
      found.map(({ quote, statement, score }) => ({ quote, statement, score })),
    );
    const source = await world.look(id);
    expect(source).toMatchObject({ modelReading: null, canAskModel: false });
    expect(
      source.candidateList.every(
        ({ agreement, secondReading }) => agreement === null && secondReading === null,
      ),
    ).toBe(true);
    await expect(world.readings.ask(world.curator, id)).rejects.toMatchObject({
      code: 'MODEL.NOT_AVAILABLE',
    });
    expect(server.asked).toEqual([]);
  });

  it('is not asked about copies and other languages', async () => {
    await begin(finds(STRIKE));
    await world.add(QUAYS);
    const copy = await world.add(QUAYS.replace('The Fictional Courier', 'The Reprint'));
    const german = await world.add(
      'Der Hafen von Norvik wird im Winter geschlossen bleiben, und die Fahrpreise werden wohl bis Juni steigen.',
    );
    expect((await world.rows()).readings).toHaveLength(1);
    for (const id of [copy, german])
      await expect(world.readings.ask(world.curator, id)).rejects.toMatchObject({
        code: 'MODEL.NOT_AVAILABLE',
      });
  });

  it('sends the text to the model as data between marks, not with the instructions', async () => {
    await begin(finds());
    await world.add(QUAYS);
    await world.work();
    const [system, user] = server.asked[0]?.body.messages ?? [];
    expect(system?.content).not.toContain('Norvik harbour is very unlikely');
    expect(user?.content).toMatch(
      /^<TEXT-1>\nTitle: What the quays expect\nAuthor: Mara Quill\n[^]*<\/TEXT-1>$/,
    );
    expect(user?.content).toContain('[3] The ferries will not run this winter.');
  });

  describe('run twice', () => {
    it('changes nothing, and asks nobody, once it was carried out', async () => {
      await begin(finds(STRIKE, TIMETABLE));
      await world.add(QUAYS);
      const [reading] = (await world.rows()).readings;
      const payload = { readingId: reading?.id ?? '', round: 1, part: 1 };
      await world.readings.readPart(payload);
      const once = await world.rows();
      await world.readings.readPart(payload);
      // The run was never recorded: to the queue it has still to be carried out.
      expect(await world.work()).toEqual({ succeeded: 1, failed: [] });
      expect(server.asked).toHaveLength(1);
      expect({ ...(await world.rows()), jobs: [] }).toEqual({ ...once, jobs: [] });
    });

    it('at the same time stores one answer', async () => {
      await begin(finds(STRIKE, TIMETABLE));
      const id = await world.add(QUAYS);
      const [reading] = (await world.rows()).readings;
      const payload = { readingId: reading?.id ?? '', round: 1, part: 1 };
      await Promise.all([1, 2, 3].map(() => world.readings.readPart(payload)));
      const { candidates, readings } = await world.rows();
      expect(candidates.filter(({ origin }) => origin === 'model')).toHaveLength(2);
      expect(readings[0]?.findings).toHaveLength(2);
      expect((await world.look(id)).modelReading).toMatchObject({ state: 'finished', found: 2 });
    });

    it('after a worker died while the model was thinking, is done by another', async () => {
      await begin(finds(STRIKE, TIMETABLE));
      const id = await world.add(QUAYS);
      const [promised] = await world.database.direct.outboxMessage.findMany();
      const run = { name: JOBS.readWithModel.name, key: promised?.key ?? '' };
      // A lease of no length stands for one that has passed.
      await jobRunRepo.claim(run, -1_000, randomUUID(), world.database.direct);
      await world.database.direct.jobRun.updateMany({ data: { startedAt: new Date(0) } });
      expect((await world.look(id)).modelReading?.state).toBe('waiting');
      expect(await world.work()).toEqual({ succeeded: 1, failed: [] });
      expect((await world.look(id)).modelReading).toMatchObject({ state: 'finished', found: 2 });
    });

    it('by workers that keep dying, is given up and says so', async () => {
      await begin(finds(STRIKE));
      const id = await world.add(QUAYS);
      const [promised] = await world.database.direct.outboxMessage.findMany();
      const run = { name: JOBS.readWithModel.name, key: promised?.key ?? '' };
      for (let death = 1; death <= JOBS.readWithModel.retry.attempts; death++)
        await jobRunRepo.claim(run, -1_000, randomUUID(), world.database.direct);
      await world.database.direct.jobRun.updateMany({ data: { startedAt: new Date(0) } });
      expect((await world.work()).failed).toHaveLength(1);
      expect(await world.look(id)).toMatchObject({
        modelReading: { state: 'failed', fault: { code: 'BROKEN_OFF' } },
        canAskModel: true,
      });
    });
  });

  describe('on the bad days of the model', () => {
    it.each([
      ['asks to slow down, then answers', [fails(429, 'slow down', { 'retry-after': '0' }), finds(STRIKE)]],
      [
        'is unwell for as long as a request is tried',
        [fails(500, 'a'), fails(502, 'b'), fails(503, 'c'), finds(STRIKE)],
      ],
      ['cuts the connection, then answers', [hangsUp, finds(STRIKE)]],
      ['cuts its answer off, then gives a whole one', [writes('{"findings": [{"sent'), finds(STRIKE)]],
    ])('goes on when it %s', async (_name, script) => {
      await begin(...script);
      const id = await world.add(QUAYS);
      expect(await world.work()).toEqual({ succeeded: 1, failed: [] });
      expect(server.asked).toHaveLength(script.length);
      expect((await world.look(id)).of('strike')?.agreement).toBe('both');
    });

    it('keeps the candidates of the rules and says why, each time', async () => {
      const days: readonly [string, Behaviour][] = [
        ['RATE_LIMITED', fails(429, 'slow down', { 'retry-after': '0' })],
        ['SERVER_ERROR', fails(500, 'oops')],
        ['UNREACHABLE', hangsUp],
        ['NOT_ALLOWED', fails(401, 'wrong key')],
        ['REFUSED', fails(404, 'no such model')],
        ['REDIRECTED', redirects('http://127.0.0.1:9/v1/chat/completions')],
        ['ANSWER_TOO_LARGE', floods],
        ['BAD_ANSWER', writes('{"findings": [{"sentences": [1], "quo')],
        ['BAD_ANSWER', writes('{"predictions": []}')],
        ['CUT_OFF', writes('{"findings": [', { finish: 'length' })],
        ['DECLINED', writes('', { refusal: 'no' })],
      ];
      await begin();
      const id = await world.add(QUAYS);
      const { candidates } = await world.rows();
      for (const [index, [fault, behaviour]] of days.entries()) {
        if (index > 0) await world.readings.ask(world.curator, id);
        server.play(behaviour);
        const { failed } = await world.work();
        expect(failed).toEqual([expect.objectContaining({ name: 'intake.read-with-model' })]);
        const { modelReading, canAskModel, candidateList } = await world.look(id);
        expect(modelReading).toMatchObject({ state: 'failed', found: 0, fault: { code: fault } });
        expect(modelReading?.fault?.detail).not.toBe('');
        expect(canAskModel).toBe(true);
        expect(candidateList.map(({ agreement }) => agreement)).toEqual([null, null, null]);
      }
      expect((await world.rows()).candidates).toEqual(candidates);
    });

    it('gives up on a silent server', async () => {
      server.play(staysSilent);
      world = await ModelWorld.start({ url: server.url, timeoutMs: 120 });
      const id = await world.add(QUAYS);
      expect((await world.work()).failed).toHaveLength(1);
      expect((await world.look(id)).modelReading).toMatchObject({
        state: 'failed',
        fault: { code: 'TIMED_OUT' },
      });
    });

    it('can be asked again by a person, once, and then reads', async () => {
      await begin(fails(401, 'wrong key'));
      const id = await world.add(QUAYS);
      await world.work();
      server.play(finds(STRIKE));
      expect(await world.readings.ask(world.curator, id)).toMatchObject({ state: 'waiting', fault: null });
      await expect(world.readings.ask(world.curator, id)).rejects.toMatchObject({
        code: 'MODEL.ALREADY_ASKED',
      });
      await world.work();
      expect(await world.look(id)).toMatchObject({
        modelReading: { state: 'finished', found: 1 },
        canAskModel: false,
      });
      await expect(world.readings.ask(world.curator, id)).rejects.toMatchObject({
        code: 'MODEL.ALREADY_ASKED',
      });
      const asked = await world.database.direct.auditEntry.findMany({
        where: { action: 'source.model-asked' },
      });
      expect(asked).toHaveLength(1);
    });
  });

  it('reads a long text part by part, and goes on where it stopped', async () => {
    const long = `${QUAYS}\n${Array.from(
      { length: 30 },
      (_, n) =>
        `Chapter ${String(n + 1)} tells of the quays. ${'The ropes of the north are quiet in the snow. '.repeat(14)}\n`,
    ).join('\n')}\nThe lighthouse will be sold by 2025.\n`;
    const lighthouse = { quote: 'The lighthouse will be sold by 2025', statement: 'The lighthouse is sold' };
    const all = finds(STRIKE, lighthouse);
    await begin(all, fails(401, 'the month is used up'));
    const id = await world.add(long);
    const { parts = 0 } = (await world.look(id)).modelReading ?? {};
    expect(parts).toBeGreaterThan(3);
    await world.work();
    expect((await world.look(id)).modelReading).toMatchObject({ state: 'failed', partsDone: 1, found: 1 });
    // What was found so far is not shown: "found by the rules alone" would be said of passages that nobody has read.
    expect((await world.look(id)).candidateList.every(({ agreement }) => agreement === null)).toBe(true);
    server.play(all);
    await world.readings.ask(world.curator, id);
    expect(await world.work()).toEqual({ succeeded: parts - 1, failed: [] });
    expect(server.asked).toHaveLength(parts - 1);
    const source = await world.look(id);
    expect(source.modelReading).toMatchObject({ state: 'finished', partsDone: parts, found: 2 });
    expect(source.of('lighthouse')?.agreement).toBe('both');
    expect(source.of('strike')?.agreement).toBe('both');
  });

  it('does not send a book', async () => {
    await begin(finds());
    const id = await world.add(`${QUAYS}\n${'The ropes of the north are quiet in the snow. '.repeat(5_500)}`);
    await world.work();
    expect(server.asked).toHaveLength(0);
    expect((await world.look(id)).modelReading).toMatchObject({
      state: 'failed',
      fault: { code: 'TEXT_TOO_LONG' },
    });
  });

  it('writes no answer of one model under the name of another', async () => {
    await begin(finds(STRIKE));
    const id = await world.add(QUAYS);
    const other = await world.again({ url: server.url, model: 'other-model' });
    await other.work();
    await other.close();
    expect(server.asked).toHaveLength(0);
    expect((await world.look(id)).modelReading).toMatchObject({
      state: 'failed',
      fault: { code: 'NOT_CONFIGURED' },
    });
  });
});
