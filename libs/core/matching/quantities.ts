/** A number with what it counts. */
export interface Quantity {
  readonly value: number;
  /** "%", "$" (any currency), or "" for a bare number. */
  readonly unit: '%' | '$' | '';
  /** Where a threshold is meant: what lies beyond it passes it. */
  readonly passedBy?: 'more' | 'less';
  /** Tokens it takes, its scale and unit included. */
  readonly length: number;
}

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};
/** "One" is mostly no number. */
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  hundred: 100,
};
const CURRENCIES: ReadonlySet<string> = new Set(
  'dollar dollars euro euros pound pounds yen yuan ruble rubles rouble roubles rupee rupees franc francs usd eur gbp'.split(
    ' ',
  ),
);

/**
 * The quantity at a position: "233,000", "1.5 million", "5 per cent", "$69bn", or null where there is none.
 *
 * @param folded words in lower case
 * @param isMoney whether a currency sign stands before it
 * @example quantityAt(['5', 'per', 'cent'], 0, false) // { value: 5, unit: '%', length: 3 }
 */
export function quantityAt(folded: readonly string[], at: number, isMoney: boolean): Quantity | null {
  const word = folded[at] ?? '';
  const value = valueOf(word);
  if (value === null) return null;
  if (word.endsWith('%')) return { value, unit: '%', length: 1 };
  const next = folded[at + 1] ?? '';
  // "5 m" may be metres; "$5m" is money.
  const scale = Object.hasOwn(SCALES, next) && (next !== 'm' || isMoney) ? SCALES[next] : undefined;
  const length = scale === undefined ? 1 : 2;
  const after = folded[at + length] ?? '';
  if (after === 'percent') return { value, unit: '%', length: length + 1 };
  if (after === 'per' && folded[at + length + 1] === 'cent') return { value, unit: '%', length: length + 2 };
  const isCurrency = CURRENCIES.has(after);
  return {
    value: value * (scale ?? 1),
    unit: isMoney || isCurrency ? '$' : '',
    length: length + (isCurrency ? 1 : 0),
  };
}

function valueOf(word: string): number | null {
  if (Object.hasOwn(NUMBER_WORDS, word)) return NUMBER_WORDS[word] ?? null;
  const value = Number(word.replace('%', '').replaceAll(',', ''));
  return /^\d/u.test(word) && Number.isFinite(value) ? value : null;
}

const MORE: ReadonlySet<string> = new Set(
  'exceed exceeds exceeded above over more least surpass surpasses beyond top tops reach reaches pass passes'.split(
    ' ',
  ),
);
const LESS: ReadonlySet<string> = new Set('below under less fewer most beneath'.split(' '));
/** Words before a number in which its threshold is looked for: "more than the $5bn", "at least 3". */
const REACH = 3;

/**
 * Whether the words before a number make a threshold of it.
 *
 * @param before words in lower case, the last one next to the number
 * @example thresholdOf(['rise', 'above']) // 'more'
 */
export function thresholdOf(before: readonly string[]): 'more' | 'less' | null {
  for (const word of before.slice(-REACH).reverse()) {
    if (MORE.has(word)) return 'more';
    if (LESS.has(word)) return 'less';
  }
  return null;
}

/** Whether a word is written like a number: "12", "3.5%", "three". */
export function isNumberWord(folded: string): boolean {
  return /^\d/u.test(folded) || Object.hasOwn(NUMBER_WORDS, folded);
}
