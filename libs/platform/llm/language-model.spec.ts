import {
  type Behaviour,
  fails,
  floods,
  hangsUp,
  knowsNo,
  ModelServer,
  redirects,
  staysSilent,
  stopsHalfway,
  writes,
} from '../../../test/support/model-server.js';
import { LanguageModel } from './language-model.js';
import { ModelFailure } from './model-failure.js';

const PROMPT = {
  instructions: 'Answer in JSON.',
  data: 'An article.',
  answer: { name: 'predictions', schema: { type: 'object' } },
};
const KEY = 'sk-not-to-be-seen';

/** Reads JSON with an `ok` in it. */
const read = (written: string): unknown => {
  try {
    const value = JSON.parse(written) as { ok?: unknown };
    return value.ok ?? null;
  } catch {
    return null;
  }
};

describe('asking a model over HTTP', () => {
  let server: ModelServer;

  beforeAll(async () => {
    server = await ModelServer.start();
  });

  afterAll(() => server.stop());

  const modelAt = (url: string, more: { apiKey?: string; timeoutMs?: number } = {}) =>
    new LanguageModel(
      { llm: { url, model: 'test-model', apiKey: more.apiKey ?? KEY, timeoutMs: more.timeoutMs ?? 5_000 } },
      10,
    );

  async function failureOf(model: LanguageModel): Promise<ModelFailure> {
    const failure: unknown = await model.ask(PROMPT, read).catch((error: unknown) => error);
    if (failure instanceof ModelFailure) return failure;
    throw new Error('the model answered', { cause: failure });
  }

  async function play(...script: Behaviour[]): Promise<unknown> {
    server.play(...script);
    return modelAt(server.url).ask(PROMPT, read);
  }

  const good = writes('{"ok": "yes"}');

  it('sends instructions and data apart, a strict schema, no randomness, and the key in its header only', async () => {
    expect(await play(good)).toBe('yes');
    const [asked, ...more] = server.asked;
    expect(more).toEqual([]);
    expect(asked?.path).toBe('/v1/chat/completions');
    expect(asked?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(asked?.body).toEqual({
      model: 'test-model',
      temperature: 0,
      seed: 1,
      messages: [
        { role: 'system', content: 'Answer in JSON.' },
        { role: 'user', content: 'An article.' },
      ],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'predictions', strict: true, schema: { type: 'object' } },
      },
    });
    expect(JSON.stringify(asked?.body)).not.toContain(KEY);
  });

  it('sends no authorisation where there is no key, and keeps a query of the address', async () => {
    server.play(good);
    const url = `${server.url}/?api-version=7`;
    const model = new LanguageModel({ llm: { url, apiKey: null, model: 'm', timeoutMs: 5_000 } });
    await model.ask(PROMPT, read);
    expect(server.asked[0]?.path).toBe('/v1/chat/completions?api-version=7');
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
  });

  it.each([
    ['asked to slow down', [fails(429, 'slow down', { 'retry-after': '0' }), good]],
    ['unwell twice', [fails(500, 'oops'), fails(503, 'overloaded'), good]],
    ['cutting the connection', [hangsUp, good]],
  ])('tries again when %s', async (_name, script) => {
    expect(await play(...script)).toBe('yes');
    expect(server.asked).toHaveLength(script.length);
  });

  it.each([
    ['seconds', { 'retry-after': '0' }],
    ['a date', { 'retry-after': 'Mon, 17 Jan 2022 09:00:00 GMT' }],
    ['milliseconds', { 'retry-after-ms': '5' }],
  ])('waits as the server asks, in %s, and not as it would by itself', async (_name, headers) => {
    server.play(fails(429, 'slow down', headers), good);
    const patient = new LanguageModel(
      { llm: { url: server.url, model: 'test-model', apiKey: null, timeoutMs: 5_000 } },
      // Longer than is ever sat out: without the server's wish this would end in a failure.
      3_600_000,
    );
    expect(await patient.ask(PROMPT, read)).toBe('yes');
  });

  it('does not sit out a wait of an hour, but leaves it to the job', async () => {
    server.play(fails(429, 'come back later', { 'retry-after': '3600' }));
    const failure = await failureOf(modelAt(server.url));
    expect(failure).toMatchObject({ fault: 'RATE_LIMITED', isPassing: true });
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    ['RATE_LIMITED', true, 3, fails(429, 'slow down')],
    ['SERVER_ERROR', true, 3, fails(502, 'bad gateway')],
    ['UNREACHABLE', true, 3, hangsUp],
    ['NOT_ALLOWED', false, 1, fails(401, 'wrong key')],
    ['REFUSED', false, 1, fails(404, 'no such model')],
    ['REFUSED', false, 1, fails(400, 'this model has a context of 2048 tokens')],
    ['ANSWER_TOO_LARGE', false, 1, floods],
    ['BAD_ANSWER', false, 2, writes('{"ok": "ye')],
    ['BAD_ANSWER', false, 2, writes('I would rather not say.')],
    ['BAD_ANSWER', false, 2, writes('')],
    ['BAD_ANSWER', false, 2, (_, response) => response.end('<html>Hello</html>')],
    ['CUT_OFF', false, 2, writes('{"ok": "ye', { finish: 'length' })],
    ['DECLINED', false, 2, writes('', { refusal: 'I cannot help with that.' })],
    ['DECLINED', false, 2, writes('{"ok": 1}', { finish: 'content_filter' })],
  ])('ends with %s (may pass: %s) after %i tries', async (fault, isPassing, tries, behaviour) => {
    server.play(behaviour);
    expect(await failureOf(modelAt(server.url))).toMatchObject({ fault, isPassing });
    expect(server.asked).toHaveLength(tries);
  });

  it.each([
    ['silent', staysSilent],
    ['stuck in the middle', stopsHalfway],
  ])('gives up on a server that is %s, after the time that was set', async (_name, behaviour) => {
    server.play(behaviour);
    const failure = await failureOf(modelAt(server.url, { timeoutMs: 150 }));
    expect(failure).toMatchObject({ fault: 'TIMED_OUT', isPassing: true });
    expect(failure.message).toContain('150 ms');
    expect(server.asked).toHaveLength(1);
  });

  it('asks once more, with another seed, when the answer makes no sense', async () => {
    expect(await play(writes('{"ok": "ye'), good)).toBe('yes');
    expect(server.asked.map(({ body }) => body.seed)).toEqual([1, 2]);
  });

  it('falls back to plain JSON where the server knows no schemas, and remembers it', async () => {
    server.play(knowsNo('json_schema', good));
    const model = modelAt(server.url);
    expect(await model.ask(PROMPT, read)).toBe('yes');
    expect(await model.ask(PROMPT, read)).toBe('yes');
    expect(server.asked.map(({ body }) => body.response_format.type)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
    ]);
  });

  it('falls back once: a server that knows no JSON either is refused', async () => {
    server.play(fails(400, "'response_format' is not supported"));
    expect(await failureOf(modelAt(server.url))).toMatchObject({ fault: 'REFUSED' });
    expect(server.asked).toHaveLength(2);
  });

  it.each(['temperature', 'seed'] as const)(
    'does without %s where the server does not take it',
    async (name) => {
      expect(await play(knowsNo(name, good))).toBe('yes');
      expect(server.asked).toHaveLength(2);
      expect(server.asked[1]?.body[name]).toBeUndefined();
    },
  );

  it('follows no redirect: text and key go to the address that was set', async () => {
    const elsewhere = await ModelServer.start(good);
    try {
      server.play(redirects(`${elsewhere.url}/chat/completions`));
      const failure = await failureOf(modelAt(server.url));
      expect(failure).toMatchObject({ fault: 'REDIRECTED', isPassing: false });
      expect(failure.message).toContain(new URL(elsewhere.url).host);
      expect(elsewhere.asked).toEqual([]);
    } finally {
      await elsewhere.stop();
    }
  });

  it('says where nobody listens', async () => {
    const gone = await ModelServer.start(good);
    await gone.stop();
    const failure = await failureOf(modelAt(gone.url));
    expect(failure).toMatchObject({ fault: 'UNREACHABLE' });
    expect(failure.message).toMatch(/^127\.0\.0\.1:\d+ does not answer \(ECONNREFUSED\)\.$/);
  });

  it('repeats what the server says, short, on one line, and without the key', async () => {
    server.play(fails(401, `Incorrect API key ${KEY}\n\u0007${'x'.repeat(5_000)}`));
    const { message } = await failureOf(modelAt(server.url));
    expect(message).toContain('Incorrect API key [redacted] xxx');
    expect(message).not.toContain(KEY);
    expect(message).not.toMatch(/\p{Cc}/u);
    expect(message.length).toBeLessThan(500);
  });

  it('asks nobody where nothing is set up', async () => {
    const model = new LanguageModel({ llm: null });
    expect(model.name).toBeNull();
    expect(await failureOf(model)).toMatchObject({ fault: 'NOT_CONFIGURED', isPassing: false });
  });
});
