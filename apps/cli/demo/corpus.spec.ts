import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { readCorpus } from './corpus.js';

describe('the sample corpus', () => {
  it('keeps its own rules: quotes verbatim, statements positive, dates in order', () => {
    const check = path.resolve(__dirname, '../../../prisma/seed/corpus/check-corpus.mjs');
    expect(() => execFileSync(process.execPath, [check], { stdio: 'pipe' })).not.toThrow();
  });

  it('holds a verdict line for every proposition somebody makes a claim on', () => {
    const { story, verdicts } = readCorpus();
    const claimed = new Set(story.flatMap((line) => (line.decision === 'accept' ? [line.proposition] : [])));
    expect(new Set(verdicts.map(({ proposition }) => proposition))).toEqual(claimed);
  });
});
