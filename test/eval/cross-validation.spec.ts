import type { Draft } from '#core/extraction';
import { chooseThreshold, countsOf, proposeBy, sumCounts, trainOn } from './cross-validation.js';
import { collapse, matchAnswers } from './gold-metric.js';
import type { GoldAnswer } from './gold-metric.js';
import type { ReadText } from './labelled-drafts.js';
import { predict } from './logistic-regression.js';

const SENTENCES = ['The quay will close.', 'The quay should close.', 'The quay is old now.'];
type Seen = NonNullable<Draft['features']>;
const just = (name: string): Seen => new Map([[name, 1]]);
const FEATURES: readonly Seen[] = [just('will'), just('should'), just('is')];

/** A text of three sentences, the first `right` of them predictions; each a draft. */
function madeText(name: string, right = 1, seen: readonly Seen[] = FEATURES): ReadText {
  const text = SENTENCES.join(' ');
  const drafts = SENTENCES.map((quote, i) => {
    const start = text.indexOf(quote);
    const end = start + quote.length;
    const draft = {
      start,
      end,
      features: seen[i] ?? new Map(),
      score: 0.5,
      read: (score: number) => ({ quote, start, end, also: [], score, statement: quote, claimant: 'author' }),
    } as unknown as Draft;
    return { start, end, draft };
  });
  return {
    source: { name, text, part: 'gold', answers: [] } as unknown as ReadText['source'],
    drafts,
    gold: drafts
      .slice(0, right)
      .map(({ start, end }) => ({ start, end, answer: { tier: 'core' } as unknown as GoldAnswer })),
    offsets: collapse(text).offsets,
    rows: seen.map((features, i) => ({ features, label: i < right ? 1 : 0, weight: 1 })),
  };
}

const texts = Array.from({ length: 12 }, (_, i) => madeText(`text ${String(i)}`));
const one = madeText('new');

describe('cross-validation', () => {
  it('trains on the rows of all texts', () => {
    const model = trainOn(texts);
    expect(predict(model, just('will'))).toBeGreaterThan(0.6);
    expect(predict(model, just('should'))).toBeLessThan(0.3);
  });

  it('proposes what reaches the threshold by the model, not by the score the draft came with', () => {
    const model = trainOn(texts);
    const at = (threshold: number): string[] =>
      proposeBy(model, one, threshold).map(({ candidate }) => candidate.quote);
    expect(at(0.5)).toEqual(['The quay will close.']);
    expect(at(0.01)).toHaveLength(3);
    expect(at(0.99)).toEqual([]);
  });

  it('places what is proposed in the offsets of the answers', () => {
    const spaced = { ...one, offsets: one.offsets.map((offset) => offset + 5) };
    const [found] = proposeBy(trainOn(texts), spaced, 0.5);
    expect(found?.start).toBe((one.drafts[0]?.start ?? 0) + 5);
  });

  it('leaves alone an entry that needs no weighing', () => {
    const entry = {
      ...one,
      drafts: one.drafts.map((item) => ({ ...item, draft: { ...item.draft, features: null, score: 0.9 } })),
    };
    expect(proposeBy(trainOn(texts), entry as ReadText, 0.8)).toHaveLength(3);
  });

  it('chooses a threshold that finds the predictions and nothing else', () => {
    const threshold = chooseThreshold(texts);
    const model = trainOn(texts);
    const counts = countsOf(matchAnswers(proposeBy(model, one, threshold), one.gold));
    expect(counts).toEqual({ tp: 1, fn: 0, fp: 0 });
  });

  it('chooses a low threshold where a model is sure of nothing', () => {
    // Nothing tells the one prediction in three from the others: F1 is best where all are proposed.
    const alike = Array.from({ length: 12 }, (_, i) =>
      madeText(String(i), 1, [just('is'), just('is'), just('is')]),
    );
    expect(chooseThreshold(alike)).toBeLessThan(0.34);
  });

  it('chooses by models that have not seen the text: what only one text has tells nothing', () => {
    // A model that knows the texts is sure of each sentence; one that does not is not, and needs a higher threshold.
    const own = Array.from({ length: 12 }, (_, i) => {
      const text = madeText(
        String(i),
        1,
        [0, 1, 2].map(
          (k) =>
            new Map([
              [k === 0 ? 'will' : 'is', 0.3],
              [`only in ${String(i)}, ${String(k)}`, 3],
            ]),
        ),
      );
      return { ...text, rows: Array.from({ length: 4 }, () => text.rows).flat() };
    });
    expect(chooseThreshold(own)).toBeGreaterThan(0.2);
  });

  it('counts what is found, missed and made up, and adds up', () => {
    const all = proposeBy(trainOn(texts), one, 0.01);
    expect(countsOf(matchAnswers(all, one.gold))).toEqual({ tp: 1, fn: 0, fp: 2 });
    expect(countsOf(matchAnswers([], one.gold))).toEqual({ tp: 0, fn: 1, fp: 0 });
    expect(
      sumCounts([
        { tp: 1, fn: 2, fp: 3 },
        { tp: 4, fn: 5, fp: 6 },
      ]),
    ).toEqual({ tp: 5, fn: 7, fp: 9 });
    expect(sumCounts([])).toEqual({ tp: 0, fn: 0, fp: 0 });
  });
});
