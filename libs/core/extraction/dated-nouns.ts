import { allMatches } from '#core/text';
import type { CalendarDate, Deadline } from '#core/domain';
import { inferredFrom, isSettled } from './horizon.js';
import { readDeadline } from './read-deadline.js';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** A year, or a month or quarter of one, that stands as a noun or before one. */
const YEAR = new RegExp(
  `\\b(?:(?:${MONTHS}|Q[1-4]|H[12]|[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?:20|21)\\d\\d\\b(?![-\u2013/]\\d|['\u2019]s\\b)|\\b(?:FY|[Ff]iscal )(?:20)?\\d\\d\\b`,
  'gu',
);
/** "by the July deadline", "at its December meeting": the month places the event. */
const MONTH_OF_EVENT = new RegExp(
  `\\b(?:[Bb]y|[Aa]t|[Bb]efore|[Uu]ntil) (?:the|its|their|his|her|our|next|this)(?: coming)? (${MONTHS}) (?=\\p{Ll}{4})`,
  'u',
);
/** What a year belongs to that is over, or that is only compared with. */
const COMPARED = /\b(?:than|since|unlike|after|from|beat|beats|over) (?:in )?$/iu;

/**
 * The time that a claim names in passing, not as a time of its own: "the average fare of 2041", "fiscal 2032 revenue of
 * 5 million", "at its June meeting". Read as the end of it.
 *
 * @returns null where the year is that of publication or before, or only compared with
 * @example datedNoun('the average fare of 2041 is twice that of today', '2031-02-03')?.deadlineOn === '2041-12-31'
 */
export function datedNoun(words: string, publishedOn: CalendarDate): Deadline | null {
  const said = words.includes('(') ? words.replace(/\([^()]*\)/gu, ' ') : words;
  for (const match of allMatches(YEAR, said)) {
    const deadline = COMPARED.test(said.slice(0, match.index)) ? null : read(match[0], publishedOn);
    if (deadline !== null) return deadline;
  }
  const month = MONTH_OF_EVENT.exec(said);
  return month === null ? null : read(month[1] ?? '', publishedOn, month[0].trim());
}

const MONTH_OF_SUBJECT = new RegExp(`^(?:The|Its|Their|Our|This|Next) (${MONTHS}) \\p{Ll}{4}`, 'u');

/** "The April review is where it starts": read as the end of that month; null where a month is no part of the subject. */
export function eventOfMonth(words: string, publishedOn: CalendarDate): Deadline | null {
  const month = MONTH_OF_SUBJECT.exec(words);
  return month === null ? null : read(month[1] ?? '', publishedOn, month[0].slice(0, -5));
}

function read(words: string, publishedOn: CalendarDate, phrase = words): Deadline | null {
  const deadline = readDeadline(words, publishedOn);
  return deadline === null || !isSettled(deadline, publishedOn)
    ? null
    : { ...inferredFrom(deadline), phrase };
}
