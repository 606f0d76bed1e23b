import type { TextSpan } from '#core/text';
import { isTitle, looksLikePerson, withoutTitles } from './who-speaks.js';

const OPENING_CHARACTERS = 20_000;

/**
 * "RICHARDS" is "Anna Richards" where the text names her so, "SW" is the "Sarah Winter" of another label, "CHAIR LOW" and
 * "THE PRESIDENT" may be the author.
 *
 * @param others all labels of the text
 */
export function labelInFull(
  text: string,
  label: string,
  author: string | null,
  others: readonly string[],
): string {
  const byInitials = /^\p{Lu}{2,3}$/u.test(label)
    ? others.find((other) => /\s/u.test(other) && initialsOf(other) === label)
    : undefined;
  if (byInitials !== undefined) return byInitials;
  const isCapitals = label === label.toUpperCase();
  const words = label.split(' ');
  if (words.length > 1 && !isCapitals && !isTitle(words[0] ?? '')) return label;
  const last = words[words.length - 1] ?? label;
  if (isTitle(last))
    return author !== null && looksLikePerson(author.split(' '), false)
      ? author
      : isCapitals
        ? capitalise(label)
        : label;
  const proper = isCapitals ? capitalise(last) : last;
  if (!/^\p{L}[\p{L}'\u2019-]+$/u.test(proper)) return label;
  if (author?.split(' ').pop() === proper) return author;
  const named = fullNameIn(text.slice(0, OPENING_CHARACTERS), proper);
  if (named !== null) return named;
  const bare = withoutTitles(words).join(' ');
  return isCapitals ? capitalise(bare) : bare;
}

function initialsOf(name: string): string {
  return name
    .split(/[ -]/u)
    .map((word) => word.charAt(0))
    .join('');
}

function capitalise(words: string): string {
  return words
    .split(' ')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join(' ');
}

/** The first name in the text that ends in a surname and does not begin with a title. */
function fullNameIn(text: string, surname: string): string | null {
  for (let at = text.indexOf(` ${surname}`); at !== -1; at = text.indexOf(` ${surname}`, at + 1)) {
    if (/[\p{L}-]/u.test(text.charAt(at + 1 + surname.length))) continue;
    const before = /(\p{Lu}[\p{Ll}'\u2019-]+(?: \p{Lu}\.)?)$/u.exec(
      text.slice(Math.max(0, at - 24), at),
    )?.[1];
    if (before !== undefined && !isTitle(before)) return `${before} ${surname}`;
  }
  return null;
}

const TALKED_TO =
  /\b(?:[Ii]nterview(?: with)?|[Cc]onversation with|[Tt]alk(?:s|ing)? (?:to|with)|[Qq]uestions (?:for|to)|Q ?& ?A with|[Ss]peak(?:s|ing) (?:to|with)|[Mm]inutes with|[Mm]eet)\b:? (?:the |our |\p{Ll}+ ){0,4}(\p{Lu}[\p{L}'\u2019.-]+(?: (?:de|van|von|al|bin|\p{Lu}[\p{L}'\u2019.-]*)){1,3})/u;
const INTRODUCED =
  /(?<!\p{L})(\p{Lu}\p{Ll}+ (?:\p{Lu}\.? )?\p{Lu}[\p{Ll}'\u2019-]+)(?=,| \(| is | was | has | served | spent | worked | teaches | runs | leads | writes | heads | studies )/u;

/** Who answers the questions of an interview: named in the title, else the first person its opening introduces. */
export function interviewedPerson(
  text: string,
  spans: readonly TextSpan[],
  title: string | null,
): string | null {
  const opening = text.slice(spans[0]?.start ?? 0, spans[Math.min(6, spans.length - 1)]?.end ?? 0);
  for (const found of [
    TALKED_TO.exec(title ?? '')?.[1],
    INTRODUCED.exec(opening)?.[1],
    TALKED_TO.exec(opening)?.[1],
  ]) {
    if (found === undefined) continue;
    const name = withoutTitles(found.split(' ')).join(' ');
    if (looksLikePerson(name.split(' '), false)) return name;
  }
  return null;
}
