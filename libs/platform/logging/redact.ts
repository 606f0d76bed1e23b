/** What a log line shows instead of a secret. */
export const CENSORED = '[redacted]';

const SECRET_FIELDS = [
  'password',
  'secret',
  'token',
  'apiKey',
  'authorization',
  'cookie',
  'smtpUrl',
  'databaseUrl',
  'redisUrl',
];

/** Paths that pino blanks out: secrets at the top of a logged object or one level down, and headers that carry them. */
export const REDACTED_PATHS: readonly string[] = [
  ...SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]),
  '*.llm.apiKey',
  '*.embeddings.apiKey',
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["x-api-key"]',
  'req.headers["webhook-signature"]',
  'res.headers["set-cookie"]',
];

const SECRET_PARAMETER = /^(token|code|state|secret|signature|sig|key|password|otp)$/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Long and not readable as words: the tokens of invitation, answer and unsubscribe links stand in the path. */
const LONG_TOKEN = /^[A-Za-z0-9_~.%-]{20,}$/;

/** `url` without what would let a reader of the log act for somebody: tokens in path and query. */
export function withoutTokens(url: string): string {
  const [path = '', query] = url.split('?', 2);
  const safePath = path
    .split('/')
    .map((segment) =>
      LONG_TOKEN.test(segment) && !UUID.test(segment) && /\d/.test(segment) ? CENSORED : segment,
    )
    .join('/');
  if (query === undefined) return safePath;
  const safeQuery = query
    .split('&')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1);
      return SECRET_PARAMETER.test(name) ? `${name}=${CENSORED}` : pair;
    })
    .join('&');
  return `${safePath}?${safeQuery}`;
}

/** `text` with the password of every address in it blanked: drivers like to print where they could not connect. */
export function withoutPasswords(text: string): string {
  return text.replace(/(?<!\w)(\w+:\/\/[^:@/\s]*):[^@/\s]+@/g, `$1:${CENSORED}@`);
}
