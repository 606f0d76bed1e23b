import type { Tx } from '../database.js';

/** What a list of claims shows beside the numbers. */
export interface ClaimDetails {
  readonly statement: string;
  /** The words the likelihood was read from. */
  readonly phrase: string;
}

/** The words of claims, by id; for the claims of a page, not for all of an outlet. */
export async function readClaimDetails(
  ids: readonly string[],
  tx: Tx,
): Promise<ReadonlyMap<string, ClaimDetails>> {
  const rows = await tx.$queryRaw<(ClaimDetails & { readonly id: string })[]>`
    SELECT c.id::text, p.statement, c.phrase
    FROM claims c JOIN propositions p ON p.id = c.proposition_id
    WHERE c.id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, statement, phrase }) => [id, { statement, phrase }]));
}

/** The words likelihoods were read from, by claim. */
export async function readPhrases(ids: readonly string[], tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ readonly id: string; readonly phrase: string }[]>`
    SELECT c.id::text, c.phrase FROM claims c WHERE c.id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, phrase }) => [id, phrase]));
}

/** Those of the claims whose proposition has the topic, first or not. */
export async function findClaimsOfTopic(
  ids: readonly string[],
  topic: string,
  tx: Tx,
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ readonly id: string }[]>`
    SELECT c.id::text
    FROM claims c JOIN propositions p ON p.id = c.proposition_id
    WHERE c.id = ANY(${[...ids]}::uuid[]) AND ${topic} = ANY(p.topics)`;
  return new Set(rows.map(({ id }) => id));
}
