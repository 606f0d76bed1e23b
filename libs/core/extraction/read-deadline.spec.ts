import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { addDays } from '#core/domain';
import { findDeadlines, readDeadline } from './index.js';

interface Row {
  readonly phrase: string;
  readonly anchor: string;
  readonly none?: boolean;
  readonly deadlineOn?: string | null;
  readonly windowStartOn?: string | null;
  readonly precision?: string | null;
  readonly basis?: string;
}

const rows = fs
  .readFileSync(path.resolve(__dirname, '../../../test/cases/deadlines.jsonl'), 'utf8')
  .split('\n')
  .filter((row) => row !== '')
  .map((row) => JSON.parse(row) as Row);

const day = fc
  .integer({ min: 0, max: 60_000 })
  .map((n) => new Date(Date.UTC(1970, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));

/** Days that every year has, away from the ends of months, quarters and seasons. */
const ordinaryDay = fc
  .tuple(
    fc.integer({ min: 1990, max: 2090 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 2, max: 18 }),
  )
  .map(
    ([year, month, date]) =>
      `${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  );

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function writtenForms(on: string): string[] {
  const [year = 1, month = 1, date = 1] = on.split('-').map(Number);
  const name = MONTHS[month - 1] ?? '';
  const [y, m, d] = [String(year), String(month), String(date)];
  return [
    on,
    `${d} ${name} ${y}`,
    `${name} ${d}, ${y}`,
    `the ${d}th of ${name}, ${y}`,
    `${d}-${name.slice(0, 3)}-${y}`,
    `${m}/${d}/${y}`,
    `${d}.${m}.${y}`,
    `${name} the ${d}th ${y}`,
    `${on}T17:30:00Z`,
    `5pm on ${d} ${name} ${y}`,
  ];
}

const FORWARD = [
  'by tomorrow',
  'by Friday',
  'by next Friday',
  'this week',
  'next week',
  'by the end of the week',
  'by the 21st',
  'by the end of the month',
  'next month',
  'by June',
  'in December',
  'by mid-June',
  'by the end of March',
  'this quarter',
  'next quarter',
  'in the third quarter',
  'in the second half',
  'this year',
  'by year-end',
  'before the year is out',
  'by early next year',
  'in late August',
  'this winter',
  'next summer',
  'by autumn',
  'before winter',
  'by Christmas',
  'before Easter',
  "by New Year's Eve",
  'this decade',
  'by the end of the century',
  'in two days',
  'within a week',
  'in a month',
  'over the next 18 months',
  'in half a year',
  'soon',
  'in the coming weeks',
  'in a few years',
  'for the rest of the year',
  'later this month',
  'between now and June',
  'by 29 February',
  'on 31 May',
  'tonight',
  'from November to February',
  'by Ramadan',
  'by Hanukkah',
  'the week after next',
  'Monday week',
  'in a fortnight',
];
const YEARLY = [
  'by the end of next year',
  'in five years',
  'by June',
  'next quarter',
  'in the second half of next year',
  'by late next year',
  'in Q3',
  'before the summer is over',
  'by Christmas',
  'on 5 May',
  'in the coming months',
  'by the middle of next year',
  'over the next three years',
  'before 1 October',
  'from June to August',
];

const soup = fc
  .array(
    fc.constantFrom(
      ..."by before until after not since from between and or to the end of next last this mid - / . : ' s 2031 2025 26 year years quarter first second March May Monday 31 5 15 3 1 in within over for on at coming weeks days hours late early winter half decade century few a an two hundred Q3 H2 FY Easter Ramadan day week weekend now today tomorrow ago rest remainder am pm noon 9:30 5pm 1/2 2/15 10.31.1974 2014-10 18q4 upcoming , ; ( ) % EOM EOY turn middle earliest".split(
        ' ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

describe('reading a deadline', () => {
  it.each(rows.map((row) => [`"${row.phrase}" said on ${row.anchor}`, row] as const))('%s', (_name, row) => {
    const read = readDeadline(row.phrase, row.anchor);
    if (row.none === true) {
      expect(read).toBeNull();
      return;
    }
    expect(read).toMatchObject({
      deadlineOn: row.deadlineOn,
      windowStartOn: row.windowStartOn,
      precision: row.precision,
      basis: row.basis,
    });
  });

  it('keeps the words it read, as they stand', () => {
    expect(readDeadline('prices fall by the End of 2030, he said', '2022-01-17')?.phrase).toBe(
      'by the End of 2030',
    );
  });

  it('keeps the words of an event that has no date', () => {
    expect(readDeadline('before the runoff', '2022-01-17')).toEqual({
      windowStartOn: null,
      deadlineOn: null,
      precision: null,
      basis: 'event',
      phrase: 'before the runoff',
    });
  });

  it('counts "in N days" the same on every day of every year', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (anchor, n) => {
        const end = readDeadline(`in ${String(n)} days`, anchor)?.deadlineOn ?? '';
        expect((Date.parse(end) - Date.parse(anchor)) / 86_400_000).toBe(n);
      }),
    );
  });

  it('gives the day before for "before D" and D itself for "by D", whichever way D is written', () => {
    fc.assert(
      fc.property(day, day, (anchor, on) => {
        for (const written of writtenForms(on)) {
          expect(readDeadline(`by ${written}`, anchor)?.deadlineOn).toBe(on);
          // Before a time of day is still that day.
          const isTimed = /:|pm/u.test(written);
          expect(readDeadline(`before ${written}`, anchor)?.deadlineOn).toBe(isTimed ? on : addDays(on, -1));
          expect(readDeadline(`on ${written}`, anchor)).toMatchObject({ windowStartOn: on, deadlineOn: on });
        }
      }),
    );
  });

  it('takes a date without a year for the first one from the anchor on', () => {
    fc.assert(
      fc.property(day, day, (anchor, on) => {
        const [, month = 1, date = 1] = on.split('-').map(Number);
        const end = readDeadline(`by ${String(date)} ${MONTHS[month - 1] ?? ''}`, anchor)?.deadlineOn ?? '';
        expect(end.slice(5)).toBe(on.slice(5));
        expect(end >= anchor).toBe(true);
        expect(Number(end.slice(0, 4)) - Number(anchor.slice(0, 4))).toBeLessThanOrEqual(
          on.endsWith('02-29') ? 8 : 1,
        );
      }),
    );
  });

  it('never lets what is to come end before the day it was said on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORWARD), day, (phrase, anchor) => {
        const read = readDeadline(phrase, anchor);
        expect({ phrase, anchor, isAhead: (read?.deadlineOn ?? '') >= anchor }).toMatchObject({
          isAhead: true,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same day a year later when it is said a year later', () => {
    fc.assert(
      fc.property(fc.constantFrom(...YEARLY), ordinaryDay, (phrase, anchor) => {
        const now = readDeadline(phrase, anchor)?.deadlineOn ?? '';
        const later =
          readDeadline(phrase, `${String(Number(anchor.slice(0, 4)) + 1)}${anchor.slice(4)}`)?.deadlineOn ??
          '';
        expect(later).toBe(`${String(Number(now.slice(0, 4)) + 1)}${now.slice(4)}`);
      }),
    );
  });

  it('tells "at 3 am" of the coming night from the one that has just been, where the hour is known', () => {
    expect(readDeadline('at 3am', '2022-01-17', 60)?.deadlineOn).toBe('2022-01-17');
    expect(readDeadline('at 3am', '2022-01-17', 300)?.deadlineOn).toBe('2022-01-18');
    expect(readDeadline('in two hours', '2022-01-17', 1400)?.deadlineOn).toBe('2022-01-18');
  });

  it('never throws, and never gives a window that ends before it begins or a date that does not exist', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 80 })), day, (phrase, anchor) => {
        const read = readDeadline(phrase, anchor);
        for (const date of [read?.windowStartOn, read?.deadlineOn]) {
          if (typeof date === 'string')
            expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        }
        if (typeof read?.windowStartOn === 'string' && typeof read.deadlineOn === 'string') {
          expect({ phrase, ordered: read.windowStartOn <= read.deadlineOn }).toEqual({
            phrase,
            ordered: true,
          });
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('finding deadlines in running text', () => {
  it.each([
    [
      'verbs that are also months, seasons or weekdays',
      'Prices may fall and troops march on; they sat and saw the sun spring up.',
    ],
    [
      'times that are over',
      'It fell last year and two months ago, over the past week and earlier this month.',
    ],
    [
      'numbers that look like years',
      'The army lost 2000 men and 1999 tanks, in 2000 cases, at 2050 dollars.',
    ],
    ['fractions, shares and scores', 'By 1/3 of voters, at 5 percent, 51-49, on a vote of 3 to 2.'],
    ['places in a row', 'In the second place, a second term after the first, in the third round.'],
    [
      'records that look back',
      'The worst crisis in a decade, for the first time in ten years, the best in 20 years.',
    ],
    [
      'plans named after a length of time',
      'A long-term plan against near-term pressure and short-term gains.',
    ],
    ['figures of speech', 'At the end of the day it comes to this, as soon as he can.'],
    ['names', 'The Sun wrote about the May deal, the fall of the wall and the March of Dimes.'],
    [
      'what is bound to an event',
      'Within two weeks of the vote, before the 2024 election, two years after the war.',
    ],
    ['figures in addresses', 'See example.org/2031/05/04/story and example.org/2031-05-04/more.'],
    ['the present', 'By now, until now, so far, in the meantime.'],
    ['habits', 'They meet on Mondays and every Friday.'],
    ['weekdays in names', 'The Friday market, last Friday\u2019s vote, the Tuesday club.'],
  ])('leaves out %s', (_name, text) => {
    expect(findDeadlines(text, '2022-01-17')).toEqual([]);
  });

  it.each([
    ['The senate will vote Tuesday on it, with rain Friday night.', ['Tuesday', 'Friday night']],
    ['as early as May, or as soon as next week', ['as early as May', 'as soon as next week']],
    ['It will last until at least the end of next month.', ['until at least the end of next month']],
    ['He will run in 2024, 2028 or 2032.', ['in 2024, 2028 or 2032']],
    [
      'They meet at 10 am on Saturday, and no earlier than 2024 will it end.',
      ['at 10 am on Saturday', 'no earlier than 2024'],
    ],
    ['In Q3 and Q4 sales fall, and in FY2025 they rise.', ['In Q3 and Q4', 'in FY2025']],
    ['It began earlier this year; later this year it ends.', ['later this year']],
    ['On 14 April 15 people will vote.', ['On 14 April']],
    [
      'By mid-century, this side of Easter, over the next 12 to 18 months.',
      ['By mid-century', 'this side of Easter', 'over the next 12 to 18 months'],
    ],
  ])('finds in "%s" all there is', (text, phrases) => {
    expect(findDeadlines(text, '2022-01-17').map((item) => item.deadline.phrase)).toEqual(phrases);
  });

  it('takes a weekday for the day the text came out, a phrase for the one after', () => {
    expect(findDeadlines('They vote on Monday.', '2022-01-17')[0]?.deadline.deadlineOn).toBe('2022-01-17');
    expect(readDeadline('on Monday', '2022-01-17')?.deadlineOn).toBe('2022-01-24');
  });

  it('gives every deadline of a sentence with its exact place', () => {
    const text = 'Rents will fall by June 2023 and double over the next ten years.';
    expect(findDeadlines(text, '2022-01-17').map((item) => text.slice(item.start, item.end))).toEqual([
      'by June 2023',
      'over the next ten years',
    ]);
  });

  it('gives places in order, without overlap, with the words that stand there, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 120 })), day, (text, anchor) => {
        let last = 0;
        for (const item of findDeadlines(text, anchor)) {
          expect(item.start).toBeGreaterThanOrEqual(last);
          expect(item.end).toBeGreaterThan(item.start);
          expect(text.slice(item.start, item.end)).toBe(item.deadline.phrase);
          last = item.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a long text as it reads its sentences', () => {
    const sentence = 'Rents will fall by June 2023, not before 2030. ';
    const found = findDeadlines(sentence.repeat(200), '2022-01-17');
    expect(found).toHaveLength(400);
    expect(found[399]?.deadline).toEqual(findDeadlines(sentence, '2022-01-17')[1]?.deadline);
  });
});
