/**
 * Measures what a language model adds, against the hand-made answers in `shared/gold` (see its README for the metric):
 * the rules alone, the model alone, what either finds, what both find, and how well each reads what it found.
 *
 *   LLM_URL=… LLM_MODEL=… node dist/test/eval/llm.eval.js [--shared DIR] [--texts N]
 */
import fs from 'node:fs';
import path from 'node:path';
import {
  type Candidate,
  checkModelAnswer,
  type DropCounts,
  extractCandidates,
  matchSpans,
  MODEL_ANSWER_SCHEMA,
  modelCandidates,
  type ModelFinding,
  parseModelText,
  planModelRequests,
} from '#core/extraction';
import { normaliseText } from '#core/text';
import { type ModelServerConfig, processEnvironment, readPartialConfig } from '#platform/config';
import { LanguageModel, ModelFailure } from '#platform/llm';
import { collapse, type Collapsed, locate, matchAnswers, rates } from './gold-metric.js';
import type { Counts, GoldAnswer, Located, Prediction } from './gold-metric.js';

const READERS = ['rules', 'model', 'either', 'both'] as const;
type Reader = (typeof READERS)[number];
const FIELDS = ['band', 'deadline', 'conditional'] as const;
type Field = (typeof FIELDS)[number];

interface Placed extends Prediction {
  readonly candidate: Candidate;
}

/** What is counted over all texts. */
class Tally {
  readonly counts: Record<Reader, Counts> = { rules: none(), model: none(), either: none(), both: none() };
  readonly fields: Record<Reader, Record<Field, number>> = {
    rules: { band: 0, deadline: 0, conditional: 0 },
    model: { band: 0, deadline: 0, conditional: 0 },
    either: { band: 0, deadline: 0, conditional: 0 },
    both: { band: 0, deadline: 0, conditional: 0 },
  };
  readonly dropped: Record<string, number> = {};

  add(reader: Reader, items: readonly Placed[], gold: readonly Located[]): void {
    const { truePositives, missed, wrong } = matchAnswers(items, gold);
    const counts = this.counts[reader];
    counts.tp += truePositives.length;
    counts.fn += missed.length;
    counts.fp += wrong.length;
    for (const { item, gold: answer } of truePositives)
      for (const field of FIELDS)
        if (isRight(field, item.candidate, answer.answer)) this.fields[reader][field] += 1;
  }

  drop(dropped: DropCounts): void {
    for (const [reason, count] of Object.entries(dropped))
      this.dropped[reason] = (this.dropped[reason] ?? 0) + count;
  }

  print(): void {
    for (const reader of READERS) {
      const { tp, fn, fp } = this.counts[reader];
      const { recall, precision, f1 } = rates(this.counts[reader]);
      const fields = FIELDS.map(
        (field) => `${field} ${(this.fields[reader][field] / Math.max(1, tp)).toFixed(3)}`,
      );
      console.log(
        `${reader.padEnd(7)} recall ${recall.toFixed(3)}  precision ${precision.toFixed(3)}  F1 ${f1.toFixed(3)}  (tp ${String(tp)} fn ${String(fn)} fp ${String(fp)})   ${fields.join('  ')}`,
      );
    }
    const dropped = Object.entries(this.dropped).map(([reason, count]) => `${reason} ${String(count)}`);
    console.log(`left out: ${dropped.length === 0 ? 'nothing' : dropped.join(', ')}`);
  }
}

function none(): Counts {
  return { tp: 0, fn: 0, fp: 0 };
}

/** Right within the bounds of the hand-made answer; the band may be five points off. */
function isRight(field: Field, candidate: Candidate, answer: GoldAnswer): boolean {
  const { probability, deadline, condition } = candidate;
  if (field === 'conditional') return (condition !== null) === answer.conditional;
  if (field === 'deadline') {
    const isDated = deadline?.basis === 'explicit' || deadline?.basis === 'inferred';
    return (isDated ? deadline.deadlineOn : null) === answer.deadline;
  }
  const [low, high] = answer.probability;
  const { point = null } = probability ?? {};
  return point !== null && point * 100 >= low - 5 && point * 100 <= high + 5;
}

async function readWithModel(text: string, model: LanguageModel, tally: Tally): Promise<Candidate[]> {
  const findings: ModelFinding[] = [];
  for (const request of planModelRequests(text, {})) {
    const { instructions, data } = request;
    const answer = await model.ask({ instructions, data, answer: MODEL_ANSWER_SCHEMA }, (written) =>
      checkModelAnswer(text, request, parseModelText(written)),
    );
    findings.push(...answer.findings);
    tally.drop(answer.dropped);
  }
  return modelCandidates(text, {}, findings, model.name ?? '');
}

function place(candidates: readonly Candidate[], { offsets }: Collapsed): Placed[] {
  return candidates.map((candidate) => ({
    candidate,
    start: offsets[candidate.start] ?? 0,
    end: offsets[candidate.end] ?? 0,
  }));
}

async function measure(
  texts: ReadonlyMap<string, readonly GoldAnswer[]>,
  shared: string,
  llm: ModelServerConfig,
) {
  const tally = new Tally();
  const model = new LanguageModel({ llm });
  for (const [doc, answers] of texts) {
    const text = normaliseText(fs.readFileSync(path.join(shared, doc), 'utf8'));
    const collapsed = collapse(text);
    const gold = locate(collapsed, answers);
    const rules = extractCandidates(text, {}).filter(({ tier }) => tier === 'proposed');
    const second = await readWithModel(text, model, tally);
    const same = matchSpans(rules, second);
    const byBoth = new Set(same.values());
    const byModelAlone = second.filter((candidate) => !same.has(candidate));
    tally.add('rules', place(rules, collapsed), gold);
    tally.add('model', place(second, collapsed), gold);
    tally.add('either', place([...rules, ...byModelAlone], collapsed), gold);
    tally.add(
      'both',
      place(
        rules.filter((candidate) => byBoth.has(candidate)),
        collapsed,
      ),
      gold,
    );
    console.log(
      `${doc}: both ${String(byBoth.size)}, rules only ${String(rules.length - byBoth.size)}, model only ${String(byModelAlone.length)}`,
    );
  }
  tally.print();
}

function readAnswers(file: string, atMost: number): Map<string, GoldAnswer[]> {
  const byText = new Map<string, GoldAnswer[]>();
  for (const row of fs.readFileSync(file, 'utf8').split('\n')) {
    if (row.trim() === '') continue;
    const answer = JSON.parse(row) as GoldAnswer;
    byText.set(answer.doc, [...(byText.get(answer.doc) ?? []), answer]);
  }
  return new Map([...byText].slice(0, atMost));
}

/** Runs the measurement; returns the exit code. */
async function runLlmEval(argv: readonly string[]): Promise<number> {
  const option = (name: string) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
  const { llm } = readPartialConfig(processEnvironment());
  if (llm === null) {
    console.error(
      'No language model is set up, so there is nothing to measure. Give the address and the name of one, for example:\n' +
        '  LLM_URL=http://127.0.0.1:11434/v1 LLM_MODEL=qwen3:8b npm run eval:llm -- --texts 3',
    );
    return 1;
  }
  const shared = option('--shared') ?? '../shared';
  const file = path.join(shared, 'gold', 'dev.jsonl');
  if (!fs.existsSync(file)) {
    console.error(
      `No answers at ${file}. Give the folder that holds gold/, seeds/ and texts/ with --shared DIR.`,
    );
    return 1;
  }
  try {
    await measure(readAnswers(file, Number(option('--texts') ?? Infinity)), shared, llm);
    return 0;
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    console.error(`${llm.model} could not be read: ${error.message}`);
    return 1;
  }
}

process.exitCode = await runLlmEval(process.argv.slice(2));
