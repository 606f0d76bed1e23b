import fs from 'node:fs';
import path from 'node:path';
import { normaliseText } from '#core/text';
import type { GoldAnswer } from './gold-metric.js';

export type CorpusPart = 'gold' | 'training' | 'held-out';

/** A text with its hand-made answers. */
export interface LabelledText {
  readonly name: string;
  readonly part: CorpusPart;
  readonly text: string;
  readonly answers: readonly GoldAnswer[];
}

/** Our own labelled texts: written and labelled by people who had not seen the rules. */
const OWN = path.join('test', 'cases', 'texts');

/** Reads the public texts below `shared` (null where there are none) and our own. */
export function readCorpus(shared: string): LabelledText[] {
  return [...readGold(shared), ...readOwn('training'), ...readOwn('held-out')];
}

function readGold(shared: string): LabelledText[] {
  const file = path.join(shared, 'gold', 'dev.jsonl');
  if (!fs.existsSync(file)) return [];
  const answers = readLines(file);
  return [...new Set(answers.map((answer) => answer.doc))].map((doc) => ({
    name: doc,
    part: 'gold',
    text: readText(path.join(shared, doc)),
    answers: answers.filter((answer) => answer.doc === doc),
  }));
}

function readOwn(part: 'training' | 'held-out'): LabelledText[] {
  const folder = path.join(OWN, part);
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({
      name: `${part}/${name}`,
      part,
      text: readText(path.join(folder, name)),
      answers: readLines(path.join(folder, name.replace(/\.txt$/u, '.jsonl'))),
    }));
}

function readText(file: string): string {
  return normaliseText(fs.readFileSync(file, 'utf8'));
}

function readLines(file: string): GoldAnswer[] {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => JSON.parse(row) as GoldAnswer);
}
