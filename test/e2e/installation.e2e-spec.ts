import type { EndpointResponse, ENDPOINTS } from '#contracts/http';
import { lexiconVersion } from '#core/extraction';
import { auditRepo } from '#platform/db';
import { TestApp, type TestPerson } from '../support/app.js';
import { ACCEPTANCE, COMMENTARY } from '../support/commentary.js';

type Response<K extends keyof typeof ENDPOINTS> = EndpointResponse<(typeof ENDPOINTS)[K]>;

const PROJECT = {
  projectName: 'A desk of one',
  zone: 'Europe/Berlin',
  reviewersNeeded: 1,
  disputeWindowDays: 7,
  yardstick: 'icd203',
  hideClaimants: false,
  candidateConflict: false,
  retestPercent: 0,
  secondCoding: 'off',
};

const RESERVOIR = `Title: What the reservoir holds
Author: Ottokar Venn
Date: 2022-01-18

The reservoir is very unlikely to be full by 31 December 2022. The new pumps are likely to be running by 31 December 2022.
`;
const HARBOUR = `Title: What the harbour waits for
Author: Ottokar Venn
Date: 2022-01-19

The dredging is very unlikely to begin before the autumn of 2022, and nobody in the harbour pretends otherwise.
`;

describe('the settings of the project', () => {
  let app: TestApp;
  let admin: TestPerson;
  let analyst: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.addPerson(['admin']);
    analyst = await app.addPerson(['curator', 'reviewer']);
    await send('PUT', '/clock', admin, { now: '2022-01-18T09:00:00Z' });
  });
  afterAll(() => app.stop());

  async function send<K extends keyof typeof ENDPOINTS>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    as: TestPerson,
    body?: unknown,
  ): Promise<Response<K>> {
    const answer = await app.api(method, path, { as, body });
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
    return answer.json<Response<K>>();
  }

  const takeLease = (propositionId: string) =>
    send<'takeLease'>('POST', `/propositions/${propositionId}/lease`, analyst, {});
  const answer = async (propositionId: string) => {
    const { leaseId } = await takeLease(propositionId);
    return send<'submitReview'>('POST', `/propositions/${propositionId}/reviews`, analyst, {
      leaseId,
      answer: 'NOT_OCCURRED',
      searchNote: 'Looked through two agencies.',
    });
  };

  /** Two propositions that have fallen due, of one text. */
  async function openTwo(): Promise<readonly Response<'acceptCandidate'>[]> {
    const { source } = await send<'addSource'>('POST', '/sources', analyst, { text: COMMENTARY });
    const { candidateList } = await send<'getSource'>('GET', `/sources/${source.id}`, analyst);
    const made: Response<'acceptCandidate'>[] = [];
    for (const [index, candidate] of candidateList.slice(0, 2).entries())
      made.push(
        await send<'acceptCandidate'>('POST', `/candidates/${candidate.id}/accept`, analyst, {
          ...ACCEPTANCE,
          version: candidate.version,
          statement: ['Russia recognises the Donbass republics', 'A gas pipeline is opened at sea'][index],
          probability: { low: 0.55, point: 0.675, high: 0.8, phrase: 'likely', basis: 'words' },
          deadlineOn: '2022-02-28',
        }),
      );
    await send('PUT', '/clock', admin, { now: '2022-03-02T09:00:00Z' });
    return made;
  }

  it('with one reviewer, one answer is the provisional verdict; a round that was open keeps its two', async () => {
    const [before, after] = await openTwo();
    if (before === undefined || after === undefined) throw new Error('the text has too few candidates');
    await takeLease(before.propositionId);
    expect(await send<'updateInstallation'>('PUT', '/installation', admin, PROJECT)).toEqual(PROJECT);

    expect((await answer(before.propositionId)).round).toBe('waiting');
    expect((await answer(after.propositionId)).round).toBe('agreed');
    const claim = await send<'getClaim'>('GET', `/claims/${after.claimId}`, analyst);
    // Seven days from 2 March, at midnight in Berlin.
    expect(claim.verdict).toMatchObject({
      outcome: 'NOT_OCCURRED',
      stage: 'provisional',
      finaliseDueAt: '2022-03-08T23:00:00.000Z',
    });
  });

  it('are shown to everybody, and the change stands in the audit chain, without the free text', async () => {
    await send('PUT', '/installation', admin, { ...PROJECT, projectName: 'Named after Nobody' });
    const { installation } = await send<'getMe'>('GET', '/me', analyst);
    expect(installation).toMatchObject({ ...PROJECT, projectName: 'Named after Nobody' });
    const entry = await app.database.direct.auditEntry.findFirstOrThrow({
      where: { action: 'installation.changed' },
      orderBy: { seq: 'desc' },
    });
    expect(entry).toMatchObject({
      actor: admin.id,
      subjectType: 'installation',
      payload: { isRenamed: true, reviewersNeeded: { from: 1, to: 1 } },
    });
    expect(JSON.stringify(entry.payload)).not.toContain('Nobody');
    expect((await auditRepo.verifyAuditChain(app.database.direct)).fault).toBeNull();
  });

  it('with another yardstick, texts taken in from now on are read by it; what was read keeps its own', async () => {
    const yardstickOf = async (address: string, text: string) => {
      const { source } = await send<'addSource'>('POST', '/sources', analyst, { text, address });
      const { candidateList } = await send<'getSource'>('GET', `/sources/${source.id}`, analyst);
      const rows = await app.database.direct.candidate.findMany({
        where: { snapshot: { sourceId: source.id } },
        select: { lexiconVersion: true },
      });
      return {
        list: candidateList,
        versions: [...new Set(rows.map((row) => row.lexiconVersion))],
      };
    };
    const before = await yardstickOf('https://example.org/reservoir', RESERVOIR);
    await send('PUT', '/installation', admin, { ...PROJECT, yardstick: 'efsa' });
    const after = await yardstickOf('https://example.org/harbour', HARBOUR);

    expect(before.list[0]?.probability).toMatchObject({ low: 0.05, high: 0.2, basis: 'words' });
    expect(before.versions).toEqual([lexiconVersion('icd203')]);
    expect(after.list[0]?.probability).toMatchObject({ low: 0.05, high: 0.1, basis: 'words' });
    expect(after.versions).toEqual([lexiconVersion('efsa')]);

    // Accepted as it was read, a claim names the lexicon of the reading; set by hand, today's.
    const lexiconOfClaim = async (change: object) => {
      const [candidate] = before.list.splice(0, 1);
      if (candidate === undefined) throw new Error('the text has too few candidates');
      const { claimId } = await send<'acceptCandidate'>(
        'POST',
        `/candidates/${candidate.id}/accept`,
        analyst,
        {
          ...ACCEPTANCE,
          version: candidate.version,
          statement: candidate.statement,
          probability: candidate.probability,
          deadlineOn: '2022-12-31',
          ...change,
        },
      );
      return (await app.database.direct.claim.findUniqueOrThrow({ where: { id: claimId } })).lexiconVersion;
    };
    expect(await lexiconOfClaim({})).toBe(lexiconVersion('icd203'));
    expect(
      await lexiconOfClaim({
        probability: { low: 0.66, point: 0.78, high: 0.9, phrase: 'likely', basis: 'words' },
      }),
    ).toBe(lexiconVersion('efsa'));
  });

  it.each([
    ['projectName', { projectName: ' ' }],
    ['projectName', { projectName: 'x'.repeat(121) }],
    ['zone', { zone: 'Mars/Olympus' }],
    ['reviewersNeeded', { reviewersNeeded: 0 }],
    ['reviewersNeeded', { reviewersNeeded: 6 }],
    ['disputeWindowDays', { disputeWindowDays: 91 }],
    ['yardstick', { yardstick: 'gut feeling' }],
  ])('refuse a %s that cannot be', async (path, wrong) => {
    const refused = await app.api('PUT', '/installation', { as: admin, body: { ...PROJECT, ...wrong } });
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toMatchObject({ code: 'INPUT.INVALID', fields: [{ path }] });
  });

  it('are for administrators', async () => {
    const refused = await app.api('PUT', '/installation', { as: analyst, body: PROJECT });
    expect(refused.statusCode).toBe(403);
  });
});
