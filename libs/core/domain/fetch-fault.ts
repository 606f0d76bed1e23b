/** Why nothing, or nothing of use, came of a fetch. A closed set: feeds keep it, people read it in words. */
export const FETCH_FAULTS = [
  /** Refused before anything was sent. */
  'BAD_ADDRESS',
  'BAD_SCHEME',
  'BAD_PORT',
  'HAS_CREDENTIALS',
  'PRIVATE_ADDRESS',
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
