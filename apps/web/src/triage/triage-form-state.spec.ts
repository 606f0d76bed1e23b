import {
  acceptBody,
  findTriageFaults,
  formFromCandidate,
  formPartOf,
  fromPercentText,
  type TriageForm,
} from './triage-form-state.js';

const form: TriageForm = {
  ...formFromCandidate({
    id: 'c',
    sourceId: 's',
    start: 0,
    end: 4,
    quote: 'rain',
    claimant: 'Ada',
    claimantRole: 'author',
    statement: 'It rains by Friday',
    probability: { low: 0.05, point: 0.125, high: 0.2, phrase: 'very unlikely', basis: 'words' },
    kind: 'persistence',
    needsEdit: [],
    negated: false,
    condition: null,
    deadline: {
      windowStartOn: null,
      deadlineOn: '2022-03-11',
      precision: 'day',
      basis: 'explicit',
      phrase: 'by Friday',
    },
    tier: 'proposed',
    score: 1,
    cues: [],
    state: 'pending',
    rejectReason: null,
    claimId: null,
    version: 1,
    origin: 'rules',
    agreement: null,
    secondReading: null,
    mergedIntoId: null,
    splitFromId: null,
    decidedBy: null,
    decidedAt: null,
    secondCoding: null,
  }),
  criteria: 'Rain falls.',
};

it('sends the band it was given, through percent and back, without drift', () => {
  expect(acceptBody(form, 1).probability).toEqual({
    low: 0.05,
    point: 0.125,
    high: 0.2,
    phrase: 'very unlikely',
    basis: 'words',
  });
  expect(findTriageFaults(form)).toEqual({});
});

it.each([
  ['12.5', 0.125],
  ['12,5', 0.125],
  ['0', 0],
  ['100', 1],
  ['', null],
  ['x', null],
])('reads %p percent as %p', (text, probability) => {
  expect(fromPercentText(text)).toBe(probability);
});

it.each([
  [{ low: '30' }, 'point', 'triage.fault.order'],
  [{ point: '' }, 'point', 'triage.fault.band'],
  [{ high: '120' }, 'point', 'triage.fault.percent'],
  [{ deadlineOn: '' }, 'deadlineOn', 'triage.fault.deadline'],
  [{ deadlineBasis: 'none' }, 'deadlineBasis', 'triage.fault.deadlineBasis'],
  [{ windowStartOn: '2022-04-01' }, 'windowStartOn', 'triage.fault.window'],
  [{ criteria: ' ' }, 'criteria', 'triage.fault.criteria'],
] as const)('refuses %p', (change, field, fault) => {
  expect(findTriageFaults({ ...form, ...change })[field]).toBe(fault);
});

it('wants no criteria for a proposition that exists', () => {
  expect(findTriageFaults({ ...form, criteria: '', propositionId: 'p' }).criteria).toBeUndefined();
});

describe('taking over what the model read', () => {
  const second = {
    statement: 'Rain falls in Norvik',
    claimant: 'Ben Rook',
    claimantRole: 'speaker',
    probability: { low: 0.8, point: 0.9, high: 0.99, phrase: 'will', basis: 'unhedged' },
    condition: 'if it rains',
    deadline: null,
  } as const;

  it('changes the fields of that part and no others', () => {
    const changed = (part: Parameters<typeof formPartOf>[1]) => Object.keys(formPartOf(second, part)).sort();
    expect(changed('statement')).toEqual(['statement']);
    expect(changed('claimant')).toEqual(['claimant', 'role']);
    expect(changed('likelihood')).toEqual(['basis', 'high', 'low', 'phrase', 'point']);
    expect(changed('condition')).toEqual(['condition']);
    expect(changed('polarity')).toEqual([]);
  });

  it('takes a deadline away whole where the model sees none', () => {
    const taken = { ...form, ...formPartOf(second, 'deadline') };
    expect(acceptBody(taken, 1)).toMatchObject({
      deadlineOn: null,
      precision: null,
      deadlineBasis: 'none',
      deadlinePhrase: '',
    });
    expect(findTriageFaults(taken)).toEqual({});
  });

  it('sends the band it took over', () => {
    const taken = { ...form, ...formPartOf(second, 'likelihood') };
    expect(acceptBody(taken, 1).probability).toEqual(second.probability);
  });
});
