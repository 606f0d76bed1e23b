/**
 * Learns the weights of the matcher and writes them to `libs/core/matching/match-weights.ts`: from the development half
 * of news-claims and from our own training cases (`test/cases/matching-training.jsonl`; never `matching.jsonl`).
 *
 *   npm run train:matching [-- --shared DIR]
 */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { MATCHER_VERSION } from '#core/matching';
import { readNewsClaims, readOwnCases } from './matching-data.js';
import { chooseThresholds } from './matching-figures.js';
import { describeSet, scoreEvent, scoreLeftOut, trainMatcher } from './matching-learning.js';

const FILE = 'libs/core/matching/match-weights.ts';
/** Far below what is suggested: where nothing is listed. */
const FLOOR = 0.01;

function main(): void {
  const { values } = parseArgs({ options: { shared: { type: 'string', default: '../shared' } } });
  const newsClaims = readNewsClaims(values.shared);
  if (newsClaims === null) {
    console.error(
      `No data/news-claims in ${values.shared}; give the folder that holds data/ with --shared DIR.`,
    );
    process.exitCode = 1;
    return;
  }
  const news = describeSet(newsClaims);
  const own = describeSet(readOwnCases('own training'));
  const model = trainMatcher([...news, ...own]);
  const leftOut = scoreLeftOut(news, own).map(({ event, model: without }) => scoreEvent(without, event));
  const { strong, suggest } = chooseThresholds(leftOut);
  const weights = Object.entries(model.weights)
    .map(([name, weight]) => `    ${name}: ${weight.toFixed(2)},`)
    .join('\n');
  fs.writeFileSync(
    FILE,
    `import type { MatchWeights } from './match-model.js';

/** Written by "npm run train:matching" from ${String(news.length)} events of news-claims and ${String(own.length)} of our own. */
export const MATCH_WEIGHTS: MatchWeights = {
  version: '${MATCHER_VERSION}',
  floor: ${String(FLOOR)},
  suggest: ${String(suggest)},
  strong: ${String(strong)},
  bias: ${model.bias.toFixed(2)},
  weights: {
${weights}
  },
};
`,
  );
  console.log(`${FILE}: suggest from ${String(suggest)}, strong from ${String(strong)}`);
}

main();
