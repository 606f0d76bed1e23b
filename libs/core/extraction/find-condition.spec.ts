import fs from 'node:fs';
import path from 'node:path';
import { draftCandidates } from './draft-candidates.js';

interface Row {
  readonly text: string;
  /** Words of the claim that is looked at. */
  readonly claim: string;
  readonly condition: string | null;
}

const rows = fs
  .readFileSync(path.resolve(__dirname, '../../../test/cases/conditions.jsonl'), 'utf8')
  .split('\n')
  .filter((row) => row !== '')
  .map((row) => JSON.parse(row) as Row);

/** The condition of the shortest draft that holds the words of the claim. */
function conditionOf({ text, claim }: Row): string | null | undefined {
  const start = text.lastIndexOf(claim);
  const end = start + claim.length;
  const drafts = draftCandidates(text, {}).filter((draft) => draft.start <= start && draft.end >= end);
  const [shortest] = drafts.sort((a, b) => a.end - a.start - (b.end - b.start));
  return shortest?.read(1).condition;
}

describe('the condition a claim stands under', () => {
  it.each(rows.map((row) => [row.text, row] as const))('%s', (_, row) => {
    expect(conditionOf(row)).toBe(row.condition);
  });

  it('is in the words of the text', () => {
    for (const { text, condition } of rows) if (condition !== null) expect(text).toContain(condition);
  });
});
