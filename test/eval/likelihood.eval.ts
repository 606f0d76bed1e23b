/**
 * Measures the likelihood reader against what people take the words for (`shared/data/probability-words`, see its README),
 * beside the best constant, and holds our yardsticks against the published tables there. Exit code 1 where a table differs.
 *
 *   node dist/test/eval/likelihood.eval.js [--shared DIR]
 */
import fs from 'node:fs';
import path from 'node:path';
import { YARDSTICK_TABLES, YARDSTICKS } from '#core/domain';
import type { LikelihoodBand, Yardstick } from '#core/domain';
import { lexiconVersion, readLikelihood } from '#core/extraction';

/** A phrase with the median of people's answers, 0-1. */
interface Answer {
  readonly phrase: string;
  readonly median: number;
}

const FILES: Readonly<Record<Yardstick, string>> = {
  icd203: 'yardstick_us_nic.csv',
  phia: 'yardstick_uk.csv',
  ipcc: 'yardstick_ipcc.csv',
  efsa: 'yardstick_efsa.csv',
  nato: 'yardstick_nato.csv',
};

function readLines(file: string): string[] {
  return fs
    .readFileSync(file, 'utf8')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .slice(1);
}

/** The 19 phrases of the large survey, in the order of its list. */
function readSurvey(folder: string): Answer[] {
  const summary = JSON.parse(fs.readFileSync(path.join(folder, 'summary.json'), 'utf8')) as Record<
    string,
    { median: number }
  >;
  const medians = new Map(Object.entries(summary).map(([term, { median }]) => [term.toLowerCase(), median]));
  return readLines(path.join(folder, 'terms.csv')).map((phrase) => {
    const median = medians.get(phrase.toLowerCase());
    if (median === undefined) throw new Error(`summary.json has no answers for '${phrase}'.`);
    return { phrase, median: median / 100 };
  });
}

/** The 17 phrases of the small survey. */
function readPerceptions(folder: string): Answer[] {
  return readLines(path.join(folder, 'perceptions-summary.csv')).map((line) => {
    const [phrase = '', , median = ''] = line.split(',');
    return { phrase, median: Number(median) / 100 };
  });
}

/** Where our table of a yardstick differs from the published one; empty when it does not. */
function findDifferences(folder: string, yardstick: Yardstick): string[] {
  const published = new Map(
    readLines(path.join(folder, FILES[yardstick])).map((line) => {
      const [term = '', low = '', high = ''] = line.split(',');
      return [term, `${low}-${high}`];
    }),
  );
  const ours = new Map(
    Object.entries(YARDSTICK_TABLES[yardstick].terms).map(([term, { low, high }]) => [
      term,
      `${String(Math.round(low * 100))}-${String(Math.round(high * 100))}`,
    ]),
  );
  return [...new Set([...published.keys(), ...ours.keys()])].flatMap((term) =>
    published.get(term) === ours.get(term)
      ? []
      : [`${term}: published ${published.get(term) ?? 'nothing'}, ours ${ours.get(term) ?? 'nothing'}`],
  );
}

function show(band: LikelihoodBand | null): string {
  if (band === null) return 'not read';
  if (band.low === null || band.high === null || band.point === null) return band.basis;
  const percent = (value: number): string => String(Math.round(value * 1000) / 10);
  return `${percent(band.low)}-${percent(band.high)}${band.basis === 'words' ? '' : ` ${band.basis}`}`;
}

interface Reading extends Answer {
  readonly band: LikelihoodBand | null;
}

function holds({ band, median }: Reading): boolean {
  return (
    band?.low !== null && band?.high !== null && band !== null && median >= band.low && median <= band.high
  );
}

function meanError(readings: readonly Reading[], guess: (reading: Reading) => number | null): number {
  const errors = readings.flatMap((reading) => {
    const value = guess(reading);
    return value === null ? [] : [Math.abs(value - reading.median)];
  });
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

/** The median of the medians: no other single number has a smaller mean absolute error. */
function bestConstant(readings: readonly Reading[]): number {
  const sorted = readings.map(({ median }) => median).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0.5;
}

/** Share of pairs with different medians that our points order alike; a tie of ours counts half. */
function orderAgreement(readings: readonly Reading[]): { agreed: number; pairs: number } {
  let agreed = 0;
  let pairs = 0;
  readings.forEach((a, index) => {
    for (const b of readings.slice(index + 1)) {
      const [first, second] = [a.band?.point, b.band?.point];
      if (a.median === b.median || typeof first !== 'number' || typeof second !== 'number') continue;
      pairs += 1;
      const sign = Math.sign(first - second) * Math.sign(a.median - b.median);
      agreed += sign > 0 ? 1 : sign === 0 ? 0.5 : 0;
    }
  });
  return { agreed, pairs };
}

function printMeasures(title: string, readings: readonly Reading[]): void {
  const read = readings.filter(({ band }) => typeof band?.point === 'number');
  const constant = bestConstant(read);
  const { agreed, pairs } = orderAgreement(read);
  const points = (value: number): string => (value * 100).toFixed(1).padStart(4);
  console.log(
    `${title.padEnd(10)} read ${String(read.length)} of ${String(readings.length)}   median in band ${String(read.filter(holds).length).padStart(2)}   mean error ${points(meanError(read, ({ band }) => band?.point ?? null))} points   best constant (${(constant * 100).toFixed(0)} %) ${points(meanError(read, () => constant))}   pairs in order ${(agreed / pairs).toFixed(3)} of ${String(pairs)}`,
  );
}

function printSurvey(title: string, answers: readonly Answer[]): void {
  const readBy = (yardstick: Yardstick): Reading[] =>
    answers.map((answer) => ({ ...answer, band: readLikelihood(answer.phrase, { yardstick }) }));
  const columns = YARDSTICKS.map(readBy);
  console.log(`\n${title}; * where the people's median lies outside the band`);
  console.log(`${'phrase'.padEnd(24)}people  ${YARDSTICKS.map((name) => name.padEnd(22)).join('')}`);
  answers.forEach(({ phrase, median }, index) => {
    const cells = columns.map((readings) => {
      const reading = readings[index];
      return reading === undefined ? '' : `${show(reading.band)}${holds(reading) ? '' : ' *'}`.padEnd(22);
    });
    console.log(`${phrase.padEnd(24)}${String(median * 100).padStart(6)}  ${cells.join('')}`);
  });
  YARDSTICKS.forEach((name, index) => {
    printMeasures(name, columns[index] ?? []);
  });
}

/** Runs the measurement; returns the exit code. */
export function runLikelihoodEval(argv: readonly string[]): number {
  const at = argv.indexOf('--shared');
  const folder = path.join(
    (at === -1 ? undefined : argv[at + 1]) ?? '../shared',
    'data',
    'probability-words',
  );
  if (!fs.existsSync(path.join(folder, 'summary.json'))) {
    console.error(
      `No survey at ${folder}. Give the folder that holds data/probability-words with --shared DIR.`,
    );
    return 1;
  }
  let differs = false;
  for (const yardstick of YARDSTICKS) {
    const differences = findDifferences(folder, yardstick);
    differs ||= differences.length > 0;
    console.log(
      `${lexiconVersion(yardstick).padEnd(10)} ${differences.length === 0 ? 'equal to' : 'DIFFERS FROM'} ${FILES[yardstick]}`,
    );
    for (const difference of differences) console.log(`  ${difference}`);
  }
  printSurvey('19 phrases, 5,174 people', readSurvey(folder));
  printSurvey('17 phrases, 46 people', readPerceptions(folder));
  return differs ? 1 : 0;
}

process.exitCode = runLikelihoodEval(process.argv.slice(2));
