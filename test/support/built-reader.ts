import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DocumentReader } from '#platform/documents';

const CHILD = path.resolve('dist/libs/platform/documents/document-child.js');

/** Documents read in a process of their own, from the built code, as the service does it; with lower limits. */
export function makeBuiltReader(): DocumentReader {
  if (!fs.existsSync(CHILD)) throw new Error('Not built. Run: node tools/build.mjs server');
  return new DocumentReader(pathToFileURL(CHILD), { timeMs: 5_000, heapMb: 128, memoryMb: 400 }, 1);
}
