import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { AddressGuard } from './address-guard.js';
import type { FetchFault } from '#core/domain';
import { FetchFailure } from './fetch-failure.js';

const table = fs.readFileSync(path.join(__dirname, '../../../test/cases/refused-addresses.jsonl'), 'utf8');
const REFUSED = table
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { url: string; why: string });

const guard = new AddressGuard();

function faultOf(check: () => unknown): FetchFault | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof FetchFailure) return error.fault;
    throw error;
  }
}

/** Nothing here sends anything: the guard decides by the written address alone. */
describe('addresses that must not be asked', () => {
  it('has at least 300 forms of them', () => {
    expect(new Set(REFUSED.map(({ url }) => url)).size).toBeGreaterThanOrEqual(300);
  });

  it.each(REFUSED)('$url ($why)', ({ url }) => {
    expect(faultOf(() => guard.checkUrl(url))).not.toBeNull();
  });

  it.each([
    ['http://127.0.0.1/', 'PRIVATE_ADDRESS'],
    ['http://169.254.169.254/latest/meta-data/', 'PRIVATE_ADDRESS'],
    ['http://example.org:6379/', 'BAD_PORT'],
    ['http://93.184.215.14:22/', 'BAD_PORT'],
    ['file:///etc/passwd', 'BAD_SCHEME'],
    ['http://ada:pw@example.org/', 'HAS_CREDENTIALS'],
    ['not an address', 'BAD_ADDRESS'],
  ])('%s is refused as %s', (url, fault) => {
    expect(faultOf(() => guard.checkUrl(url))).toBe(fault);
  });

  it('is refused as a redirect too, absolute or relative', () => {
    const base = new URL('https://example.org/feed');
    for (const { url } of REFUSED.filter(({ why }) => !/malformed|local name/.test(why)))
      expect([url, faultOf(() => guard.checkUrl(url, base))]).not.toEqual([url, null]);
    expect(faultOf(() => guard.checkUrl('//127.0.0.1/', base))).toBe('PRIVATE_ADDRESS');
    expect(guard.checkUrl('../other.xml', base).href).toBe('https://example.org/other.xml');
  });

  it('as answers of a DNS: nothing but a public address passes', () => {
    for (const address of ['127.0.0.1', '::1', '10.1.2.3', '::ffff:10.1.2.3', 'fe80::1%eth0', '', 'nonsense'])
      expect(faultOf(() => guard.checkAddress(address, 443, 'example.org'))).toBe('PRIVATE_ADDRESS');
    expect(faultOf(() => guard.checkAddress('93.184.215.14', 443, 'example.org'))).toBeNull();
  });
});

describe('addresses that may be asked', () => {
  it.each([
    'http://example.org',
    'https://example.org/feed?a=1&b=2#part',
    'https://Bücher.example/feed',
    'http://example.org.:80/',
    'http://1.1.1.1/',
    'http://93.184.215.14:8080/feed.xml',
    'https://[2606:4700:4700::1111]/',
    'https://[2001:4860:4860::8888]:8443/rss',
    'http://localhost.example.org/',
    'http://127.0.0.1.example.org/',
    'http://local.example/',
    'https://例え.jp/',
    'http://11.0.0.1/',
    'http://172.32.0.1/',
    'http://192.169.0.1/',
    'http://100.128.0.1/',
    'http://198.20.0.1/',
    'http://223.255.255.255/',
  ])('%s', (url) => {
    expect(faultOf(() => guard.checkUrl(url))).toBeNull();
  });

  it('decides the same, however an IPv4 address is written', () => {
    const part = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(part, part, part, part, (a, b, c, d) => {
        const plain = faultOf(() => guard.checkUrl(`http://${[a, b, c, d].join('.')}/`));
        const whole = ((a * 256 + b) * 256 + c) * 256 + d;
        for (const form of [String(whole), `0x${whole.toString(16)}`, `0${whole.toString(8)}`])
          expect(faultOf(() => guard.checkUrl(`http://${form}/`))).toBe(plain);
        const mapped = `::ffff:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
        expect(faultOf(() => guard.checkUrl(`http://[${mapped}]/`))).toBe(plain);
      }),
      { numRuns: 500 },
    );
  });
});

describe('networks an operator has allowed', () => {
  const own = new AddressGuard(['10.20.0.0/16', 'fd12:3456::/32']);

  it('are open on every port, and nothing beside them is', () => {
    expect(faultOf(() => own.checkUrl('http://10.20.3.4:3000/feed'))).toBeNull();
    expect(faultOf(() => own.checkUrl('http://[fd12:3456::7]/feed'))).toBeNull();
    expect(faultOf(() => own.checkAddress('10.20.3.4', 3000, 'wiki'))).toBeNull();
    expect(faultOf(() => own.checkUrl('http://10.21.0.1/'))).toBe('PRIVATE_ADDRESS');
    expect(faultOf(() => own.checkUrl('http://127.0.0.1/'))).toBe('PRIVATE_ADDRESS');
    expect(faultOf(() => own.checkAddress('93.184.215.14', 5432, 'example.org'))).toBe('BAD_PORT');
  });

  it('never open what a cloud keeps for the machine itself', () => {
    const careless = new AddressGuard(['169.254.0.0/16', '100.64.0.0/10', 'fd00::/32', 'fe80::/32']);
    for (const address of ['169.254.169.254', '100.100.100.200', 'fd00:ec2::254', 'fe80::1'])
      expect(faultOf(() => careless.checkAddress(address, 80, 'x'))).toBe('PRIVATE_ADDRESS');
  });
});
