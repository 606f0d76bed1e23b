import path from 'node:path';
import { ConfigError, type SettingProblem } from './config-error.js';
import * as setting from './setting.js';
import type { Environment, Setting } from './setting.js';

function define<Value>(one: Setting<Value>): Setting<Value> {
  return one;
}
const SECRET_EXAMPLE = '"$(openssl rand -hex 32)"';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const MODES = ['real', 'demo', 'test'] as const;

const SETTINGS = {
  PORT: define({ schema: setting.port, example: '3000' }),
  HOST: define({ schema: setting.host, example: '127.0.0.1' }),
  BASE_URL: define({ schema: setting.baseUrl, example: 'https://outturn.example.org' }),
  OUTTURN_DATA: define({ schema: setting.folder, example: './.outturn' }),
  OUTTURN_SECRET: define({ schema: setting.secret, example: SECRET_EXAMPLE, isSecret: true }),
  DATABASE_URL: define({
    schema: setting.address(['postgresql', 'postgres'], 'a PostgreSQL address', true),
    example: 'postgresql://user:password@127.0.0.1:5432/outturn',
    isSecret: true,
  }),
  REDIS_URL: define({
    schema: setting.address(['redis', 'rediss'], 'a Redis address'),
    example: 'redis://127.0.0.1:6379',
    isSecret: true,
  }),
  SMTP_URL: define({
    schema: setting.address(['smtp', 'smtps'], 'an SMTP address'),
    example: 'smtps://user:password@mail.example.org',
    isSecret: true,
  }),
  MAIL_FROM: define({ schema: setting.mailAddress, example: '"Outturn <outturn@example.org>"' }),
  MAIL_CONNECTIONS: define({ schema: setting.count(1, 20), example: '4' }),
  MAIL_PER_MINUTE: define({ schema: setting.count(1, 100_000), example: '300' }),
  LLM_URL: define({ schema: setting.serviceUrl, example: 'http://127.0.0.1:11434/v1' }),
  LLM_MODEL: define({ schema: setting.modelName, example: 'qwen3:8b' }),
  LLM_API_KEY: define({ schema: setting.apiKey, example: '"$(cat /run/secrets/llm-key)"', isSecret: true }),
  LLM_TIMEOUT_MS: define({ schema: setting.milliseconds(100, 240_000), example: '120000' }),
  EMBEDDINGS_URL: define({ schema: setting.serviceUrl, example: 'http://127.0.0.1:11434/v1' }),
  EMBEDDINGS_MODEL: define({ schema: setting.modelName, example: 'nomic-embed-text' }),
  EMBEDDINGS_API_KEY: define({
    schema: setting.apiKey,
    example: '"$(cat /run/secrets/embeddings-key)"',
    isSecret: true,
  }),
  EMBEDDINGS_TIMEOUT_MS: define({ schema: setting.milliseconds(100, 30_000), example: '5000' }),
  FETCH_ALLOWED_NETWORKS: define({ schema: setting.networks, example: '10.20.0.0/16' }),
  LOG_LEVEL: define({ schema: setting.oneOf(LOG_LEVELS), example: 'info' }),
  OUTTURN_MODE: define({ schema: setting.oneOf(MODES), example: 'real' }),
};

type Settings = typeof SETTINGS;
type Values = { [K in keyof Settings]: Settings[K] extends Setting<infer Value> ? Value | null : never };

/** What an installation is for; set by `outturn start`, not by people. */
export type Mode = (typeof MODES)[number];
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A server with a model, one that speaks OpenAI's protocol. */
export interface ModelServerConfig {
  /** What `/chat/completions` or `/embeddings` is appended to, as it was written. */
  readonly url: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** The longest one answer may take; of embeddings: all that are asked for at once. */
  readonly timeoutMs: number;
}

/** The settings as written, null where nothing is: what the command line decides by before a database is running. */
export interface PartialConfig {
  readonly mode: Mode;
  readonly port: number;
  readonly host: string;
  /** Where people reach the service, without a slash at its end. */
  readonly baseUrl: string;
  /** Absolute path. */
  readonly dataFolder: string;
  readonly secret: string | null;
  readonly databaseUrl: string | null;
  /** Null: BullMQ works on PostgreSQL. */
  readonly redisUrl: string | null;
  /** Null: mail stays in the local inbox. Always null in a demo. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Connections to the mail server that one process keeps busy. */
  readonly mailConnections: number;
  /** Mails handed over a minute by all processes together; null is as many as the server takes. */
  readonly mailPerMinute: number | null;
  /** Null: texts are read by the rules alone. Always null in a demo. */
  readonly llm: ModelServerConfig | null;
  /** Null: events find propositions by words alone. Always null in a demo. */
  readonly embeddings: ModelServerConfig | null;
  /** Networks besides the public ones that feeds may be fetched from. Always empty in a demo. */
  readonly fetchAllowedNetworks: readonly string[];
  readonly logLevel: LogLevel;
}

/** The settings of a running service, complete and checked. Also the Nest token they are injected by. */
export class Config implements PartialConfig {
  readonly mode: Mode;
  readonly port: number;
  readonly host: string;
  readonly baseUrl: string;
  readonly dataFolder: string;
  readonly secret: string;
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly mailConnections: number;
  readonly mailPerMinute: number | null;
  readonly llm: ModelServerConfig | null;
  readonly embeddings: ModelServerConfig | null;
  readonly fetchAllowedNetworks: readonly string[];
  readonly logLevel: LogLevel;

  constructor(settings: PartialConfig & { readonly secret: string; readonly databaseUrl: string }) {
    this.mode = settings.mode;
    this.port = settings.port;
    this.host = settings.host;
    this.baseUrl = settings.baseUrl;
    this.dataFolder = settings.dataFolder;
    this.secret = settings.secret;
    this.databaseUrl = settings.databaseUrl;
    this.redisUrl = settings.redisUrl;
    this.smtpUrl = settings.smtpUrl;
    this.mailFrom = settings.mailFrom;
    this.mailConnections = settings.mailConnections;
    this.mailPerMinute = settings.mailPerMinute;
    // Also where a command has found the demo running: no text of it is sent anywhere.
    this.llm = settings.mode === 'demo' ? null : settings.llm;
    this.embeddings = settings.mode === 'demo' ? null : settings.embeddings;
    // A visitor of a demo may name addresses; none of them leads into the operator's network.
    this.fetchAllowedNetworks = settings.mode === 'demo' ? [] : settings.fetchAllowedNetworks;
    this.logLevel = settings.logLevel;
  }
}

/** Reads what is there; a bad value is a {@link ConfigError}, a missing one null or its default. */
export function readPartialConfig(env: Environment): PartialConfig {
  const values = parseAll(env);
  const mode = values.OUTTURN_MODE ?? 'real';
  const port = values.PORT ?? 3000;
  const host = values.HOST ?? '127.0.0.1';
  const baseUrl = values.BASE_URL ?? `http://${reachable(host)}:${String(port)}`;
  return {
    mode,
    port,
    host,
    baseUrl,
    dataFolder: path.resolve(values.OUTTURN_DATA ?? './.outturn'),
    secret: values.OUTTURN_SECRET,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    // A demo never writes to anyone, whatever the environment says.
    smtpUrl: mode === 'demo' ? null : values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? `Outturn <no-reply@${mailDomain(baseUrl)}>`,
    mailConnections: values.MAIL_CONNECTIONS ?? 4,
    // Many servers refuse who sends more than five a second.
    mailPerMinute: values.MAIL_PER_MINUTE ?? 300,
    llm: mode === 'demo' ? null : readModelServer(values, 'LLM', 120_000),
    // Events wait for it: a model that is asked for a line of text answers in a fraction of that.
    embeddings: mode === 'demo' ? null : readModelServer(values, 'EMBEDDINGS', 5_000),
    fetchAllowedNetworks: values.FETCH_ALLOWED_NETWORKS ?? [],
    logLevel: values.LOG_LEVEL ?? (mode === 'test' ? 'silent' : 'info'),
  };
}

/** Reads the settings of a service, which needs a database and a secret. Pure: the environment is an argument. */
export function readConfig(env: Environment): Config {
  const { secret, databaseUrl, ...rest } = readPartialConfig(env);
  const missing: SettingProblem[] = [];
  if (secret === null) missing.push(problem('OUTTURN_SECRET', 'is missing'));
  if (databaseUrl === null) missing.push(problem('DATABASE_URL', 'is missing'));
  if (secret === null || databaseUrl === null) throw new ConfigError(missing);
  return new Config({ ...rest, secret, databaseUrl });
}

/** Address and model go together; one without the other is a mistake and not a wish for none. */
function readModelServer(
  values: Values,
  names: 'LLM' | 'EMBEDDINGS',
  usualTimeoutMs: number,
): ModelServerConfig | null {
  const { [`${names}_URL` as const]: url, [`${names}_MODEL` as const]: model } = values;
  if (url === null && model === null) return null;
  const half = (lacking: 'URL' | 'MODEL', there: 'URL' | 'MODEL') =>
    new ConfigError([problem(`${names}_${lacking}`, `is missing, while ${names}_${there} is set`)]);
  if (url === null) throw half('URL', 'MODEL');
  if (model === null) throw half('MODEL', 'URL');
  const apiKey = values[`${names}_API_KEY`];
  return { url, model, apiKey, timeoutMs: values[`${names}_TIMEOUT_MS`] ?? usualTimeoutMs };
}

function parseAll(env: Environment): Values {
  const problems: SettingProblem[] = [];
  const read = <K extends keyof Settings>(variable: K): unknown => {
    const written = env[variable]?.trim();
    if (written === undefined || written === '') return null;
    const parsed = SETTINGS[variable].schema.safeParse(written);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    problems.push(problem(variable, issue?.message ?? 'cannot be read', written));
    return null;
  };
  const values = Object.fromEntries(
    (Object.keys(SETTINGS) as (keyof Settings)[]).map((variable) => [variable, read(variable)]),
  );
  if (problems.length > 0) throw new ConfigError(problems);
  return values as Values;
}

function problem(variable: keyof Settings, fault: string, written?: string): SettingProblem {
  const { example, isSecret = false }: Setting<unknown> = SETTINGS[variable];
  const shown = written === undefined || isSecret ? '' : ` (${JSON.stringify(written.slice(0, 80))})`;
  return { variable, line: `${variable}${shown} ${fault}. A good example: ${variable}=${example}` };
}

/** An address that a browser on this machine can open when the service listens on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** The part of a sender's address behind the @: a name, since few servers take mail from a bare IP address. */
function mailDomain(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  const isAddress = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  return isAddress || hostname === 'localhost' ? 'localhost.localdomain' : hostname;
}
