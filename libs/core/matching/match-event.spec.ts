import * as fc from 'fast-check';
import { MATCH_THRESHOLDS, buildTermStatistics, createEventMatcher, matchEvent } from './index.js';
import type { MatchableEvent, MatchableProposition } from './index.js';

const event = (title: string, summary = '', more: Partial<MatchableEvent> = {}): MatchableEvent => ({
  title,
  summary,
  publishedOn: '2022-03-01',
  occurredOn: null,
  ...more,
});

const proposition = (statement: string, more: Partial<MatchableProposition> = {}): MatchableProposition => ({
  id: statement,
  statement,
  criteria: '',
  topics: [],
  windowStartOn: null,
  deadlineOn: '2022-12-31',
  firstClaimOn: '2022-01-15',
  ...more,
});

const RECOGNISE = 'Will Russia recognise the independence of Donetsk and Luhansk by 30 June 2022?';
const OPEN_IN_2022 = [
  RECOGNISE,
  'Russia will invade Ukraine before the end of March 2022',
  'Will Russian forces capture Kyiv by 1 April 2022?',
  'Will Finland apply for NATO membership in 2022?',
  'Will Sweden apply for NATO membership in 2022?',
  'Germany will halt certification of the Nord Stream 2 pipeline by July 2022',
  'Will Boris Johnson resign as prime minister of the United Kingdom before 2023?',
  'Will the European Union ban imports of Russian oil by the end of 2022?',
  'Will inflation in the United States exceed 9 per cent in June 2022?',
  'Elon Musk will complete the acquisition of Twitter by 31 December 2022',
  'Will Emmanuel Macron win the French presidential election in April 2022?',
  'Will Sri Lanka default on its foreign debt in 2022?',
  'Will Russia withdraw its troops from Kherson by 31 December 2022?',
  'Will Russia annex Kherson in 2022?',
].map((statement) => proposition(statement));

const only = (e: MatchableEvent, p: MatchableProposition) => {
  const [match] = matchEvent(e, [p]);
  if (match === undefined) throw new Error('no match');
  return match;
};

describe('matchEvent', () => {
  it.each([
    ['Putin recognises breakaway Donetsk and Luhansk', 'The Kremlin said the decree was signed.', 'Donetsk'],
    ['Russia launches full-scale invasion of Ukraine', 'Explosions were heard in Kyiv.', 'invade Ukraine'],
    ['Finland submits application to join NATO', 'Helsinki handed in its letter on Wednesday.', 'Finland'],
    ['Sweden formally asks to join NATO', 'Stockholm applied on Wednesday, with Finland.', 'Sweden'],
    ['Scholz freezes approval of Nord Stream 2', 'Berlin reacted to the decree.', 'Nord Stream'],
    ['Johnson quits', 'The British prime minister announced his resignation.', 'Boris Johnson'],
    ['EU leaders agree to ban most Russian oil imports', '', 'European Union ban'],
    ['US inflation hits 9.1%', 'Consumer prices rose at the fastest pace in four decades.', 'inflation'],
    ['Musk closes $44 billion Twitter deal', 'The takeover was completed on Thursday.', 'Twitter'],
    ['Macron re-elected as president of France', 'He defeated Marine Le Pen.', 'Macron'],
    ['Sri Lanka suspends repayment of external debt', 'It is the first default of the island.', 'Sri Lanka'],
    ['Moscow orders retreat from Kherson city', 'Russian troops will pull back.', 'withdraw its troops'],
  ])('puts first, for "%s", what it bears on', (title, summary, expected) => {
    expect(matchEvent(event(title, summary), OPEN_IN_2022)[0]?.propositionId).toContain(expected);
  });

  it('suggests nothing for news on something else, nor for words all news shares', () => {
    const shown = [
      event('Rain delays cricket match in Wellington', 'Play will resume tomorrow.'),
      event('President meets government leaders', 'The minister announced a new plan for the country.'),
    ].flatMap((e) => matchEvent(e, OPEN_IN_2022).filter((match) => match.strength !== 'weak'));
    expect(shown).toEqual([]);
  });

  it('gives nothing for nothing', () => {
    expect(matchEvent(event('Russia invades Ukraine'), [])).toEqual([]);
    expect(matchEvent(event(''), OPEN_IN_2022)).toEqual([]);
    expect(matchEvent(event('Russia invades Ukraine'), [proposition('')])).toEqual([]);
  });

  it('matches a single proposition without statistics', () => {
    expect(
      only(event('Russia recognises the independence of Donetsk and Luhansk'), proposition(RECOGNISE)),
    ).toMatchObject({
      strength: 'strong',
      predatesClaim: false,
    });
  });

  it('keeps a copy with another actor well below', () => {
    const report = event('Finland applies for NATO membership', 'Helsinki handed in its letter.');
    const [finland, sweden] = matchEvent(report, OPEN_IN_2022);
    expect(finland?.strength).toBe('strong');
    expect(sweden?.strength).not.toBe('strong');
    expect(sweden?.score).toBeLessThan((finland?.score ?? 0) / 3);
    expect(sweden?.reasons).toContain('not in the report: Sweden');
  });

  it('knows a body by its short form', () => {
    const report = event('WHO declares emergency over monkeypox', '');
    const match = only(
      report,
      proposition('The World Health Organization will declare monkeypox an emergency'),
    );
    expect(match.reasons[0]).toBe('same actor: World Health Organization');
  });

  it('says why in plain words', () => {
    const report = event('Russia recognises Donetsk', 'The decree was signed on Monday.');
    expect(only(report, proposition(RECOGNISE)).reasons).toEqual([
      'same actors: Russia, Donetsk',
      'same action: recognise',
      'inside the window',
      'not in the report: Luhansk',
    ]);
  });

  it('shows a denial as a match all the same, and says which side denies', () => {
    const denied = only(event('Russia will not recognise Donetsk and Luhansk'), proposition(RECOGNISE));
    const stated = only(event('Russia will recognise Donetsk and Luhansk'), proposition(RECOGNISE));
    expect(denied.score).toBe(stated.score);
    expect(denied.reasons).toContain('one of the two says not: recognise');
    expect(stated.reasons.join()).not.toContain('says not');
  });

  it('does not read a question otherwise than a statement', () => {
    const report = event('Russia annexes Kherson');
    const question = only(report, proposition('Will Russia annex Kherson in 2022?', { id: 'p' }));
    expect(only(report, proposition('Russia will annex Kherson in 2022', { id: 'p' }))).toEqual(question);
  });
});

describe('matchEvent on what only looks alike', () => {
  const strengths = (report: MatchableEvent, ...statements: string[]) =>
    new Map(
      matchEvent(
        report,
        statements.map((statement) => proposition(statement)),
      ).map((match) => [match.propositionId, match]),
    );

  it('stands back for another statement of the same wording that fits better, and says which', () => {
    const [finland, sweden] = ['Finland will join NATO in 2022', 'Sweden will join NATO in 2022'];
    const report = event('Finland becomes member of NATO', 'Sweden is still waiting.');
    const both = strengths(report, finland, sweden);
    const alone = strengths(report, sweden);
    expect(both.get(sweden)?.reasons).toContain('another statement fits better: Finland');
    expect(both.get(sweden)?.score).toBeLessThan(alone.get(sweden)?.score ?? 0);
    expect(both.get(finland)?.strength).toBe('strong');
  });

  it('lets variants of a deadline or a threshold stand beside each other', () => {
    const report = event('Inflation in Turkey climbs to 83 per cent', '', { publishedOn: '2022-10-03' });
    const found = strengths(
      report,
      'Inflation in Turkey will exceed 80 per cent in 2022',
      'Inflation in Turkey will exceed 70 per cent in 2022',
    );
    expect([...found.values()].flatMap(({ reasons }) => reasons).join()).not.toContain('fits better');
  });

  it('has no rival in a statement whose deadline has long passed', () => {
    const report = event('Finland becomes member of NATO', 'Sweden is still waiting.');
    const sweden = proposition('Sweden will join NATO', { id: 'se' });
    const reasons = (deadlineOn: string) =>
      matchEvent(report, [sweden, proposition('Finland will join NATO', { id: 'fi', deadlineOn })])
        .filter(({ propositionId }) => propositionId === 'se')
        .flatMap((match) => match.reasons)
        .join();
    expect(reasons('2022-12-31')).toContain('fits better');
    expect(reasons('2021-01-31')).not.toContain('fits better');
  });

  it('sees who does it to whom', () => {
    const statement = 'Will Barclays acquire Lehman?';
    const swapped = strengths(event('Reports say that Lehman will acquire Barclays'), statement);
    const same = strengths(event('Reports say that Barclays will acquire Lehman'), statement);
    expect(swapped.get(statement)?.reasons).toContain('the other way round in the report: take over');
    expect(same.get(statement)?.reasons.join()).not.toContain('the other way round');
    expect(swapped.get(statement)?.score).toBeLessThan(same.get(statement)?.score ?? 0);
  });

  it('reads a passive the right way round', () => {
    const statement = 'Will Barclays acquire Lehman?';
    const found = strengths(event('Officials say Lehman was acquired by Barclays'), statement);
    expect(found.get(statement)?.reasons.join()).not.toContain('the other way round');
  });

  it('knows people by their surname, and not another bearer of it', () => {
    const statement = 'Kamala Harris will visit Accra';
    const reasons = (title: string) => strengths(event(title), statement).get(statement)?.reasons ?? [];
    expect(reasons('Today President Harris visits Accra')).toContain('same actors: Kamala Harris, Accra');
    const other = strengths(event('Today Calvin Harris visits Accra'), statement).get(statement);
    const meant = strengths(event('Today Kamala Harris visits Accra'), statement).get(statement);
    expect(other?.score).toBeLessThan(meant?.score ?? 0);
  });

  it('finds the answer no as well: the opposite action is on the same question', () => {
    const statement = 'The parliament of Iceland will approve the fisheries treaty';
    const found = strengths(event('Parliament of Iceland rejects fisheries treaty'), statement);
    expect(found.get(statement)?.reasons.join()).toContain('on the same question: approve');
  });

  it('asks more of what many events matched lately', () => {
    const report = event('Russia annexes Kherson');
    const [rare, broad] = [0, 160].map((recentEvents) =>
      only(report, proposition('Russia will annex Kherson', { recentEvents })),
    );
    expect(broad?.score).toBeLessThan(rare?.score ?? 0);
  });
});

describe('matchEvent on dates', () => {
  const TITLE = 'Russia recognises the independence of Donetsk and Luhansk';
  const dated = (on: Partial<MatchableEvent>, more: Partial<MatchableProposition> = {}) =>
    only(event(TITLE, '', on), proposition(RECOGNISE, { deadlineOn: '2022-06-30', ...more }));
  const inside = dated({ publishedOn: '2022-06-30' });

  it('counts the last day in', () => {
    expect(inside.reasons).toContain('inside the window');
    expect(inside.strength).toBe('strong');
  });

  it.each([
    ['happened after the deadline', { occurredOn: '2022-07-01' }, {}],
    ['published after the deadline', { publishedOn: '2022-09-01' }, {}],
    ['happened before the window', { occurredOn: '2022-02-21' }, { windowStartOn: '2022-03-01' }],
    ['published before the claim was made', { publishedOn: '2022-01-14' }, {}],
    ['happened before the claim was made', { occurredOn: '2022-01-14' }, {}],
  ] as const)('lowers and never calls strong what %s', (reason, on, more) => {
    const match = dated(on, more);
    expect(match.reasons).toContain(reason);
    expect(match.score).toBeLessThan(inside.score);
    expect(match.strength).not.toBe('strong');
    expect(match.predatesClaim).toBe(reason.endsWith('claim was made'));
  });

  it('lets a report run a few days late, and says so', () => {
    const late = dated({ publishedOn: '2022-07-02' });
    expect(late.strength).toBe('strong');
    expect(late.score).toBeLessThan(inside.score);
    expect(late.reasons).toContain('published after the deadline');
  });

  it('says nothing of dates it does not have', () => {
    const match = dated({ publishedOn: null }, { deadlineOn: null, firstClaimOn: null });
    expect(match.score).toBe(inside.score);
    expect(match.reasons.join()).not.toMatch(/window|deadline|claim/u);
  });
});

describe('matchEvent on any input', () => {
  const words = fc.constantFrom(
    'Russia',
    'Kyiv',
    'will',
    'not',
    'sanctions',
    'the',
    '9%',
    '2022',
    'Boris Johnson',
    '🎉',
    '.',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
  );
  const anyEvent = fc.record({
    title: text,
    summary: text,
    publishedOn: fc.constantFrom(null, '2022-03-01'),
    occurredOn: fc.constantFrom(null, '2022-02-24', '2023-02-24'),
  });
  const anyPropositions = fc
    .array(fc.record({ statement: text, criteria: text }), { maxLength: 8 })
    .map((list) =>
      list.map((p, i) => proposition(p.statement, { id: `p${String(i)}`, criteria: p.criteria })),
    );

  it('is ordered, bounded, without repeats, and above the floor', () => {
    fc.assert(
      fc.property(anyEvent, anyPropositions, (e, list) => {
        const matches = matchEvent(e, list);
        const scores = matches.map((match) => match.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(scores.every((score) => score >= MATCH_THRESHOLDS.floor && score <= 1)).toBe(true);
        expect(new Set(matches.map((match) => match.propositionId)).size).toBe(matches.length);
        expect(matches.every((match) => match.reasons.length > 0)).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the propositions, nor on what was matched before', () => {
    fc.assert(
      fc.property(anyEvent, anyPropositions, (e, list) => {
        const expected = matchEvent(e, list);
        expect(matchEvent(e, [...list].reverse())).toEqual(expected);
        const matcher = createEventMatcher(list, buildTermStatistics(list.map((p) => p.statement)));
        matcher(event('Russia invades Ukraine'));
        expect(matcher(e)).toEqual(expected);
      }),
    );
  });

  it('gives an event the same matches in whatever order events come', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 5 }), anyPropositions, (events, list) => {
        const forwards = createEventMatcher(list);
        const backwards = createEventMatcher(list);
        const expected = events.map((e) => forwards(e));
        expect(
          [...events]
            .reverse()
            .map((e) => backwards(e))
            .reverse(),
        ).toEqual(expected);
      }),
    );
  });

  it.each([
    ['a megabyte of one letter', 'A'.repeat(1_000_000)],
    ['a megabyte of names', 'Ab '.repeat(333_000)],
    ['a megabyte of dots', 'A.'.repeat(500_000)],
    ['brackets that never close', '(such as '.repeat(111_000)],
    ['stop words only', 'the of and will not be'],
    ['emoji', '🎉🎉🎉 🇺🇦'],
    ['lone surrogates', '\uD83C \uDDFA'],
  ])('stands %s', (_name, text) => {
    const hostile = proposition(text, { criteria: text, topics: [text] });
    expect(() => matchEvent(event(text, text), [hostile, ...OPEN_IN_2022])).not.toThrow();
  });

  it('puts the threshold nearest to the number in the report first, and keeps the others', () => {
    const variants = ['Will rent in Berlin exceed 3%?', 'Will rent in Berlin exceed 12%?'].map((statement) =>
      proposition(statement),
    );
    const report = event('Rent in Berlin went up by 4% in a year');
    const ranked = matchEvent(report, variants);
    expect(ranked.map(({ propositionId }) => propositionId)).toEqual(variants.map(({ id }) => id));
  });

  it.each([
    ['Will Bitcoin trade above $150,000?', false],
    ['Will Bitcoin trade above $70,000?', true],
    // Passed, however far.
    ['Will Bitcoin trade above $20,000?', true],
    ['Will Bitcoin trade below $150,000?', true],
    ['Will Bitcoin trade below $20,000?', false],
  ])('asks nobody to look at a number far off: a report of 68,500 dollars and "%s"', (statement, isNear) => {
    const match = only(event('Bitcoin trades at $68,500'), proposition(statement));
    expect(match.strength === 'strong').toBe(isNear);
    expect(match.reasons.includes('the number in the report is far off')).toBe(!isNear);
  });

  it('says that the headline is about another action of the same actor, and counts it', () => {
    const report = event(
      'Kagame abolishes visas for all Africans',
      'The president of Rwanda spoke in Kigali.',
    );
    const [other] = matchEvent(report, [proposition('Will Kagame resign as president of Rwanda in 2022?')]);
    expect(other?.reasons).toContain('the headline is about another action: cancel');
    expect(other?.strength).not.toBe('strong');
    const right = only(
      event('Kagame resigns as president', 'He spoke in Kigali.'),
      proposition('Will Kagame resign as president of Rwanda in 2022?'),
    );
    expect(right.strength).toBe('strong');
    expect(right.reasons.join()).not.toContain('another action');
  });

  it('reads a short form where it is written as one: a car is not the Central African Republic', () => {
    const statement = proposition('Will there be a coup in the Central African Republic in 2022?');
    expect(matchEvent(event('Makers recall cars and vehicles over airbags'), [statement])).toEqual([]);
    expect(only(event('Soldiers seize power in the CAR in a coup'), statement).reasons.join()).toContain(
      'Central African Republic',
    );
  });
});
