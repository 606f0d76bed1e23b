import * as fc from 'fast-check';
import { indexTerms, readEvent, readProposition } from './index.js';
import type { IndexTerm } from './index.js';

const ofStatement = (statement: string) =>
  indexTerms(
    readProposition({
      id: 'p',
      statement,
      criteria: '',
      topics: [],
      windowStartOn: null,
      deadlineOn: null,
      firstClaimOn: null,
    }),
  );
const ofReport = (title: string, summary = '') =>
  indexTerms(readEvent({ title, summary, publishedOn: null, occurredOn: null }));
const byName = (terms: readonly IndexTerm[]) => new Map(terms.map((term) => [term.term, term]));

describe('indexTerms', () => {
  it('gives a statement its words, pairs, countries and actions, sorted', () => {
    expect(ofStatement('Will Russia recognise Donetsk?')).toEqual([
      { term: '!recognise', kind: 'action', weight: 1 },
      { term: '!recognise donetsk', kind: 'pair', weight: 1 },
      { term: '@ru', kind: 'country', weight: 1 },
      { term: '@ru !recognise', kind: 'pair', weight: 1 },
      { term: 'donetsk', kind: 'word', weight: 1 },
    ]);
  });

  it('spells the same thing alike on both sides, however it is written', () => {
    const statement = byName(ofStatement('The World Health Organization will end the emergency in Türkiye'));
    const report = byName(ofReport('WHO ends Turkish emergency'));
    const shared = [...statement.keys()].filter((term) => report.has(term));
    expect(shared).toEqual(expect.arrayContaining(['@tr', 'emerg', 'who']));
    expect(statement.get('who')?.kind).toBe('initials');
    expect(report.get('who')?.kind).toBe('word');
  });

  it('weighs a headline above what stands below it, and a seat of government below its country', () => {
    const report = byName(ofReport('Sanctions hit banks', 'Moscow protests against sanctions and tariffs'));
    expect(report.get('bank')?.weight).toBe(1);
    expect(report.get('!sanction')?.weight).toBe(1);
    expect(report.get('!tariff')?.weight).toBe(0.5);
    expect(report.get('@ru')?.weight).toBe(0.3);
  });

  it('gives each term once, in one order, short enough for an index, whatever the text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 20 }));
    fc.assert(
      fc.property(text, text, (title, summary) => {
        const terms = ofReport(title, summary);
        const spellings = terms.map(({ term }) => term);
        expect(spellings).toEqual([...new Set(spellings)].sort());
        expect(spellings.every((term) => term.length > 0 && term.length <= 100)).toBe(true);
        expect(terms.every(({ weight }) => weight > 0 && weight <= 1)).toBe(true);
      }),
    );
  });
});
