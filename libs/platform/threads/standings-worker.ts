import { parentPort, workerData } from 'node:worker_threads';
import { measureSkill } from '#core/scoring';
import type { StandingsTask } from './standings-thread.js';

const { input, settings } = workerData as StandingsTask;
parentPort?.postMessage(measureSkill(input, settings));
