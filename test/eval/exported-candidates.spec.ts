import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ExportedCandidate } from '#features/intake';
import { readExportedCandidates } from './exported-candidates.js';

const TEXT = 'The crane will be sold by June. Rain is likely.';
const QUOTE = 'The crane will be sold by June.';

type Decided = Pick<ExportedCandidate, 'decision' | 'reason' | 'tier'>;

/** What the trainer makes of texts that people have triaged. */
describe('exported candidates', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-exported-'));
    fs.mkdirSync(path.join(folder, 'texts'));
    fs.writeFileSync(path.join(folder, 'texts', 'abc.txt'), TEXT);
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const read = (...all: readonly Decided[]) => {
    const lines = all.map((one) => ({
      textSha256: 'abc',
      quote: { exact: QUOTE, prefix: '', suffix: ' Rain', start: 0, end: QUOTE.length },
      claimant: 'Mara Quill',
      probability: { low: 0.6, point: 0.7, high: 0.8, phrase: 'likely', basis: 'words' },
      condition: null,
      deadline: null,
      ...one,
    }));
    fs.writeFileSync(
      path.join(folder, 'candidates.jsonl'),
      lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
    return readExportedCandidates(folder);
  };

  it.each([
    ['accepted', null, ['core']],
    ['merged', null, ['core']],
    // Its parts stand for it.
    ['split', null, []],
    ['rejected', 'NOT_A_PREDICTION', []],
    ['rejected', 'WRONG_QUOTE', []],
    ['rejected', 'TOO_VAGUE', ['borderline']],
    ['rejected', 'DUPLICATE', ['borderline']],
  ] as const)('that were %s (%s) teach %j', (decision, reason, tiers) => {
    const [text] = read({ decision, reason, tier: 'proposed' });
    expect(text?.text).toBe(TEXT);
    expect(text?.answers.map(({ tier }) => tier)).toEqual(tiers);
  });

  it('of a text not triaged to its end teach nothing; what was hardly proposed may be left alone', () => {
    const taken = { decision: 'accepted', reason: null, tier: 'proposed' } as const;
    expect(read(taken, { decision: 'pending', reason: null, tier: 'proposed' })).toEqual([]);
    expect(read(taken, { decision: 'pending', reason: null, tier: 'maybe' })).toMatchObject([
      { answers: [{ quote: QUOTE, probability: [60, 80] }] },
    ]);
  });
});
