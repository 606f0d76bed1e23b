import { codingBody, EMPTY_CODING, findCodingFaults } from './coding-form-state.js';

describe('a coding as it is typed', () => {
  it('wants to be told whether the quote affirms or denies, and nothing of what a coder does not see', () => {
    expect(Object.keys(findCodingFaults(EMPTY_CODING, null))).toEqual(['polarity']);
    expect(findCodingFaults(EMPTY_CODING, 'affirms')).toEqual({});
  });

  it('names what is wrong in the order of the form', () => {
    const form = { ...EMPTY_CODING, basis: 'number', deadlineBasis: 'explicit' } as const;
    expect(Object.keys(findCodingFaults(form, null))).toEqual(['point', 'polarity', 'deadlineOn']);
  });

  it('is sent in probabilities of the statement, without a condition’s statement where there is no condition', () => {
    const form = {
      ...EMPTY_CODING,
      basis: 'number',
      low: '30',
      point: '30',
      high: '30',
      deadlineBasis: 'explicit',
      deadlineOn: '2022-03-31',
      conditionPropositionId: 'p1',
    } as const;
    expect(codingBody(form, 'denies')).toEqual({
      probability: { low: 0.3, point: 0.3, high: 0.3, phrase: '', basis: 'number' },
      windowStartOn: null,
      deadlineOn: '2022-03-31',
      precision: 'day',
      deadlineBasis: 'explicit',
      deadlinePhrase: '',
      negated: true,
      condition: null,
      conditionPropositionId: null,
      alreadyHappened: false,
    });
  });
});
