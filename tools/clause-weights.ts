import fs from 'node:fs';

const FROM = 'libs/core/extraction/clause-weights.json';
const TO = 'libs/core/extraction/clause-weights.ts';

interface TrainedWeights {
  readonly proposedFrom: number;
  readonly maybeFrom: number;
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Makes a module of the trained weights: Node 20 warns of JSON modules, and a browser has no files to read. */
export function writeClauseWeights(): void {
  const { proposedFrom, maybeFrom, bias, weights } = JSON.parse(
    fs.readFileSync(FROM, 'utf8'),
  ) as TrainedWeights;
  const rows = Object.entries(weights).map(
    ([name, weight]) => `    ${JSON.stringify(name)}: ${String(weight)},`,
  );
  fs.writeFileSync(
    TO,
    `// Generated from clause-weights.json by "npm run sync"; "npm run train" makes that file.
import type { ClauseWeights } from './clause-model.js';

export const CLAUSE_WEIGHTS: ClauseWeights = {
  proposedFrom: ${String(proposedFrom)},
  maybeFrom: ${String(maybeFrom)},
  bias: ${String(bias)},
  weights: {
${rows.join('\n')}
  },
};
`,
  );
}
