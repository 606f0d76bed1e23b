import { embeds, embedsWrongly, knowing, says } from '../../../test/support/embedding-answers.js';
import {
  type Behaviour,
  fails,
  floods,
  hangsUp,
  ModelServer,
  redirects,
  staysSilent,
  stopsHalfway,
} from '../../../test/support/model-server.js';
import { EmbeddingModel } from './embedding-model.js';
import { ModelFailure } from './model-failure.js';

const KEY = 'sk-not-to-be-seen';
const vectorOf = (text: string): number[] => [text.length, 1, 0.5];

describe('asking an embedding model over HTTP', () => {
  let server: ModelServer;

  beforeAll(async () => {
    server = await ModelServer.start();
  });

  afterAll(() => server.stop());

  const modelAt = (url: string, timeoutMs = 5_000) =>
    new EmbeddingModel({ embeddings: { url, model: 'test-embedder', apiKey: KEY, timeoutMs } });

  async function failureOf(
    model: EmbeddingModel,
    texts: readonly string[] = ['a', 'bb'],
  ): Promise<ModelFailure> {
    const failure: unknown = await model.embed(texts).catch((error: unknown) => error);
    if (failure instanceof ModelFailure) return failure;
    throw new Error('the model answered', { cause: failure });
  }

  it('sends the texts and the key in its header, and gives a vector for each', async () => {
    server.play(embeds(vectorOf));
    expect(await modelAt(server.url).embed(['a', 'bb'])).toEqual([
      Float32Array.of(1, 1, 0.5),
      Float32Array.of(2, 1, 0.5),
    ]);
    const [asked, ...more] = server.asked;
    expect(more).toEqual([]);
    expect(asked).toMatchObject({
      path: '/v1/embeddings',
      input: ['a', 'bb'],
      body: { model: 'test-embedder' },
    });
    expect(asked?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  it('sends thirty-two at once, and none where there is none', async () => {
    server.play(embeds(vectorOf));
    const texts = Array.from({ length: 70 }, (_, n) => 'x'.repeat(n + 1));
    const vectors = await modelAt(server.url).embed(texts);
    expect(vectors.map(([length]) => length)).toEqual(texts.map(({ length }) => length));
    expect(server.asked.map(({ input }) => input.length)).toEqual([32, 32, 6]);
    expect(await modelAt(server.url).embed([])).toEqual([]);
    expect(server.asked).toHaveLength(3);
  });

  it('takes vectors in any order, and in that of the texts where the server numbers none', async () => {
    server.play(
      embedsWrongly((rows) => [...rows].reverse(), vectorOf),
      embedsWrongly((rows) => rows.map(({ embedding }) => ({ embedding })), vectorOf),
    );
    const model = modelAt(server.url);
    for (let time = 0; time < 2; time += 1)
      expect((await model.embed(['a', 'bb', 'ccc'])).map(([length]) => length)).toEqual([1, 2, 3]);
  });

  it.each<[string, string, boolean, Behaviour]>([
    ['asks to slow down', 'RATE_LIMITED', true, fails(429, 'slow down', { 'retry-after': '0' })],
    ['is unwell', 'SERVER_ERROR', true, fails(500, 'oops')],
    ['hangs up', 'UNREACHABLE', true, hangsUp],
    ['does not know the key', 'NOT_ALLOWED', false, fails(401, 'wrong key')],
    ['does not know the model', 'REFUSED', false, fails(404, 'no such model')],
    ['sends without end', 'ANSWER_TOO_LARGE', false, floods],
    ['breaks off', 'BAD_ANSWER', false, says('{"data": [{"index": 0, "embedding": [0.1, 0.')],
    ['sends a page', 'BAD_ANSWER', false, says('<html>Hello</html>')],
    [
      'writes NaN',
      'BAD_ANSWER',
      false,
      says('{"data":[{"index":0,"embedding":[NaN]},{"index":1,"embedding":[1]}]}'),
    ],
    [
      'writes null for a number',
      'BAD_ANSWER',
      false,
      embedsWrongly((rows) => rows.map((row) => ({ ...row, embedding: [null, 1] }))),
    ],
    [
      'writes numbers that are too large',
      'BAD_ANSWER',
      false,
      embedsWrongly((rows) => rows.map((row) => ({ ...row, embedding: [1e300, 1] }))),
    ],
    ['sends zeros', 'BAD_ANSWER', false, embeds(() => [0, 0])],
    ['sends a vector too few', 'BAD_ANSWER', false, embedsWrongly((rows) => rows.slice(1))],
    ['sends one too many', 'BAD_ANSWER', false, embedsWrongly((rows) => [...rows, ...rows.slice(0, 1)])],
    [
      'sends one twice',
      'BAD_ANSWER',
      false,
      embedsWrongly((rows) => rows.map((row) => ({ ...row, index: 0 }))),
    ],
    ['sends them of two lengths', 'BAD_ANSWER', false, embeds((text) => Array<number>(text.length).fill(1))],
    ['sends empty ones', 'BAD_ANSWER', false, embeds(() => [])],
    [
      'sends longer ones than any model has',
      'BAD_ANSWER',
      false,
      embeds(() => Array<number>(20_000).fill(1)),
    ],
  ])(
    'gives no vector where the server %s (%s, may pass: %s), and asks once',
    async (_, fault, isPassing, behaviour) => {
      server.play(behaviour);
      const failure = await failureOf(modelAt(server.url));
      expect(failure).toMatchObject({ fault, isPassing });
      expect(failure.message).not.toContain(KEY);
      expect(server.asked).toHaveLength(1);
    },
  );

  it.each([
    ['silent', staysSilent],
    ['stuck in the middle', stopsHalfway],
  ])('gives up on a server that is %s, after the time that was set', async (_, behaviour) => {
    server.play(behaviour);
    const failure = await failureOf(modelAt(server.url, 150));
    expect(failure).toMatchObject({ fault: 'TIMED_OUT' });
    expect(failure.message).toContain('EMBEDDINGS_TIMEOUT_MS');
  });

  it('gives all requests together that time: the second has what the first left', async () => {
    server.play(embeds(vectorOf), staysSilent);
    const texts = Array.from({ length: 40 }, (_, n) => `text ${String(n)}`);
    expect(await failureOf(modelAt(server.url, 1_000), texts)).toMatchObject({ fault: 'TIMED_OUT' });
    expect(server.asked).toHaveLength(2);
  });

  it('believes no model whose vectors become longer from one request to the next', async () => {
    server.play(embeds(vectorOf), embeds(knowing()));
    const texts = Array.from({ length: 40 }, (_, n) => `text ${String(n)}`);
    expect(await failureOf(modelAt(server.url), texts)).toMatchObject({ fault: 'BAD_ANSWER' });
  });

  it('follows no redirect', async () => {
    const elsewhere = await ModelServer.start(embeds(vectorOf));
    try {
      server.play(redirects(`${elsewhere.url}/embeddings`));
      expect(await failureOf(modelAt(server.url))).toMatchObject({ fault: 'REDIRECTED' });
      expect(elsewhere.asked).toEqual([]);
    } finally {
      await elsewhere.stop();
    }
  });

  it('asks nobody where nothing is set up', async () => {
    const model = new EmbeddingModel({ embeddings: null });
    expect(model.name).toBeNull();
    expect(await failureOf(model)).toMatchObject({ fault: 'NOT_CONFIGURED' });
  });
});
