import type { EndpointResponse, ENDPOINTS } from '#contracts/http';
import { TestApp, type TestPerson } from '../support/app.js';
import { ACCEPTANCE, COMMENTARY } from '../support/commentary.js';
import { READABLE } from '../support/readable-addresses.js';

type Response<K extends keyof typeof ENDPOINTS> = EndpointResponse<(typeof ENDPOINTS)[K]>;

const PROJECT = {
  projectName: 'Test project',
  zone: 'Europe/Berlin',
  reviewersNeeded: 1,
  disputeWindowDays: 0,
  yardstick: 'icd203',
  secondCoding: 'ranked',
};
/** Nothing of it stands in the text, so that every trace of it comes from the first coding. */
const FIRST = {
  ...ACCEPTANCE,
  statement: 'It snows',
  probability: { low: 0.61, point: 0.61, high: 0.61, phrase: 'zebra', basis: 'number' },
  deadlineOn: '2022-02-27',
  condition: 'the okapi sleeps',
} as const;
const TRACES = /zebra|0\.61|2022-02-27|okapi/;
const SAME = {
  probability: { ...FIRST.probability, phrase: 'as it says' },
  windowStartOn: null,
  deadlineOn: FIRST.deadlineOn,
  precision: 'day',
  deadlineBasis: 'explicit',
  negated: true,
  condition: 'if the okapi sleeps',
};

describe('a claim of somebody with a rank, where two people code', () => {
  let app: TestApp;
  let ines: TestPerson;
  let bron: TestPerson;
  let cem: TestPerson;
  let lead: TestPerson;
  let turn = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    const admin = await app.addPerson(['admin']);
    ines = await app.addPerson(['curator'], { name: 'Ines Ferreira' });
    bron = await app.addPerson(['curator', 'reviewer', 'reader'], { name: 'Bronagh Adeyemi' });
    cem = await app.addPerson(['curator'], { name: 'Cem Aydin' });
    lead = await app.addPerson(['lead', 'curator', 'reviewer', 'admin', 'reader'], { name: 'Lena Lead' });
    await app.api('PUT', '/clock', { as: admin, body: { now: '2022-01-18T09:00:00Z' } });
    expect((await app.api('PUT', '/installation', { as: admin, body: PROJECT })).statusCode).toBe(200);
  });
  afterAll(() => app.stop());

  const get = async <K extends keyof typeof ENDPOINTS>(path: string, as: TestPerson) => {
    const answer = await app.api('GET', path, { as });
    expect([path, answer.statusCode]).toEqual([path, 200]);
    return answer.json<Response<K>>();
  };
  const refused = async (path: string, as: TestPerson, body: unknown) => {
    const answer = await app.api('POST', path, { as, body });
    const { code, fields } = answer.json<{ code: string; fields?: { path: string }[] }>();
    return [answer.statusCode, code, ...(fields ?? []).map(({ path: field }) => field)];
  };

  /** Ines takes a text in and accepts one of its candidates, the one that denies. */
  async function accept(change: Readonly<Record<string, unknown>> = {}) {
    turn += 1;
    // Two months apart: what is nearly the same within a month is a copy, and not read.
    const publishedOn = new Date(Date.UTC(2022, 2 - 2 * turn, 17)).toISOString().slice(0, 10);
    const text = COMMENTARY.replace('2022-01-17', publishedOn);
    const added = await app.api('POST', '/sources', { as: ines, body: { text } });
    const sourceId = added.json<Response<'addSource'>>().source.id;
    const { candidateList } = await get<'getSource'>(`/sources/${sourceId}`, ines);
    const candidate = candidateList.find(({ quote }) => quote.startsWith('Nord Stream'));
    const made = await app.api('POST', `/candidates/${candidate?.id ?? ''}/accept`, {
      as: ines,
      body: { ...FIRST, version: candidate?.version, ...change },
    });
    expect(made.statusCode).toBe(201);
    return { sourceId, ...made.json<Response<'acceptCandidate'>>() };
  }
  const code = (claimId: string, as: TestPerson, change: Readonly<Record<string, unknown>> = {}) =>
    app.api('POST', `/claims/${claimId}/codings`, { as, body: { ...SAME, ...change } });
  const queue = async (as: TestPerson, claimId: string) =>
    (await get<'listCodingQueue'>('/codings', as)).items.find((item) => item.claimId === claimId)?.part ??
    null;
  const isPublic = async (claimId: string) => (await app.ask('GET', `/claims/${claimId}`)).statusCode === 200;

  it('does not open until another person has read the same in it, who sees nothing of the first', async () => {
    const { claimId, propositionId, opened, candidate, sourceId } = await accept();
    expect({ opened, secondCoding: candidate.secondCoding }).toEqual({
      opened: false,
      secondCoding: 'waiting',
    });
    expect(await isPublic(claimId)).toBe(false);
    expect((await app.api('GET', `/propositions/${propositionId}`, { as: bron })).statusCode).toBe(404);
    expect((await get<'listPropositions'>('/propositions?state=all', lead)).items).toEqual([]);
    expect(await queue(ines, claimId)).toBe('waiting');
    expect(await queue(bron, claimId)).toBe('to_code');
    expect((await get<'getMe'>('/me', bron)).counts.coding).toBe(1);
    expect((await get<'getMe'>('/me', ines)).counts.coding).toBe(0);

    const task = await get<'getCodingTask'>(`/claims/${claimId}/codings`, bron);
    expect(task).toMatchObject({ part: 'to_code', statement: 'It snows', codings: null, differs: [] });
    expect(task.quote).toContain('Nord Stream 2 will not carry gas');
    expect(task.before).toContain('Recognition of the Donbass republics');
    const claim = await app.database.direct.claim.findUniqueOrThrow({ where: { id: claimId } });
    const ids = [claimId, propositionId, sourceId, claim.claimantId];
    expect(await traces(lead, ids)).toEqual([]);
    const shown = async (as: TestPerson) =>
      (await get<'listCandidates'>(`/sources/${sourceId}/candidates`, as)).items.find(
        ({ id }) => id === candidate.id,
      );
    expect(await shown(bron)).toMatchObject({
      secondCoding: 'hidden',
      deadline: null,
      negated: false,
      cues: [],
    });
    expect(await shown(ines)).toMatchObject({ secondCoding: 'waiting', deadline: {}, negated: true });

    const done = await code(claimId, bron);
    expect(done.statusCode).toBe(201);
    expect(done.json()).toMatchObject({ state: 'active', part: 'closed', differs: [], codings: [{}, {}] });
    expect(await isPublic(claimId)).toBe(true);
    const open = await get<'getProposition'>(`/propositions/${propositionId}`, bron);
    // The crawl does see what may be seen.
    expect(JSON.stringify(open)).toMatch(TRACES);
    expect(open).toMatchObject({ deadlineOn: '2022-02-27', claims: [{ condition: 'the okapi sleeps' }] });
    expect(await queue(bron, claimId)).toBeNull();
    const audited = await app.database.direct.auditEntry.findMany({ where: { subjectId: claimId } });
    expect(audited.map(({ action }) => action)).toEqual(['claim.coded']);
    expect(JSON.stringify(audited.map(({ payload }) => payload))).not.toMatch(TRACES);
  });

  /** Addresses at which somebody reads something of the first coding. */
  async function traces(who: TestPerson, ids: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const url of READABLE) {
      const parameter = /:\w+/.exec(url)?.[0];
      for (const id of parameter === undefined ? [''] : ids) {
        const address = parameter === undefined ? url : url.replace(parameter, id);
        const search = address.endsWith('/similar') ? '?statement=It%20snows' : '';
        const { body } = await app.ask('GET', address + search, { as: who });
        if (TRACES.test(body)) found.push(address.replace('/api/v1', ''));
      }
    }
    return found;
  }

  it('that two read differently is settled by a third, field by field', async () => {
    const { claimId, propositionId } = await accept();
    const path = `/claims/${claimId}/codings/settlement`;
    const choices = { band: 1, deadline: 2, polarity: 2 };
    const settlement = { outcome: 'opened', choices, reason: 'The year is 2022, to its end.' };
    expect(await refused(path, cem, settlement)).toEqual([409, 'CODING.NOT_WAITING']);
    const other = { probability: { low: null, point: null, high: null, phrase: '', basis: 'not_stated' } };
    const coded = await code(claimId, bron, { ...other, deadlineOn: '2022-12-31', negated: false });
    expect(coded.json()).toMatchObject({
      state: 'draft',
      part: 'waiting',
      differs: ['band', 'deadline', 'polarity'],
    });
    expect(await isPublic(claimId)).toBe(false);
    expect([await queue(ines, claimId), await queue(bron, claimId)]).toEqual(['waiting', 'waiting']);
    expect([await queue(cem, claimId), await queue(lead, claimId)]).toEqual(['to_settle', 'to_settle']);
    expect(await refused(path, bron, settlement)).toEqual([403, 'CODING.NOT_THIRD']);
    expect(await refused(path, cem, { ...settlement, reason: ' ' })).toEqual([
      400,
      'INPUT.INVALID',
      'reason',
    ]);
    expect(await refused(path, cem, { ...settlement, choices: { band: 1, condition: 1 } })).toEqual([
      400,
      'INPUT.INVALID',
      'choices.deadline',
      'choices.polarity',
      'choices.condition',
    ]);
    const settled = await app.api('POST', path, { as: cem, body: settlement });
    expect(settled.json()).toMatchObject({
      state: 'active',
      settlement: { outcome: 'opened', choices: { ...choices, condition: null }, settledBy: 'Cem Aydin' },
    });
    const open = await get<'getProposition'>(`/propositions/${propositionId}`, ines);
    expect(open).toMatchObject({ deadlineOn: '2022-12-31', claims: [{ probability: { point: 0.61 } }] });
    const stored = await app.database.direct.claim.findUniqueOrThrow({
      where: { id: claimId },
      include: { revisions: { orderBy: { version: 'asc' } }, proposition: true },
    });
    expect(stored).toMatchObject({ negated: false, version: 2, proposition: { status: 'open' } });
    expect(stored.proposition.scheduledDeadlineOn?.toISOString()).toMatch(/^2022-12-31/);
    expect(stored.proposition.dueAt?.toISOString()).toBe('2022-12-31T23:00:00.000Z');
    expect(stored.revisions.map(({ reason }) => reason)).toEqual([
      'recorded',
      'settled: The year is 2022, to its end.',
    ]);
  });

  it('goes back to triage where neither reading holds', async () => {
    const { claimId, sourceId, candidate, propositionId } = await accept();
    await code(claimId, bron, { deadlineOn: '2022-12-31' });
    const body = { outcome: 'withdrawn', reason: 'It says 2021.' };
    const sent = await app.api('POST', `/claims/${claimId}/codings/settlement`, { as: lead, body });
    expect(sent.json()).toMatchObject({ state: 'withdrawn', settlement: { outcome: 'withdrawn' } });
    const { items } = await get<'listCandidates'>(`/sources/${sourceId}/candidates`, cem);
    expect(items.find(({ id }) => id === candidate.id)).toMatchObject({ state: 'pending', claimId: null });
    const { proposition } = app.database.direct;
    expect(await proposition.findUniqueOrThrow({ where: { id: propositionId } })).toMatchObject({
      status: 'withdrawn',
    });
    expect(await refused(`/claims/${claimId}/codings`, cem, SAME)).toEqual([409, 'CODING.TAKEN']);
  });

  it('that joins an open statement keeps its deadline, or goes back', async () => {
    const first = await accept();
    await code(first.claimId, bron);
    const { claimId } = await accept({ propositionId: first.propositionId });
    expect(await get<'getCodingTask'>(`/claims/${claimId}/codings`, bron)).toMatchObject({ joins: true });
    const claims = async () =>
      (await get<'getProposition'>(`/propositions/${first.propositionId}`, ines)).claims.length;
    await code(claimId, bron, { deadlineOn: '2022-12-31' });
    expect(await claims()).toBe(1);
    const path = `/claims/${claimId}/codings/settlement`;
    const wish = { outcome: 'opened', reason: 'So it reads.' };
    expect(await refused(path, cem, { ...wish, choices: { deadline: 2 } })).toEqual([
      409,
      'CODING.OTHER_DEADLINE',
      'choices.deadline',
    ]);
    await app.api('POST', path, { as: cem, body: { ...wish, choices: { deadline: 1 } } });
    expect(await claims()).toBe(2);
  });

  it('is coded once by each, and not any more when it was taken back', async () => {
    const { claimId, candidate } = await accept();
    const path = `/claims/${claimId}/codings`;
    expect(await refused(path, ines, SAME)).toEqual([409, 'CODING.DONE']);
    expect(await refused(path, bron, { ...SAME, deadlineOn: '2019-02-27' })).toEqual([
      422,
      'PROPOSITION.DEADLINE_BEFORE_PUBLICATION',
      'deadlineOn',
    ]);
    expect(await refused(path, bron, { ...SAME, deadlineOn: null })).toEqual([
      422,
      'PROPOSITION.BAD_WINDOW',
      'deadlineOn',
    ]);
    await code(claimId, bron, { negated: false });
    expect(await refused(path, bron, SAME)).toEqual([409, 'CODING.DONE']);
    expect(await refused(path, cem, SAME)).toEqual([409, 'CODING.TAKEN']);
    const restore = `/candidates/${candidate.id}/restore`;
    expect(await refused(restore, ines, { version: candidate.version })).toEqual([
      409,
      'CANDIDATE.HAS_FOLLOWED',
    ]);
    const again = await accept();
    await app.api('POST', `/candidates/${again.candidate.id}/restore`, {
      as: ines,
      body: { version: again.candidate.version },
    });
    expect(await refused(`/claims/${again.claimId}/codings`, bron, SAME)).toEqual([
      409,
      'CODING.NOT_WAITING',
    ]);
    expect(await queue(bron, again.claimId)).toBeNull();
    const nowhere = '00000000-0000-7000-8000-000000000000';
    expect(await refused(`/claims/${nowhere}/codings`, bron, SAME)).toEqual([404, 'CLAIM.NOT_FOUND']);
  });

  it('opens at once where the claimant has no rank, or the project asks for none', async () => {
    const nobody = await accept({ claimant: 'Many experts', claimantKind: 'collective' });
    expect(nobody.opened).toBe(true);
    expect(await isPublic(nobody.claimId)).toBe(true);
    expect((await app.api('GET', `/claims/${nobody.claimId}/codings`, { as: bron })).statusCode).toBe(404);
    expect(await get<'getCodingAgreement'>('/coding-agreement', bron)).toMatchObject({
      setting: 'ranked',
      minClaims: 20,
      fields: [{ field: 'band', n: 6, agreed: 5, raw: null }, { n: 6 }, { agreed: 4 }, { agreed: 6 }],
    });
    await app.api('PUT', '/installation', { as: lead, body: { ...PROJECT, secondCoding: 'off' } });
    expect((await accept()).opened).toBe(true);
  });
});
