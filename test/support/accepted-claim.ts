import type { TestApp, TestPerson } from './app.js';
import { ACCEPTANCE, COMMENTARY } from './commentary.js';

/** The sample commentary taken in by the curator, and its first candidate accepted: "It snows" by 28 February, at 70 %. */
export async function acceptClaim(
  app: TestApp,
  curator: TestPerson,
): Promise<{ claimId: string; propositionId: string }> {
  const { source } = (await app.api('POST', '/sources', { as: curator, body: { text: COMMENTARY } })).json<{
    source: { id: string };
  }>();
  const read = await app.api('GET', `/sources/${source.id}`, { as: curator });
  const [candidate] = read.json<{ candidateList: { id: string; version: number }[] }>().candidateList;
  const made = await app.api('POST', `/candidates/${candidate?.id ?? ''}/accept`, {
    as: curator,
    body: {
      ...ACCEPTANCE,
      version: candidate?.version,
      statement: 'It snows',
      probability: { low: 0.7, point: 0.7, high: 0.7, phrase: '70 %', basis: 'number' },
      deadlineOn: '2022-02-28',
    },
  });
  expect(made.statusCode).toBe(201);
  return made.json();
}
