/**
 * Measures the extractor against the hand-made answers in `shared/gold` (see its README for the metric), beside a
 * keyword list and beside the best constant answer for every attribute.
 *
 *   node dist/test/eval/extraction.eval.js [--shared DIR] [--errors] [--all]
 */
import fs from 'node:fs';
import path from 'node:path';
import { extractCandidates } from '#core/extraction';
import type { Candidate } from '#core/extraction';
import { normaliseText, parseHeaderLines, splitSentences } from '#core/text';
import { collapse, locate, matchAnswers, rates } from './gold-metric.js';
import type { Counts, GoldAnswer, Located, Matching, Prediction } from './gold-metric.js';

const KEYWORDS =
  /\b(?:will|won't|would|may|might|could|shall|going to|likely|unlikely|expect(?:s|ed)?|predict(?:s|ed)?|forecast(?:s|ed)?|probably|certain to|doomed|bound to)\b|\d ?%$/iu;

interface Tally {
  right: number;
  constant: number;
  total: number;
}

type Attribute = 'band' | 'deadline' | 'conditional' | 'claimant';

interface Options {
  readonly shared: string;
  readonly showErrors: boolean;
  readonly takeMaybe: boolean;
}

function readOptions(argv: readonly string[]): Options {
  const at = argv.indexOf('--shared');
  return {
    shared: (at === -1 ? undefined : argv[at + 1]) ?? '../shared',
    showErrors: argv.includes('--errors'),
    takeMaybe: argv.includes('--all'),
  };
}

/** Both the exact spot and the candidate, in offsets with white space collapsed. */
interface Placed extends Prediction {
  readonly candidate: Candidate;
}

function keywordSentences(text: string, offsets: readonly number[]): Prediction[] {
  const { bodyStart } = parseHeaderLines(text);
  return splitSentences(text)
    .filter(
      (span) =>
        span.start >= bodyStart &&
        KEYWORDS.test(text.slice(span.start, span.end)) &&
        !text.slice(span.start, span.end).endsWith('?'),
    )
    .map((span) => ({ start: offsets[span.start] ?? 0, end: offsets[span.end] ?? 0 }));
}

function significantWords(name: string): Set<string> {
  return new Set(
    (name.toLowerCase().match(/[\p{L}]{3,}/gu) ?? []).filter(
      (word) => !['the', 'and', 'some', 'author', 'model', 'unnamed', 'many', 'for'].includes(word),
    ),
  );
}

function sameClaimant(candidate: Candidate, gold: string): boolean {
  const isAuthorGold = /^author\b/u.test(gold);
  if (isAuthorGold && !/attributed/u.test(gold)) return candidate.claimantRole !== 'speaker';
  const said = significantWords(candidate.claimant);
  for (const word of significantWords(gold)) if (said.has(word)) return true;
  return false;
}

function scoreAttributes(item: Placed, gold: Located, tallies: Record<Attribute, Tally>): Attribute[] {
  const { candidate } = item;
  const { answer } = gold;
  const [low, high] = answer.probability;
  const wrong: Attribute[] = [];
  const add = (attribute: Attribute, right: boolean, constant: boolean): void => {
    tallies[attribute].total += 1;
    if (right) tallies[attribute].right += 1;
    else wrong.push(attribute);
    if (constant) tallies[attribute].constant += 1;
  };
  const inBand = (percent: number): boolean => percent >= low - 5 && percent <= high + 5;
  const band = candidate.probability;
  const middle =
    band === null || band.low === null || band.high === null
      ? null
      : band.basis === 'unhedged'
        ? (band.point ?? 0) * 100
        : ((band.low + band.high) / 2) * 100;
  // The constant knows the polarity: 90 for what is asserted, 10 for what is denied.
  add('band', middle !== null && inBand(middle), inBand((low + high) / 2 >= 50 ? 90 : 10));
  const isDated =
    candidate.deadline !== null &&
    (candidate.deadline.basis === 'explicit' || candidate.deadline.basis === 'inferred');
  const date = isDated ? (candidate.deadline?.deadlineOn ?? null) : null;
  add('deadline', date === answer.deadline, answer.deadline === null);
  add('conditional', (candidate.condition !== null) === answer.conditional, !answer.conditional);
  add('claimant', sameClaimant(candidate, answer.claimant), /^author\b/u.test(answer.claimant));
  return wrong;
}

function percent(value: number): string {
  return value.toFixed(3);
}

function line(name: string, counts: Counts): string {
  const { recall, precision, f1 } = rates(counts);
  return `${name.padEnd(48)} recall ${percent(recall)}  precision ${percent(precision)}  F1 ${percent(f1)}  (tp ${String(counts.tp)} fn ${String(counts.fn)} fp ${String(counts.fp)})`;
}

function addCounts(counts: Counts, matching: Matching<Prediction>): void {
  counts.tp += matching.truePositives.length;
  counts.fn += matching.missed.length;
  counts.fp += matching.wrong.length;
}

function printErrors(matching: Matching<Placed>, wrong: readonly string[]): void {
  for (const item of matching.missed) console.log(`    - missed  ${item.answer.quote.replace(/\s+/gu, ' ')}`);
  for (const item of matching.wrong) {
    console.log(
      `    + wrong   ${String(item.candidate.score)} ${item.candidate.quote.replace(/\s+/gu, ' ')}  {${item.candidate.cues.map((cue) => cue.code).join(' ')}}`,
    );
  }
  for (const text of wrong) console.log(`    ~ ${text}`);
}

function describe(item: Placed, gold: Located, wrong: readonly Attribute[]): string {
  const { candidate: c } = item;
  const { answer: a } = gold;
  const parts = wrong.map((attribute) => {
    if (attribute === 'band')
      return `band ${c.probability === null ? 'null' : `${String(c.probability.low)}-${String(c.probability.high)} ${c.probability.phrase}`} gold ${a.probability.join('-')}`;
    if (attribute === 'deadline')
      return `deadline ${c.deadline === null ? 'null' : `${String(c.deadline.deadlineOn)} ${c.deadline.basis} '${c.deadline.phrase}'`} gold ${String(a.deadline)}`;
    if (attribute === 'conditional')
      return `conditional ${String(c.condition)} gold ${String(a.conditional)}`;
    return `claimant ${c.claimant} gold ${a.claimant}`;
  });
  return `${parts.join(' | ')} :: ${c.quote.replace(/\s+/gu, ' ').slice(0, 110)}`;
}

/** Runs the measurement; returns the exit code. */
export function runExtractionEval(argv: readonly string[]): number {
  const options = readOptions(argv);
  const goldFile = path.join(options.shared, 'gold', 'dev.jsonl');
  if (!fs.existsSync(goldFile)) {
    console.error(
      `No answers at ${goldFile}. Give the folder that holds gold/, seeds/ and texts/ with --shared DIR.`,
    );
    return 1;
  }
  const answers = fs
    .readFileSync(goldFile, 'utf8')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => JSON.parse(row) as GoldAnswer);
  const docs = [...new Set(answers.map((answer) => answer.doc))];
  const total: Counts = { tp: 0, fn: 0, fp: 0 };
  const keyword: Counts = { tp: 0, fn: 0, fp: 0 };
  const tally = (): Tally => ({ right: 0, constant: 0, total: 0 });
  const tallies: Record<Attribute, Tally> = {
    band: tally(),
    deadline: tally(),
    conditional: tally(),
    claimant: tally(),
  };
  for (const doc of docs) {
    const text = normaliseText(fs.readFileSync(path.join(options.shared, doc), 'utf8'));
    const collapsed = collapse(text);
    const gold = locate(
      collapsed,
      answers.filter((answer) => answer.doc === doc),
    );
    const placed = extractCandidates(text, {})
      .filter((candidate) => options.takeMaybe || candidate.tier === 'proposed')
      .map((candidate) => ({
        candidate,
        start: collapsed.offsets[candidate.start] ?? 0,
        end: collapsed.offsets[candidate.end] ?? 0,
      }));
    const matching = matchAnswers(placed, gold);
    const counts: Counts = { tp: 0, fn: 0, fp: 0 };
    addCounts(counts, matching);
    addCounts(total, matching);
    addCounts(keyword, matchAnswers(keywordSentences(text, collapsed.offsets), gold));
    const wrong: string[] = [];
    for (const { item, gold: answer } of matching.truePositives) {
      const attributes = scoreAttributes(item, answer, tallies);
      if (attributes.length > 0) wrong.push(describe(item, answer, attributes));
    }
    console.log(line(doc, counts));
    if (options.showErrors) printErrors(matching, wrong);
  }
  console.log(line('all texts', total));
  console.log(line('keyword list (reference)', keyword));
  console.log(`F1 / reference F1: ${(rates(total).f1 / rates(keyword).f1).toFixed(2)}`);
  for (const [name, { right, constant, total: of }] of Object.entries(tallies)) {
    console.log(
      `${name.padEnd(12)} ${percent(right / of)}   best constant ${percent(constant / of)}   lift ${percent((right - constant) / of)}   (${String(of)} matched)`,
    );
  }
  return 0;
}

process.exitCode = runExtractionEval(process.argv.slice(2));
