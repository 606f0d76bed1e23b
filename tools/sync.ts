/** `npm run sync`: writes what is generated from the contract and from trained weights; CI runs it and looks for a difference. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { buildOpenApi, ENDPOINTS } from '#contracts/http';
import { writeClauseWeights } from './clause-weights.js';

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string };
writeClauseWeights();
fs.mkdirSync('docs', { recursive: true });
fs.writeFileSync(
  'docs/openapi.json',
  `${JSON.stringify(buildOpenApi(ENDPOINTS, manifest.version), null, 2)}\n`,
);
fs.mkdirSync('apps/web/src/api', { recursive: true });
execFileSync(
  'node_modules/.bin/openapi-typescript',
  ['docs/openapi.json', '-o', 'apps/web/src/api/schema.d.ts', '--default-non-nullable', 'false'],
  { stdio: 'inherit' },
);
