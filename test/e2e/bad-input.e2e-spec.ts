import { candidateRepo } from '#platform/db';
import { TestApp, type TestPerson } from '../support/app.js';
import { ACCEPTANCE, COMMENTARY } from '../support/commentary.js';

interface ProblemBody {
  readonly code: string;
  readonly detail: string;
  readonly fields?: readonly { path: string; message: string }[];
}

/** Whoever gives bad input is told what is wrong with it, and nothing of it is stored. */
describe('bad input', () => {
  let app: TestApp;
  let curator: TestPerson;
  let reviewer: TestPerson;
  let other: TestPerson;
  let admin: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.addPerson(['admin']);
    curator = await app.addPerson(['curator']);
    reviewer = await app.addPerson(['reviewer']);
    other = await app.addPerson(['reviewer']);
    await setClock('2022-01-18T09:00:00Z');
  });
  afterAll(() => app.stop());

  const setClock = (now: string) => app.api('PUT', '/clock', { as: admin, body: { now } });
  const refused = async (answering: ReturnType<TestApp['api']>): Promise<ProblemBody> => {
    const answer = await answering;
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    return answer.json<ProblemBody>();
  };
  const everything = async () => {
    const db = app.database.direct;
    return {
      sources: await db.source.count(),
      snapshots: await db.snapshot.count(),
      outlets: await db.outlet.count(),
      candidates: await db.candidate.count(),
      claimants: await db.claimant.count(),
      propositions: await db.proposition.count(),
      claims: await db.claim.count(),
      events: await db.eventReport.count(),
      reviews: await db.review.count(),
      outbox: await db.outboxMessage.count(),
      audit: await db.auditEntry.count(),
    };
  };

  describe('a text', () => {
    it.each([
      ['empty', '', 'TEXT.EMPTY', /empty/],
      ['of blanks', ' \n\t ', 'TEXT.EMPTY', /blank/],
      ['with a NUL byte', 'It will rain.\u0000', 'TEXT.NUL_BYTE', /NUL/],
      ['with half a character', 'It will rain \ud83d.', 'TEXT.LONE_SURROGATE', /surrogate/],
      ['that is binary', '\u0001\u0002\u0003\ufffd\u0004\u0005'.repeat(50), 'TEXT.BINARY', /binary/],
    ])('%s is refused', async (_name, text, code, words) => {
      const before = await everything();
      const problem = await refused(
        app.api('POST', '/sources', { as: curator, body: { text, outlet: 'Nowhere' } }),
      );
      expect(problem.code).toBe(code);
      expect(problem.detail).toMatch(words);
      expect(await everything()).toEqual(before);
    });

    it('of 50 MB is refused before it is read whole', async () => {
      const before = await everything();
      const text = 'It will rain. '.repeat(3_700_000);
      const problem = await refused(app.api('POST', '/sources', { as: curator, body: { text } }));
      expect(problem.code).toBe('TEXT.TOO_LARGE');
      expect(await everything()).toEqual(before);
    });

    it('with a date that is none names the field', async () => {
      const body = { text: 'It will rain.', publishedOn: '2022-02-30' };
      const problem = await refused(app.api('POST', '/sources', { as: curator, body }));
      expect(problem).toMatchObject({
        code: 'INPUT.INVALID',
        fields: [{ path: expect.stringContaining('publishedOn') as string }],
      });
    });
  });

  describe('an acceptance', () => {
    const accept = async (change: Record<string, unknown>) => {
      await app.api('POST', '/sources', { as: curator, body: { text: COMMENTARY } });
      const { id: sourceId } = await app.database.direct.source.findFirstOrThrow();
      const candidates = await candidateRepo.listOfSource(sourceId, app.database.direct);
      const candidate = candidates.find(({ quote }) => quote.includes('Recognition'));
      const body = {
        ...ACCEPTANCE,
        version: candidate?.version,
        statement: 'Russia recognises the Donbass republics',
        probability: { low: 0.55, point: 0.675, high: 0.8, phrase: 'likely', basis: 'words' },
        deadlineOn: '2022-02-28',
        ...change,
      };
      const before = await everything();
      const problem = await refused(
        app.api('POST', `/candidates/${candidate?.id ?? ''}/accept`, { as: curator, body }),
      );
      expect(await everything()).toEqual(before);
      return problem;
    };

    it.each([
      [
        'with a deadline before the text was published',
        { deadlineOn: '2021-12-31' },
        'PROPOSITION.DEADLINE_BEFORE_PUBLICATION',
        'deadlineOn',
      ],
      ['of a claimant who is nobody', { claimant: 'unknown' }, 'CLAIMANT.NOT_FOUND', 'claimant'],
      [
        'worded as a denial',
        { statement: 'Russia will not recognise the republics' },
        'PROPOSITION.NEGATED',
        'statement',
      ],
      [
        'with an explicit deadline that has no date',
        { deadlineOn: null },
        'PROPOSITION.BAD_WINDOW',
        'deadlineOn',
      ],
      [
        'with a band in the wrong order',
        { probability: { low: 0.8, point: 0.5, high: 0.2, phrase: '', basis: 'number' } },
        'INPUT.INVALID',
        'probability',
      ],
      [
        'with a probability above one',
        { probability: { low: 0.8, point: 0.9, high: 1.2, phrase: '', basis: 'number' } },
        'INPUT.INVALID',
        'probability',
      ],
      ['without criteria', { criteria: ' ' }, 'INPUT.INVALID', 'criteria'],
      ['of what somebody changed meanwhile', { version: 99 }, 'VERSION.CHANGED', null],
      [
        'joining a proposition that is not there',
        { propositionId: '01920000-0000-7000-8000-000000000000' },
        'PROPOSITION.NOT_FOUND',
        null,
      ],
    ] as const)('%s is refused', async (_name, change, code, path) => {
      const problem = await accept(change);
      expect(problem.code).toBe(code);
      if (path !== null) expect(problem.fields?.some((field) => field.path.includes(path))).toBe(true);
    });
  });

  describe('a CSV of events', () => {
    it.each([
      ['without a title column', 'summary,publishedAt\nx,2022-02-21\n', 'EVENT.MISSING_COLUMN', /title/],
      [
        'with a bad date in its second row',
        'title,publishedAt\nA,2022-02-21\nB,soon\n',
        'EVENT.BAD_ROW',
        /Line 3.*publishedAt/,
      ],
      ['with a cell too many', 'title,publishedAt\nA,2022-02-21,extra\n', 'EVENT.BAD_ROW', /Line 2/],
      [
        'with a column nobody knows',
        'title,publishedAt,colour\nA,2022-02-21,red\n',
        'EVENT.BAD_ROW',
        /colour/,
      ],
      [
        'with an address that is a script',
        'title,publishedAt,url\nA,2022-02-21,javascript:alert(1)\n',
        'EVENT.BAD_ROW',
        /url/,
      ],
      ['with an open quote', 'title,publishedAt\n"A,2022-02-21\n', 'EVENT.BAD_ROW', /CSV/],
    ])('%s stores no row of it', async (_name, csv, code, words) => {
      const before = await everything();
      const problem = await refused(app.api('POST', '/events/import', { as: curator, body: { csv } }));
      expect(problem.code).toBe(code);
      expect(problem.detail).toMatch(words);
      expect(await everything()).toEqual(before);
    });

    it('is found again by words of its title or its summary, whatever their case', async () => {
      const csv = 'title,summary,publishedAt\nHarbour strike,Dockers walk out at dawn,2022-01-12\n';
      await app.api('POST', '/events/import', { as: curator, body: { csv } });
      const found = async (q: string) =>
        (await app.api('GET', `/events?q=${q}`, { as: curator })).json<{ items: unknown[] }>().items.length;
      expect(await found('HARBOUR')).toBe(1);
      expect(await found('dockers')).toBe(1);
      expect(await found('%25')).toBe(0);
    });

    it('read twice makes each event once', async () => {
      const csv = 'title,publishedAt\nSnow in the Alps,2022-01-10\nRain in Spain,2022-01-11\n';
      const send = async () =>
        (await app.api('POST', '/events/import', { as: curator, body: { csv } })).json<
          Record<string, number>
        >();
      expect(await send()).toEqual({ created: 2, existing: 0 });
      expect(await send()).toEqual({ created: 0, existing: 2 });
    });
  });

  describe('a review', () => {
    let propositionId: string;
    const body = (leaseId: string, change: Record<string, unknown> = {}) => ({
      leaseId,
      answer: 'OCCURRED',
      occurredOn: '2022-02-21',
      evidence: [{ url: 'https://example.org/a', stance: 'supports' }],
      ...change,
    });
    const lease = async (as: TestPerson) =>
      (await app.api('POST', `/propositions/${propositionId}/lease`, { as, body: {} })).json<{
        leaseId: string;
      }>().leaseId;
    const submit = (as: TestPerson, sent: unknown) =>
      app.api('POST', `/propositions/${propositionId}/reviews`, { as, body: sent });

    beforeAll(async () => {
      await app.api('POST', '/sources', { as: curator, body: { text: COMMENTARY } });
      const { id: sourceId } = await app.database.direct.source.findFirstOrThrow();
      const candidates = await candidateRepo.listOfSource(sourceId, app.database.direct);
      const candidate = candidates.find(({ quote }) => quote.includes('Recognition'));
      const accepted = await app.api('POST', `/candidates/${candidate?.id ?? ''}/accept`, {
        as: curator,
        body: {
          ...ACCEPTANCE,
          version: candidate?.version,
          statement: 'Russia recognises the Donbass republics',
          probability: { low: 0.55, point: 0.675, high: 0.8, phrase: 'likely', basis: 'words' },
          deadlineOn: '2022-02-28',
        },
      });
      propositionId = accepted.json<{ propositionId: string }>().propositionId;
    });

    it('of what is not due is not asked for', async () => {
      const problem = await refused(
        app.api('POST', `/propositions/${propositionId}/lease`, { as: reviewer, body: {} }),
      );
      expect(problem.code).toBe('REVIEW.NOT_NEEDED');
    });

    it('on somebody else’s lease is refused', async () => {
      await setClock('2022-03-02T09:00:00Z');
      const foreign = await lease(other);
      expect((await refused(submit(reviewer, body(foreign)))).code).toBe('REVIEW.LEASE_FOREIGN');
    });

    it('on an expired lease is refused, and the draft is kept', async () => {
      const leaseId = await lease(reviewer);
      await app.api('PUT', `/propositions/${propositionId}/draft`, {
        as: reviewer,
        body: { note: 'half a thought' },
      });
      await app.database.direct.lease.update({
        where: { id: leaseId },
        data: { expiresAt: new Date(Date.now() - 1) },
      });
      expect((await refused(submit(reviewer, body(leaseId)))).code).toBe('REVIEW.LEASE_EXPIRED');
      const kept = await app.api('GET', `/propositions/${propositionId}/draft`, { as: reviewer });
      expect(kept.json()).toMatchObject({ draft: { note: 'half a thought' } });
    });

    it.each([
      ['OCCURRED without evidence', { evidence: [] }, 'REVIEW.EVIDENCE_MISSING'],
      ['OCCURRED without a day', { occurredOn: null }, 'REVIEW.DATE_MISSING'],
      ['a day after the deadline', { occurredOn: '2022-03-01' }, 'REVIEW.DATE_OUTSIDE_WINDOW'],
      [
        'NOT_OCCURRED without a search note',
        { answer: 'NOT_OCCURRED', occurredOn: null },
        'REVIEW.SEARCH_NOTE_MISSING',
      ],
      ['VOID without a reason', { answer: 'VOID', occurredOn: null }, 'REVIEW.REASON_MISSING'],
      [
        'evidence that is a script',
        { evidence: [{ url: 'javascript:alert(1)', stance: 'supports' }] },
        'INPUT.INVALID',
      ],
      ['a lease that never was', { leaseId: '01920000-0000-7000-8000-000000000000' }, 'REVIEW.NO_LEASE'],
    ])('%s is refused and stores nothing', async (_name, change, code) => {
      const leaseId = await lease(reviewer);
      const before = await everything();
      expect((await refused(submit(reviewer, body(leaseId, change)))).code).toBe(code);
      expect(await everything()).toEqual(before);
    });

    it('is taken once, however often it is sent', async () => {
      const leaseId = await lease(reviewer);
      const answers = await Promise.all([1, 2, 3].map(() => submit(reviewer, body(leaseId))));
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
      expect(await app.database.direct.review.count()).toBe(1);
    });

    it('of a claimant’s own people is refused', async () => {
      const related = await app.addPerson(['reviewer']);
      const claimant = await app.database.direct.claimant.findFirstOrThrow();
      await app.database.direct.userAffiliation.create({
        data: { userId: related.id, claimantId: claimant.id, declaredAt: new Date() },
      });
      const problem = await refused(
        app.api('POST', `/propositions/${propositionId}/lease`, { as: related, body: {} }),
      );
      expect(problem.code).toBe('REVIEW.CONFLICT_OF_INTEREST');
      expect((await app.api('GET', '/inbox', { as: related })).json()).toMatchObject({ items: [] });
    });
  });

  // Last, for what stands before counts on one source.
  describe('a text that can be read all the same', () => {
    it.each([
      [
        'in German',
        'Der Hafen wird im n\u00e4chsten Jahr geschlossen, sagte der B\u00fcrgermeister am Montag.',
        'NOT_ENGLISH',
        'de',
        0,
      ],
      [
        'with tags left in',
        '<html><p>The harbour <b>will</b> close by 2033.</p><p>Nobody&nbsp;minds.</p></html>',
        'MARKUP',
        'en',
        1,
      ],
      [
        'with characters gone wrong',
        'The harbour won\u00e2\u20ac\u2122t open before 2033, the board said.',
        'MOJIBAKE',
        'en',
        1,
      ],
    ])('%s is taken in, with a note that says so', async (_name, text, code, language, candidates) => {
      const answer = await app.api('POST', '/sources', {
        as: curator,
        body: { text, publishedOn: '2031-03-10' },
      });
      expect(answer.statusCode).toBe(201);
      const added = answer.json<{ source: { id: string }; notes: { code: string; message: string }[] }>();
      expect(added.notes).toMatchObject([{ code }]);
      expect(added.notes[0]?.message).toMatch(/^[A-Z].{40,}\.$/);
      const detail = (await app.api('GET', `/sources/${added.source.id}`, { as: curator })).json<{
        language: string;
        notes: unknown;
        snapshot: { text: string };
        candidateList: { quote: string; start: number; end: number }[];
      }>();
      expect(detail).toMatchObject({ language, notes: added.notes });
      expect(detail.candidateList).toHaveLength(candidates);
      for (const { quote, start, end } of detail.candidateList)
        expect(quote).toBe(detail.snapshot.text.slice(start, end));
    });
  });
});

describe('a source whose date was missing', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('is read anew when it gets one: deadlines follow, decisions stay', async () => {
    const curator = await app.addPerson(['curator']);
    const text =
      'The harbour levy will be passed by the end of the year. The mayor will resign within ten days.';
    const added = await app.api('POST', '/sources', { as: curator, body: { text, authors: ['Anna Low'] } });
    const { id } = added.json<{ source: { id: string } }>().source;
    const listed = async () => candidateRepo.listOfSource(id, app.database.direct);
    const [levy, mayor] = await listed();
    expect(levy?.deadline?.deadlineOn ?? null).toBeNull();
    const reject = { version: mayor?.version, reason: 'TOO_VAGUE' };
    await app.api('POST', `/candidates/${mayor?.id ?? ''}/reject`, { as: curator, body: reject });
    const details = {
      title: 'Harbour',
      authors: ['Anna Low'],
      outlet: null,
      publishedOn: '2031-03-10',
      address: null,
    };
    const corrected = await app.api('PUT', `/sources/${id}/metadata`, { as: curator, body: details });
    expect(corrected.json()).toMatchObject({ title: 'Harbour', publishedOn: '2031-03-10' });
    const [readAnew, decided] = await listed();
    expect(readAnew).toMatchObject({
      id: levy?.id,
      state: 'pending',
      deadline: { deadlineOn: '2031-12-31' },
    });
    expect(decided).toMatchObject({ id: mayor?.id, state: 'rejected', rejectReason: 'TOO_VAGUE' });
  });
});
