const COMMON =
  /^(?:password|passwort|qwerty|letmein|welcome|iloveyou|administrator|changeme|outturn|abcdef|012345|123456)/i;
const MIN_VARIETY = 5;
/** What is left of a common beginning must be this long to count. */
const MIN_REMAINDER = 8;

/**
 * Why a password of sufficient length is still easy to guess, or null. Length is what counts; this only stops what
 * every list of leaked passwords begins with.
 */
export function findPasswordFault(password: string, about: { name: string; email: string }): string | null {
  if (new Set(password).size < MIN_VARIETY) return 'The password repeats the same few characters.';
  const rest = password.replace(COMMON, '');
  if (rest.length !== password.length && rest.length < MIN_REMAINDER)
    return 'The password begins like one everybody tries first.';
  const lower = password.toLowerCase();
  const mailbox = about.email.split('@', 1)[0]?.toLowerCase() ?? '';
  const own = [about.email.toLowerCase(), about.name.toLowerCase().replaceAll(/\s+/g, ''), mailbox];
  const isOwn = own.some(
    (word) => word.length >= 4 && lower.includes(word) && lower.length - word.length < MIN_REMAINDER,
  );
  return isOwn ? 'The password is little more than your name or address.' : null;
}
