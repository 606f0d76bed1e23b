import type { Actor } from '#core/domain';
import { countInbox, isInInbox, listInbox, type Tx } from '#platform/db';
import fc from 'fast-check';
import { ReviewWorld } from '../support/review-world.js';

const NOW = new Date('2022-03-01T12:00:00Z');
const PAST = new Date('2022-02-01T12:00:00Z');
const FUTURE = new Date('2022-04-01T12:00:00Z');
const RUNS = Number(process.env['HISTORY_RUNS'] ?? '15');

/** How a proposition stands. People are indexes into PEOPLE. */
interface State {
  readonly due: 'past' | 'now' | 'future' | 'never';
  readonly recheck: 'past' | 'now' | 'future' | null;
  readonly verdict: 'provisional' | 'final' | 'reopened' | null;
  readonly round: 'open' | 'split' | 'decided' | null;
  readonly wanted: number;
  readonly answered: readonly number[];
  readonly match: 'strong' | 'confirmed' | 'suggest' | 'rejected' | 'handled' | 'predates' | null;
  readonly isDisputed: boolean;
  readonly partial: { readonly by: 'claimant' | 'outlet'; readonly person: number } | null;
}

const PEOPLE = [
  ['reviewer'],
  ['reviewer'],
  ['reviewer', 'lead'],
  ['lead'],
  ['curator', 'reader', 'admin'],
] as const;

const state: fc.Arbitrary<State> = fc
  .record({
    due: fc.constantFrom('past', 'now', 'future', 'never'),
    recheck: fc.option(fc.constantFrom('past', 'now', 'future'), { freq: 1 }),
    verdict: fc.option(fc.constantFrom('provisional', 'final', 'reopened', 'reopened'), { freq: 2 }),
    round: fc.option(fc.constantFrom('open', 'open', 'split', 'decided')),
    wanted: fc.integer({ min: 2, max: 3 }),
    answered: fc.uniqueArray(fc.nat(PEOPLE.length - 1), { maxLength: 3 }),
    match: fc.option(fc.constantFrom('strong', 'confirmed', 'suggest', 'rejected', 'handled', 'predates')),
    isDisputed: fc.boolean(),
    partial: fc.option(
      fc.record({ by: fc.constantFrom('claimant', 'outlet'), person: fc.nat(PEOPLE.length - 1) }),
      { freq: 2 },
    ),
  })
  // A dispute is about a verdict.
  .map((one): State => ({ ...one, isDisputed: one.isDisputed && one.verdict !== null }));

/** Whether a person is asked, read off product.md, section 2, and nothing of the query. */
function isAsked(one: State, person: number): boolean {
  const roles: readonly string[] = PEOPLE[person] ?? [];
  if (one.partial?.person === person) return false;
  if ((one.verdict === 'provisional' || one.verdict === 'final') && !one.isDisputed) return false;
  const underWay = one.round === 'open' || one.round === 'split';
  if (underWay && one.answered.includes(person)) return false;
  // A dispute is heard by people who took no part, in this round or an earlier one.
  if (one.isDisputed && one.round !== null && one.answered.includes(person)) return false;
  if (one.round === 'split') return roles.includes('lead');
  if (!roles.includes('reviewer')) return false;
  if (one.round === 'open' && one.answered.length >= one.wanted) return false;
  const rests = one.recheck === 'future';
  return (
    ((one.due === 'past' || one.due === 'now') && !rests) ||
    (one.recheck !== null && !rests) ||
    one.match === 'strong' ||
    one.match === 'confirmed' ||
    one.isDisputed ||
    (one.verdict === 'reopened' && !rests)
  );
}

class Undo extends Error {}

/** The one query behind list, badge and permission, against what the product says of it. */
describe('the inbox', () => {
  let world: ReviewWorld;
  const people: Actor[] = [];

  beforeAll(async () => {
    world = await ReviewWorld.start();
    for (const roles of PEOPLE) people.push(await world.person(roles));
  });
  afterAll(() => world.stop());

  /** Everything is rolled back at the end. */
  const within = async (work: (tx: Tx) => Promise<void>) => {
    await world.database
      .withTransaction(
        async (tx) => {
          await work(tx);
          throw new Undo();
        },
        { timeoutMs: 60_000 },
      )
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
  };

  it(
    'asks exactly those who are to be asked, in any state of things; list, count and permission agree',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(state, { minLength: 1, maxLength: 12 }), async (states) => {
          await within(async (tx) => {
            const ids: string[] = [];
            for (const one of states) ids.push(await arrange(one, people, tx));
            for (const [index, person] of people.entries()) {
              const expected = ids.filter((_, place) => {
                const one = states[place];
                return one !== undefined && isAsked(one, index);
              });
              const listed = await listInbox(person, { now: NOW, realNow: NOW }, tx);
              expect(listed.map((row) => row.propositionId).sort()).toEqual([...expected].sort());
              expect(await countInbox(person, NOW, tx)).toBe(listed.length);
              for (const id of ids) expect(await isInInbox(person, id, NOW, tx)).toBe(expected.includes(id));
            }
          });
        }),
        { numRuns: RUNS, endOnFailure: RUNS < 20 },
      );
    },
    60_000 + RUNS * 5_000,
  );

  it('gives a reason for everything in it, and “due” only for what has a deadline that passed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(state, { minLength: 4, maxLength: 12 }), async (states) => {
        await within(async (tx) => {
          const byId = new Map<string, State>();
          for (const one of states) byId.set(await arrange(one, people, tx), one);
          for (const person of people)
            for (const row of await listInbox(person, { now: NOW, realNow: NOW }, tx)) {
              const one = byId.get(row.propositionId);
              expect(row.reasons.length).toBeGreaterThan(0);
              if (row.reasons.includes('due')) expect(['past', 'now']).toContain(one?.due);
              if (row.reasons.includes('recheck')) expect(['past', 'now']).toContain(one?.recheck);
              expect(row.reasons.includes('split')).toBe(one?.round === 'split');
              expect(row.reasons.includes('dispute')).toBe(one?.isDisputed);
            }
        });
      }),
      { numRuns: Math.ceil(RUNS / 3), endOnFailure: RUNS < 20 },
    );
  }, 120_000);

  it('hides what is being reviewed by nobody’s lease: a colleague at work is shown, not put in the way', async () => {
    const { propositionId } = await world.claim();
    const [first, second] = people as [Actor, Actor];
    await world.lease(first, propositionId);
    const { items } = await world.inbox.listInbox(second);
    expect(items).toEqual([
      expect.objectContaining({ propositionId, leasedByOthers: true, hasDraft: false }),
    ]);
    expect((await world.inbox.listInbox(first)).items).toEqual([
      expect.objectContaining({ propositionId, leasedByOthers: false }),
    ]);
    expect(await world.inbox.countInbox(second)).toBe(1);
  });
});

const DUE = { past: '2022-01-31', now: '2022-02-28', future: '2022-03-31', never: null } as const;
const DUE_AT = { past: PAST, now: NOW, future: FUTURE, never: null } as const;
const RECHECK_AT = { past: PAST, now: NOW, future: FUTURE } as const;

/** One proposition with one claim, in a state. */
async function arrange(one: State, people: readonly Actor[], tx: Tx): Promise<string> {
  const deadlineOn = DUE[one.due];
  const isOver = one.verdict === 'provisional' || one.verdict === 'final';
  const { id } = await tx.proposition.create({
    data: {
      statement: 'It comes about',
      kind: 'change',
      window: 'by',
      criteria: 'Two agencies report it.',
      zone: 'Europe/Berlin',
      deadlineBasis: deadlineOn === null ? 'none' : 'explicit',
      deadlineOn: deadlineOn === null ? null : new Date(deadlineOn),
      dueAt: DUE_AT[one.due],
      precision: deadlineOn === null ? null : 'day',
      status: isOver ? (one.verdict === 'final' ? 'final' : 'provisional') : 'open',
      recheckAt: one.recheck === null ? null : RECHECK_AT[one.recheck],
      createdAt: PAST,
      openedAt: PAST,
    },
  });
  await arrangeClaim(id, one, people, tx);
  const verdictVersionId = await arrangeVerdicts(id, one, tx);
  await arrangeRound(id, one, people, tx);
  await arrangeMatch(id, one, tx);
  if (one.isDisputed && verdictVersionId !== null)
    await tx.dispute.create({
      data: { propositionId: id, verdictVersionId, kind: 'objection', reason: 'It did not.', raisedAt: PAST },
    });
  return id;
}

async function arrangeClaim(id: string, one: State, people: readonly Actor[], tx: Tx): Promise<void> {
  const outlet = await tx.outlet.create({ data: { name: id, nameKey: id, createdAt: PAST } });
  const claimant = await tx.claimant.create({ data: { kind: 'public_person', name: id, createdAt: PAST } });
  const source = await tx.source.create({
    data: { title: id, language: 'en', intakeKind: 'paste', outletId: outlet.id, createdAt: PAST },
  });
  const hash = id.replaceAll('-', '').padEnd(64, '0');
  const snapshot = await tx.snapshot.create({
    data: {
      sourceId: source.id,
      rawBytes: new TextEncoder().encode(id),
      rawSha256: hash,
      mediaType: 'text/plain',
      text: id,
      textSha256: hash,
      normaliserVersion: 'test',
      takenAt: PAST,
    },
  });
  await tx.claim.create({
    data: {
      propositionId: id,
      snapshotId: snapshot.id,
      claimantId: claimant.id,
      role: 'author',
      basis: 'not_stated',
      saidOn: PAST,
      recordedAt: PAST,
    },
  });
  const partial = one.partial === null ? undefined : people[one.partial.person];
  if (partial === undefined) return;
  await tx.userAffiliation.create({
    data: {
      userId: partial.userId,
      declaredAt: PAST,
      ...(one.partial?.by === 'outlet' ? { outletId: outlet.id } : { claimantId: claimant.id }),
    },
  });
}

async function arrangeVerdicts(id: string, one: State, tx: Tx): Promise<string | null> {
  if (one.verdict === null) return null;
  const first = await tx.verdictVersion.create({
    data: {
      propositionId: id,
      version: 1,
      stage: 'provisional',
      outcome: 'NOT_OCCURRED',
      decision: 'agreement',
      reason: '',
      decidedAt: PAST,
      finaliseDueAt: PAST,
    },
  });
  if (one.verdict === 'provisional') return first.id;
  const second = await tx.verdictVersion.create({
    data: {
      propositionId: id,
      version: 2,
      supersedesId: first.id,
      decidedAt: PAST,
      ...(one.verdict === 'final'
        ? { stage: 'final', outcome: 'NOT_OCCURRED', decision: 'sweep', reason: '', finalAt: PAST }
        : { stage: 'reopened', decision: 'lead', reason: 'contested' }),
    },
  });
  return second.id;
}

async function arrangeRound(id: string, one: State, people: readonly Actor[], tx: Tx): Promise<void> {
  if (one.round === null) return;
  const round = await tx.round.create({
    data: {
      propositionId: id,
      number: 1,
      reason: 'due',
      state: one.round,
      reviewersNeeded: 2,
      answersWanted: one.wanted,
      openedAt: PAST,
      closedAt: one.round === 'decided' ? PAST : null,
    },
  });
  for (const person of one.answered)
    await tx.review.create({
      data: {
        roundId: round.id,
        reviewerId: people[person]?.userId ?? '',
        answer: 'AMBIGUOUS',
        submittedAt: PAST,
      },
    });
}

async function arrangeMatch(id: string, one: State, tx: Tx): Promise<void> {
  if (one.match === null) return;
  const feed = await tx.feed.create({ data: { kind: 'manual', title: id, createdAt: PAST } });
  const event = await tx.eventReport.create({
    data: { feedId: feed.id, externalKey: id, title: 'An event', publishedAt: PAST, receivedAt: PAST },
  });
  await tx.match.create({
    data: {
      eventId: event.id,
      propositionId: id,
      score: 0.9,
      strength: one.match === 'suggest' || one.match === 'confirmed' ? 'suggest' : 'strong',
      reasons: [],
      matcherVersion: 'test',
      state: one.match === 'confirmed' || one.match === 'rejected' ? one.match : 'suggested',
      predatesClaim: one.match === 'predates',
      handledAt: one.match === 'handled' ? PAST : null,
      suggestedAt: PAST,
    },
  });
}
