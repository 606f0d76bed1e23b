import { isPluralPhrase } from './agreement.js';
import { baseForm, inPresent, thirdPerson } from './inflect.js';
import { tokenise } from './nlp.js';

describe('agreement of a verb with its subject', () => {
  it.each([
    ['the mills', true],
    ['the mill', false],
    ['the number of mills', false],
    ['a number of mills', true],
    ['most of the mills', true],
    ['most of the rest of the valley', false],
    ['half of them', true],
    ['70 percent of that', false],
    ['one in five mills', false],
    ['more than 410,000 voters', true],
    ['the mayor and the bishop', true],
    ['the police', true],
    ['the United States', false],
    ['the Greens', true],
    ['the Irish', true],
    ['everyone', false],
    ['the rate of growth', false],
    ['growth five years out', false],
    ['these policies and those to come', true],
    ['the mills of the county this year', true],
    ['a top five', false],
  ])('%s: plural %s', (phrase, plural) => {
    expect(isPluralPhrase(tokenise(phrase, { start: 0, end: phrase.length }))).toBe(plural);
  });
});

describe('verb forms', () => {
  it.each([
    ['close', 'closes'],
    ['carry', 'carries'],
    ['stay', 'stays'],
    ['pass', 'passes'],
    ['fix', 'fixes'],
    ['reach', 'reaches'],
    ['go', 'goes'],
    ['veto', 'vetoes'],
    ['be', 'is'],
    ['have', 'has'],
  ])('%s: %s', (base, third) => {
    expect(thirdPerson(base)).toBe(third);
    expect(inPresent(base, false)).toBe(third);
  });

  it('keeps a plural verb and the writer\u2019s spelling', () => {
    expect(inPresent('be', true)).toBe('are');
    expect(inPresent('carry', true)).toBe('carry');
    expect(baseForm({ lower: 'organising', lemma: 'organize' })).toBe('organise');
    expect(baseForm({ lower: 'falling', lemma: 'fall' })).toBe('fall');
    expect(baseForm({ lower: 'lying', lemma: 'lie' })).toBe('lie');
    // Where the tagger gives no lemma the ending is undone by rule.
    expect(baseForm({ lower: 'planning', lemma: 'planning' })).toBe('plan');
    expect(baseForm({ lower: 'closing', lemma: 'closing' })).toBe('close');
  });
});
