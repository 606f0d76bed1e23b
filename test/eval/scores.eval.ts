/**
 * Holds our scores against published ones (`shared/data/score-cases`, see its READMEs): Metaculus baseline and peer scores
 * to 8 decimals, agreement of raters to the printed decimals. Exit code 1 where one differs.
 *
 *   node dist/test/eval/scores.eval.js [--shared DIR]
 */
import fs from 'node:fs';
import path from 'node:path';
import { asMetaculusPrints } from '#core/scoring';
import {
  type AgreementCase,
  agreementOf,
  type MetaculusCase,
  printedDecimals,
  scoresOf,
} from './score-cases.js';

/** A case as the file has it. */
interface StoredCase {
  readonly suite: string;
  readonly case: number;
  readonly outcome_yes: boolean;
  readonly horizon_start_day: number;
  readonly horizon_end_day: number;
  readonly actual_close_day: number;
  readonly spot_day: number | null;
  readonly forecasts: readonly {
    readonly p: number;
    readonly start_day: number;
    readonly end_day: number | null;
  }[];
  readonly expected: MetaculusCase['expected'];
}

function toCase(stored: StoredCase): MetaculusCase {
  return {
    suite: stored.suite,
    case: stored.case,
    outcome: stored.outcome_yes ? 1 : 0,
    horizon: {
      startDay: stored.horizon_start_day,
      endDay: stored.horizon_end_day,
      closeDay: stored.actual_close_day,
    },
    spotDay: stored.spot_day,
    forecasts: stored.forecasts.map(({ p, start_day, end_day }) => ({
      probability: p,
      startDay: start_day,
      endDay: end_day,
    })),
    expected: stored.expected,
  };
}

function isClose(value: number | null | undefined, expected: number | undefined, decimals: number): boolean {
  return (
    typeof value === 'number' && expected !== undefined && Math.abs(value - expected) < 0.5 * 10 ** -decimals
  );
}

/** Prints how many rows are right, by suite where one is not; returns whether all are. */
function checkMetaculus(cases: readonly MetaculusCase[]): boolean {
  let rows = 0;
  let right = 0;
  for (const one of cases) {
    const scores = asMetaculusPrints(scoresOf(one));
    one.expected.forEach((expected, i) => {
      rows += 1;
      const ours = scores[i];
      if (isClose(ours?.score, expected.score, 8) && isClose(ours?.coverage, expected.coverage, 8))
        right += 1;
      else
        console.log(
          `${one.suite}, case ${String(one.case)}, forecast ${String(i)}: want ${JSON.stringify(expected)}, got ${JSON.stringify(ours)}`,
        );
    });
  }
  console.log(`Metaculus scores: ${String(right)} of ${String(rows)} rows to 8 decimals`);
  return right === rows && rows > 0;
}

function checkAgreement(cases: readonly AgreementCase[]): boolean {
  const wrong = cases.filter((one) => !isClose(agreementOf(one), one.expected, printedDecimals(one)));
  for (const one of wrong)
    console.log(`${one.id}: want ${String(one.expected)}, got ${String(agreementOf(one))}`);
  console.log(
    `Agreement: ${String(cases.length - wrong.length)} of ${String(cases.length)} agreement cases to the printed decimals`,
  );
  return wrong.length === 0 && cases.length > 0;
}

/** Runs the comparison; returns the exit code. */
export function runScoresEval(argv: readonly string[]): number {
  const at = argv.indexOf('--shared');
  const folder = path.join((at === -1 ? undefined : argv[at + 1]) ?? '../shared', 'data', 'score-cases');
  const binary = path.join(folder, 'binary_cases.json');
  if (!fs.existsSync(binary)) {
    console.error(`No cases at ${folder}. Give the folder that holds data/score-cases with --shared DIR.`);
    return 1;
  }
  const read = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'));
  const metaculus = checkMetaculus((read(binary) as StoredCase[]).map(toCase));
  const agreement = checkAgreement(read(path.join(folder, 'agreement_cases.json')) as AgreementCase[]);
  return metaculus && agreement ? 0 : 1;
}

process.exitCode = runScoresEval(process.argv.slice(2));
