/** The address itself is at fault: refused before anything was sent. */
const ADDRESS_FAULTS = [
  'BAD_ADDRESS',
  'BAD_SCHEME',
  'BAD_PORT',
  'HAS_CREDENTIALS',
  'PRIVATE_ADDRESS',
] as const;

/** Why nothing, or nothing of use, came of a fetch. A closed set: feeds keep it, people read it in words. */
export const FETCH_FAULTS = [
  ...ADDRESS_FAULTS,
  /** The way there. */
  'UNKNOWN_HOST',
  'UNREACHABLE',
  'BAD_CERTIFICATE',
  'TIMED_OUT',
  /** What was answered. */
  'TOO_MANY_REDIRECTS',
  'BAD_ANSWER',
  'BROKEN_OFF',
  'TOO_LARGE',
  'WRONG_TYPE',
] as const;
export type FetchFault = (typeof FETCH_FAULTS)[number];

/** Whether whoever typed the address must mend it; of anything else the other side or the way there is the cause. */
export function isAddressFault(fault: string): boolean {
  return (ADDRESS_FAULTS as readonly string[]).includes(fault);
}
