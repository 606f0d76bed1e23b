import dns from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { FetchFault } from '#core/domain';
import { buildConnector, Client, type Dispatcher } from 'undici';
import { AddressGuard, bareHost, portOf } from './address-guard.js';
import { FetchFailure, toFetchFailure } from './fetch-failure.js';
import { readBody } from './read-body.js';

/** What a name stands for in the DNS. */
export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

export type Resolver = (host: string) => Promise<readonly HostAddress[]>;

export interface SafeFetchOptions {
  /** Networks besides the public ones, in CIDR notation. Tests open loopback here; there is no switch for "all". */
  readonly allowedNetworks?: readonly string[];
  readonly userAgent?: string;
  /** Who is asked for addresses; the machine's resolver unless told. */
  readonly resolve?: Resolver;
  /** A certificate to be trusted besides the usual ones, as PEM. */
  readonly ca?: string;
  /** Told of every address that was refused before or while it was asked. */
  readonly onRefusal?: (refusal: Refusal) => void;
}

/** An address that is not asked: somebody's mistake, or somebody's try to reach into the network. */
export interface Refusal {
  readonly reason: FetchFault;
  /** Host and port only: a path, a query or a password is nobody's business. */
  readonly host: string;
  /** How many redirects led there. */
  readonly hops: number;
}

export interface FetchRequest {
  /** Sent with the request; never cookies or keys, since redirects are followed. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Largest body, as sent and as unpacked. */
  readonly maxBytes: number;
  /** Media types that are taken; without, all. Servers that name none are let through. */
  readonly types?: RegExp;
  readonly totalMs?: number;
  /** The longest silence. */
  readonly idleMs?: number;
  readonly maxRedirects?: number;
}

export interface FetchedPage {
  readonly status: number;
  /** Where the answer came from, after redirects. */
  readonly url: string;
  /** Where a permanent redirect (301, 308) from the first address leads, when every step of the way was permanent. */
  readonly movedTo: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked; empty unless the status is 2xx. */
  readonly body: Buffer;
}

const CONNECT_MS = 5_000;
const TOTAL_MS = 20_000;
const IDLE_MS = 8_000;
const REDIRECTS = 3;
const REDIRECTING: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** What is refused for where it leads, and not for how a server answers. */
const REFUSALS: ReadonlySet<FetchFault> = new Set([
  'BAD_SCHEME',
  'HAS_CREDENTIALS',
  'PRIVATE_ADDRESS',
  'BAD_PORT',
]);

/** Where a fetch stands: the address as written, and the one that redirected there. */
interface Step {
  written: string;
  from: URL | undefined;
  hops: number;
}

interface Hop {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * The only way this product fetches an address that somebody gave it. Asks public machines only: the literal, every
 * answer of the DNS and the machine really reached are checked, the checked addresses are the ones connected to, and
 * each redirect begins anew. Everything has an end: size (as sent and unpacked), time, silence, redirects.
 */
export class SafeFetch {
  private readonly guard: AddressGuard;
  private readonly resolve: Resolver;

  constructor(private readonly options: SafeFetchOptions = {}) {
    this.guard = new AddressGuard(options.allowedNetworks ?? []);
    this.resolve = options.resolve ?? ((host) => dns.lookup(host, { all: true, verbatim: true }));
  }

  /** Checks an address without asking anybody; throws a FetchFailure. Returns it in its normal form. */
  checkUrl(written: string): string {
    const step: Step = { written: written.trim(), from: undefined, hops: 0 };
    try {
      const url = this.guard.checkUrl(step.written);
      url.hash = '';
      return url.href;
    } catch (error) {
      this.report(error, step);
      throw error;
    }
  }

  /** Throws a FetchFailure; any HTTP status is an answer. */
  async get(address: string, request: FetchRequest): Promise<FetchedPage> {
    const step: Step = { written: address.trim(), from: undefined, hops: 0 };
    try {
      return await this.follow(step, request);
    } catch (error) {
      this.report(error, step);
      throw error;
    }
  }

  private report(error: unknown, step: Step): void {
    if (error instanceof FetchFailure && REFUSALS.has(error.fault))
      this.options.onRefusal?.({ reason: error.fault, host: hostOf(step), hops: step.hops });
  }

  private async follow(step: Step, request: FetchRequest): Promise<FetchedPage> {
    const signal = AbortSignal.timeout(request.totalMs ?? TOTAL_MS);
    let isPermanent = true;
    let movedTo: string | null = null;
    for (;;) {
      const url = this.guard.checkUrl(step.written, step.from);
      if (step.hops > 0 && isPermanent) movedTo = url.href;
      const { status, headers, body } = await this.ask(url, request, signal);
      const location = headers['location'];
      if (!REDIRECTING.has(status) || location === undefined)
        return { status, url: url.href, movedTo, headers, body };
      if (step.hops === (request.maxRedirects ?? REDIRECTS))
        throw new FetchFailure('TOO_MANY_REDIRECTS', `${bareHost(url)} sends us from address to address.`);
      isPermanent &&= status === 301 || status === 308;
      Object.assign(step, { written: location, from: url, hops: step.hops + 1 });
    }
  }

  private async ask(url: URL, request: FetchRequest, signal: AbortSignal): Promise<Hop> {
    const host = bareHost(url);
    try {
      const addresses = await this.addressesOf(url, signal);
      const client = new Client(url.origin, {
        connect: this.connector(url, addresses),
        headersTimeout: request.idleMs ?? IDLE_MS,
        bodyTimeout: request.idleMs ?? IDLE_MS,
        maxHeaderSize: 32_768,
        pipelining: 0,
      });
      try {
        return await this.exchange(client, url, request, signal);
      } finally {
        await client.destroy();
      }
    } catch (error) {
      throw toFetchFailure(signal.aborted ? signal.reason : error, host);
    }
  }

  private async exchange(client: Client, url: URL, request: FetchRequest, signal: AbortSignal): Promise<Hop> {
    const answer = await client.request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      signal,
      headers: {
        'user-agent': this.options.userAgent ?? 'Outturn',
        accept: '*/*',
        'accept-encoding': 'gzip, deflate, br',
        ...request.headers,
      },
    });
    const headers = flatten(answer.headers);
    const isWanted = answer.statusCode >= 200 && answer.statusCode < 300;
    if (!isWanted) {
      answer.body.on('error', () => undefined).destroy();
      return { status: answer.statusCode, headers, body: Buffer.alloc(0) };
    }
    const host = bareHost(url);
    const type = headers['content-type'];
    if (request.types !== undefined && type !== undefined && !request.types.test(type)) {
      answer.body.on('error', () => undefined).destroy();
      throw new FetchFailure(
        'WRONG_TYPE',
        `${host} answers with ${type.slice(0, 80)}, which is not what is read here.`,
      );
    }
    const body = await readBody(answer.body, headers, request.maxBytes, host);
    return { status: answer.statusCode, headers, body };
  }

  /** All addresses of the host, each of them checked: one bad answer among good ones is a trick, not an accident. */
  private async addressesOf(url: URL, signal: AbortSignal): Promise<readonly HostAddress[]> {
    const host = bareHost(url);
    const literal = /^[\d.]+$/.test(host) ? 4 : host.includes(':') ? 6 : 0;
    const addresses =
      literal === 0 ? await beforeAbort(this.resolve(host), signal) : [{ address: host, family: literal }];
    if (addresses.length === 0) throw new FetchFailure('UNKNOWN_HOST', `${host} has no address in the DNS.`);
    for (const { address } of addresses) this.guard.checkAddress(address, portOf(url), host);
    return addresses;
  }

  /** Connects to the addresses that were checked and to no other, and looks at who answered. */
  private connector(url: URL, addresses: readonly HostAddress[]): buildConnector.connector {
    const pinned: LookupFunction = (_host, options, callback) => {
      const list = addresses.map(({ address, family }) => ({ address, family }));
      const [first] = list;
      if (options.all === true || first === undefined) callback(null, list);
      else callback(null, first.address, first.family);
    };
    const connect = buildConnector({
      lookup: pinned,
      timeout: CONNECT_MS,
      autoSelectFamily: true,
      ...(this.options.ca === undefined ? {} : { ca: this.options.ca }),
    });
    return (options, callback) => {
      connect(options, (...[error, socket]) => {
        if (error !== null) {
          callback(error, null);
          return;
        }
        try {
          this.guard.checkAddress(socket.remoteAddress ?? '', portOf(url), bareHost(url));
          callback(null, socket);
        } catch (refusal) {
          socket.destroy();
          callback(refusal as Error, null);
        }
      });
    };
  }
}

function hostOf({ written, from }: Step): string {
  return URL.canParse(written, from?.href) ? new URL(written, from).host : '';
}

async function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
