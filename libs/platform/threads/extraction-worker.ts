import { parentPort, workerData } from 'node:worker_threads';
import { extractCandidates } from '#core/extraction';
import type { ExtractionTask } from './extraction-thread.js';

const { text, meta, options } = workerData as ExtractionTask;
parentPort?.postMessage(extractCandidates(text, meta, options));
