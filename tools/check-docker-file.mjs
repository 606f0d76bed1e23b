/** Reads a Dockerfile: just the instructions ours has, anything else is a fault. */
import fs from 'node:fs';
import path from 'node:path';

const KNOWN = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];

/** @returns {{ name: string, base: string, steps: { line: number, word: string, rest: string }[] }[]} */
export function readDockerfile(root) {
  const stages = [];
  for (const { line, text } of logicalLines(fs.readFileSync(path.join(root, 'docker/Dockerfile'), 'utf8'))) {
    const [, word = '', rest = ''] = /^(\S+)\s+(.*)$/s.exec(text) ?? [];
    const from = /^(\S+) AS (\S+)$/.exec(rest);
    if (!KNOWN.includes(word))
      throw new Error(`docker/Dockerfile:${line}: this check does not know ${word || text}`);
    if (word === 'FROM' && from === null)
      throw new Error(`docker/Dockerfile:${line}: a stage without a name`);
    if (word === 'FROM') stages.push({ base: from[1], name: from[2], steps: [] });
    else if (stages.length === 0) throw new Error(`docker/Dockerfile:${line}: ${word} before FROM`);
    else stages.at(-1).steps.push({ line, word, rest });
  }
  return stages;
}

function* logicalLines(text) {
  let start = 0;
  let open = '';
  for (const [index, raw] of text.split('\n').entries()) {
    if (/^\s*(#|$)/.test(raw)) continue;
    if (open === '') start = index + 1;
    open += raw.trim();
    if (open.endsWith('\\')) open = `${open.slice(0, -1).trim()} `;
    else {
      yield { line: start, text: open };
      open = '';
    }
  }
}

/** The last instruction of a kind in a stage. */
export const lastOf = (stage, word) => stage.steps.filter((step) => step.word === word).at(-1)?.rest ?? null;

const healthTextOf = (stage) => (lastOf(stage, 'HEALTHCHECK') ?? '').replace(/^.*?\bCMD\s+/s, '');

/** What the last stage runs, and what asks whether it is well, as lists of words. */
export const commandOf = (stage) => JSON.parse(lastOf(stage, 'CMD'));
export const healthCommandOf = (stage) => JSON.parse(healthTextOf(stage));

export function checkDockerfile(stages) {
  const faults = [];
  const names = new Set();
  for (const stage of stages) {
    if (!names.has(stage.base) && !/^[\w./-]+:(?!latest$)[\w.-]+$/.test(stage.base))
      faults.push(`Dockerfile: ${stage.base} is neither a stage above nor an image with a tag`);
    names.add(stage.name);
  }
  const run = stages.at(-1);
  if (['root', '0', null].includes(lastOf(run, 'USER'))) faults.push('Dockerfile: it would run as root');
  for (const word of ['CMD', 'HEALTHCHECK', 'EXPOSE'])
    if (lastOf(run, word) === null) faults.push(`Dockerfile: the last stage has no ${word}`);
  for (const command of [lastOf(run, 'CMD'), healthTextOf(run)])
    if (!/^\[.*\]$/s.test(command ?? ''))
      faults.push(`Dockerfile: ${command} is not in exec form: no signal would reach it`);
  for (const { line, rest } of stages.flatMap((stage) => stage.steps).filter(({ word }) => word === 'RUN'))
    if (/(^|[\s=])\//.test(rest))
      faults.push(`Dockerfile:${line}: RUN with an absolute path cannot be replayed`);
  return faults;
}
