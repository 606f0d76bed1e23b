import type { EndpointResponse, ENDPOINTS } from '#contracts/http';
import { Clock } from '#platform/clock';
import { Outbox } from '#platform/jobs';
import { auditRepo } from '#platform/db';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import { TestApp, type TestPerson } from '../support/app.js';
import { testConfig } from '../support/test-config.js';
import { ACCEPTANCE, COMMENTARY } from '../support/commentary.js';
import { until } from '../support/until.js';

type Response<K extends keyof typeof ENDPOINTS> = EndpointResponse<(typeof ENDPOINTS)[K]>;
type Candidates = Response<'getSource'>['candidateList'];

/**
 * The guided tour: a text goes in, its predictions become claims, an event comes in, two people review without seeing
 * each other's answers, the verdict becomes final, the board and the digest tell of it. Over HTTP, with a real worker
 * and a real queue on a real database.
 */
describe('the life of a claim', () => {
  let app: TestApp;
  let worker: INestApplicationContext;
  let curator: TestPerson;
  let admin: TestPerson;
  let first: TestPerson;
  let second: TestPerson;
  let sourceId: string;
  let candidates: Candidates;
  let donbassId: string;
  let donbassClaimId: string;
  let invasionId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    worker = await startWorker(app.databaseUrl);
    admin = await app.addPerson(['admin'], { name: 'Ada Admin' });
    curator = await app.addPerson(['curator'], { name: 'Cora Curator' });
    first = await app.addPerson(['reviewer', 'reader'], { name: 'Rita Reviewer' });
    second = await app.addPerson(['reviewer', 'reader'], { name: 'Rolf Reviewer' });
    await setClock('2022-01-18T09:00:00Z');
  });

  afterAll(async () => {
    await worker.close();
    await app.stop();
  });

  const get = async <K extends keyof typeof ENDPOINTS>(
    path: string,
    as: TestPerson,
  ): Promise<Response<K>> => {
    const answer = await app.api('GET', path, { as });
    expect(answer.statusCode).toBe(200);
    return answer.json<Response<K>>();
  };

  const send = async <K extends keyof typeof ENDPOINTS>(
    path: string,
    as: TestPerson,
    body: unknown,
    method: 'POST' | 'PUT' = 'POST',
  ): Promise<Response<K>> => {
    const answer = await app.api(method, path, { as, body });
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
    return answer.json<Response<K>>();
  };

  async function setClock(now: string): Promise<void> {
    await send('/clock', admin, { now }, 'PUT');
  }

  /** What the schedules do every few minutes, now: through outbox, queue and worker like any tick. */
  const tick = async (job: 'finaliseVerdicts' | 'promptReviewers' | 'planDigests'): Promise<void> => {
    // The worker reads the business clock every two seconds; a tick must not come before.
    await until('the worker sees the clock', async () => {
      const { installation } = await get<'getMe'>('/me', admin);
      return Math.abs(Date.parse(installation.now) - workerNow().getTime()) < 5_000;
    });
    await app.database.withTransaction((tx) =>
      app.nest.get(Outbox).enqueue(job, { slot: new Date().toISOString() }, tx),
    );
  };

  const workerNow = () => worker.get(Clock).now();

  const candidateOf = (words: string) => {
    const found = candidates.find(({ quote }) => quote.includes(words));
    if (found === undefined) throw new Error(`no candidate quotes “${words}”`);
    return found;
  };

  const answer = async (as: TestPerson, propositionId: string, body: Record<string, unknown>) => {
    const { leaseId } = await send<'takeLease'>(`/propositions/${propositionId}/lease`, as, {});
    return send<'submitReview'>(`/propositions/${propositionId}/reviews`, as, { leaseId, ...body });
  };

  it('1. a text goes in and its predictions are found, each with its exact words', async () => {
    const added = await send<'addSource'>('/sources', curator, { text: COMMENTARY });
    expect(added).toMatchObject({
      created: true,
      source: { title: 'What the winter holds', outlet: 'The Fictional Courier', publishedOn: '2022-01-17' },
    });
    sourceId = added.source.id;
    const source = await get<'getSource'>(`/sources/${sourceId}`, curator);
    candidates = source.candidateList;
    for (const { quote, start, end } of candidates)
      expect(source.snapshot.text.slice(start, end)).toBe(quote);
    expect(candidateOf('very unlikely').probability).toMatchObject({ low: 0.05, high: 0.2, basis: 'words' });
    expect(candidateOf('Recognition').deadline).toMatchObject({ deadlineOn: '2022-02-28' });
    expect(candidateOf('very unlikely').cues.length).toBeGreaterThan(0);
  });

  it('2. the very same text again opens the source that holds it', async () => {
    const again = await send<'addSource'>('/sources', curator, { text: COMMENTARY });
    expect(again).toMatchObject({ created: false, source: { id: sourceId } });
  });

  it('3. a curator accepts two candidates and rejects another, with a reason', async () => {
    const donbass = candidateOf('Recognition');
    const made = await send<'acceptCandidate'>(`/candidates/${donbass.id}/accept`, curator, {
      ...ACCEPTANCE,
      version: donbass.version,
      statement: 'Russia recognises the Donbass republics',
      probability: { low: 0.55, point: 0.675, high: 0.8, phrase: 'likely', basis: 'words' },
      deadlineOn: '2022-02-28',
      topics: ['Russia', 'Ukraine'],
      family: 'donbass',
    });
    donbassId = made.propositionId;
    donbassClaimId = made.claimId;
    const invasion = candidateOf('very unlikely');
    const other = await send<'acceptCandidate'>(`/candidates/${invasion.id}/accept`, curator, {
      ...ACCEPTANCE,
      version: invasion.version,
      statement: 'Russia invades Ukraine on a full scale',
      probability: { low: 0.05, point: 0.125, high: 0.2, phrase: 'very unlikely', basis: 'words' },
      deadlineOn: '2022-03-31',
      family: 'invasion',
    });
    invasionId = other.propositionId;
    const gas = candidateOf('Nord Stream');
    const rejected = await send<'rejectCandidate'>(`/candidates/${gas.id}/reject`, curator, {
      version: gas.version,
      reason: 'TOO_VAGUE',
    });
    expect(rejected).toMatchObject({ state: 'rejected', rejectReason: 'TOO_VAGUE' });
  });

  it('4. nothing waits for anybody before a deadline or an event', async () => {
    expect(await get<'listInbox'>('/inbox', first)).toEqual({ items: [], nextCursor: null });
  });

  it('5. an event comes in, is matched by the worker, and asks reviewers before the deadline', async () => {
    await setClock('2022-02-24T12:00:00Z');
    await send<'addEvent'>('/events', curator, {
      title: 'Russia recognises the Donbass republics of Donetsk and Luhansk',
      summary: 'The president of Russia signed the recognition of the two Donbass republics.',
      url: 'https://example.org/news/recognition',
      publishedAt: '2022-02-21T20:00:00Z',
      occurredOn: '2022-02-21',
    });
    const inbox = await until('the match in the inbox', async () => {
      const { items } = await get<'listInbox'>('/inbox', first);
      return items.length > 0 && items;
    });
    expect(inbox).toEqual([expect.objectContaining({ propositionId: donbassId, reasons: ['strong_match'] })]);
    const { matches } = await get<'getProposition'>(`/propositions/${donbassId}`, first);
    expect(matches[0]).toMatchObject({ strength: 'strong', state: 'suggested' });
    expect(matches[0]?.reasons.join(' ')).toMatch(/Russia|Donbass/i);
  });

  it('6. reviewers are prompted by mail, once, with a way out in one click', async () => {
    await tick('promptReviewers');
    const mails = await until('the mails', async () => {
      const { items } = await get<'listMail'>('/mail', admin);
      const sent = items.filter(({ kind, state }) => kind === 'prompt' && state === 'sent');
      return sent.length === 2 && sent;
    });
    expect(mails.map(({ to }) => to).sort()).toEqual([first.email, second.email].sort());
    const mail = await get<'getMail'>(`/mail/${mails[0]?.id ?? ''}`, admin);
    expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(mail.text).toContain('Russia recognises the Donbass republics');
    await tick('promptReviewers');
    await until('the second tick', async () => (await countRuns('sweep.prompt-reviewers')) === 2);
    const { items } = await get<'listMail'>('/mail', admin);
    expect(items.filter(({ kind }) => kind === 'prompt')).toHaveLength(2);
  });

  it('7. the first answer stays hidden from the second reviewer until they have answered', async () => {
    const given = await answer(first, donbassId, {
      answer: 'OCCURRED',
      occurredOn: '2022-02-21',
      evidence: [{ url: 'https://example.org/news/recognition', stance: 'supports', title: 'Recognition' }],
    });
    expect(given.round).toBe('waiting');
    const blind = await get<'getProposition'>(`/propositions/${donbassId}`, second);
    expect(blind.round).toMatchObject({ answered: false, reviews: null });
    expect(JSON.stringify(blind)).not.toContain('OCCURRED');
    expect((await get<'listInbox'>('/inbox', first)).items).toEqual([]);
  });

  it('8. two blind answers that agree make a provisional verdict, which counts nowhere yet', async () => {
    const given = await answer(second, donbassId, {
      answer: 'OCCURRED',
      occurredOn: '2022-02-21',
      evidence: [{ url: 'https://example.org/other/recognition', stance: 'supports' }],
    });
    expect(given.round).toBe('agreed');
    const claim = await get<'getClaim'>(`/claims/${donbassClaimId}`, first);
    expect(claim.verdict).toMatchObject({ outcome: 'OCCURRED', stage: 'provisional' });
    expect(claim.score).toBeNull();
    expect(claim.preview?.brier).toBeCloseTo((0.675 - 1) ** 2, 12);
    const board = await get<'getBoard'>('/board', first);
    expect(board?.standings.filter(({ n }) => n > 0) ?? []).toEqual([]);
  });

  it('9. after the dispute window a sweep makes it final, scores the claim and builds the board', async () => {
    await setClock('2022-03-11T08:00:00Z');
    await tick('finaliseVerdicts');
    const board = await until('a board with the claim', async () => {
      const newest = await get<'getBoard'>('/board', first);
      return newest?.standings.some(({ n }) => n > 0) === true && newest;
    });
    const [standing] = board.standings;
    expect(standing).toMatchObject({
      name: 'Ottokar Venn',
      n: 1,
      families: 1,
      pending: 1,
      record: 'building',
    });
    expect(standing?.meanBrier).toBeCloseTo((0.675 - 1) ** 2, 12);
    const claim = await get<'getClaim'>(`/claims/${donbassClaimId}`, first);
    expect(claim).toMatchObject({ verdict: { stage: 'final' }, preview: null });
    expect(claim.score?.brierLow).toBeCloseTo((0.8 - 1) ** 2, 12);
    const page = await get<'getClaimant'>(`/claimants/${standing?.id ?? ''}`, first);
    expect(page.claims.map(({ counts }) => counts).sort()).toEqual(['pending', 'scored']);
  });

  it('10. anybody may read the board and the claim, rendered on the server', async () => {
    const board = await app.ask('GET', '/');
    expect(board.statusCode).toBe(200);
    expect(board.body).toContain('Ottokar Venn');
    const claim = await app.ask('GET', `/claims/${donbassClaimId}`);
    expect(claim.body).toContain('Recognition of the Donbass republics by 28 February 2022 is likely');
    expect(claim.body).toContain('https://example.org/news/recognition');
  });

  it('11. a passed deadline asks for a review; disagreement waits for a third, who decides with one of the two', async () => {
    await setClock('2022-04-02T08:00:00Z');
    const { items } = await get<'listInbox'>('/inbox', first);
    expect(items).toEqual([
      expect.objectContaining({
        propositionId: invasionId,
        reasons: expect.arrayContaining(['due']) as string[],
      }),
    ]);
    const yes = {
      answer: 'OCCURRED',
      occurredOn: '2022-02-24',
      evidence: [{ url: 'https://example.org/news/invasion', stance: 'supports' }],
    };
    await answer(first, invasionId, yes);
    const no = { answer: 'NOT_OCCURRED', searchNote: 'Looked through two agencies for “full-scale”.' };
    expect((await answer(second, invasionId, no)).round).toBe('waiting');
    const third = await app.addPerson(['reviewer'], { name: 'Thea Third' });
    expect((await answer(third, invasionId, yes)).round).toBe('agreed');
  });

  it('12. the weekly digest tells of it, in the inbox of the installation, HTML and text', async () => {
    await tick('planDigests');
    const mail = await until('a digest', async () => {
      const { items } = await get<'listMail'>('/mail', admin);
      return items.find(({ kind, state, to }) => kind === 'digest' && state === 'sent' && to === first.email);
    });
    const digest = await get<'getMail'>(`/mail/${mail.id}`, admin);
    expect(digest.text).toContain('Russia invades Ukraine on a full scale');
    expect(digest.html).toContain('<html');
    const link = /<(.+)>/.exec(digest.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
    expect((await app.ask('POST', new URL(link).pathname)).statusCode).toBe(200);
  });

  it('13. a lead takes the verdict back: the score is gone from the board, the history stays', async () => {
    const lead = await app.addPerson(['lead'], { name: 'Lea Lead' });
    await send<'reopenProposition'>(`/propositions/${donbassId}/reopening`, lead, {
      reason: 'The date is contested.',
    });
    await until('a board without the claim', async () => {
      const board = await get<'getBoard'>('/board', first);
      return board?.standings[0]?.n === 0;
    });
    const detail = await get<'getProposition'>(`/propositions/${donbassId}`, lead);
    expect(detail.verdicts.map(({ stage }) => stage)).toEqual(['provisional', 'final', 'reopened']);
  });

  it('14. everything that was done is in the audit chain, which is whole', async () => {
    const report = await auditRepo.verifyAuditChain(app.database.direct);
    expect(report.fault).toBeNull();
    expect(report.entries).toBeGreaterThan(10);
  });

  async function countRuns(name: string): Promise<number> {
    return app.database.direct.jobRun.count({ where: { name, state: 'succeeded' } });
  }
});

async function startWorker(databaseUrl: string): Promise<INestApplicationContext> {
  const config = testConfig(databaseUrl);
  return NestFactory.createApplicationContext(WorkerModule.of(config), {
    logger: false,
    abortOnError: false,
  });
}
