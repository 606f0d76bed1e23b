/** Words that say nothing of what a condition is about, and those it is joined by. */
const COMMON = new Set(
  'a an the if when once provided assuming suppose supposing should in case that this these those of to for and or is are was were be been being has have had will would can could it its there on at by with as'.split(
    ' ',
  ),
);
/** Words that turn a condition into its opposite. */
const OPPOSITE = new Set("not no never without unless except fails fail lest n't".split(' '));
/** Of the words of the shorter wording so many must stand in the other. */
const SAME_FROM = 2 / 3;

/**
 * Whether two people mean the same condition though they word it differently: most words of the shorter wording stand in
 * the other, and both or neither deny. Symmetric; wordings without a word of their own are the same where they are equal.
 *
 * @example sameCondition('if Russia invades', 'Russia invades Ukraine') // true
 * @example sameCondition('unless sanctions are lifted', 'if sanctions are lifted') // false
 */
export function sameCondition(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (isOpposite(left) !== isOpposite(right)) return false;
  const [shorter, longer] = [contentOf(left), contentOf(right)].sort((x, y) => x.size - y.size);
  if (shorter === undefined || longer === undefined || shorter.size === 0)
    return left.join(' ') === right.join(' ');
  const shared = [...shorter].filter((word) => longer.has(word)).length;
  return shared / shorter.size >= SAME_FROM;
}

function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu);
  return (words ?? []).flatMap((word) => (word.endsWith("n't") ? [word.slice(0, -3), "n't"] : [word]));
}

const isOpposite = (words: readonly string[]): boolean =>
  words.filter((word) => OPPOSITE.has(word)).length % 2 === 1;

const contentOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.filter((word) => !COMMON.has(word) && !OPPOSITE.has(word)));
