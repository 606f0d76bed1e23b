/**
 * Trains the weights of the extractor on the public texts with hand-made answers and on our own labelled texts, and
 * writes them to `libs/core/extraction/clause-weights.json`. The held-out texts are never trained on.
 *
 *   npm run train [-- --shared DIR] [--candidates DIR]
 *
 * --candidates: texts triaged in an installation, from `outturn export candidates --out DIR`.
 */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { readCorpus } from './corpus.js';
import { readExportedCandidates } from './exported-candidates.js';
import { chooseThreshold, PENALTY, trainOn } from './cross-validation.js';
import { readLabelledText } from './labelled-drafts.js';

const FILE = 'libs/core/extraction/clause-weights.json';
/** Below this a weight changes no score by a thousandth. */
const NOTHING = 0.005;
/** What a person may still want to see lies this far below what is proposed. */
const MAYBE_BELOW = 0.2;

function main(): void {
  const { values } = parseArgs({
    options: { shared: { type: 'string', default: '../shared' }, candidates: { type: 'string' } },
  });
  const corpus = [
    ...readCorpus(values.shared).filter(({ part }) => part !== 'held-out'),
    ...(values.candidates === undefined ? [] : readExportedCandidates(values.candidates)),
  ];
  if (!corpus.some(({ part }) => part === 'gold')) {
    console.error(
      `No answers at ${values.shared}/gold/dev.jsonl; give the folder that holds gold/ with --shared DIR.`,
    );
    process.exitCode = 1;
    return;
  }
  const texts = corpus.map(readLabelledText);
  const model = trainOn(texts);
  const proposedFrom = round(chooseThreshold(texts));
  const rows = texts.flatMap((text) => text.rows);
  const weights = Object.fromEntries(
    Object.entries(model.weights)
      .filter(([, weight]) => Math.abs(weight) >= NOTHING)
      .map(([name, weight]) => [name, round(weight)]),
  );
  const trained = {
    about: {
      texts: texts.length,
      clauses: rows.length,
      predictions: rows.filter((row) => row.label === 1).length,
      penalty: PENALTY,
    },
    proposedFrom,
    maybeFrom: round(proposedFrom - MAYBE_BELOW),
    bias: round(model.bias),
    weights,
  };
  fs.writeFileSync(FILE, `${JSON.stringify(trained, null, 2)}\n`);
  console.log(
    `${FILE}: ${String(Object.keys(weights).length)} weights from ${String(texts.length)} texts, proposed from ${String(proposedFrom)}`,
  );
  console.log('npm run sync makes the module of it that the extractor reads.');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

main();
