import type { Tx } from '../database.js';
import { type Installation, installationRepo } from '../repositories/installation.repo.js';

/** The installation; an error where the database was never set up, which `outturn start` and `migrate` do. */
export async function getInstallation(tx: Tx): Promise<Installation> {
  const installation = await installationRepo.find(tx);
  if (installation === null)
    throw new Error('This database holds no installation; run `outturn migrate` first.');
  return installation;
}
