import { parentPort, workerData } from 'node:worker_threads';
import { measureSkill } from '#core/scoring';
import type { StandingsTask } from './standings-thread.js';

const { table, isRanked, settings } = workerData as StandingsTask;
parentPort?.postMessage(measureSkill(table, isRanked, settings));
