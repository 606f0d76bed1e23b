import type { TextSpan } from '#core/text';
import { isTitle, looksLikePerson, withoutTitles } from './who-speaks.js';

/** What stands over a part of a text. */
interface Head {
  readonly name: string;
  /** "**", "##": how it is set off; empty for a bare line. */
  readonly mark: string;
}

const LONGEST_HEAD = 160;
/** A part is so long at least; a shorter one under a name is an entry of a list. */
const SHORTEST_PART = 150;
/** Lines between a name and the part: who it is, where from. */
const LINES_BETWEEN = 2;
const MARK = /^(#{1,6}\s|\*{1,3}|_{1,3})/u;
const NAME =
  /^\p{Lu}[\p{L}'\u2019-]+(?: \p{Lu}\.?| (?:de|van|von|al|bin|da|di|la|le)| \p{Lu}[\p{L}'\u2019-]+){1,4}$/u;
const ASIDE = /^(?:[*_][^*_].*[^*_][*_]|\[.*\])$/su;

/**
 * The author of each paragraph of a round table: name lines, bare or set off, with or without a line on who it is, divide
 * the text among two or more. A name that its own part speaks of ("**Ada Low** ... Low will win") is a subject, no author.
 *
 * @returns for each paragraph a name, or null
 */
export function sectionAuthors(text: string, spans: readonly TextSpan[]): (string | null)[] {
  const heads = spans.map((span, i) => {
    if (!hasPart(spans, i, LINES_BETWEEN)) return null;
    const head = readHead(text.slice(span.start, span.end).trim());
    return head?.mark === '' && !hasPart(spans, i, 0) ? null : head;
  });
  const found = heads.filter((head) => head !== null);
  const distinct = new Set(found.map(({ name }) => name));
  const marks = new Set(found.map(({ mark }) => mark));
  if (distinct.size < 2 || areSubjects(text, spans, heads)) return spans.map(() => null);
  let author: string | null = null;
  return spans.map((span, i) => {
    const line = text.slice(span.start, Math.min(span.end, span.start + 2 * LONGEST_HEAD)).trim();
    const head = heads[i] ?? null;
    if (head !== null) author = head.name;
    else if (isHeading(line) && markOf(line) !== '' && marks.has(markOf(line))) author = null;
    // The house has the last word, in italics or brackets.
    return ASIDE.test(line) && isLast(spans, i) ? null : author;
  });
}

function isLast(spans: readonly TextSpan[], i: number): boolean {
  return i === spans.length - 1;
}

function isHeading(line: string): boolean {
  return line.length < 120 && (line.startsWith('#') || /[*_]$/u.test(line));
}

function markOf(line: string): string {
  return MARK.exec(line)?.[1] ?? '';
}

/** Prose follows, at once or after a line or two. */
function hasPart(spans: readonly TextSpan[], i: number, between: number): boolean {
  if (lengthOf(spans[i]) > LONGEST_HEAD) return false;
  return spans.slice(i + 1, i + 2 + between).some((span) => lengthOf(span) > SHORTEST_PART);
}

function lengthOf(span: TextSpan | undefined): number {
  return span === undefined ? 0 : span.end - span.start;
}

/** "Ada Low", "**Major (ret.) Ada Low**", "## Ada Low, economist": a name, with who it is after a comma. */
function readHead(line: string): Head | null {
  const [first = '', ...more] = line.split('\n');
  const mark = markOf(first);
  const bare = first
    .replace(/^[#*_\s]{1,8}/u, '')
    .replace(/[*_\s]{1,8}$/u, '')
    .replace(/^\d{1,2}[.)] /u, '');
  const [person = '', ...rest] = bare
    .replace(/ ?\([^()]{0,60}\)/gu, '')
    .split(/(?:\*\*|__)?(?:, | [\u2013\u2014|-] |: )/u);
  // A bare line with more after the name may be a sentence.
  if (mark === '' && (rest.length > 0 || more.length > 0)) return null;
  const words = person.trim().split(/\s+/u);
  const name = withoutTitles(words).join(' ');
  const hasTitle = isTitle((words[0] ?? '').toLowerCase());
  return NAME.test(name) && looksLikePerson(name.split(' '), hasTitle) ? { name, mark } : null;
}

/** Whether the parts are about those whose names stand over them: most speak of them by surname. */
function areSubjects(text: string, spans: readonly TextSpan[], heads: readonly (Head | null)[]): boolean {
  let head: Head | null = null;
  let parts = 0;
  const spokenOf = new Set<number>();
  spans.forEach((span, i) => {
    head = heads[i] ?? head;
    if (heads[i] !== null) parts += 1;
    else if (head !== null) {
      const words = text.slice(span.start, Math.min(span.end, span.start + 2_000));
      if (!words.replace(/^[*_\s]{1,4}/u, '').startsWith(head.name) && hasWord(words, surnameOf(head.name)))
        spokenOf.add(parts);
    }
  });
  return spokenOf.size * 2 > parts;
}

function surnameOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

function hasWord(words: string, word: string): boolean {
  for (let at = words.indexOf(word); at !== -1; at = words.indexOf(word, at + 1))
    if (!/\p{L}/u.test(words.charAt(at - 1)) && !/\p{L}/u.test(words.charAt(at + word.length))) return true;
  return false;
}
