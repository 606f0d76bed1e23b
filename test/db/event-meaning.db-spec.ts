import { EventInput } from '#contracts/http';
import { MATCHER_VERSION } from '#core/matching';
import { EventMeaning, EventsService, MatchingService } from '#features/events';
import { Clock } from '#platform/clock';
import { EmbeddingModel } from '#platform/llm';
import { embeds, embedsWrongly, knowing, says } from '../support/embedding-answers.js';
import {
  type Behaviour,
  fails,
  hangsUp,
  ModelServer,
  staysSilent,
  stopsHalfway,
} from '../support/model-server.js';
import { race } from '../support/race.js';
import { ReviewWorld } from '../support/review-world.js';

const BRIDGE = 'The old bridge over the estuary is torn down';
const HARBOUR = 'The harbour is dredged to a depth of nine metres';
const FERRY = 'The ferry line to the islands is closed down';
const OPEN = { saidOn: '2022-01-10', deadlineOn: '2022-12-31' } as const;

/** A model to which bridge and harbour are matters of their own, and what becomes of two of them is another. */
const goodModel = embeds(
  knowing(['Old bridge demolished'], ['Last ferry'], ['bridge'], ['arbour'], ['ferry']),
);

describe('an embedding model beside the words', () => {
  let server: ModelServer;
  let world: ReviewWorld;
  let meaning: EventMeaning;
  let matching: MatchingService;
  let elapsedMs: number;

  beforeAll(async () => {
    server = await ModelServer.start();
  });
  afterAll(() => server.stop());

  beforeEach(async () => {
    elapsedMs = 0;
    world = await ReviewWorld.start();
    matchWith({ url: server.url });
  });
  afterEach(() => world.stop());

  /** Instead of the service of the world, one with a model; null is none, as by default. */
  function matchWith(model: { url: string; timeoutMs?: number } | null): void {
    const settings = model && { model: 'test-embedder', apiKey: null, timeoutMs: 5_000, ...model };
    meaning = new EventMeaning(new EmbeddingModel({ embeddings: settings }));
    meaning.elapsedMs = () => elapsedMs;
    matching = new MatchingService(world.database, world.get(Clock), meaning);
  }

  async function propose(...statements: string[]): Promise<void> {
    for (const statement of statements) {
      const { propositionId } = await world.claim({ ...OPEN, statement });
      await matching.matchProposition(propositionId);
    }
  }

  async function report(title: string, summary = ''): Promise<void> {
    const input = EventInput.parse({ publishedAt: '2022-02-21', title, summary });
    await world.get(EventsService).addEvent(world.curator, input);
  }

  async function suggested() {
    const rows = await world.database.direct.match.findMany({
      orderBy: [{ score: 'desc' }],
      include: { event: true, proposition: true },
    });
    return rows.map(({ event, proposition, score, strength, reasons, matcherVersion }) => ({
      title: event.title,
      statement: proposition.statement,
      score,
      strength,
      reasons: reasons as string[],
      matcherVersion,
    }));
  }

  /** A bare match, one in doubt, one in other words, and one that only looks like it. */
  async function reportAll(): Promise<void> {
    await report('Old bridge demolished', 'The estuary is free.');
    await report('Diggers take the old bridge apart', 'Traffic over the estuary uses the tunnel.');
    await report('Harbour deepened', 'Big ships are welcome again.');
    await report('Last ferry arrives in empty port', 'Passengers waved to the crew.');
  }

  /** What words alone suggest of all that. */
  const BY_WORDS = [
    { title: 'Old bridge demolished', score: 0.6867, strength: 'strong', matcherVersion: MATCHER_VERSION },
    { title: 'Diggers take the old bridge apart', score: 0.4336, strength: 'suggest' },
  ];

  const waiting = () => world.database.direct.eventReport.count({ where: { matchedAt: null } });

  it('is asked nothing and changes nothing where none is set up', async () => {
    matchWith(null);
    server.play(goodModel);
    await propose(BRIDGE, HARBOUR, FERRY);
    await reportAll();
    expect(await matching.matchWaiting()).toBe(4);
    expect(await suggested()).toMatchObject(BY_WORDS);
    expect(server.asked).toEqual([]);
  });

  it('withholds strong from what is far, lifts what is near in other words, and says so', async () => {
    server.play(goodModel);
    await propose(BRIDGE, HARBOUR, FERRY);
    await reportAll();
    expect(await matching.matchWaiting()).toBe(4);
    const matcherVersion = `${MATCHER_VERSION}+meaning-1/test-embedder`;
    const found = await suggested();
    expect(found).toMatchObject([
      { title: 'Diggers take the old bridge apart', score: 0.5899, strength: 'suggest', matcherVersion },
      { title: 'Old bridge demolished', strength: 'suggest', matcherVersion },
      { title: 'Harbour deepened', statement: HARBOUR, strength: 'suggest', matcherVersion },
    ]);
    expect(found.map(({ reasons }) => reasons.filter((reason) => reason.includes('meaning')))).toEqual([
      ['near in meaning'],
      ['far in meaning'],
      ['near in meaning, in other words'],
    ]);
  });

  it('helps a new proposition find the events there are', async () => {
    server.play(goodModel);
    await reportAll();
    expect(await matching.matchWaiting()).toBe(4);
    expect(await suggested()).toEqual([]);
    await propose(HARBOUR);
    expect(await suggested()).toMatchObject([{ title: 'Harbour deepened', strength: 'suggest' }]);
  });

  it('is asked while nothing is locked, once for each text', async () => {
    await propose(BRIDGE, HARBOUR, FERRY);
    await reportAll();
    const states: string[] = [];
    const looks: Behaviour = (asked, response) => {
      void world.database.direct.$queryRaw<{ state: string }[]>`
        SELECT state FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`.then(
        (rows) => {
          states.push(...rows.map(({ state }) => state));
          goodModel(asked, response);
        },
      );
    };
    server.play(looks);
    await matching.matchWaiting();
    expect(states.length).toBeGreaterThan(0);
    expect(states.filter((state) => state !== 'idle')).toEqual([]);
    const texts = server.asked.flatMap(({ input }) => input);
    expect(new Set(texts).size).toBe(texts.length);
    await report('Old bridge blown up', 'The estuary shook.');
    server.play(goodModel);
    await matching.matchWaiting();
    expect(server.asked.flatMap(({ input }) => input)).toEqual(['Old bridge blown up\nThe estuary shook.']);
  });

  it('is asked for two batches at once, each by itself', async () => {
    server.play(goodModel);
    await propose(BRIDGE);
    for (let n = 0; n < 60; n += 1)
      await report(`Old bridge demolished, part ${String(n)}`, 'The estuary is free.');
    const { won } = await race(
      () => matching.matchWaiting(),
      () => matching.matchWaiting(),
    );
    expect(won.sort()).toEqual([10, 50]);
    const texts = server.asked.flatMap(({ input }) => input).filter((text) => text.startsWith('Old bridge'));
    expect(new Set(texts).size).toBe(60);
    expect(texts).toHaveLength(60);
  });

  const badDays: [string, Behaviour][] = [
    ['asks to slow down', fails(429, 'slow down', { 'retry-after': '30' })],
    ['is unwell', fails(500, 'oops')],
    ['says nothing', staysSilent],
    ['stops halfway', stopsHalfway],
    ['hangs up', hangsUp],
    ['breaks off', says('{"data": [{"index": 0, "embedding": [0.1,')],
    ['gives one vector too few', embedsWrongly((rows) => rows.slice(1))],
    ['gives numbers that are none', says('{"data": [{"index": 0, "embedding": [NaN]}]}')],
    ['says the same of everything', embeds(() => [1, 0.5])],
    ['gives vectors of two lengths', embeds((text) => Array<number>(1 + (text.length % 3)).fill(1))],
  ];

  it('holds no event up on a bad day: words decide, and the server is left alone for a while', async () => {
    await propose(BRIDGE, HARBOUR, FERRY);
    for (const [, behaviour] of badDays) {
      await world.database.direct.match.deleteMany();
      await world.database.direct.eventTerm.deleteMany();
      await world.database.direct.eventReport.deleteMany();
      matchWith({ url: server.url, timeoutMs: 300 });
      server.play(behaviour);
      await reportAll();
      expect(await matching.matchWaiting()).toBe(4);
      expect(await waiting()).toBe(0);
      expect(await suggested()).toMatchObject(BY_WORDS);
      const asked = server.asked.length;
      expect(asked).toBe(1);
      await report('Bridge over the estuary is gone', 'The old bridge was torn down.');
      expect(await matching.matchWaiting()).toBe(1);
      expect(server.asked).toHaveLength(asked);
    }
  });

  it('is asked again after a while, longer after each failure, and forgets a model that became another', async () => {
    server.play(fails(503, 'away'));
    await propose(BRIDGE);
    const arrive = async (n: number) => {
      await report(`Old bridge demolished, day ${String(n)}`, 'The estuary is free.');
      return matching.matchWaiting();
    };
    const passes = async (minutes: number, n: number, askedBy: number) => {
      elapsedMs += minutes * 60_000;
      await arrive(n);
      expect(server.asked).toHaveLength(askedBy);
    };
    await passes(0, 1, 1);
    await passes(0.9, 2, 1);
    await passes(0.2, 3, 2);
    await passes(1.5, 4, 2);
    await passes(0.6, 5, 3);
    expect(meaning.isReady).toBe(false);
    elapsedMs += 20 * 60_000;
    server.play(goodModel);
    await arrive(6);
    expect(meaning.isReady).toBe(true);
    server.play(embeds((text) => [text.length, 1]));
    await arrive(7);
    expect(meaning.isReady).toBe(false);
    elapsedMs += 20 * 60_000;
    server.play(goodModel);
    await arrive(8);
    // The references are read anew: nothing of before can be compared with what comes now.
    expect(server.asked.flatMap(({ input }) => input).length).toBeGreaterThan(20);
    expect(await waiting()).toBe(0);
  });
});
