import net from 'node:net';
import { z } from 'zod';

/** The environment as a process has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An environment variable: how it is read, and a good example for whoever got it wrong. */
export interface Setting<Value> {
  readonly example: string;
  /** Its value must not be repeated in messages. */
  readonly isSecret?: boolean;
  readonly schema: z.ZodType<Value, string>;
}

const fault = (test: (value: string) => boolean, message: string) =>
  z.string().refine((value) => test(value), { error: message, abort: true });

function urlOf(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    return null;
  }
}

/** An address with one of the schemes. `path` says that it must also name something after the host. */
export function address(schemes: readonly string[], what: string, needsPath = false) {
  const starts = schemes.map((scheme) => `${scheme}://`).join(' or ');
  return fault((value) => urlOf(value) !== null, `is not ${what}`)
    .refine((value) => schemes.includes(urlOf(value)?.protocol.slice(0, -1) ?? ''), {
      error: `must start with ${starts}`,
      abort: true,
    })
    .refine((value) => urlOf(value)?.hostname !== '' || urlOf(value)?.searchParams.has('host'), {
      error: 'names no host',
      abort: true,
    })
    .refine((value) => !needsPath || (urlOf(value)?.pathname.length ?? 0) > 1, {
      error: 'names no database',
    });
}

/** A TCP port. */
export const port = fault(
  (value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535,
  'is not a port number from 1 to 65535',
).transform(Number);

/** A folder, made absolute by the reader. */
export const folder = fault((value) => !value.includes('\0'), 'is not a path');

/** A name or IP address to listen on. */
export const host = fault((value) => /^[A-Za-z0-9._:-]+$/.test(value), 'is not a host name or IP address');

/** One mail address, bare or as `Name <name@example.org>`. */
export const mailAddress = fault(
  (value) =>
    /^(?:[^<>\r\n]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/.test(value) && value.length <= 320,
  'is not one mail address',
);

/** An address of this service itself, kept without a slash at its end. */
export const baseUrl = address(['http', 'https'], 'a web address')
  .refine((value) => urlOf(value)?.search === '' && urlOf(value)?.hash === '', {
    error: 'must not have a query or a fragment',
  })
  .transform((value) => value.replace(/(?<!\/)\/+$/, ''));

/** An address of another service. A query is kept, some want one; a password has a setting of its own. */
export const serviceUrl = address(['http', 'https'], 'a web address')
  .refine((value) => urlOf(value)?.username === '' && urlOf(value)?.password === '', {
    error: 'must not hold a user name or password; keys have a setting of their own',
  })
  .refine((value) => urlOf(value)?.hash === '', { error: 'must not have a fragment' });

/** What a model is called by its server. */
export const modelName = fault(
  (value) => /^[\x21-\x7e]{1,120}$/.test(value),
  'is not the name of a model (up to 120 characters without blanks)',
);

/** What is sent in a header, so nothing that could end one. */
export const apiKey = fault(
  (value) => /^[\x21-\x7e]{1,2000}$/.test(value),
  'holds blanks or characters that no key has',
);

/** Fewest bits a network may be named by: an allow-list of half the internet is a slip. */
const MIN_BITS = { 4: 8, 6: 32 } as const;

function isNetwork(written: string): boolean {
  const [address = '', bits, ...more] = written.split('/');
  const family = net.isIP(address);
  if ((family !== 4 && family !== 6) || more.length > 0 || !/^\d{1,3}$/.test(bits ?? '')) return false;
  return Number(bits) >= MIN_BITS[family] && Number(bits) <= (family === 4 ? 32 : 128);
}

/** Networks in CIDR notation, separated by commas. */
export const networks = fault(
  (value) => value.split(',').every((one) => isNetwork(one.trim())),
  'is not a list of networks such as 10.20.0.0/16 (IPv4 from /8, IPv6 from /32 on)',
).transform((value) => value.split(',').map((one) => one.trim()));

/** A length of time. */
export const milliseconds = (min: number, max: number) =>
  fault(
    (value) => /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max,
    `is not a number of milliseconds from ${String(min)} to ${String(max)}`,
  ).transform(Number);

export const count = (min: number, max: number) =>
  fault(
    (value) => /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max,
    `is not a number from ${String(min)} to ${String(max)}`,
  ).transform(Number);

const PLACEHOLDER =
  /change.{0,2}me|place.?holder|example|replace|insert|your.?(own|secret|key)|default|todo/i;
const SECRET_MIN_LENGTH = 32;
const SECRET_MIN_VARIETY = 10;

/** A key that signs sessions and links: long, varied, and not copied from an instruction. */
export const secret = fault(
  (value) => !PLACEHOLDER.test(value),
  'is a placeholder; everyone who reads the instructions knows it',
)
  .refine((value) => value.length >= SECRET_MIN_LENGTH, {
    error: `is shorter than ${String(SECRET_MIN_LENGTH)} characters`,
    abort: true,
  })
  .refine((value) => new Set(value).size >= SECRET_MIN_VARIETY, {
    error: 'repeats itself; it must be random',
  });

/** One word of a closed set. */
export function oneOf<const Word extends string>(words: readonly [Word, ...Word[]]): z.ZodType<Word, string> {
  return z.string().pipe(z.enum(words, { error: `is not one of ${words.join(', ')}` }));
}
