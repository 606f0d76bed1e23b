import { codingAgreement, type FieldAgreement, LEAST_CODED_TWICE } from '#core/coding';
import type { SecondCodings } from '#core/domain';
import type { Tx } from '../database.js';
import { codingRepo } from '../repositories/coding.repo.js';
import { getInstallation } from './get-installation.query.js';

export interface CodingAgreementReport {
  readonly setting: SecondCodings;
  readonly minClaims: number;
  readonly fields: FieldAgreement[];
}

/** How far two people who coded one claim read the same, over all claims that were coded twice, whatever became of them. */
export async function readCodingAgreement(tx: Tx): Promise<CodingAgreementReport> {
  const { settings } = await getInstallation(tx);
  const pairs = await codingRepo.listPairs(tx);
  return {
    setting: settings.secondCoding,
    minClaims: LEAST_CODED_TWICE,
    fields: codingAgreement(pairs),
  };
}
