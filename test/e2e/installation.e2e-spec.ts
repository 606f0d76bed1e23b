import type { EndpointResponse, ENDPOINTS } from '#contracts/http';
import { auditRepo } from '#platform/db';
import { TestApp, type TestPerson } from '../support/app.js';
import { ACCEPTANCE, COMMENTARY } from '../support/commentary.js';

type Response<K extends keyof typeof ENDPOINTS> = EndpointResponse<(typeof ENDPOINTS)[K]>;

const PROJECT = {
  projectName: 'A desk of one',
  zone: 'Europe/Berlin',
  reviewersNeeded: 1,
  disputeWindowDays: 7,
};

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

  it.each([
    ['projectName', { projectName: ' ' }],
    ['projectName', { projectName: 'x'.repeat(121) }],
    ['zone', { zone: 'Mars/Olympus' }],
    ['reviewersNeeded', { reviewersNeeded: 0 }],
    ['reviewersNeeded', { reviewersNeeded: 6 }],
    ['disputeWindowDays', { disputeWindowDays: 91 }],
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
