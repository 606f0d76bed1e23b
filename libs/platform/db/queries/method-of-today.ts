import { lexiconVersion } from '#core/extraction';
import { DEFAULT_METHOD, SCORING_VERSION } from '#core/scoring';
import type { Tx } from '../database.js';
import { scoreRepo, type StoredMethod } from '../repositories/score.repo.js';
import { getInstallation } from './get-installation.query.js';

/** The method that this code and the project's yardstick make up, recorded now if it is new. */
export async function methodOfToday(at: Date, tx: Tx): Promise<StoredMethod> {
  const { yardstick } = (await getInstallation(tx)).settings;
  return scoreRepo.ensureMethod(SCORING_VERSION, lexiconVersion(yardstick), DEFAULT_METHOD, at, tx);
}
