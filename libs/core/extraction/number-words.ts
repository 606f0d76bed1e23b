/** Numbers as words, for probabilities: "seventy-five", "a hundred", "one in a million". */

const ONES: Readonly<Record<string, number>> = {
  zero: 0,
  nought: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const LARGE: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

const ONES_PATTERN = Object.keys(ONES).join('|');
const TENS_PATTERN = Object.keys(TENS).join('|');
const LARGE_PATTERN = Object.keys(LARGE).join('|');

/** Source of a pattern for a number up to 100 in digits (with decimals) or words. No capturing groups. */
export const UP_TO_HUNDRED = String.raw`(?:\d{1,3}(?:\.\d{1,6})?|(?:${TENS_PATTERN})(?:[ -](?:${ONES_PATTERN}))?|${ONES_PATTERN}|(?:a |one )?hundred)`;

/** Source of a pattern for a count of any size: "5", "1,000", "ten", "a million". No capturing groups. */
export const COUNT = String.raw`(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,9}(?:\.\d{1,3})?|(?:(?:a|one|ten|a hundred)[ -])?(?:${LARGE_PATTERN})|(?:${TENS_PATTERN})(?:-(?:${ONES_PATTERN}))?|${ONES_PATTERN})`;

/**
 * The value of what one of the patterns matched; NaN for anything else.
 *
 * @example parseNumber('seventy-five') // 75
 */
export function parseNumber(raw: string): number {
  const said = raw.toLowerCase().trim();
  if (/^[\d.,]+$/u.test(said)) return Number(said.replaceAll(',', ''));
  let total = 0;
  for (const word of said.split(/[ -]/u)) {
    if (word === 'a' || word === 'an' || word === '') continue;
    const large = own(LARGE, word);
    if (large !== undefined) total = Math.max(total, 1) * large;
    else total += own(ONES, word) ?? own(TENS, word) ?? Number.NaN;
  }
  return total;
}

function own(record: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
