import type { FetchFault } from '#core/domain';

/** Thrown by SafeFetch. The message is for people: it names host and reason, never the whole address. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';

  constructor(
    readonly fault: FetchFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Codes of Node, OpenSSL and undici, and what they mean. */
const BY_CODE: readonly (readonly [RegExp, FetchFault, string])[] = [
  [/^(?:ENOTFOUND|EAI_NONAME|EAI_NODATA|ENODATA)$/, 'UNKNOWN_HOST', 'has no address in the DNS'],
  [/^EAI_|^ESERVFAIL$|^EREFUSED$|^ENONAME$/, 'UNKNOWN_HOST', 'could not be looked up in the DNS'],
  [/^CERT_HAS_EXPIRED$/, 'BAD_CERTIFICATE', 'shows a certificate that has expired'],
  [/^CERT_NOT_YET_VALID$/, 'BAD_CERTIFICATE', 'shows a certificate that is not valid yet'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'BAD_CERTIFICATE', 'shows the certificate of another name'],
  [
    /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_)/,
    'BAD_CERTIFICATE',
    'shows a certificate that nobody known has signed',
  ],
  [/^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/, 'BAD_CERTIFICATE', 'does not speak TLS as it should'],
  [/TIMEOUT|ETIMEDOUT/, 'TIMED_OUT', 'did not answer in time'],
  [
    /^(?:HPE_(?!INVALID_EOF)|UND_ERR_(?:HEADERS_OVERFLOW|INVALID_ARG))/,
    'BAD_ANSWER',
    'answers something that is not HTTP',
  ],
  [
    /^(?:Z_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING)/,
    'BAD_ANSWER',
    'sends compressed data that cannot be unpacked',
  ],
  [
    /^(?:HPE_INVALID_EOF_STATE|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ECONNRESET|UND_ERR_SOCKET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/,
    'BROKEN_OFF',
    'broke off the connection',
  ],
];

/** The failure behind whatever was thrown while `host` was asked. */
export function toFetchFailure(thrown: unknown, host: string): FetchFailure {
  const chain = chainOf(thrown);
  const own = chain.find((error) => error instanceof FetchFailure);
  if (own !== undefined) return own;
  for (const error of chain) {
    const known = BY_CODE.find(([pattern]) => pattern.test(codeOf(error)));
    if (known !== undefined) return new FetchFailure(known[1], `${host} ${known[2]}.`, { cause: thrown });
    if (error.name === 'HTTPParserError')
      return new FetchFailure('BAD_ANSWER', `${host} answers something that is not HTTP.`, { cause: thrown });
    if (error.name === 'TimeoutError')
      return new FetchFailure('TIMED_OUT', `${host} did not answer in time.`, { cause: thrown });
  }
  const code = chain.map(codeOf).find((one) => one !== '');
  const why = code === undefined ? '' : ` (${code})`;
  return new FetchFailure('UNREACHABLE', `${host} cannot be reached${why}.`, { cause: thrown });
}

interface Thrown {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** The error, what caused it, and the first of several where a host has several addresses. */
function chainOf(thrown: unknown): Thrown[] {
  const chain: Thrown[] = [];
  for (let next = thrown; typeof next === 'object' && next !== null && chain.length < 8;) {
    const error: Thrown = next;
    chain.push(error);
    next = error.errors?.[0] ?? error.cause;
  }
  return chain;
}

const codeOf = ({ code }: Thrown): string => (typeof code === 'string' ? code : '');
