import { nameKey } from '#core/domain';

/**
 * Letters of other scripts, and digits, that are drawn like a Latin letter in common fonts. Source: Unicode UTS 39,
 * confusables.txt, the single letters of Cyrillic, Greek and the digits.
 */
const DRAWN_LIKE: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  һ: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  ѵ: 'v',
  х: 'x',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  // Greek
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'u',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  // Latin without a decomposition, and digits
  ı: 'i',
  ł: 'l',
  ø: 'o',
  0: 'o',
  1: 'l',
  5: 's',
};

/**
 * What a name looks like at a glance: of two names that look alike the result is the same. Written in other letters
 * ("Аnna" with a Cyrillic А), with l, I, 1 or rn, m exchanged, with other spaces.
 * lookAlikeKey("Аnna Bemer") with a Cyrillic А and lookAlikeKey("Anna Berner") are both "annabemer".
 */
export function lookAlikeKey(name: string): string {
  const letters = [...nameKey(name)].map((letter) => DRAWN_LIKE[letter] ?? letter).join('');
  return letters.replaceAll(' ', '').replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('i', 'l');
}

/**
 * The first and the last word of a name: two spellings of one person mostly share them ("Anna B. Low", "Anna Low").
 * Null for a single word, which too many share.
 */
export function outerNames(name: string): string | null {
  const words = nameKey(name).split(' ');
  const first = words[0];
  const last = words.at(-1);
  return words.length < 2 || first === undefined || last === undefined ? null : `${first} ${last}`;
}

export type NameLikeness = 'looks_alike' | 'same_outer_names';

export interface NamedOne {
  readonly id: string;
  readonly name: string;
}

export interface AlikeNames {
  readonly likeness: NameLikeness;
  /** Two or more, in the order given. */
  readonly names: readonly NamedOne[];
}

/**
 * Names that may be of one claimant, or made to be taken for another's: groups that look alike, then groups that share
 * their first and last word. A group of the second kind with the same members as one of the first is left out.
 */
export function findAlikeNames(all: readonly NamedOne[]): AlikeNames[] {
  const looks = groupsOf(all, ({ name }) => lookAlikeKey(name));
  const known = new Set(looks.map(membersOf));
  const outer = groupsOf(all, ({ name }) => outerNames(name)).filter((group) => !known.has(membersOf(group)));
  return [
    ...looks.map((names): AlikeNames => ({ likeness: 'looks_alike', names })),
    ...outer.map((names): AlikeNames => ({ likeness: 'same_outer_names', names })),
  ];
}

function groupsOf(all: readonly NamedOne[], keyOf: (one: NamedOne) => string | null): NamedOne[][] {
  const groups = new Map<string, NamedOne[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === null || key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

const membersOf = (group: readonly NamedOne[]): string => group.map(({ id }) => id).join(' ');
