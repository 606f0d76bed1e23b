import { type BoardKind, BOARD_KINDS, calendarDateIn, hasProfile } from '#core/domain';
import {
  bandOf,
  BoardDrafter,
  buildBoard,
  computeStatistics,
  DEFAULT_METHOD,
  type LedgerClaim,
  scoreBand,
  wholeBoard,
} from '#core/scoring';
import { boardRepo, claimantRepo, readClaimLedger } from '#platform/db';
import fc from 'fast-check';
import { type Act, FULL_HISTORY, histories, HistoryPlayer } from '../support/random-history.js';
import { ReviewWorld, ZONE } from '../support/review-world.js';
import { scratchLedger } from '../support/scratch-ledger.js';

/** More for a night: HISTORY_RUNS=300. */
const RUNS = Number(process.env['HISTORY_RUNS'] ?? '3');

/**
 * What is kept of claimants is never brought up to date by a difference: after any history it is what a computation from
 * all claims and all final verdicts gives, to the last bit.
 */
describe('kept numbers equal a recomputation from scratch', () => {
  it('in a history with series, conditions, retrospective claims, a split, a merge and verdicts taken back', async () => {
    const { applied, series } = await playAndCompare(FULL_HISTORY);
    // Otherwise the history would prove nothing.
    expect(FULL_HISTORY.filter((act) => !applied.has(act))).toEqual([]);
    expect(series).toBeGreaterThan(3);
  });

  it(
    'after any history',
    async () => {
      await fc.assert(
        fc.asyncProperty(histories, async (history) => {
          await playAndCompare(history);
        }),
        { numRuns: RUNS, endOnFailure: RUNS < 10 },
      );
    },
    60_000 + RUNS * 20_000,
  );
});

/** The acts that applied, and the most scored series that were kept at any time. */
async function playAndCompare(history: readonly Act[]): Promise<{ applied: Set<Act>; series: number }> {
  const world = await ReviewWorld.start();
  const applied = new Set<Act>();
  let series = 0;
  try {
    const player = await HistoryPlayer.in(world);
    for (const act of history) {
      if (!(await player.play(act))) continue;
      applied.add(act);
      if (act.do === 'finalise' || act.do === 'reopen' || act.do === 'merge')
        series = Math.max(series, await compareStatistics(world));
      if (act.do === 'board') for (const kind of BOARD_KINDS) await compareBoard(world, kind);
    }
    await compareStatistics(world);
    await compareClaimScores(world);
    await rebuildBoards(world);
    return { applied, series };
  } finally {
    await world.stop();
  }
}

const NUMBERS = [
  'n',
  'sumBrier',
  'sumBrierLow',
  'sumBrierHigh',
  'sumLogScore',
  'sumSkill',
  'sumSkillSquared',
  'hits',
  'referenceHits',
  'families',
  'texts',
] as const;
const COUNTS = [
  'pending',
  'beforeDeadline',
  'void',
  'ambiguous',
  'conditionUnmet',
  'unscoreable',
  'retrospective',
] as const;

/** Returns how many series are scored in what is kept. */
async function compareStatistics(world: ReviewWorld): Promise<number> {
  const tx = world.database.direct;
  const ledger = await scratchLedger(tx);
  const kept = await tx.claimantStatistic.findMany();
  for (const row of kept) {
    const fresh = computeStatistics(row.claimantId, ledger, calendarDateIn(row.computedAt, ZONE), row.track);
    // Claims that came after the last verdict are counted by the next one; what is scored never waits for it.
    const compared = row.computedAt.getTime() === world.now.getTime() ? [...NUMBERS, ...COUNTS] : NUMBERS;
    expect(pick(row, compared)).toEqual(pick(fresh, compared));
  }
  const known = new Set(kept.map((row) => row.claimantId));
  const settled = ledger.filter(({ settlement }) => settlement.kind === 'scored');
  expect(settled.filter((claim) => !known.has(claim.claimantId))).toEqual([]);
  expect(await world.standings.findDrift()).toEqual([]);
  return kept.reduce((sum, { n }) => sum + n, 0);
}

async function compareBoard(world: ReviewWorld, kind: BoardKind): Promise<void> {
  const tx = world.database.direct;
  const board = await boardRepo.findNewest({ filter: wholeBoard(kind), asOn: null }, tx);
  expect(board?.asOf).toEqual(world.now);
  const ledger = await scratchLedger(tx);
  const names = new Map((await listNames(world)).map(({ id, name }) => [id, name]));
  const drafter = new BoardDrafter(DEFAULT_METHOD, calendarDateIn(world.now, ZONE), 'live');
  for (const [subjectId, claims] of await subjectsOf(world, kind, ledger))
    drafter.add({ subjectId, name: names.get(subjectId) ?? '' }, claims);
  const draft = drafter.draft();
  expect(board?.totals).toEqual(draft.totals);
  expect(await boardRepo.listStandings(board?.id ?? '', world.database.direct)).toEqual(buildBoard(draft));
}

/** Claims by who is ranked: people with a profile and what they said, outlets and what their own wrote in them. */
async function subjectsOf(
  world: ReviewWorld,
  kind: BoardKind,
  ledger: readonly LedgerClaim[],
): Promise<Map<string, LedgerClaim[]>> {
  const people = await claimantRepo.listByIds(
    [...new Set(ledger.map((claim) => claim.claimantId))],
    world.database.direct,
  );
  const listed = new Set(people.filter((person) => hasProfile(person.kind)).map(({ id }) => id));
  const subjects = new Map<string, LedgerClaim[]>();
  for (const claim of ledger) {
    const isOwn =
      kind === 'claimants'
        ? claim.role !== 'outlet' && listed.has(claim.claimantId)
        : claim.role !== 'speaker' && claim.outletId !== null;
    const id = kind === 'claimants' ? claim.claimantId : (claim.outletId ?? '');
    if (isOwn) subjects.set(id, [...(subjects.get(id) ?? []), claim]);
  }
  return subjects;
}

async function listNames(world: ReviewWorld): Promise<{ id: string; name: string }[]> {
  const { claimant, outlet } = world.database.direct;
  return [...(await claimant.findMany()), ...(await outlet.findMany())];
}

/** Every board there ever was comes out of the log again as it was. */
async function rebuildBoards(world: ReviewWorld): Promise<void> {
  const boards = await world.database.direct.board.findMany({ orderBy: { id: 'asc' } });
  for (const { id, kind, asOfAt } of boards) {
    if (kind === 'reviewers') continue;
    const again = await world.standings.computeBoard({ filter: wholeBoard(kind), asOn: null }, asOfAt);
    expect(again.standings).toEqual(await boardRepo.listStandings(id, world.database.direct));
  }
}

/** Each claim under its final verdict: settled and scored as the ledger has it now, conditions included. */
async function compareClaimScores(world: ReviewWorld): Promise<void> {
  const tx = world.database.direct;
  const ledger = await readClaimLedger('all', null, tx);
  const finals = await tx.verdictVersion.findMany({ where: { stage: 'final', supersededBy: null } });
  const kept = await tx.claimScore.findMany({
    where: { verdictVersionId: { in: finals.map(({ id }) => id) } },
  });
  const settled = new Set(finals.map(({ propositionId }) => propositionId));
  const expected = ledger.filter(({ propositionId }) => settled.has(propositionId)).map(toExpectedScore);
  const actual = kept.map(({ claimId, settlement, settlementVoidReason, brier }) => ({
    claimId,
    settlement,
    settlementVoidReason,
    brier,
  }));
  expect(actual.sort(byClaim)).toEqual(expected.sort(byClaim));
}

function toExpectedScore(claim: LedgerClaim) {
  const { settlement } = claim;
  const band = bandOf(claim);
  const counts =
    ['number', 'words', 'unhedged'].includes(claim.basis) &&
    claim.kind !== 'quantity' &&
    claim.deadlineOn !== null;
  return {
    claimId: claim.claimId,
    settlement: settlement.kind,
    settlementVoidReason: settlement.kind === 'void' ? settlement.reason : null,
    brier:
      settlement.kind === 'scored' && counts && band !== null
        ? scoreBand(band, settlement.outcome).brier
        : null,
  };
}

const byClaim = (a: { claimId: string }, b: { claimId: string }) => a.claimId.localeCompare(b.claimId);

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}
