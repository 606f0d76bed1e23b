import type { Token } from './nlp.js';

const THIRD_PERSON: ReadonlyMap<string, string> = new Map(
  Object.entries({ be: 'is', have: 'has', do: 'does', go: 'goes' }),
);
/** Verbs whose -ing form drops an e or doubles a letter in a way no rule tells. */
const GERUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    being: 'be',
    dying: 'die',
    lying: 'lie',
    tying: 'tie',
    seeing: 'see',
    agreeing: 'agree',
    fleeing: 'flee',
    freeing: 'free',
    dyeing: 'dye',
  }),
);

/**
 * The third person singular of the simple present.
 *
 * @example thirdPerson('carry') === 'carries'
 */
export function thirdPerson(base: string): string {
  const irregular = THIRD_PERSON.get(base);
  if (irregular !== undefined) return irregular;
  if (/(?:s|x|z|ch|sh|[^o]o)$/u.test(base)) return `${base}es`;
  return /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

/**
 * A verb in the simple present, in agreement with its subject.
 *
 * @example inPresent('be', true) === 'are'
 */
export function inPresent(base: string, isPlural: boolean): string {
  if (!isPlural) return thirdPerson(base);
  return base === 'be' ? 'are' : base;
}

/**
 * The base of a verb form as the writer would spell it: the tagger's lemma, but "recognise" where it says "recognize"
 * and the text does not.
 */
export function baseForm({ lower, lemma: raw }: Pick<Token, 'lower' | 'lemma'>): string {
  const known = GERUNDS.get(lower);
  if (known !== undefined) return known;
  const lemma = raw.toLowerCase();
  if (lemma !== lower || !/.{3}(?:ing|ed)$/u.test(lower)) return respell(lemma, lower);
  // The tagger took it for a noun or an adjective: undo the ending.
  const stem = lower.replace(/(?:ing|ed)$/u, '');
  if (/(.)\1$/u.test(stem) && !/(?:ss|ll|zz|ff)$/u.test(stem)) return stem.slice(0, -1);
  return /(?:[^aeiou][aeiou][^aeiouwxyrnl]|at|iz|is|ur|dg|[aeiou]s|[aeiou]v|[rn]c|ng)$/u.test(stem)
    ? `${stem}e`
    : stem;
}

/** British spelling survives the American lemma: "organis|ing" is "organise", "travell|ing" is "travel". */
function respell(lemma: string, lower: string): string {
  const british = lemma.replace(/(i|y)ze$/u, '$1se');
  if (british !== lemma && lower.startsWith(british.slice(0, -1))) return british;
  const ou = lemma.replace(/or(?=e?$)/u, 'our');
  return ou !== lemma && lower.startsWith(ou) ? ou : lemma;
}
