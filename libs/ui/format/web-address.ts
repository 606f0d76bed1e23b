/**
 * The address when a browser may follow it, else null. What is stored came from outside: `javascript:` and its
 * relatives must never become a link, however they are spelt.
 */
export function safeWebAddress(address: string | null | undefined): string | null {
  if (address === null || address === undefined) return null;
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** The part of an address a reader judges by: "example.org". */
export function hostOf(address: string): string {
  try {
    return new URL(address).hostname.replace(/^www\./u, '');
  } catch {
    return address;
  }
}
