import fc from 'fast-check';
import { predict, trainLogisticRegression } from './logistic-regression.js';
import type { LinearModel, TrainingRow } from './logistic-regression.js';

const seen = (features: Record<string, number>): TrainingRow['features'] => new Map(Object.entries(features));
const row = (features: Record<string, number>, label: 0 | 1, weight = 1): TrainingRow => ({
  features: seen(features),
  label,
  weight,
});
const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

/** What is made as small as can be: weighted log loss and half the penalty times the squared weights. */
function objective(rows: readonly TrainingRow[], model: LinearModel, penalty: number): number {
  const loss = rows.reduce((sum, { features, label, weight }) => {
    const p = predict(model, features);
    return sum - weight * Math.log(label === 1 ? p : 1 - p);
  }, 0);
  return loss + (penalty / 2) * Object.values(model.weights).reduce((sum, w) => sum + w * w, 0);
}

describe('logistic regression', () => {
  it('gives the share of what was so where nothing is seen: 6 of 8 is 0.75', () => {
    const model = trainLogisticRegression([...times(6, row({}, 1)), ...times(2, row({}, 0))], 3);
    expect(predict(model, seen({}))).toBeCloseTo(0.75, 3);
  });

  it('counts a row by its weight', () => {
    const model = trainLogisticRegression([row({}, 1, 3), row({}, 0, 1)], 3);
    expect(predict(model, seen({}))).toBeCloseTo(0.75, 3);
  });

  it('learns which way a feature points, and little from one that says nothing', () => {
    const rows = [
      ...times(10, row({ will: 1, comma: 1 }, 1)),
      ...times(10, row({ will: 1 }, 1)),
      ...times(10, row({ should: 1, comma: 1 }, 0)),
      ...times(10, row({ should: 1 }, 0)),
    ];
    const { weights } = trainLogisticRegression(rows, 1);
    expect(weights.will).toBeGreaterThan(1);
    expect(weights.should).toBeLessThan(-1);
    expect(Math.abs(weights.comma ?? 1)).toBeLessThan(0.05);
  });

  it('leaves out what is seen in fewer than four rows', () => {
    const rows = [
      ...times(3, row({ rare: 1 }, 1)),
      ...times(4, row({ known: 1 }, 1)),
      ...times(7, row({}, 0)),
    ];
    expect(Object.keys(trainLogisticRegression(rows, 1).weights)).toEqual(['known']);
  });

  it('keeps weights smaller under a stronger penalty, but not the bias', () => {
    const rows = [...times(20, row({ will: 1 }, 1)), ...times(10, row({}, 0)), ...times(10, row({}, 1))];
    const [mild, strong] = [0.5, 50].map((penalty) => trainLogisticRegression(rows, penalty));
    expect(Math.abs(strong?.weights.will ?? 9)).toBeLessThan(Math.abs(mild?.weights.will ?? 0) / 2);
    expect(
      predict(trainLogisticRegression(times(9, row({}, 1)).concat(row({}, 0)), 1e6), seen({})),
    ).toBeCloseTo(0.9, 3);
  });

  const someRows = fc.array(
    fc.record({
      features: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(0.5, 1, 2)).map(seen),
      label: fc.constantFrom<0 | 1>(0, 1),
      weight: fc.constantFrom(0.5, 1),
    }),
    { minLength: 12, maxLength: 40 },
  );
  const isMixed = (rows: readonly TrainingRow[]): boolean =>
    new Set(rows.map(({ label }) => label)).size === 2;

  it('finds weights that no small step makes better', () => {
    fc.assert(
      fc.property(someRows.filter(isMixed), fc.constantFrom(0.5, 3, 10), (rows, penalty) => {
        const model = trainLogisticRegression(rows, penalty);
        const best = objective(rows, model, penalty);
        for (const name of Object.keys(model.weights))
          for (const step of [-0.05, 0.05]) {
            const moved = {
              ...model,
              weights: { ...model.weights, [name]: (model.weights[name] ?? 0) + step },
            };
            expect(objective(rows, moved, penalty)).toBeGreaterThanOrEqual(best - 1e-4);
          }
        for (const step of [-0.05, 0.05])
          expect(objective(rows, { ...model, bias: model.bias + step }, penalty)).toBeGreaterThanOrEqual(
            best - 1e-4,
          );
      }),
      { numRuns: 40 },
    );
  });

  it('comes to the same from another start, and the same again from the same', () => {
    fc.assert(
      fc.property(someRows.filter(isMixed), (rows) => {
        const cold = trainLogisticRegression(rows, 3);
        const warm = trainLogisticRegression(rows, 3, { bias: 1, weights: { a: 2, b: -2 } });
        expect(objective(rows, warm, 3)).toBeCloseTo(objective(rows, cold, 3), 2);
        expect(trainLogisticRegression(rows, 3)).toEqual(cold);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the probability of a row', () => {
  it('is the logistic of bias and weights: 1 / (1 + e^-2) for 1 + 0.5 * 2', () => {
    expect(predict({ bias: 1, weights: { will: 0.5 } }, seen({ will: 2, unknown: 7 }))).toBeCloseTo(
      0.8808,
      4,
    );
  });
});
