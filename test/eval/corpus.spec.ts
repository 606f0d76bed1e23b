import { selectCandidates } from '#core/extraction';
import { readCorpus } from './corpus.js';
import { countsOf, sumCounts } from './cross-validation.js';
import { matchAnswers, rates } from './gold-metric.js';
import { readLabelledText } from './labelled-drafts.js';

const OWN = readCorpus('no-such-folder');

describe('our own labelled texts', () => {
  it('are there to learn from and to measure on', () => {
    const count = (part: string): number => OWN.filter((text) => text.part === part).length;
    expect(count('training')).toBeGreaterThan(40);
    expect(count('held-out')).toBeGreaterThan(5);
  });

  it.each(OWN.map((text) => [text.name, text] as const))('%s: labels fit the text', (_name, text) => {
    for (const answer of text.answers) {
      const { quote, tier, probability, deadline, claimant } = answer;
      const { deadlineBasis } = answer as typeof answer & { readonly deadlineBasis: string };
      expect(text.text.includes(quote) ? quote : `not verbatim: ${quote}`).toBe(quote);
      expect(['core', 'borderline']).toContain(tier);
      expect(claimant).not.toBe('');
      const [low, high] = probability;
      expect([low >= 0, low <= high, high <= 100]).toEqual([true, true, true]);
      expect([quote, ['explicit', 'inferred'].includes(deadlineBasis)]).toEqual([quote, deadline !== null]);
    }
  });
});

describe('the weights in the repository', () => {
  // What `npm run eval:extraction` measures, with room below: a change that loses more than this forgot to train.
  it.each([
    ['training', 0.72],
    ['held-out', 0.68],
  ] as const)('find what readers marked in the %s texts: F1 above %d', (part, least) => {
    const counts = OWN.filter((text) => text.part === part)
      .map(readLabelledText)
      .map(({ source, drafts, gold, offsets }) => {
        const found = selectCandidates(
          source.text,
          drafts.map(({ draft }) => draft),
        ).filter(({ tier }) => tier === 'proposed');
        const placed = found.map((candidate) => ({
          candidate,
          start: offsets[candidate.start] ?? 0,
          end: offsets[candidate.end] ?? 0,
        }));
        return countsOf(matchAnswers(placed, gold));
      });
    expect(rates(sumCounts(counts)).f1).toBeGreaterThan(least);
  });
});
