import { parseWrittenDate } from './calendar-date.js';

const LEAD_IN =
  /^(?:(?:story|text|words|written|reported|compiled|posted|published|edited|an? \p{L}+ post) )?(?:by|von|por|par)[: ]\s*/iu;
const OCCUPATION =
  /\b(?:editor|editors|correspondent|reporter|writer|staff|columnist|contributor|producer|analyst|columnists|intern|bureau chief|for \p{Lu}\p{L}+)\b/iu;
const NOT_A_NAME = /https?:\/\/|www\.|^@|^(?:admin|administrator|unknown|none|null|author|guest|user)$/iu;
const LONGEST_NAME = 80;
const MOST_NAMES = 20;

/**
 * The names in a byline: without "By", addresses, dates, occupations and doubles.
 *
 * @param raw one byline as a page prints or declares it
 * @param isInverted whether it is one name with the surname first, as catalogues write it
 * @returns the names in their order; none where there is none
 * @example cleanByline('By Ada Low and Ben Moe, Economics Editor | 3 March 2022') // ['Ada Low', 'Ben Moe']
 */
export function cleanByline(raw: string, isInverted = false): string[] {
  const line = raw.slice(0, 1_000).replace(/\s+/gu, ' ').trim();
  const turned = isInverted ? /^([^,]+), ([^,]+)$/u.exec(line) : null;
  if (turned !== null) return [`${turned[2] ?? ''} ${turned[1] ?? ''}`];
  const names: string[] = [];
  for (const part of line.replace(LEAD_IN, '').split(/[|•·\n;]|,(?= )|(?<= )and |(?<= )with (?=\p{Lu})/u)) {
    const name = part
      .replace(LEAD_IN, '')
      .split(' ')
      .filter((word, i) => !word.includes('@') && word !== '' && (i > 0 || word !== 'and'))
      .join(' ')
      .replace(/^[–—-] | [–—:-]$|[,:]$/gu, '');
    if (!isName(name) || names.includes(name)) continue;
    names.push(name);
  }
  return names.slice(0, MOST_NAMES);
}

function isName(text: string): boolean {
  if (text.length < 2 || text.length > LONGEST_NAME || !/\p{L}/u.test(text)) return false;
  if (NOT_A_NAME.test(text) || parseWrittenDate(text) !== null) return false;
  // "Economics Editor" is no name; "Editor & Publisher" or "The Staff of …" alone would be lost, and is no person either.
  return !OCCUPATION.test(text) && !/\d{2}/u.test(text);
}
