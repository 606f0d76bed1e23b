/** Milliseconds a server asks to wait, by seconds or by a date; null where it says nothing that can be read. */
export function retryAfterMs(header: string | undefined, realNow: Date): number | null {
  const written = header?.trim() ?? '';
  if (/^\d{1,10}$/.test(written)) return Number(written) * 1_000;
  // Dates of HTTP end in GMT; anything else Date.parse would make something of is no such date.
  const at = / GMT$/.test(written) ? Date.parse(written) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - realNow.getTime());
}
