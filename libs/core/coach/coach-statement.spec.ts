import { coachStatement } from './coach-statement.js';
import type { AdviceCode, CoachedStatement } from './advice.js';

const CARD: CoachedStatement = {
  statement: '',
  basis: 'words',
  low: 0.55,
  point: 0.675,
  high: 0.8,
  phrase: 'likely',
  deadlineOn: '2022-06-30',
  precision: 'day',
  deadlineBasis: 'explicit',
  deadlinePhrase: 'by June',
};
const CONTEXT = { publishedOn: '2022-03-01', today: '2022-03-15' } as const;

const codes = (statement: string, change: Partial<CoachedStatement> = {}) =>
  coachStatement({ ...CARD, statement, ...change }, CONTEXT).map(({ code }) => code);
const advice = (
  code: AdviceCode,
  statement: string,
  change: Partial<CoachedStatement> = {},
  context = CONTEXT,
) => coachStatement({ ...CARD, statement, ...change }, context).find((one) => one.code === code);

describe('says nothing about', () => {
  it.each([
    'The parliament in Vilnius adopts the new border law by 30 June 2022',
    'The port authority of Norvik raises its fees by June 2022',
    'Inflation in the euro area exceeds 7.5 per cent by June 2022',
    'Brent crude closes above $120 a barrel by June 2022',
    'Russia and Ukraine sign a ceasefire by June 2022',
    'A no-confidence vote against the government is held by June 2022',
    'At least 3 members of the G7 recognise the republic by June 2022',
    'The 27 member states agree on a sixth package by 30 June 2022',
    'The mayor of Norvik resigns by June 2022',
    'Turkey ratifies the accession of Sweden by June 2022',
    'Article 5 is invoked by June 2022',
    'Unemployment falls below 4 per cent by June 2022',
    'The airline sells its ships and planes to Poland by June 2022',
    'No fewer than 50 countries sign the treaty by June 2022',
  ])('“%s”', (statement) => {
    expect(codes(statement)).toEqual([]);
  });
});

describe('finds', () => {
  it.each<[AdviceCode, string, string]>([
    ['NEGATED', 'A ceasefire will not be agreed by June 2022', 'not'],
    ['NEGATED', 'The parliament doesn’t adopt the border law by June 2022', 'n’t'],
    ['NEGATED', 'No deal is signed by June 2022', 'No'],
    ['NEGATED', 'Nobody wins the election by June 2022', 'Nobody'],
    ['NEGATED', 'Turkey fails to ratify the treaty by June 2022', 'fails to'],
    [
      'DOUBLE_NEGATION',
      'It is unlikely that rates do not rise above 3 per cent by June 2022',
      'unlikely … not',
    ],
    ['DOUBLE_NEGATION', 'Nobody refuses to sign the treaty by June 2022', 'Nobody … refuses to'],
    ['TWO_EVENTS', 'The president resigns and calls elections by June 2022', 'calls elections by June 2022'],
    [
      'TWO_EVENTS',
      'The levy is abolished, but the fees are raised by June 2022',
      'the fees are raised by June 2022',
    ],
    ['TWO_EVENTS', 'Sweden joins NATO; Finland follows by June 2022', 'Finland follows by June 2022'],
    ['HEDGED', 'Russia will probably invade Ukraine by June 2022', 'probably'],
    ['HEDGED', 'The war may spread to Moldova by June 2022', 'may'],
    ['VAGUE_VERB', 'Relations between the two countries deteriorate by June 2022', 'deteriorate'],
    ['VAGUE_VERB', 'The conflict escalates by June 2022', 'escalates'],
    ['VAGUE_VERB', 'The government comes under pressure by June 2022', 'comes under pressure'],
    ['VAGUE_VERB', 'China plays a greater role in the Gulf by June 2022', 'plays a greater role'],
    ['UNMEASURABLE', 'Sanctions hit the economy significantly by June 2022', 'significantly'],
    ['UNMEASURABLE', 'A major war breaks out by June 2022', 'major'],
    ['UNMEASURABLE', 'Several ministers resign by June 2022', 'Several'],
    ['UNMEASURABLE', 'The ruling is published soon', 'soon'],
    ['COMPARATIVE_NO_LEVEL', 'Rents are higher by June 2022', 'higher'],
    ['COMPARATIVE_NO_LEVEL', 'Inflation falls by June 2022', 'falls'],
    ['COMPARATIVE_NO_LEVEL', 'Fewer ships pass the strait by June 2022', 'Fewer'],
    ['QUANTITY_NO_UNIT', 'Oil rises to 120 by June 2022', '120'],
    ['QUANTITY_NO_UNIT', 'The index closes above 4,500', '4,500'],
    ['PAST', 'The mayor of Norvik has resigned by June 2022', 'has resigned'],
    ['PAST', 'The treaty was signed by June 2022', 'was'],
  ])('%s in “%s”', (code, statement, words) => {
    expect(advice(code, statement)?.words).toBe(words);
  });

  it('what two strangers could not measure only where there is no level', () => {
    expect(codes('Rents are 5 per cent higher than a year before in June 2022')).not.toContain(
      'COMPARATIVE_NO_LEVEL',
    );
    expect(codes('Exports grow by 5 per cent in 2022')).not.toContain('COMPARATIVE_NO_LEVEL');
  });

  it('no number that is a date, an ordinal, a name or counts something', () => {
    for (const statement of [
      'The 3rd package is adopted by 30 June 2022',
      'Resolution 2334 is repealed by June 2022',
      'The team wins 2-1 in June 2022',
      'The company employs 500 people in June 2022',
    ])
      expect(codes(statement)).not.toContain('QUANTITY_NO_UNIT');
  });
});

describe('deadlines', () => {
  it('one that is missing is set to the one the statement names', () => {
    const found = advice('NO_DEADLINE', 'The law is adopted by 20 May 2022', {
      deadlineOn: null,
      deadlineBasis: 'none',
    });
    expect(found).toMatchObject({
      weight: 'note',
      fix: { deadlineOn: '2022-05-20', precision: 'day', deadlineBasis: 'explicit' },
    });
  });

  it('one that is missing altogether is a note without a fix', () => {
    expect(
      advice('NO_DEADLINE', 'The law is adopted', { deadlineOn: null, deadlineBasis: 'none' }),
    ).toMatchObject({
      fix: null,
    });
    expect(codes('The law is adopted', { deadlineOn: null, deadlineBasis: 'event' })).toEqual([]);
  });

  it('one before the publication must be another, in the year that was meant', () => {
    const found = advice('DEADLINE_BEFORE_PUBLICATION', 'The law is adopted', { deadlineOn: '2021-05-20' });
    expect(found).toMatchObject({ weight: 'must', words: '2021-05-20', fix: { deadlineOn: '2022-05-20' } });
    const next = advice('DEADLINE_BEFORE_PUBLICATION', 'The law is adopted', { deadlineOn: '2022-01-31' });
    expect(next?.fix).toEqual({ deadlineOn: '2023-01-31' });
    const leap = advice('DEADLINE_BEFORE_PUBLICATION', 'The law is adopted', { deadlineOn: '2020-02-29' });
    expect(leap?.fix).toBeNull();
  });

  it('one that differs from the statement’s own is pointed out', () => {
    const found = advice('DEADLINE_DIFFERS', 'The law is adopted by 20 May 2022');
    expect(found?.fix).toMatchObject({ deadlineOn: '2022-05-20' });
    expect(codes('The law is adopted by 30 June 2022')).toEqual([]);
  });

  it('one that is past by now makes the claim retrospective', () => {
    const context = { publishedOn: '2022-03-01', today: '2022-07-01' } as const;
    expect(
      coachStatement({ ...CARD, statement: 'The law is adopted by 30 June 2022' }, context).map(
        ({ code }) => code,
      ),
    ).toEqual(['ALREADY_DUE']);
    // Its last day is not over yet.
    expect(
      coachStatement(
        { ...CARD, statement: 'The law is adopted by 30 June 2022' },
        { ...context, today: '2022-06-30' },
      ),
    ).toEqual([]);
  });
});

describe('fixes', () => {
  it('turn a denial round, and the likelihood with it', () => {
    const statement = 'The parliament will not adopt the border law by June 2022';
    const found = advice('NEGATED', statement, { basis: 'unhedged', low: 0.8, point: 0.9, high: 0.99 });
    expect(found).toMatchObject({ weight: 'must' });
    expect(found?.fix).toEqual({
      statement: 'The parliament adopts the border law by June 2022',
      low: 0.01,
      point: 0.1,
      high: 0.2,
    });
  });

  it('leave a band without a number as it is', () => {
    const found = advice('NEGATED', 'No deal is signed by June 2022', {
      basis: 'not_stated',
      low: null,
      point: null,
      high: null,
    });
    expect(found?.fix).toEqual({ statement: 'A deal is signed by June 2022' });
  });

  it('take a hedge out, and keep the band somebody has chosen', () => {
    const statement = 'Russia will probably invade Ukraine by June 2022';
    expect(advice('HEDGED', statement)?.fix).toEqual({ statement: 'Russia invades Ukraine by June 2022' });
    expect(
      advice('HEDGED', statement, { basis: 'not_stated', low: null, point: null, high: null })?.fix,
    ).toEqual({
      statement: 'Russia invades Ukraine by June 2022',
      basis: 'words',
      low: 0.55,
      point: 0.675,
      high: 0.8,
      phrase: 'probably',
    });
  });

  it('are never offered where two denials meet', () => {
    expect(advice('DOUBLE_NEGATION', 'Nobody refuses to sign the treaty by June 2022')?.fix).toBeNull();
  });

  it.each([
    'The parliament will not adopt the border law by June 2022',
    'Russia will probably invade Ukraine by June 2022',
    'Sanctions are no longer in force by June 2022',
  ])('leave nothing of what they mend in “%s”', (statement) => {
    const [first] = coachStatement({ ...CARD, statement }, CONTEXT);
    const mended = { ...CARD, statement, ...first?.fix };
    expect(coachStatement(mended, CONTEXT).map(({ code }) => code)).not.toContain(first?.code);
  });
});

it('puts what must be mended first, and is silent on an empty statement', () => {
  const statement = 'A ceasefire will not be agreed soon';
  const found = coachStatement({ ...CARD, statement, deadlineOn: '2021-01-01' }, CONTEXT);
  expect(found.map(({ code }) => code)).toEqual(['NEGATED', 'DEADLINE_BEFORE_PUBLICATION', 'UNMEASURABLE']);
  expect(codes(' ')).toEqual([]);
});
