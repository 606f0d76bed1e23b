import ipaddr from 'ipaddr.js';
import { FetchFailure } from './fetch-failure.js';

/** Ports that web servers listen on. Anything else on a public machine is not a web page but a service of its own. */
const WEB_PORTS: ReadonlySet<number> = new Set([80, 443, 8000, 8008, 8080, 8081, 8088, 8443, 8888]);

/** Names that never stand for a public machine, whatever a DNS says of them (RFC 6761, 6762, 8375, ICANN `internal`). */
const LOCAL_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|onion)$/;

/** A machine's own cloud asks these for its keys: not to be opened by any setting. */
const METADATA = [
  '169.254.0.0/16',
  '168.63.129.16/32',
  '100.100.100.200/32',
  '192.0.0.192/32',
  'fe80::/10',
  'fd00:ec2::/32',
];

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = readonly [Address, number];

const metadata = METADATA.map((range) => ipaddr.parseCIDR(range));
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Says which machines may be asked. By default those with public addresses, on the ports of web servers; `allowed` adds
 * networks of the operator's own, in CIDR notation, on every port.
 */
export class AddressGuard {
  private readonly allowed: readonly Range[];

  constructor(allowed: readonly string[] = []) {
    this.allowed = allowed.map((range) => ipaddr.parseCIDR(range));
  }

  /**
   * Reads an address somebody gave or a server redirected to; throws a FetchFailure for what must not be asked. URL
   * itself turns every notation of a literal (octal, hex, one number, foreign digits, percent signs) into one.
   */
  checkUrl(written: string, base?: URL): URL {
    const url = parse(written, base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new FetchFailure('BAD_SCHEME', 'Only addresses that begin with http:// or https:// are fetched.');
    if (url.username !== '' || url.password !== '')
      throw new FetchFailure('HAS_CREDENTIALS', 'The address holds a user name or password; take it out.');
    const host = bareHost(url);
    if (ipaddr.isValid(host)) this.checkAddress(host, portOf(url), host);
    else if (this.allowed.length === 0) {
      const name = host.replace(/\.$/, '').toLowerCase();
      if (!name.includes('.') || LOCAL_NAME.test(name))
        throw isPrivate(host, 'is a name of a private network');
      if (!WEB_PORTS.has(portOf(url))) throw badPort(portOf(url));
    }
    return url;
  }

  /** Throws a FetchFailure unless this address may be connected to on this port. `host` is what it goes by. */
  checkAddress(address: string, port: number, host: string): void {
    const kind = this.kindOf(address);
    if (kind === 'allowed') return;
    if (kind !== 'public')
      throw isPrivate(host, host === address ? `is ${kind}` : `leads to ${address}, which is ${kind}`);
    if (!WEB_PORTS.has(port)) throw badPort(port);
  }

  private kindOf(written: string): string {
    if (!ipaddr.isValid(written) || written.includes('%')) return 'no address of a public machine';
    // ::ffff:1.2.3.4 is 1.2.3.4.
    const address = ipaddr.process(written);
    if (metadata.some((range) => isIn(address, range))) return 'kept for the machine itself';
    if (this.allowed.some((range) => isIn(address, range))) return 'allowed';
    const range = address.range();
    if (range !== 'unicast') return `not public (${range})`;
    if (address instanceof ipaddr.IPv6 && !isGlobal(address)) return 'not public (not assigned)';
    return 'public';
  }
}

/** The host without the brackets of IPv6. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** Of the assigned space, and not a tunnel's address with another one inside (ISATAP). */
function isGlobal(address: ipaddr.IPv6): boolean {
  const { parts } = address;
  const isIsatap = parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200);
  return isIn(address, globalUnicast) && !isIsatap;
}

function isIn(address: Address, [network, bits]: Range): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

function parse(written: string, base?: URL): URL {
  try {
    return new URL(written, base);
  } catch {
    throw new FetchFailure('BAD_ADDRESS', 'This is not a web address.');
  }
}

function isPrivate(host: string, why: string): FetchFailure {
  return new FetchFailure('PRIVATE_ADDRESS', `${host} is not fetched: it ${why}.`);
}

function badPort(port: number): FetchFailure {
  return new FetchFailure('BAD_PORT', `Port ${String(port)} is not one of a web server.`);
}
