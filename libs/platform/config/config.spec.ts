import { Config, readConfig, readPartialConfig } from './config.js';
import { ConfigError } from './config-error.js';
import type { Environment } from './setting.js';

const SECRET = '6f1c9a0d5be24873a1f0c2d94e7b8356';
const GOOD = { OUTTURN_SECRET: SECRET, DATABASE_URL: 'postgresql://outturn@127.0.0.1:5432/outturn' };

function faultsOf(env: Environment): string[] {
  try {
    readConfig({ ...GOOD, ...env });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ line }) => line);
    throw error;
  }
}

describe('settings from the environment', () => {
  it('has a default for everything that a service on one machine needs', () => {
    const config = readConfig(GOOD);
    expect(config).toBeInstanceOf(Config);
    expect(config).toMatchObject({
      mode: 'real',
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://127.0.0.1:3000',
      redisUrl: null,
      smtpUrl: null,
      logLevel: 'info',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ ...GOOD, REDIS_URL: '  ', PORT: '' })).toMatchObject({ redisUrl: null, port: 3000 });
  });

  it('names an address that people can open when it listens on all', () => {
    expect(readConfig({ ...GOOD, HOST: '0.0.0.0', PORT: '8080' }).baseUrl).toBe('http://localhost:8080');
    expect(readConfig({ ...GOOD, BASE_URL: 'https://board.example.org/' }).baseUrl).toBe(
      'https://board.example.org',
    );
  });

  it.each([
    ['PORT', 'abc', 'is not a port number'],
    ['PORT', '0', 'is not a port number'],
    ['PORT', '70000', 'is not a port number'],
    ['HOST', 'http://localhost', 'is not a host name'],
    ['BASE_URL', 'board.example.org', 'is not a web address'],
    ['BASE_URL', 'ftp://board.example.org', 'must start with http:// or https://'],
    ['BASE_URL', 'https://board.example.org/?a=1', 'must not have a query'],
    ['DATABASE_URL', 'mysql://root@localhost/outturn', 'must start with postgresql:// or postgres://'],
    ['DATABASE_URL', 'postgresql://localhost', 'names no database'],
    ['REDIS_URL', 'localhost:6379', 'must start with redis:// or rediss://'],
    ['SMTP_URL', 'mail.example.org', 'is not an SMTP address'],
    ['MAIL_FROM', 'Outturn', 'is not one mail address'],
    ['MAIL_FROM', 'a@example.org, b@example.org', 'is not one mail address'],
    ['LLM_URL', '127.0.0.1:11434', 'is not a web address'],
    ['LLM_URL', 'file:///etc/models', 'must start with http:// or https://'],
    ['LLM_URL', 'https://me:pass@models.example.org/v1', 'must not hold a user name or password'],
    ['LLM_MODEL', 'two words', 'is not the name of a model'],
    ['LLM_API_KEY', 'a key\nX-More: header', 'holds blanks'],
    ['LLM_TIMEOUT_MS', '5', 'is not a number of milliseconds from 100 to 240000'],
    ['LLM_TIMEOUT_MS', '2 minutes', 'is not a number of milliseconds'],
    ['EMBEDDINGS_URL', 'ftp://models.example.org/v1', 'must start with http:// or https://'],
    ['EMBEDDINGS_TIMEOUT_MS', '60000', 'is not a number of milliseconds from 100 to 30000'],
    ['LOG_LEVEL', 'loud', 'is not one of fatal, error'],
    ['OUTTURN_SECRET', 'change-me-change-me-change-me-change-me', 'is a placeholder'],
    ['OUTTURN_SECRET', 'short', 'is shorter than 32 characters'],
    ['OUTTURN_SECRET', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'repeats itself'],
  ])(
    'refuses %s=%s with one line that says what is wrong and shows a good example',
    (variable, value, fault) => {
      const lines = faultsOf({ [variable]: value });
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(variable);
      expect(lines[0]).toContain(fault);
      expect(lines[0]).toMatch(new RegExp(`A good example: ${variable}=\\S`));
      expect(lines[0]).not.toContain('\n');
    },
  );

  it('tells all faults at once', () => {
    expect(faultsOf({ PORT: 'x', LOG_LEVEL: 'y' })).toHaveLength(2);
  });

  it('never repeats a secret', () => {
    const [line] = faultsOf({ DATABASE_URL: 'mysql://root:hunter2@localhost/outturn' });
    expect(line).not.toContain('hunter2');
    expect(faultsOf({ LLM_API_KEY: 'sk-hunter2 ' + 'x' }).join()).not.toContain('hunter2');
  });

  it('says what a service cannot do without', () => {
    expect(() => readConfig({})).toThrow(/OUTTURN_SECRET is missing[^]*DATABASE_URL is missing/);
    expect(readPartialConfig({})).toMatchObject({ secret: null, databaseUrl: null });
  });

  it('knows no mail server in a demo, whatever the environment says', () => {
    const env = { ...GOOD, SMTP_URL: 'smtp://127.0.0.1:25' };
    expect(readConfig({ ...env, OUTTURN_MODE: 'demo' }).smtpUrl).toBeNull();
    expect(readConfig(env).smtpUrl).toBe('smtp://127.0.0.1:25');
  });

  it('reads where a language model is, and knows none unless told', () => {
    const env = { ...GOOD, LLM_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'qwen3:8b' };
    expect(readConfig(GOOD).llm).toBeNull();
    expect(readConfig(env).llm).toEqual({
      url: 'http://127.0.0.1:11434/v1',
      model: 'qwen3:8b',
      apiKey: null,
      timeoutMs: 120_000,
    });
    expect(readConfig({ ...env, LLM_API_KEY: 'sk-1', LLM_TIMEOUT_MS: '5000' }).llm).toMatchObject({
      apiKey: 'sk-1',
      timeoutMs: 5_000,
    });
  });

  it.each([
    [{ LLM_URL: 'http://127.0.0.1:11434/v1' }, /^LLM_MODEL is missing, while LLM_URL is set/],
    [{ LLM_MODEL: 'qwen3:8b' }, /^LLM_URL is missing, while LLM_MODEL is set/],
    [{ EMBEDDINGS_MODEL: 'e5' }, /^EMBEDDINGS_URL is missing, while EMBEDDINGS_MODEL is set/],
  ])('takes half of a model for a mistake', (env, message) => {
    expect(() => readConfig({ ...GOOD, ...env })).toThrow(message);
  });

  it('reads where an embedding model is, beside the language model or without', () => {
    const env = { ...GOOD, EMBEDDINGS_URL: 'http://127.0.0.1:11434/v1', EMBEDDINGS_MODEL: 'e5' };
    expect(readConfig(GOOD).embeddings).toBeNull();
    expect(readConfig(env)).toMatchObject({
      llm: null,
      embeddings: { url: 'http://127.0.0.1:11434/v1', model: 'e5', apiKey: null, timeoutMs: 5_000 },
    });
    expect(readConfig({ ...env, OUTTURN_MODE: 'demo' }).embeddings).toBeNull();
    expect(new Config({ ...readConfig(env), mode: 'demo' }).embeddings).toBeNull();
  });

  it('sends no text of a demo to a language model, also for a command that finds the demo running', () => {
    const env = { ...GOOD, LLM_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'qwen3:8b' };
    expect(readConfig({ ...env, OUTTURN_MODE: 'demo' }).llm).toBeNull();
    expect(new Config({ ...readConfig(env), mode: 'demo' }).llm).toBeNull();
  });

  it('opens no network by itself, takes a list of them, and none in a demo', () => {
    expect(readConfig(GOOD).fetchAllowedNetworks).toEqual([]);
    const env = { ...GOOD, FETCH_ALLOWED_NETWORKS: '10.20.0.0/16, fd12:3456::/32' };
    expect(readConfig(env).fetchAllowedNetworks).toEqual(['10.20.0.0/16', 'fd12:3456::/32']);
    expect(new Config({ ...readConfig(env), mode: 'demo' }).fetchAllowedNetworks).toEqual([]);
  });

  it.each([
    '0.0.0.0/0',
    '10.0.0.0/7',
    '::/0',
    '10.0.0.1',
    '10.0.0.0/33',
    'intranet',
    '10.0.0.0/8;11.0.0.0/8',
  ])('takes no %s for a list of networks', (written) => {
    expect(faultsOf({ FETCH_ALLOWED_NETWORKS: written })).toHaveLength(1);
  });

  it('is quiet in tests', () => {
    expect(readConfig({ ...GOOD, OUTTURN_MODE: 'test' }).logLevel).toBe('silent');
  });
});
