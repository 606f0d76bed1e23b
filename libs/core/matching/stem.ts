/**
 * The Porter stemmer. Source: M. F. Porter, An algorithm for suffix stripping, Program 14 (1980) 130-137, with the
 * two departures its author made since ("logi" -> "log", "bli" -> "ble").
 */
const CONSONANT = '[^aeiou]';
const VOWEL = '[aeiouy]';
const CONSONANTS = `${CONSONANT}[^aeiouy]*`;
const VOWELS = `${VOWEL}[aeiou]*`;
const MEASURE_ABOVE_0 = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}`, 'u');
const MEASURE_IS_1 = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}(${VOWELS})?$`, 'u');
const MEASURE_ABOVE_1 = new RegExp(`^(${CONSONANTS})?(${VOWELS}${CONSONANTS}){2}`, 'u');
const HAS_VOWEL = new RegExp(`^(${CONSONANTS})?${VOWEL}`, 'u');
const ENDS_CVC = new RegExp(`^${CONSONANTS}${VOWEL}[^aeiouwxy]$`, 'u');
const DOUBLE_CONSONANT = /([^aeioulsz])\1$/u;

const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
];
const STEP_3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const STEP_4 = [
  'ement',
  'ment',
  'ance',
  'ence',
  'able',
  'ible',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'al',
  'er',
  'ic',
  'ou',
] as const;

/** Longer than any English word; what is longer is taken as it is. */
const LONGEST_WORD = 40;

/**
 * The stem of an English word: "sanctions", "sanctioned", "sanctioning" are all "sanction".
 *
 * @param word lower case letters; anything else comes back unchanged. Never throws
 * @example stem('elections') === 'elect'
 */
export function stem(word: string): string {
  if (word.length < 3 || word.length > LONGEST_WORD || !/^[a-z]+$/u.test(word)) return word;
  // A "y" that opens a word is a consonant: kept apart as "Y" until the end.
  let w = word.startsWith('y') ? `Y${word.slice(1)}` : word;
  w = stripPluralAndTense(w);
  if (w.endsWith('y') && HAS_VOWEL.test(w.slice(0, -1))) w = `${w.slice(0, -1)}i`;
  w = replaceSuffix(w, STEP_2);
  w = replaceSuffix(w, STEP_3);
  w = stripSuffix(w);
  return tidyEnd(w).toLowerCase();
}

function stripPluralAndTense(word: string): string {
  let w = word;
  if (/(ss|i)es$/u.test(w)) w = w.slice(0, -2);
  else if (/[^s]s$/u.test(w)) w = w.slice(0, -1);
  if (w.endsWith('eed')) return MEASURE_ABOVE_0.test(w.slice(0, -3)) ? w.slice(0, -1) : w;
  const tense = /(ed|ing)$/u.exec(w)?.[0];
  if (tense === undefined) return w;
  const base = w.slice(0, -tense.length);
  if (!HAS_VOWEL.test(base)) return w;
  if (/(at|bl|iz)$/u.test(base)) return `${base}e`;
  if (DOUBLE_CONSONANT.test(base)) return base.slice(0, -1);
  return ENDS_CVC.test(base) ? `${base}e` : base;
}

function replaceSuffix(word: string, table: readonly (readonly [string, string])[]): string {
  let best: readonly [string, string] | undefined;
  for (const row of table) {
    if (word.endsWith(row[0]) && row[0].length > (best?.[0].length ?? 0)) best = row;
  }
  if (best === undefined) return word;
  const base = word.slice(0, -best[0].length);
  return MEASURE_ABOVE_0.test(base) ? base + best[1] : word;
}

function stripSuffix(word: string): string {
  const suffix = STEP_4.find((ending) => word.endsWith(ending));
  if (suffix !== undefined) {
    const base = word.slice(0, -suffix.length);
    return MEASURE_ABOVE_1.test(base) ? base : word;
  }
  if (/[st]ion$/u.test(word)) {
    const base = word.slice(0, -3);
    return MEASURE_ABOVE_1.test(base) ? base : word;
  }
  return word;
}

function tidyEnd(word: string): string {
  let w = word;
  if (w.endsWith('e')) {
    const base = w.slice(0, -1);
    if (MEASURE_ABOVE_1.test(base) || (MEASURE_IS_1.test(base) && !ENDS_CVC.test(base))) w = base;
  }
  return w.endsWith('ll') && MEASURE_ABOVE_1.test(w) ? w.slice(0, -1) : w;
}
