import type { Deadline } from '#core/domain';
import { draftCandidates } from './draft-candidates.js';

interface Row {
  readonly name: string;
  readonly title?: string;
  readonly text: string;
  /** Words of the claim; the deadline is that of the shortest candidate with them. */
  readonly claim: string;
  /** The last day, or null where a reader would not infer one. */
  readonly on: string | null;
}

const PUBLISHED = '2031-03-10'; // a Monday

function read({ text, title, claim }: Pick<Row, 'text' | 'title' | 'claim'>): {
  deadline: Deadline | null;
  reason: string;
} {
  const meta = { author: 'Anna Low', publishedOn: PUBLISHED, title: title ?? 'Notes from the coast' };
  const found = draftCandidates(text, meta)
    .map((draft) => draft.read(1))
    .filter(({ quote }) => quote.includes(claim))
    .sort((a, b) => a.quote.length - b.quote.length)[0];
  if (found === undefined) throw new Error(`no candidate with "${claim}"`);
  return {
    deadline: found.deadline,
    reason: found.cues.find(({ code }) => code === 'TIME')?.text ?? '',
  };
}

const lines = (...all: string[]): string => all.join('\n\n');

const HEADINGS: readonly Row[] = [
  {
    name: 'a heading with a year',
    text: lines(
      'We looked at the harbour again this winter, and here is the result of it.',
      'Outlook for 2033',
      'The ferry line will lose a third of its passengers. Fares will rise again.',
    ),
    claim: 'lose a third',
    on: '2033-12-31',
  },
  {
    name: 'a heading below it, without a time, keeps it',
    text: lines(
      'WHAT I EXPECT OF 2032',
      'Boats',
      'The ferry line will lose a third of its passengers.',
      'Bridges',
      'The north bridge will close to lorries.',
    ),
    claim: 'close to lorries',
    on: '2032-12-31',
  },
  {
    name: 'a heading of the same rank ends it',
    text: lines(
      'WHAT I EXPECT OF 2032',
      'The ferry line will lose a third of its passengers.',
      'A WORD ON THE METHOD',
      'The next reader of these notes will find them duller than this one.',
    ),
    claim: 'find them duller',
    on: null,
  },
  {
    name: 'a heading with a weekday',
    text: lines(
      'SATURDAY: THE CUP TIE',
      'The keeper will not be beaten twice by the same trick.',
      'AND AFTER THAT?',
      'The manager will move to a bigger club.',
    ),
    claim: 'beaten twice',
    on: '2031-03-15',
  },
  {
    name: 'what comes after that is beyond it',
    text: lines(
      'SATURDAY: THE CUP TIE',
      'The keeper will not be beaten twice by the same trick.',
      'AND AFTER THAT?',
      'The manager will move to a bigger club.',
    ),
    claim: 'bigger club',
    on: null,
  },
  {
    name: 'a numbered heading with a month to come',
    text: lines(
      'We see the committee once a year, and this was the day.',
      '2. Three roads to November',
      'The committee will split over the quota.',
    ),
    claim: 'split over',
    on: '2031-11-30',
  },
  {
    name: 'a heading with the day of publication is a dateline',
    text: lines('March 10, 2031', 'The north bridge will close to lorries.'),
    claim: 'close to lorries',
    on: null,
  },
  {
    name: '"this week" over a list may be what was',
    text: lines('This week', 'The north bridge will close to lorries.'),
    claim: 'close to lorries',
    on: null,
  },
  {
    name: 'a heading that names no time of the calendar',
    text: lines('Second thoughts', 'The north bridge will close to lorries.'),
    claim: 'close to lorries',
    on: null,
  },
  {
    name: 'a condition is not under the year of its heading',
    text: lines('Outlook for 2033', 'If the levy fails, the village will be moved to the hill.'),
    claim: 'village will be moved',
    on: null,
  },
  {
    name: 'guidance for a year, line by line',
    text: lines(
      'We hold the margin and raise the rest.',
      'Full-year 2031 guidance',
      'Timber will be about a tenth dearer than last time.',
    ),
    claim: 'a tenth dearer',
    on: '2031-12-31',
  },
];

const LISTS: readonly Row[] = [
  {
    name: 'the words that lead in to a list',
    text: lines(
      'By the end of 2034 we look for four things:',
      '- The tramway will reach the airport.',
      '- The old market will be a car park.',
    ),
    claim: 'car park',
    on: '2034-12-31',
  },
  {
    name: 'a scenario is no forecast',
    text: lines(
      'If there is a strike at all before the end of 2034, it goes like this:',
      '- The union will shut the depot first.',
      '- The mayor will ask for talks.',
    ),
    claim: 'ask for talks',
    on: null,
  },
  {
    name: 'an entry that goes on from the one before',
    text: lines(
      'Odds for the harbour vote',
      '- The island votes to leave in October: 70%',
      '- ...and by at least ten points: 40%',
      '- The clerk resigns: 10%',
      '- The ferry runs at night: 20%',
    ),
    claim: 'by at least ten points',
    on: '2031-10-31',
  },
];

const TITLES: readonly Row[] = [
  {
    name: 'a title with a year',
    title: 'Ten forecasts for 2032',
    text: 'The ferry line will lose a third of its passengers.',
    claim: 'lose a third',
    on: '2032-12-31',
  },
  {
    name: 'a title that is a claim with a limit of its own',
    title: 'Drought to last into mid-2032, farmers say',
    text: 'Competition for the wells will not ease.',
    claim: 'will not ease',
    on: null,
  },
  {
    name: 'a day in brackets is not what a text is about',
    title: 'Choir news (and what happens on Friday)',
    text: 'The choir will lose its tenor to the opera.',
    claim: 'lose its tenor',
    on: null,
  },
  {
    name: '"the year" of a text about another year',
    title: 'Ten forecasts for 2032',
    text: 'At some point in the year a robot will win a cookery show.',
    claim: 'cookery show',
    on: '2032-12-31',
  },
  {
    name: 'the same, carried on',
    title: 'Ten forecasts for 2032',
    text: 'They promise a bridge by the end of the year. It will be a ferry.',
    claim: 'will be a ferry',
    on: '2032-12-31',
  },
];

const EVENTS: readonly Row[] = [
  {
    name: 'an operation on the day that the text keeps coming back to',
    text: lines(
      'A small submarine will go down on Thursday to the wreck of the Alma, the first since the storm.',
      'The hatch will open on Thursday at ten. The crew sleeps ashore.',
      'Four minutes later the lamps will be switched on.',
      'If the current is stronger than last time, the arm will be left folded.',
      'The first pictures should be out on Thursday evening.',
    ),
    claim: 'lamps will be switched on',
    on: '2031-03-13',
  },
  {
    name: 'the same, beyond the day',
    text: lines(
      'A small submarine will go down on Thursday to the wreck of the Alma, the first since the storm.',
      'The hatch will open on Thursday at ten. The crew sleeps ashore.',
      'The first pictures should be out on Thursday evening.',
      'Eventually the whole hull will be mapped.',
    ),
    claim: 'hull will be mapped',
    on: null,
  },
  {
    name: 'how a contest ends',
    text: lines(
      'The islanders vote on Sunday on the bridge, and the polls are close.',
      'The ballot papers are blue. Voters queue early here; the last referendum was in 2019.',
      'The margin will be under a hundred.',
      'The mayor will paint the town hall green.',
    ),
    claim: 'under a hundred',
    on: '2031-03-16',
  },
  {
    name: 'what is not about how it ends',
    text: lines(
      'The islanders vote on Sunday on the bridge, and the polls are close.',
      'The ballot papers are blue. Voters queue early here; the last referendum was in 2019.',
      'The margin will be under a hundred.',
      'The mayor will paint the town hall green.',
    ),
    claim: 'town hall green',
    on: null,
  },
  {
    name: 'a day that is named once, of no contest',
    text: lines(
      'The council meets on Thursday. There will be soup.',
      'The old baker will never sell his oven.',
    ),
    claim: 'sell his oven',
    on: null,
  },
];

const BEFORE: readonly Row[] = [
  {
    name: 'a time in front holds for the clauses after it',
    text: 'By 2040 the town will have doubled, and water will be sold by the glass.',
    claim: 'by the glass',
    on: '2040-12-31',
  },
  {
    name: 'a clause whose subject points back',
    text: 'The bureau expects nine million people in 2060, and half of them will be over sixty.',
    claim: 'over sixty',
    on: '2060-12-31',
  },
  {
    name: 'a clause with a subject of its own',
    text: 'The bill will pass by the end of May, and no other state will recognise it.',
    claim: 'recognise it',
    on: null,
  },
  {
    name: 'then comes after it',
    text: 'The lake will rise until 2040, and it will then shrink.',
    claim: 'then shrink',
    on: null,
  },
  {
    name: '"by then"',
    text: 'The line opens before 2036. Nobody will take the bus by then.',
    claim: 'take the bus',
    on: '2036-12-31',
  },
  {
    name: '"that day"',
    text: 'The court sits on 4 June. The clerks will go home early that day.',
    claim: 'go home early',
    on: '2031-06-04',
  },
  {
    name: 'a judgement of the claim before',
    text: 'The mill may reopen by September. I put that at 30 percent.',
    claim: '30 percent',
    on: '2031-09-30',
  },
  {
    name: 'a pronoun that opens the next sentence',
    text: 'The mill promises forty jobs this year. It will beat that.',
    claim: 'beat that',
    on: '2031-12-31',
  },
  {
    name: 'a question asked for the time',
    text: 'Will the mill reopen by September? Not a chance: the owners will sell the land.',
    claim: 'sell the land',
    on: '2031-09-30',
  },
  {
    name: 'a condition starts anew',
    text: 'The mill promises forty jobs this year. If the levy fails, it will be sold to a bank.',
    claim: 'sold to a bank',
    on: null,
  },
  {
    name: 'the next sentence about something else',
    text: 'The mill will reopen by September. The bishop will write another book.',
    claim: 'another book',
    on: null,
  },
];

const OWN: readonly Row[] = [
  {
    name: 'a comparison with what was',
    text: 'If tin goes back to where it was in May, we will think again.',
    claim: 'think again',
    on: null,
  },
  {
    name: 'what a past verb says of its time',
    text: 'The relief they were given in May will be gone.',
    claim: 'will be gone',
    on: null,
  },
  {
    name: 'a time clause in the past is no event',
    title: 'Ten forecasts for 2032',
    text: 'The mill will be sold, I thought when I saw it from the train.',
    claim: 'will be sold',
    on: '2032-12-31',
  },
  {
    name: 'what a relative clause says of its own time',
    text: 'The lake will shrink for good, in a valley whose people number a million by 2050.',
    claim: 'will shrink',
    on: null,
  },
  {
    name: 'the time of a claim in a relative clause before the rest',
    text: 'There is an election at the end of May, which means that by April nobody will sign anything.',
    claim: 'nobody will sign',
    on: '2031-04-30',
  },
  {
    name: 'a time after an aside',
    text: 'The report, which nobody has read, will be out in May.',
    claim: 'will be out',
    on: '2031-05-31',
  },
  {
    name: 'a length of time under a supposition hangs on it',
    text: 'If the gates were opened, the flood would reach the town within six hours.',
    claim: 'reach the town',
    on: null,
  },
  {
    name: 'a length of time without one',
    text: 'The flood will reach the town within six days.',
    claim: 'reach the town',
    on: '2031-03-16',
  },
  {
    name: 'a quarter of the year named before',
    text: 'The agency will test it in the first half of 2032, it says. We would pencil in the fourth quarter.',
    claim: 'fourth quarter',
    on: '2032-12-31',
  },
  {
    name: 'a year as a noun',
    text: 'The average flat of 2045 will have no kitchen.',
    claim: 'no kitchen',
    on: '2045-12-31',
  },
  {
    name: 'a year that is only compared with',
    text: 'Turnout will be higher than in 2031.',
    claim: 'higher than',
    on: null,
  },
  {
    name: 'a month that places an event',
    text: 'The bank will cut at its June meeting.',
    claim: 'will cut',
    on: '2031-06-30',
  },
  {
    name: 'a weekday without "on"',
    text: 'The senate will vote Thursday on the levy.',
    claim: 'will vote',
    on: '2031-03-13',
  },
  {
    name: 'a year by its end',
    text: 'Exports will reach nine tonnes in the marketing year that ends next August.',
    claim: 'nine tonnes',
    on: '2031-08-31',
  },
];

describe('deadlines from the context of a claim', () => {
  it.each([...HEADINGS, ...LISTS, ...TITLES, ...EVENTS, ...BEFORE, ...OWN])('$name', (row) => {
    const { deadline } = read(row);
    const isDated = deadline?.basis === 'explicit' || deadline?.basis === 'inferred';
    expect(isDated ? deadline.deadlineOn : null).toBe(row.on);
  });

  it.each([
    [HEADINGS[0], 'the heading above', 'for 2033'],
    [LISTS[0], 'the words that lead in to the list', 'By the end of 2034'],
    [TITLES[0], 'the title', 'for 2032'],
    [EVENTS[0], 'the event that the text is about', 'on Thursday'],
    [BEFORE[0], 'the same sentence', 'By 2040'],
    [BEFORE[4], 'a time named before, which it points to', 'before 2036'],
    [BEFORE[6], 'the sentence before', 'by September'],
    [BEFORE[8], 'the question before it', 'by September'],
    [OWN.find(({ on }) => on === '2045-12-31'), 'a date in it', '2045'],
  ])('says where it was taken from: %#', (row, source, phrase) => {
    const { deadline, reason } = read(row as Row);
    expect(deadline).toMatchObject({ basis: 'inferred', phrase, windowStartOn: null });
    expect(reason).toBe(`names no time; taken from ${source}: '${phrase}'`);
  });
});
