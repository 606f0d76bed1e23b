/**
 * Measures the deadline grammar against Duckling's English time corpus in `shared/data/time-expressions` (see its
 * README), beside chrono-node alone in the same run.
 *
 *   node dist/test/eval/deadline.eval.js [--shared DIR] [--errors] [--with-time]
 *
 * `--errors` lists what is wrong (~ where a convention of ours explains it), `--with-time` also tells the hour of the
 * reference instant, 04:30.
 *
 * What counts as right, strictly: a point of grain G is the stretch of that unit, an interval its two ends with the
 * exclusive end moved to the day before; times of day collapse to their calendar day. The answer's last day must be
 * that stretch's last day, and its first day, where it gives one, the stretch's first. An open interval after X has
 * that first day and no last one; before X it has the last day only. Where our own conventions differ from Duckling's
 * (`OWN_CONVENTIONS`, each written down in docs/deadlines.md or in the code) the row is wrong in the strict number and
 * counted a second time as "by our convention".
 */
import fs from 'node:fs';
import path from 'node:path';
import * as chrono from 'chrono-node/en';
import { readDeadline } from '#core/extraction';
import { addDays } from '#core/domain';

interface Row {
  readonly text: string;
  readonly kind: string;
  readonly section: string;
  readonly locale: string;
  readonly grain?: string;
  readonly start?: string | null;
  readonly end?: string | null;
  readonly direction?: string | null;
  readonly reference: string;
}

interface Span {
  readonly first: string | null;
  readonly last: string | null;
}

type Reader = (row: Row) => Span | null;

const day = (instant: string): string => instant.slice(0, 10);

/** The last calendar day before an exclusive end. */
function lastDayBefore(end: string): string {
  return end.slice(11, 19) === '00:00:00' ? addDays(day(end), -1) : day(end);
}

/** The calendar stretch of a point of grain G. */
function unitOf(start: string, grain: string): Span {
  const first = day(start);
  const [year = 1, month = 1] = first.split('-').map(Number);
  const monthEnd = (m: number): string =>
    new Date(Date.UTC(2000, m, 0))
      .toISOString()
      .slice(5, 10)
      .replace('02-29', isLeap(year) ? '02-29' : '02-28');
  const y = first.slice(0, 4);
  switch (grain) {
    case 'Year':
      return { first: `${y}-01-01`, last: `${y}-12-31` };
    case 'Quarter':
      return { first, last: `${y}-${monthEnd(month + 2)}` };
    case 'Month':
      return { first, last: `${y}-${monthEnd(month)}` };
    case 'Week':
      return { first, last: addDays(first, 6) };
    default:
      return { first, last: first };
  }
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** What the row says, in calendar days. */
function expectedOf(row: Row): Span | null {
  if (row.kind === 'none') return null;
  if (row.kind === 'datetimeOpenInterval') {
    return row.direction === 'After'
      ? { first: day(row.start ?? ''), last: null }
      : { first: null, last: lastDayBefore(row.end ?? '') };
  }
  if (row.end !== null && row.end !== undefined && row.kind.startsWith('datetimeInterval'))
    return { first: day(row.start ?? ''), last: lastDayBefore(row.end) };
  return unitOf(row.start ?? '', row.grain ?? 'Day');
}

function isRight(expected: Span | null, answer: Span | null): boolean {
  if (expected === null || answer === null) return expected === answer;
  if (answer.last !== expected.last) return false;
  return expected.last === null
    ? answer.first === expected.first
    : answer.first === null || expected.first === null || answer.first === expected.first;
}

const referenceDay = (row: Row): string => day(row.reference);
const referenceMinute = (row: Row): number =>
  Number(row.reference.slice(11, 13)) * 60 + Number(row.reference.slice(14, 16));

const readByUs: Reader = (row) => {
  const read = readDeadline(row.text, referenceDay(row));
  return read === null ? null : { first: read.windowStartOn, last: read.deadlineOn };
};

const readByUsWithTime: Reader = (row) => {
  const read = readDeadline(row.text, referenceDay(row), referenceMinute(row));
  return read === null ? null : { first: read.windowStartOn, last: read.deadlineOn };
};

/** chrono-node alone, casual and forward-looking: what it is surest of, as days; a month or year where no day is certain. */
const readByChrono: Reader = (row) => {
  const offset = -120;
  const found = chrono.casual.parse(
    row.text,
    { instant: new Date(row.reference), timezone: offset },
    { forwardDate: true },
  )[0];
  if (found === undefined) return null;
  const dateOf = (parts: chrono.ParsedResult['start']): string =>
    `${String(parts.get('year')).padStart(4, '0')}-${String(parts.get('month')).padStart(2, '0')}-${String(parts.get('day')).padStart(2, '0')}`;
  const first = dateOf(found.start);
  if (found.end !== undefined && found.end !== null) return { first, last: dateOf(found.end) };
  const grain =
    found.start.isCertain('day') || found.start.isCertain('weekday') || found.start.isCertain('hour')
      ? 'Day'
      : found.start.isCertain('month')
        ? 'Month'
        : 'Day';
  return unitOf(first, grain);
};

/** Rows on which we differ from Duckling knowingly: the words, and where the convention is written down. */
const OWN_CONVENTIONS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:upcoming|next (?:\d+|two|three|few)|past \d|last (?:\d+|two|one))\b/iu,
    'the next N units run from the day said, not from the next full unit (docs/deadlines.md)',
  ],
  [
    /^(?:the )?(?:by )?(?:at )?(?:the )?(?:beginning of (?:\d{4}|the year|year)|BOY)\b|^at the beginning of \d{4}/iu,
    'the start of a year is its January (docs/deadlines.md)',
  ],
  [/\bweek-? ?end|wkend/iu, 'a weekend is Saturday and Sunday, not Friday evening (docs/deadlines.md)'],
  [
    /^(?:this|current|last|past|previous|next) (?:summer|seasons?)/iu,
    'seasons are astronomical, to the day of the table (docs/deadlines.md)',
  ],
  [
    /^(?:anytime )?after \d{4}$/iu,
    '"after D" begins on the following day, as "before D" ends on the one before (docs/deadlines.md)',
  ],
  [/^(?:through|until) /iu, '"through D" and "until D" include D (docs/deadlines.md)'],
  [
    /^(?:two|four|in 4) years (?:ago|hence|at)|^in \d years at/iu,
    'in N years is the same day N years on (time-durations.ts)',
  ],
];

interface Tally {
  right: number;
  total: number;
  chrono: number;
}

function add(tallies: Map<string, Tally>, key: string, right: boolean, chronoRight: boolean): void {
  const tally = tallies.get(key) ?? { right: 0, total: 0, chrono: 0 };
  tally.total += 1;
  if (right) tally.right += 1;
  if (chronoRight) tally.chrono += 1;
  tallies.set(key, tally);
}

const share = (right: number, total: number): string => (total === 0 ? '   -' : (right / total).toFixed(3));

function print(title: string, tallies: Map<string, Tally>): void {
  console.log(`\n${title.padEnd(40)} right    of    share   chrono alone`);
  for (const [key, { right, total, chrono: alone }] of [...tallies].sort(([a], [b]) => a.localeCompare(b)))
    console.log(
      `${key.padEnd(40)} ${String(right).padStart(5)} ${String(total).padStart(5)}    ${share(right, total)}    ${share(alone, total)}`,
    );
}

/** How a phrase is written, to see which grammar is better at what. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['numbers only (2/15, 2015-03-03)', /^(?:on )?\d{1,4} ?[-/. ] ?\d{1,2}(?: ?[-/. ] ?\d{1,4})?$/u],
  [
    'clock time',
    /\d ?[ap]\.?m?\b|\d:\d\d|\d+h|o'?clock|\bnoon\b|midnight|midday|half |quarter (?:past|to)|\d{3,4}ish|\bat \d/iu,
  ],
  [
    'month name and day',
    /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b.*\d|\d.*\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b/iu,
  ],
  [
    'length of time',
    /\b(?:seconds?|sec|minutes?|hours?|days?|weeks?|months?|years?|quarters?|fortnight)\b.*|^(?:in|last|next) .*\d/iu,
  ],
  ['weekday', /\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/iu],
  ['part of day', /morning|evening|night|afternoon|lunch|tonite/iu],
  ['other', /.*/u],
];

function formOf(text: string): string {
  return FORMS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

/** Runs the measurement; returns the exit code. */
export function runDeadlineEval(argv: readonly string[]): number {
  const at = argv.indexOf('--shared');
  const file = path.join(
    (at === -1 ? undefined : argv[at + 1]) ?? '../shared',
    'data',
    'time-expressions',
    'cases.jsonl',
  );
  if (!fs.existsSync(file)) {
    console.error(`No ${file}: pass --shared DIR, the folder with data/time-expressions/cases.jsonl.`);
    return 1;
  }
  const rows = fs
    .readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const reader = argv.includes('--with-time') ? readByUsWithTime : readByUs;
  const kinds = new Map<string, Tally>();
  const totals = new Map<string, Tally>();
  const forms = new Map<string, Tally>();
  const conventions = new Map<string, number>();
  let matched = 0;
  let chronoMatched = 0;
  for (const row of rows) {
    const expected = expectedOf(row);
    const answer = reader(row);
    const alone = readByChrono(row);
    if (row.kind === 'none') {
      if (answer !== null) matched += 1;
      if (alone !== null) chronoMatched += 1;
      if (answer !== null && argv.includes('--errors'))
        console.log(`must not match: ${row.text} -> ${JSON.stringify(answer)}`);
      continue;
    }
    const right = isRight(expected, answer);
    const aloneRight = isRight(expected, alone);
    const isHoliday = row.kind.endsWith('Holiday');
    const isOpen = row.kind === 'datetimeOpenInterval';
    add(kinds, `${row.kind} ${isHoliday ? '' : (row.grain ?? '')}`.trim(), right, aloneRight);
    add(
      totals,
      isHoliday ? 'holidays' : isOpen ? 'open intervals' : 'dates and intervals',
      right,
      aloneRight,
    );
    if (!isHoliday && !isOpen) {
      add(totals, `  section ${row.section}`, right, aloneRight);
      add(forms, formOf(row.text), right, aloneRight);
      add(
        totals,
        '  last day alone',
        expected?.last === answer?.last && answer !== null,
        expected?.last === alone?.last && alone !== null,
      );
    }
    if (right || isHoliday) continue;
    const own = OWN_CONVENTIONS.find(([pattern]) => pattern.test(row.text));
    if (own !== undefined && answer !== null) conventions.set(own[1], (conventions.get(own[1]) ?? 0) + 1);
    if (argv.includes('--errors'))
      console.log(
        `${own !== undefined && answer !== null ? '~' : '-'} ${row.text.padEnd(44)} ${row.kind.slice(8)} ${row.grain ?? ''}  want ${String(expected?.first)}..${String(expected?.last)}  got ${answer === null ? 'null' : `${String(answer.first)}..${String(answer.last)}`}`,
      );
  }
  print('by kind and grain', kinds);
  print('by form (holidays and open ones aside)', forms);
  print('all', totals);
  console.log(
    `\nmust not match, but read as a time: ${String(matched)} of 28 (chrono alone ${String(chronoMatched)})`,
  );
  console.log('\nby our convention different (wrong above):');
  for (const [why, count] of conventions) console.log(`${String(count).padStart(4)}  ${why}`);
  return 0;
}

process.exitCode = runDeadlineEval(process.argv.slice(2));
