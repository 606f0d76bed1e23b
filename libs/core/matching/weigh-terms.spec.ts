import { readEvent, readProposition } from './read-pair.js';
import { termWeigher } from './term-statistics.js';
import { headlineTerms, termShares, wantedTerms, weighTerm } from './weigh-terms.js';

const weigh = termWeigher({ documents: 1_000, frequencies: [['donetsk', 900]] });
const statement = (text: string) =>
  readProposition({
    id: 'p',
    statement: text,
    criteria: '',
    topics: [],
    windowStartOn: null,
    deadlineOn: null,
    firstClaimOn: null,
  });
const report = (title: string, summary = '') =>
  readEvent({ title, summary, publishedOn: null, occurredOn: null });

describe('what terms are worth in an index', () => {
  it('gives each term of a statement its share; the shares sum to 1', () => {
    const shares = termShares(statement('Russia recognises Donetsk and Luhansk'), weigh);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares.every(({ share }) => share > 0)).toBe(true);
    expect(termShares(statement(''), weigh)).toEqual([]);
  });

  it('puts the rare before the common', () => {
    const words = wantedTerms(statement('Donetsk and Luhansk'), weigh).map(({ term }) => term);
    expect(words.indexOf('luhansk')).toBeLessThan(words.indexOf('donetsk'));
  });

  it('looks for no more than tells much, however long the text', () => {
    const long = Array.from(
      { length: 300 },
      (_, n) => `word${String.fromCharCode(97 + (n % 26))}${String(n)}x`,
    );
    const wanted = wantedTerms(report(long.join(' '), long.reverse().join(' ')), weigh);
    expect(wanted.filter(({ term }) => !term.includes(' '))).toHaveLength(24);
    expect(wanted.filter(({ term }) => term.includes(' '))).toHaveLength(8);
  });

  it('takes a pair for as rare as the rarer of its words, at half', () => {
    expect(weighTerm('donetsk luhansk', true, weigh)).toBe(weigh('luhansk') / 2);
  });

  it('finds other reports of a story by the headline alone', () => {
    const terms = headlineTerms(report('Luhansk recognised', 'Elsewhere it rained'), weigh);
    expect(terms.some(({ term }) => term === 'luhansk')).toBe(true);
    expect(terms.some(({ term }) => term.startsWith('rain'))).toBe(false);
  });
});
