import fs from 'node:fs';
import path from 'node:path';
import { draftCandidates } from './draft-candidates.js';
import { weighClause } from './weigh-clause.js';

const FOLDER = path.join(process.cwd(), 'test', 'cases', 'texts', 'training');

describe('the weight of a clause', () => {
  const drafts = fs
    .readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => draftCandidates(fs.readFileSync(path.join(FOLDER, name), 'utf8'), {}))
    .filter(({ features }) => features !== null);

  it('is that of the features by which it was trained', () => {
    expect(drafts.length).toBeGreaterThan(1000);
    expect(drafts.map(({ score }) => score)).toEqual(
      drafts.map(({ features }) => weighClause(features ?? new Map())),
    );
  });

  it('leaves nothing behind for the next clause', () => {
    const text = 'Prices will fall by 2031. The bank may close. Rents rose.';
    const scores = (): number[] => draftCandidates(text, {}).map(({ score }) => score);
    expect(scores()).toEqual(scores());
  });
});
