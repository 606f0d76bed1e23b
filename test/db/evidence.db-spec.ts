import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { EvidenceService } from '#features/review';
import { Clock } from '#platform/clock';
import { SafeFetch } from '#platform/net';
import type { Actor } from '#core/domain';
import { ReviewWorld, yes } from '../support/review-world.js';

/** Addresses given as evidence: looked up on the way out that is safe, and kept with the answer. */
describe('evidence', () => {
  let world: ReviewWorld;
  let server: http.Server;
  let address: string;
  let reviewer: Actor;
  let evidence: EvidenceService;

  beforeAll(async () => {
    world = await ReviewWorld.start();
    reviewer = await world.person(['reviewer']);
    server = http.createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (request.url === '/gone') response.statusCode = 404;
      response.end('<title>Rain</title><meta name="date" content="2022-02-20"><p>It rained.</p>');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const net = new SafeFetch({ allowedNetworks: ['127.0.0.0/8'] });
    evidence = new EvidenceService(world.database, world.get(Clock), net);
  });
  afterAll(async () => {
    server.close();
    await world.stop();
  });

  it('is looked up, and what the page says is kept with the answer, once', async () => {
    const url = `${address}/rain`;
    const preview = await evidence.preview(reviewer, url);
    expect(preview).toMatchObject({ title: 'Rain', publishedOn: '2022-02-20', excerpt: 'It rained.' });
    expect((await evidence.preview(reviewer, url)).copyId).toBe(preview.copyId);
    const { propositionId } = await world.claim();
    const link = { url, stance: 'supports', copyId: preview.copyId } as const;
    await world.answer(reviewer, propositionId, {
      ...yes('2022-02-20'),
      // The second was edited after it had been looked up: the copy is not of it.
      evidence: [link, { ...link, url: `${address}/other` }],
    });
    const kept = await world.database.direct.evidence.findMany({
      where: { review: { round: { propositionId } } },
      include: { copy: true },
      orderBy: { url: 'desc' },
    });
    expect(kept.map(({ copy }) => copy?.text ?? null)).toEqual(['It rained.', null]);
    expect(kept[0]?.copy?.textSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://0x7f.1/',
  ])('at the private address %s is refused without a word to it, and the message says so', async (url) => {
    const strict = new EvidenceService(world.database, world.get(Clock), new SafeFetch());
    await expect(strict.preview(reviewer, url)).rejects.toMatchObject({
      code: 'EVIDENCE.BAD_ADDRESS',
      fields: [{ path: 'url', message: expect.stringMatching(/private|public|not/i) as unknown }],
    });
    expect(await world.database.direct.evidenceCopy.count({ where: { url } })).toBe(0);
  });

  it('that is gone is told as such, and leaves nothing behind', async () => {
    await expect(evidence.preview(reviewer, `${address}/gone`)).rejects.toMatchObject({
      code: 'EVIDENCE.NO_ANSWER',
      message: 'The page answers with 404.',
    });
  });

  it('of a day outside the window, a second time, or by the claimant is refused, and the draft stays', async () => {
    const { propositionId } = await world.claim();
    const lease = await world.lease(reviewer, propositionId);
    await world.reviews.saveDraft(reviewer, propositionId, { note: 'typed' });
    await expect(world.submit(reviewer, propositionId, lease, yes('2022-03-01'))).rejects.toMatchObject({
      code: 'REVIEW.DATE_OUTSIDE_WINDOW',
      fields: [{ path: 'occurredOn' }],
    });
    expect((await world.reviews.getDraft(reviewer, propositionId)).draft).toEqual({ note: 'typed' });
    await world.submit(reviewer, propositionId, lease, yes('2022-02-20'));
    await expect(world.submit(reviewer, propositionId, lease, yes('2022-02-20'))).rejects.toMatchObject({
      code: expect.stringMatching(/^REVIEW\.(?:LEASE_EXPIRED|ALREADY_ANSWERED)$/) as unknown,
    });
    const claimant = await world.database.direct.claimant.findFirstOrThrow();
    const self = await world.person(['reviewer']);
    await world.database.direct.userAffiliation.create({
      data: { userId: self.userId, claimantId: claimant.id, declaredAt: world.now },
    });
    await expect(world.lease(self, propositionId)).rejects.toMatchObject({
      code: 'REVIEW.CONFLICT_OF_INTEREST',
    });
  });

  it('typed before the lease ran out is sent under a new one', async () => {
    const { propositionId } = await world.claim();
    const lease = await world.lease(reviewer, propositionId);
    await world.reviews.saveDraft(reviewer, propositionId, { note: 'typed' });
    const past = new Date(Date.now() - 60_000);
    await world.database.direct.lease.update({
      where: { id: lease },
      data: { takenAt: new Date(past.getTime() - 60_000), expiresAt: past },
    });
    await expect(world.submit(reviewer, propositionId, lease, yes('2022-02-20'))).rejects.toMatchObject({
      code: 'REVIEW.LEASE_EXPIRED',
    });
    expect((await world.reviews.getDraft(reviewer, propositionId)).draft).toEqual({ note: 'typed' });
    const again = await world.lease(reviewer, propositionId);
    expect(again).not.toBe(lease);
    await world.submit(reviewer, propositionId, again, yes('2022-02-20'));
  });
});
