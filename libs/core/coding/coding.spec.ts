import {
  CLAIMANT_KINDS,
  type CodedFields,
  type CodingField,
  maySettle,
  needsSecondCoding,
} from '#core/domain';
import {
  codingAgreement,
  type CodingPair,
  differingCodings,
  LEAST_CODED_TWICE,
  sameCondition,
} from './index.js';

const LIKELY: CodedFields = {
  probability: { low: 0.55, point: 0.675, high: 0.8, basis: 'words' },
  deadlineOn: '2022-03-31',
  deadlineBasis: 'explicit',
  negated: false,
  condition: null,
  conditionPropositionId: null,
};
const coded = (change: Partial<CodedFields>): CodedFields => ({ ...LIKELY, ...change });

describe('a second coding', () => {
  it.each(CLAIMANT_KINDS)('of claims of a %s', (kind) => {
    expect(needsSecondCoding('off', kind)).toBe(false);
    expect(needsSecondCoding('ranked', kind)).toBe(kind === 'public_person' || kind === 'organisation');
  });

  it.each([
    ['the first', 'ann', false, false],
    ['the second', 'bob', false, false],
    ['a third', 'cem', false, true],
    ['a lead who coded it', 'ann', true, true],
  ])('is settled by %s: %s, lead %s: %s', (_who, userId, isLead, may) => {
    expect(maySettle(['ann', 'bob'], userId, isLead)).toBe(may);
  });
});

describe('two codings', () => {
  it.each<[string, Partial<CodedFields>, Partial<CodedFields>, CodingField[]]>([
    ['alike', {}, {}, []],
    ['of another point', {}, { probability: { low: 0.55, point: 0.7, high: 0.8, basis: 'words' } }, ['band']],
    [
      'of another basis',
      {},
      { probability: { low: 0.55, point: 0.675, high: 0.8, basis: 'number' } },
      ['band'],
    ],
    [
      'of a number reckoned in two ways',
      { probability: { low: 0.3, point: 0.3, high: 0.3, basis: 'number' } },
      { probability: { low: 0.1 + 0.2, point: 0.1 + 0.2, high: 0.1 + 0.2, basis: 'number' } },
      [],
    ],
    [
      'that state nothing',
      { probability: { low: null, point: null, high: null, basis: 'not_stated' } },
      { probability: { low: null, point: null, high: null, basis: 'not_stated' } },
      [],
    ],
    ['a day apart', {}, { deadlineOn: '2022-04-01' }, ['deadline']],
    ['of one day, read and concluded', {}, { deadlineBasis: 'inferred' }, ['deadline']],
    ['with and without a deadline', {}, { deadlineOn: null, deadlineBasis: 'none' }, ['deadline']],
    ['affirmed and denied', {}, { negated: true }, ['polarity']],
    ['with and without a condition', {}, { condition: 'Russia invades' }, ['condition']],
    [
      'of one proposition in two wordings',
      { condition: 'it goes wrong', conditionPropositionId: 'p1' },
      { condition: 'Russia invades', conditionPropositionId: 'p1' },
      [],
    ],
    [
      'of two propositions in one wording',
      { condition: 'Russia invades', conditionPropositionId: 'p1' },
      { condition: 'Russia invades', conditionPropositionId: 'p2' },
      ['condition'],
    ],
    [
      'of one wording, one with its proposition',
      { condition: 'Russia invades', conditionPropositionId: 'p1' },
      { condition: 'if Russia invades Ukraine' },
      [],
    ],
    [
      'different in everything',
      {},
      {
        probability: { low: null, point: null, high: null, basis: 'not_stated' },
        deadlineOn: null,
        deadlineBasis: 'event',
        negated: true,
        condition: 'Russia invades',
      },
      ['band', 'deadline', 'polarity', 'condition'],
    ],
  ])('%s', (_what, first, second, differs) => {
    expect(differingCodings(coded(first), coded(second))).toEqual(differs);
    expect(differingCodings(coded(second), coded(first))).toEqual(differs);
  });

  it.each([
    ['if Russia invades', 'Russia invades Ukraine', true],
    ['unless sanctions are lifted', 'if sanctions are lifted', false],
    ['unless sanctions are lifted', 'if sanctions aren’t lifted', true],
    ['if NATO expands', 'should the Fed raise rates', false],
    ['if it is', 'If it is.', true],
    ['if it is', 'when it was', false],
    ['', '', true],
  ])('mean the same: “%s”, “%s”: %s', (a, b, same) => {
    expect(sameCondition(a, b)).toBe(same);
    expect(sameCondition(b, a)).toBe(same);
  });
});

describe('agreement of two codings', () => {
  const pairs = (...kinds: readonly (readonly [number, Partial<CodedFields>])[]): CodingPair[] =>
    kinds.flatMap(([n, second]) => Array.from({ length: n }, (): CodingPair => [LIKELY, coded(second)]));
  const of = (field: CodingField, all: readonly CodingPair[]) =>
    codingAgreement(all).find((one) => one.field === field);

  it('is not told of too few', () => {
    expect(of('polarity', pairs([LEAST_CODED_TWICE - 1, {}]))).toEqual({
      field: 'polarity',
      n: LEAST_CODED_TWICE - 1,
      agreed: LEAST_CODED_TWICE - 1,
      raw: null,
      ac1: null,
    });
    expect(codingAgreement([]).map(({ n }) => n)).toEqual([0, 0, 0, 0]);
  });

  it('is high where all but one say the same of what is nearly always so', () => {
    const polarity = of('polarity', pairs([19, {}], [1, { negated: true }]));
    expect(polarity).toMatchObject({ n: 20, agreed: 19, raw: 0.95 });
    // Shares 39/40 and 1/40, each times its rest: 0.04875; of two choices.
    expect(polarity?.ac1).toBeCloseTo((0.95 - 0.04875) / (1 - 0.04875), 12);
  });

  it('is whole where all say the same', () => {
    expect(codingAgreement(pairs([20, {}])).map(({ raw, ac1 }) => [raw, ac1])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('counts each field by itself', () => {
    const all = pairs([10, {}], [6, { deadlineOn: '2022-04-01' }], [4, { condition: 'Russia invades' }]);
    expect(codingAgreement(all).map(({ field, agreed }) => [field, agreed])).toEqual([
      ['band', 20],
      ['deadline', 14],
      ['polarity', 20],
      ['condition', 16],
    ]);
  });

  it('takes two conditions on two matters for no agreement, though both state one', () => {
    const other: CodingPair = [coded({ condition: 'Russia invades' }), coded({ condition: 'rates rise' })];
    expect(of('condition', [...pairs([19, {}]), other])).toMatchObject({ agreed: 19, raw: 0.95 });
  });
});
