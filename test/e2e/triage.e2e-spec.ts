import type { EndpointResponse, ENDPOINTS } from '#contracts/http';
import { TestApp, type TestPerson } from '../support/app.js';
import { ACCEPTANCE } from '../support/commentary.js';

type Response<K extends keyof typeof ENDPOINTS> = EndpointResponse<(typeof ENDPOINTS)[K]>;
type Candidate = Response<'getSource'>['candidateList'][number];

const TEXT = `Title: Notes from the quays
Author: Mara Quill
Outlet: The Fictional Courier
Date: 2022-02-01

The dockers of Norvik will strike before the end of March, and the port authority will raise its fees by June 2022.

The cranes of the port will probably stand still for weeks this spring, says Ole Brandt of the union.

Patience, a grey sky, and talk of a new harbour chief.
`;

/** What curators do to the list of candidates, and what of it can be taken back. */
describe('triage', () => {
  let app: TestApp;
  let ines: TestPerson;
  let bron: TestPerson;
  let sourceId: string;
  let turn = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    ines = await app.addPerson(['curator'], { name: 'Ines Ferreira' });
    bron = await app.addPerson(['curator', 'reviewer'], { name: 'Bronagh Adeyemi' });
  });
  afterAll(() => app.stop());

  beforeEach(async () => {
    turn += 1;
    // Two months apart: what is nearly the same within a month is a copy, and not read.
    const publishedOn = new Date(Date.UTC(2022, 1 - 2 * turn, 1)).toISOString().slice(0, 10);
    const text = TEXT.replace('2022-02-01', publishedOn);
    const added = await post<'addSource'>('/sources', { text });
    sourceId = added.source.id;
  });

  const send = (path: string, body: unknown, as = ines) => app.api('POST', path, { as, body });
  const post = async <K extends keyof typeof ENDPOINTS>(
    path: string,
    body: unknown,
    as = ines,
  ): Promise<Response<K>> => {
    const answer = await send(path, body, as);
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
    return answer.json<Response<K>>();
  };
  const look = async () =>
    (await app.api('GET', `/sources/${sourceId}`, { as: ines })).json<Response<'getSource'>>();
  const list = async (): Promise<Candidate[]> =>
    (await app.api('GET', `/sources/${sourceId}/candidates`, { as: ines })).json<Response<'listCandidates'>>()
      .items;
  const of = async (words: string): Promise<Candidate> => {
    const found = (await list()).find(({ quote }) => quote.includes(words));
    if (found === undefined) throw new Error(`no candidate quotes “${words}”`);
    return found;
  };
  const acceptance = (candidate: Candidate, more: object = {}) => ({
    ...ACCEPTANCE,
    version: candidate.version,
    claimant: 'Mara Quill',
    statement: `The dockers of Norvik strike, ${String(turn)}`,
    probability: { low: 0.55, point: 0.675, high: 0.8, phrase: 'likely', basis: 'words' },
    deadlineOn: '2022-03-31',
    ...more,
  });
  const accept = (candidate: Candidate, more: object = {}, as = ines) =>
    post<'acceptCandidate'>(`/candidates/${candidate.id}/accept`, acceptance(candidate, more), as);
  const restore = (candidate: Candidate) =>
    send(`/candidates/${candidate.id}/restore`, { version: candidate.version });
  const claimPage = async (id: string) => (await app.api('GET', `/claims/${id}`, { as: ines })).statusCode;

  it('a passage everybody missed is added by its words, read like any other, and kept as a person’s', async () => {
    const { snapshot } = await look();
    const quote = 'talk of a new harbour chief';
    const start = snapshot.text.indexOf(quote);
    const added = await post<'addCandidate'>(`/sources/${sourceId}/candidates`, {
      start,
      end: start + quote.length,
      quote,
    });
    expect(added).toMatchObject({ origin: 'person', quote, state: 'pending', claimant: 'Mara Quill' });
    expect((await list()).map(({ id }) => id)).toContain(added.id);
    const again = await send(`/sources/${sourceId}/candidates`, { start, end: start + quote.length, quote });
    expect(again.statusCode).toBe(409);
    expect(again.json()).toMatchObject({ code: 'CANDIDATE.KNOWN' });
  });

  it('words that do not stand where they are said to are refused', async () => {
    const answer = await send(`/sources/${sourceId}/candidates`, { start: 3, end: 8, quote: 'ferry' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'CANDIDATE.BAD_SPAN' });
    const beyond = await send(`/sources/${sourceId}/candidates`, { start: 9e6, end: 9e6 + 1, quote: 'x' });
    expect(beyond.statusCode).toBe(422);
  });

  it('two that say the same become one claim with two quotes', async () => {
    const first = await of('dockers of Norvik');
    const second = await of('cranes');
    const merged = await post<'mergeCandidate'>(`/candidates/${second.id}/merge`, {
      version: second.version,
      intoId: first.id,
    });
    expect(merged.candidate).toMatchObject({
      state: 'merged',
      mergedIntoId: first.id,
      decidedBy: 'Ines Ferreira',
    });
    // Whoever had the other one open is told that it stands for more by now.
    expect((await send(`/candidates/${first.id}/accept`, acceptance(first))).json()).toMatchObject({
      code: 'VERSION.CHANGED',
    });
    const { claimId } = await accept(merged.into);
    const anchors = await app.database.direct.quoteAnchor.findMany({ where: { claimId } });
    expect(anchors.map(({ exact }) => exact).sort()).toEqual([first.quote, second.quote].sort());
    const late = await restore(merged.candidate);
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({ code: 'CANDIDATE.HAS_FOLLOWED' });
  });

  it('a merge is taken back while the other one is undecided', async () => {
    const first = await of('dockers of Norvik');
    const second = await of('cranes');
    const { candidate } = await post<'mergeCandidate'>(`/candidates/${second.id}/merge`, {
      version: second.version,
      intoId: first.id,
    });
    expect((await restore(candidate)).json()).toMatchObject({ state: 'pending', mergedIntoId: null });
    const { claimId } = await accept(await of('dockers of Norvik'));
    expect(await app.database.direct.quoteAnchor.count({ where: { claimId } })).toBe(1);
  });

  it('nothing is merged with itself, with a decided one, or with one of another text', async () => {
    const first = await of('dockers of Norvik');
    const second = await of('cranes');
    const merge = (intoId: string) =>
      send(`/candidates/${second.id}/merge`, { version: second.version, intoId });
    expect((await merge(second.id)).json()).toMatchObject({ code: 'CANDIDATE.NOT_MERGEABLE' });
    await accept(first);
    expect((await merge(first.id)).json()).toMatchObject({ code: 'CANDIDATE.NOT_MERGEABLE' });
  });

  it('what says two things is cut in two, each read by itself; undone, the parts go', async () => {
    const both = (await list()).find(({ quote }) => quote.includes('dockers of Norvik'));
    if (both === undefined) throw new Error('nothing to cut');
    const at = both.quote.indexOf('before');
    const { candidate, parts } = await post<'splitCandidate'>(`/candidates/${both.id}/split`, {
      version: both.version,
      at,
    });
    expect(candidate.state).toBe('split');
    expect(parts.map(({ quote }) => quote)).toEqual([
      both.quote.slice(0, at).trim(),
      both.quote.slice(at).trim(),
    ]);
    for (const part of parts) expect(part).toMatchObject({ splitFromId: both.id, origin: 'person' });
    const [part] = parts;
    if (part === undefined) throw new Error('no part');
    await post(`/candidates/${part.id}/reject`, { version: part.version, reason: 'TOO_VAGUE' });
    expect((await restore(candidate)).json()).toMatchObject({ code: 'CANDIDATE.HAS_FOLLOWED' });
    const rejected = (await list()).find(({ id }) => id === part.id);
    if (rejected === undefined) throw new Error('the part is gone');
    expect((await restore(rejected)).statusCode).toBe(200);
    expect((await restore(candidate)).json()).toMatchObject({ state: 'pending' });
    const left = (await list()).map(({ id }) => id);
    for (const gone of parts) expect(left).not.toContain(gone.id);
  });

  it('an acceptance is taken back with its claim and proposition, and can be made again', async () => {
    const first = await of('dockers of Norvik');
    const { claimId, propositionId, candidate } = await accept(first);
    expect(await claimPage(claimId)).toBe(200);
    expect((await restore(candidate)).json()).toMatchObject({
      state: 'pending',
      claimId: null,
      decidedBy: null,
    });
    expect(await claimPage(claimId)).toBe(404);
    const row = await app.database.direct.proposition.findUniqueOrThrow({ where: { id: propositionId } });
    expect(row.status).toBe('withdrawn');
    const revisions = await app.database.direct.claimRevision.findMany({
      where: { claimId },
      orderBy: { version: 'asc' },
    });
    expect(revisions.map(({ reason }) => reason)).toEqual(['recorded', 'acceptance undone']);
    const again = await accept(await of('dockers of Norvik'));
    expect(await claimPage(again.claimId)).toBe(200);
  });

  it('taken back, a claim that joined leaves the proposition to the others', async () => {
    const made = await accept(await of('dockers of Norvik'));
    const joined = await accept(await of('cranes'), { propositionId: made.propositionId });
    expect((await restore(joined.candidate)).statusCode).toBe(200);
    const row = await app.database.direct.proposition.findUniqueOrThrow({
      where: { id: made.propositionId },
    });
    expect(row.status).toBe('open');
    expect(await claimPage(made.claimId)).toBe(200);
  });

  it('once a reviewer has begun, an acceptance stays', async () => {
    const { propositionId, candidate } = await accept(await of('dockers of Norvik'));
    await post(`/propositions/${propositionId}/lease`, {}, bron);
    const answer = await restore(candidate);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'CANDIDATE.HAS_FOLLOWED' });
    expect(answer.json<{ detail: string }>().detail).toContain('Reviewers have begun');
  });

  it('what is known to have happened already is retrospective, whatever its deadline', async () => {
    const { claimId } = await accept(await of('dockers of Norvik'), { alreadyHappened: true });
    const claim = await app.database.direct.claim.findUniqueOrThrow({ where: { id: claimId } });
    expect(claim.retrospective).toBe(true);
  });

  it('of two who decide at once one wins, and the other is told what was done and by whom', async () => {
    const first = await of('dockers of Norvik');
    const answers = await Promise.all([
      send(`/candidates/${first.id}/accept`, acceptance(first), ines),
      send(`/candidates/${first.id}/reject`, { version: first.version, reason: 'TOO_VAGUE' }, bron),
    ]);
    expect(answers.map(({ statusCode }) => statusCode >= 300).sort()).toEqual([false, true]);
    const after = await of('dockers of Norvik');
    const late = await send(`/candidates/${first.id}/accept`, acceptance(first), ines);
    expect(late.statusCode).toBe(409);
    expect(late.json<{ detail: string }>().detail).toBe(
      `${after.decidedBy ?? ''} has already ${after.state} this candidate.`,
    );
    expect(['Ines Ferreira', 'Bronagh Adeyemi']).toContain(after.decidedBy);
  });
});
