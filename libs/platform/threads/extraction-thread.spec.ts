import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractCandidates } from '#core/extraction';
import { ExtractionThread } from './extraction-thread.js';

const LONG = 'The harbour will close by 2033. '.repeat(2_000);
const SHORT = 'The harbour will close by 2033.';
const META = { author: 'Anna Low', publishedOn: '2031-03-10' };

describe('reading in a thread', () => {
  let folder: string;

  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-thread-'));
  });

  afterAll(() => {
    fs.rmSync(folder, { recursive: true });
  });

  const threadOf = (name: string, body: string): ExtractionThread => {
    const file = path.join(folder, `${name}.mjs`);
    fs.writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads';\n${body}\n`);
    return new ExtractionThread(pathToFileURL(file));
  };

  it('hands a long text to the thread, and reads a short one at once', async () => {
    const thread = threadOf('count', 'parentPort.postMessage([workerData.text.length, workerData.meta]);');
    expect(await thread.extract({ text: LONG, meta: META, options: {} })).toEqual([LONG.length, META]);
    expect(await thread.extract({ text: SHORT, meta: META, options: {} })).toEqual(
      extractCandidates(SHORT, META),
    );
  });

  it('passes an error on, and takes the next text all the same', async () => {
    const thread = threadOf(
      'fail',
      `if (workerData.meta.author === 'nobody') throw new Error('cannot be read');
       parentPort.postMessage([workerData.meta.author]);`,
    );
    const failed = thread.extract({ text: LONG, meta: { author: 'nobody' }, options: {} });
    const next = thread.extract({ text: LONG, meta: META, options: {} });
    await expect(failed).rejects.toThrow('cannot be read');
    expect(await next).toEqual(['Anna Low']);
  });

  it('says so where a thread ends without an answer', async () => {
    const thread = threadOf('silent', 'process.exit(3);');
    await expect(thread.extract({ text: LONG, meta: META, options: {} })).rejects.toThrow(
      'ended with 3 and no answer',
    );
  });

  it('reads one text after the other', async () => {
    const log = path.join(folder, 'log');
    const thread = threadOf(
      'line',
      `import fs from 'node:fs';
       const say = (what) => fs.appendFileSync(${JSON.stringify(log)}, what + workerData.meta.author + ' ');
       say('+');
       setTimeout(() => { say('-'); parentPort.postMessage([]); }, 20);`,
    );
    await Promise.all(
      ['a', 'b', 'c'].map((author) => thread.extract({ text: LONG, meta: { author }, options: {} })),
    );
    expect(fs.readFileSync(log, 'utf8')).toBe('+a -a +b -b +c -c ');
  });

  it('reads at once where no thread is built', async () => {
    const thread = new ExtractionThread(null);
    expect(await thread.extract({ text: LONG, meta: META, options: {} })).toEqual(
      extractCandidates(LONG, META),
    );
  });
});
