import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DocumentReader } from './document-reader.js';

const BODY = `process.on('message', ({ name }) => {
  if (name === 'burns') for (;;);
  if (name === 'fills') { const kept = []; for (;;) kept.push(new Array(1e6).fill(name)); }
  if (name === 'crashes') process.exit(1);
  process.send({ kind: 'read', document: { text: Object.keys(process.env).join() } });
});
process.on('disconnect', () => process.exit(0));`;

describe('reading in a process', () => {
  let folder: string;
  let reader: DocumentReader;

  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-documents-'));
    const file = path.join(folder, 'child.mjs');
    fs.writeFileSync(file, BODY);
    reader = new DocumentReader(pathToFileURL(file), { timeMs: 2_000, heapMb: 64, memoryMb: 300 }, 1);
  });

  afterAll(() => {
    reader.onApplicationShutdown();
    fs.rmSync(folder, { recursive: true });
  });

  const read = (name: string) => reader.read({ bytes: new Uint8Array(1), name });

  it.each(['burns', 'fills', 'crashes'])('a document that %s costs itself only', async (name) => {
    const [bad, next] = await Promise.allSettled([read(name), read('next')]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { fault: 'TOO_COSTLY' } });
    expect(next.status).toBe('fulfilled');
  });

  it('knows none of our settings', async () => {
    expect((await read('settings')).text).not.toMatch(/PATH|HOME|SECRET/);
  });
});
