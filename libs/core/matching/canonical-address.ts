/** Parameters that say how a reader came, not what is read. */
const TRACKING =
  /^(?:utm_|mc_|ga_|at_|__twitter_impression$|_ga$)|^(?:fbclid|gclid|dclid|msclkid|igshid|yclid|twclid|ref|ref_src|cmpid|ocid|ns_campaign|ns_mchannel|smid|s_kwcid|amp|output)$/u;
const LONGEST = 380;

/**
 * One spelling for all addresses of one page: without protocol, "www.", "m." or "amp." before the host, port of the
 * protocol, fragment, tracking parameters and slash at the end; what is left of the query in the order of its names.
 *
 * @returns host, path and query; null for what is no web address, or too long to be told from others by
 * @example canonicalAddress('https://www.example.org/a/?utm_source=x#top') === 'example.org/a'
 */
export function canonicalAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = url.host.replace(/^(?:www|m|amp|mobile)\.(?=[^.]+\.)/u, '');
  const path = url.pathname.replace(/\/(?:amp\/?)?$/u, '');
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(byName);
  const search = new URLSearchParams(query).toString();
  const canonical = `${host}${path}${search === '' ? '' : `?${search}`}`;
  return canonical.length > LONGEST ? null : canonical;
}

function byName([a, x]: readonly [string, string], [b, y]: readonly [string, string]): number {
  if (a !== b) return a < b ? -1 : 1;
  return x < y ? -1 : Number(x > y);
}
