import type { Actor } from '#core/domain';
import { PromptService } from '#features/notices';
import { FIRST_REVIEW } from '../support/first-review.js';
import { ReviewWorld } from '../support/review-world.js';

const TRACES = ['OCCURRED', '2022-02-17', 'zebra', 'contradicts', '2022-02-18', '"low":true', 'confidence'];

/** Names under which a number of answers could be told. */
const COUNTS = /answersWanted|answers|reviewCount|reviewsCount|answered_?by|evidenceCount/i;

function tracesIn(seen: unknown): string[] {
  const found: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string')
      found.push(...TRACES.filter((trace) => value.includes(trace)).map((trace) => `${path}: ${trace}`));
    else if (value instanceof Date) walk(value.toISOString(), path);
    else if (Array.isArray(value)) value.forEach((item, index) => walk(item, `${path}[${String(index)}]`));
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        if (COUNTS.test(key)) found.push(`${path}.${key}`);
        walk(item, `${path}.${key}`);
      }
  };
  walk(seen, '');
  return found;
}

describe('a reviewer who has not answered', () => {
  let world: ReviewWorld;
  let first: Actor;
  let second: Actor;
  let third: Actor;
  let propositionId: string;

  beforeEach(async () => {
    world = await ReviewWorld.start();
    [first, second, third] = (await world.people(3, ['reviewer', 'lead', 'curator', 'reader'])) as [
      Actor,
      Actor,
      Actor,
    ];
    ({ propositionId } = await world.claim());
  });
  afterEach(() => world.stop());

  /** Everything a reviewer may call, by name. */
  const askEverything = async (who: Actor): Promise<Record<string, unknown>> => {
    const { reviews, inbox, leases } = world;
    const lease = await leases.takeLease(who, propositionId);
    return {
      listInbox: await inbox.listInbox(who),
      countInbox: await inbox.countInbox(who),
      listPropositions: await reviews.listPropositions(who, { state: 'all', limit: 50 }),
      listDue: await reviews.listPropositions(who, { state: 'due', limit: 50 }),
      getProposition: await reviews.getProposition(who, propositionId),
      takeLease: lease,
      getDraft: await reviews.getDraft(who, propositionId),
      saveDraft: await reviews.saveDraft(who, propositionId, { note: 'mine' }),
      getOwnDraft: await reviews.getDraft(who, propositionId),
      releaseLease: await leases.releaseLease(who, lease.leaseId),
    };
  };

  /** The same without what is new at every call. */
  const comparable = (seen: Record<string, unknown>): unknown =>
    JSON.parse(JSON.stringify(seen, (key, value: unknown) => (/leaseId|expiresAt/.test(key) ? null : value)));

  it('finds no trace of the first answer in anything the service tells', async () => {
    await world.answer(first, propositionId, FIRST_REVIEW);
    const seen = await askEverything(second);
    expect(tracesIn(seen)).toEqual([]);
    expect(seen['getProposition']).toMatchObject({
      round: { state: 'open', answered: false, reviews: null },
    });
  });

  it('is told to the letter what would be told if nobody had answered', async () => {
    // Both times somebody has opened the round, typed a draft and left, and the second reviewer has a draft.
    const lease = await world.lease(first, propositionId);
    await world.reviews.saveDraft(first, propositionId, { note: 'zebra-draft', answer: 'OCCURRED' });
    await world.leases.releaseLease(first, lease);
    await askEverything(second);
    const before = comparable(await askEverything(second));
    await world.answer(first, propositionId, FIRST_REVIEW);
    expect(comparable(await askEverything(second))).toEqual(before);
    expect(tracesIn(before)).toEqual([]);
  });

  it('stays blind as the third, after two have disagreed, whatever roles they hold', async () => {
    await world.answer(first, propositionId, FIRST_REVIEW);
    await world.answer(second, propositionId, {
      answer: 'NOT_OCCURRED',
      searchNote: 'zebra-search',
      note: 'zebra-note',
    });
    expect(tracesIn(await askEverything(third))).toEqual([]);
  });

  it('is refused without learning why others would agree or not', async () => {
    await world.answer(first, propositionId, FIRST_REVIEW);
    const lease = await world.lease(second, propositionId);
    const refusals = await Promise.all(
      [{ answer: 'OCCURRED' } as const, { answer: 'VOID' } as const, { answer: 'NOT_OCCURRED' } as const].map(
        (answering) =>
          world.submit(second, propositionId, lease, answering).then(
            () => 'taken',
            (error: unknown) => String(error),
          ),
      ),
    );
    expect(refusals).not.toContain('taken');
    expect(refusals.join(' ')).not.toMatch(/zebra|2022-02-17/);
  });

  it('is prompted by a mail that says nothing of the first answer', async () => {
    await world.answer(first, propositionId, FIRST_REVIEW);
    await world.get(PromptService).promptReviewers();
    const mails = await world.database.direct.notice.findMany({ where: { userId: second.userId } });
    expect(mails).toHaveLength(1);
    expect(tracesIn(mails.map(({ subject, text, html }) => [subject, text, html]))).toEqual([]);
  });

  it('reads in a new round nothing of it, though the answers of the old one were open', async () => {
    await world.answer(first, propositionId, FIRST_REVIEW);
    await world.answer(second, propositionId, FIRST_REVIEW);
    await world.verdicts.reopen(third, propositionId, { reason: 'contested' });
    await world.answer(first, propositionId, { ...FIRST_REVIEW, note: 'quagga-note' });
    const detail = await world.reviews.getProposition(second, propositionId);
    expect(detail.round).toMatchObject({ number: 2, answered: false, reviews: null });
    expect(JSON.stringify(detail)).not.toContain('quagga');
  });

  it('sees all once they have answered, and everybody does once the round is over', async () => {
    await world.answer(first, propositionId, FIRST_REVIEW);
    await world.answer(second, propositionId, { answer: 'AMBIGUOUS' });
    const mine = await world.reviews.getProposition(second, propositionId);
    expect(mine.round?.reviews).toHaveLength(2);
    const theirs = await world.reviews.getProposition(third, propositionId);
    expect(theirs.round?.reviews).toBeNull();
    await world.answer(third, propositionId, { answer: 'AMBIGUOUS' });
    const reader = await world.person(['reader']);
    expect((await world.reviews.getProposition(reader, propositionId)).round?.reviews).toHaveLength(3);
  });

  it('sees a split only as a lead who decides it', async () => {
    await world.answer(first, propositionId, FIRST_REVIEW);
    await world.answer(second, propositionId, { answer: 'AMBIGUOUS' });
    await world.answer(third, propositionId, { answer: 'VOID', voidReason: 'SOURCE_GONE' });
    const lead = await world.person(['lead']);
    const outsider = await world.person(['reviewer', 'curator', 'admin']);
    expect((await world.reviews.getProposition(lead, propositionId)).round?.reviews).toHaveLength(3);
    expect((await world.reviews.getProposition(outsider, propositionId)).round?.reviews).toBeNull();
  });
});
