import type { CalendarDate, Deadline } from '#core/domain';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split(
  '|',
);
const QUARTERS = ['first', 'second', 'third', 'fourth'];
const PREPOSITION =
  '(by|before|until|till|in|of|for|during|through|into|after|since|from|throughout|over|within)';

interface Rule {
  readonly pattern: RegExp;
  readonly words: (at: { year: number; month: number }, match: readonly string[]) => string;
}

const monthName = (month: number): string => MONTHS[month] ?? '';

/** The month `by` months later, with its year. */
function monthAfter({ year, month }: { year: number; month: number }, by: number): string {
  const index = month + by;
  return `${monthName(index % 12)} ${String(year + Math.floor(index / 12))}`;
}

function quarterAfter({ year, month }: { year: number; month: number }, by: number): string {
  const index = Math.floor(month / 3) + by;
  return `the ${QUARTERS[index % 4] ?? ''} quarter of ${String(year + Math.floor(index / 4))}`;
}

const stepOf = (word: string | undefined): number => (word === 'next' ? 1 : 0);

/** "this year" with or without a preposition before it, and the like; longer wordings first. */
const RULES: readonly Rule[] = [
  {
    pattern:
      /\bthis year (or|and) next\b(?!['\u2019]| \p{L}*(?:week|month|spring|summer|fall|autumn|winter))/gu,
    words: ({ year }, [, join]) => `in ${String(year)} ${join ?? 'or'} ${String(year + 1)}`,
  },
  {
    pattern: /\b(before|by) the year is (?:out|over)\b/gu,
    words: ({ year }, [, word]) => `${word ?? 'by'} the end of ${String(year)}`,
  },
  {
    pattern: /\b(by|before|until|at) (?:year[- ]end|the year['\u2019]s end|the end of the year)\b/gu,
    words: ({ year }, [, word]) => `${word ?? 'by'} the end of ${String(year)}`,
  },
  {
    pattern: new RegExp(`\\b${PREPOSITION} (this|next) year\\b(?!['\\u2019])`, 'gu'),
    words: ({ year }, [, word, step]) => `${word ?? ''} ${String(year + stepOf(step))}`,
  },
  {
    pattern: /\b(later|early|late|earlier) (this|next) year\b(?!['\u2019])/gu,
    words: ({ year }, [, word, step]) => `${word ?? ''} in ${String(year + stepOf(step))}`,
  },
  {
    pattern: /\b(this|next) year\b(?!['\u2019])/gu,
    words: ({ year }, [, step]) => `in ${String(year + stepOf(step))}`,
  },
  {
    pattern: new RegExp(`\\b${PREPOSITION} (this|next) month\\b(?!['\\u2019])`, 'gu'),
    words: (at, [, word, step]) => `${word ?? ''} ${monthAfter(at, stepOf(step))}`,
  },
  {
    pattern: /\b(?<!(?:later|early|late|earlier) )(this|next) month\b(?!['\u2019])/gu,
    words: (at, [, step]) => `in ${monthAfter(at, stepOf(step))}`,
  },
  {
    pattern: new RegExp(`\\b${PREPOSITION} (this|next) quarter\\b(?!['\\u2019])`, 'gu'),
    words: (at, [, word, step]) => `${word ?? ''} ${quarterAfter(at, stepOf(step))}`,
  },
  {
    pattern: /\b(this|next) quarter\b(?!['\u2019])/gu,
    words: (at, [, step]) => `in ${quarterAfter(at, stepOf(step))}`,
  },
];

/**
 * A statement whose "this year", "next month" and "by year-end" are dates, and whose months without a year have one: as
 * seen from the day of publication, and as the deadline was read. Anything less sure stays as it is.
 *
 * @param publishedOn null leaves relative words alone
 * @example dateWords('Prices fall next year', '2031-05-02', null) === 'Prices fall in 2032'
 */
export function dateWords(
  statement: string,
  publishedOn: CalendarDate | null,
  deadline: Deadline | null,
): string {
  const named = isNear(publishedOn, deadline) ? withYear(statement, deadline) : statement;
  if (publishedOn === null || !/year|month|quarter/u.test(named)) return named;
  const at = { year: Number(publishedOn.slice(0, 4)), month: Number(publishedOn.slice(5, 7)) - 1 };
  return RULES.reduce(
    (text, { pattern, words }) => text.replace(pattern, (...match: string[]) => words(at, match)),
    named,
  );
}

const DAY_OR_MONTH = new RegExp(
  `\\b(?:(\\d{1,2}) (${MONTHS.join('|')})|(${MONTHS.join('|')})(?: (\\d{1,2})(?!\\d))?|(Christmas|Easter|Thanksgiving|Labor Day|Labour Day))\\b(?!,? ?\\d{4}|[-\\u2013/]|['\\u2019]| (?:and|or|to|weekend|holiday)\\b)`,
  'u',
);

/** Most days ahead for which the next October is surely the one meant, if it is not of this year. */
const NEAR_DAYS = 240;

/** In July "June" may be the one just over: a month of next year is only named where it is near. */
function isNear(publishedOn: CalendarDate | null, deadline: Deadline | null): boolean {
  const on = deadline?.deadlineOn;
  if (publishedOn === null || on === undefined || on === null) return true;
  return on.slice(0, 4) === publishedOn.slice(0, 4) || daysBetween(publishedOn, on) <= NEAR_DAYS;
}

const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** "by October" with a deadline of 31 October 2031 is "by October 2031". */
function withYear(statement: string, deadline: Deadline | null): string {
  if (
    deadline === null ||
    deadline.deadlineOn === null ||
    (deadline.basis !== 'explicit' && deadline.basis !== 'inferred')
  )
    return statement;
  const at = statement.indexOf(deadline.phrase);
  if (deadline.phrase === '' || at === -1 || /\d{4}/u.test(deadline.phrase)) return statement;
  const match = DAY_OR_MONTH.exec(statement.slice(at, at + deadline.phrase.length + 8));
  if (match === null || match.index >= deadline.phrase.length) return statement;
  // "was handed in October", "next May": another October, and a year of its own.
  const before = statement.slice(0, at + match.index);
  if (
    /\b(?:was|were|had|(?<!\b(?:is|are|be|been|has|have) )\p{L}{2,}ed)\b[^,]{0,90}$|\b(?:next|last|this) $/u.test(
      before,
    )
  )
    return statement;
  const month = MONTHS.indexOf(match[2] ?? match[3] ?? '');
  const year = yearOf(deadline.deadlineOn, month);
  if (year === null) return statement;
  const end = at + match.index + match[0].length;
  return `${statement.slice(0, end)}${match[4] === undefined ? ' ' : ', '}${String(year)}${statement.slice(end)}`;
}

/** The year of the named month: the deadline's, or the next where "before January" ends in December. */
function yearOf(deadlineOn: CalendarDate, month: number): number | null {
  const [year, last] = [Number(deadlineOn.slice(0, 4)), Number(deadlineOn.slice(5, 7)) - 1];
  if (month === -1 || month === last) return year;
  if (month === (last + 1) % 12) return last === 11 ? year + 1 : year;
  return null;
}
