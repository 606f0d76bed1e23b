import path from 'node:path';
import { type ClaimantKind, CLAIMANT_KINDS } from '#core/domain';
import { ForecastImportService } from '#features/intake';
import { Database } from '#platform/db';
import { UsageError } from '../plain-error.js';
import { findCliActor } from '../service/cli-actor.js';
import { withService } from '../service/service-context.js';
import { readTextFile } from './read-text-file.js';

interface ImportOptions {
  readonly kind: string;
}

/** Forecasts from a CSV file as claims with sources and verdicts, all rows or none. */
export const importForecastsCommand = (file: string, options: ImportOptions): Promise<void> =>
  importTable(file, options, 'importForecasts');

/** The same of our own table, Fatebook's export or PredictionBook's. */
export const importClaimsCommand = (file: string, options: ImportOptions): Promise<void> =>
  importTable(file, options, 'importClaims');

async function importTable(
  file: string,
  options: ImportOptions,
  read: 'importForecasts' | 'importClaims',
): Promise<void> {
  const claimantKind = CLAIMANT_KINDS.find((kind): kind is ClaimantKind => kind === options.kind);
  if (claimantKind === undefined)
    throw new UsageError(`--kind ${options.kind}: must be one of ${CLAIMANT_KINDS.join(', ')}.`);
  const csv = readTextFile(file);
  await withService(async (app) => {
    const actor = await findCliActor(app.get(Database));
    const name = path.basename(file);
    const report = await app.get(ForecastImportService)[read](actor, { name, csv, claimantKind });
    process.stdout.write(`${JSON.stringify(report)}\n`);
  });
}
