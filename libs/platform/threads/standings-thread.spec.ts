import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FamilyTally, measureSkill, type SkillInput } from '#core/scoring';
import { StandingsThread } from './standings-thread.js';

/** So many claimants of two families each. */
function inputOf(claimants: number): SkillInput {
  const tally = new FamilyTally();
  for (let k = 0; k < claimants; k++)
    tally.add(String(k), [
      ['north', 0.1],
      ['south', 0.2],
    ]);
  return {
    table: tally.toTable(),
    isRanked: new Uint8Array(claimants).fill(1),
    n: new Float64Array(claimants).fill(2),
    hits: new Float64Array(claimants).fill(1),
  };
}

describe('measuring in a thread', () => {
  let folder: string;

  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-standings-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  const threadOf = (body: string): StandingsThread => {
    const file = path.join(folder, `${String(fs.readdirSync(folder).length)}.mjs`);
    fs.writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads';\n${body}\n`);
    return new StandingsThread(pathToFileURL(file));
  };
  const settings = { draws: 2_000, seed: 1 };

  it('hands much over whole, and measures little at once', async () => {
    const thread = threadOf('parentPort.postMessage(workerData.input.table.subjects);');
    expect(await thread.measure({ input: inputOf(2_501), settings })).toBe(2_501);
    const little = { input: inputOf(3), settings };
    expect(await thread.measure(little)).toEqual(measureSkill(little.input, settings));
  });

  it('says so where the thread ends without an answer', async () => {
    const thread = threadOf('process.exit(3);');
    await expect(thread.measure({ input: inputOf(2_501), settings })).rejects.toThrow(
      'The thread that measures skill ended with 3 and no answer.',
    );
  });

  it('measures at once where no thread is built', async () => {
    const task = { input: inputOf(5), settings };
    expect(await new StandingsThread(null).measure(task)).toEqual(measureSkill(task.input, settings));
  });
});
