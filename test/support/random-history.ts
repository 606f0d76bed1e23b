import { addDays, type Actor, calendarDateIn, type CalendarDate, DomainError } from '#core/domain';
import { claimantRepo } from '#platform/db';
import fc from 'fast-check';
import { type Answering, type ClaimWish, NO, type ReviewWorld, yes, ZONE } from './review-world.js';

/** The propositions a history is about; each is opened by the first claim on it. */
const SLOTS = [
  { deadlineOn: '2022-03-10', kind: 'change', window: 'by', family: 'north' },
  // Criteria of its own: as a variant of the one before, its outcome would not be free.
  {
    deadlineOn: '2022-03-31',
    kind: 'change',
    window: 'by',
    family: 'north',
    criteria: 'As counted by the second office.',
  },
  { deadlineOn: '2022-04-20', kind: 'persistence', window: 'throughout', family: '' },
  { deadlineOn: '2022-04-20', kind: 'state', window: 'at', family: 'south' },
  { deadlineOn: '2022-03-20', kind: 'quantity', window: 'by', family: '' },
  { deadlineOn: null, kind: 'change', window: 'by', family: 'south' },
] as const;

const CLAIMANTS = [
  { claimant: 'Ottokar Venn', claimantKind: 'public_person' },
  { claimant: 'Institute of Weather', claimantKind: 'organisation' },
  { claimant: 'Ottokar von Venn', claimantKind: 'public_person' },
  { claimant: 'Some neighbour', claimantKind: 'private_person' },
] as const;

const BANDS = [
  { low: 0.7, point: 0.7, high: 0.7, phrase: '70 %', basis: 'number' },
  { low: 0.05, point: 0.125, high: 0.2, phrase: 'very unlikely', basis: 'words' },
  { low: 0.8, point: 0.9, high: 0.99, phrase: 'will', basis: 'unhedged' },
  { low: 0.2, point: 0.375, high: 0.55, phrase: 'may', basis: 'possibility' },
  { low: null, point: null, high: null, phrase: '', basis: 'not_stated' },
] as const;

const OUTCOMES = ['OCCURRED', 'NOT_OCCURRED', 'AMBIGUOUS', 'VOID'] as const;
type Outcome = (typeof OUTCOMES)[number];

export type Act =
  | {
      readonly do: 'claim';
      readonly slot: number;
      readonly claimant: number;
      readonly band: number;
      /** How long ago it was said. */
      readonly daysAgo: number;
      /** A slot whose proposition is the condition. */
      readonly condition: number | null;
    }
  | { readonly do: 'agree'; readonly slot: number; readonly answer: Outcome | 'TOO_EARLY' }
  | { readonly do: 'split'; readonly slot: number; readonly outcome: Outcome }
  | { readonly do: 'reopen'; readonly slot: number }
  | { readonly do: 'wait'; readonly days: number; readonly hour: number }
  | { readonly do: 'finalise' }
  | { readonly do: 'board' }
  | { readonly do: 'merge' };

const slot = fc.nat(SLOTS.length - 1);

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('claim' as const),
      slot,
      claimant: fc.nat(CLAIMANTS.length - 1),
      band: fc.nat(BANDS.length - 1),
      daysAgo: fc.nat(40),
      condition: fc.option(slot, { freq: 3 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('agree' as const),
      slot,
      answer: fc.constantFrom(
        ...OUTCOMES,
        'OCCURRED' as const,
        'NOT_OCCURRED' as const,
        'TOO_EARLY' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('split' as const), slot, outcome: fc.constantFrom(...OUTCOMES) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const), slot }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      days: fc.nat(16),
      hour: fc.integer({ min: 0, max: 23 }),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: 'finalise' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'board' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'merge' as const }) },
);

/** Some claims first, so that what follows has something to bear on. */
export const histories: fc.Arbitrary<readonly Act[]> = fc
  .array(act, { minLength: 25, maxLength: 60, size: 'max' })
  .map((acts) => [...SLOTS.map(firstClaim), ...acts]);

function firstClaim(_slot: unknown, index: number): Act {
  return { do: 'claim', slot: index, claimant: index % 3, band: index % 3, daysAgo: 20, condition: null };
}

/** What may be refused in a random history: the act does not apply to the state it meets. */
const REFUSALS: ReadonlySet<string> = new Set([
  'PROPOSITION.CLOSED',
  'PROPOSITION.DEADLINE_BEFORE_PUBLICATION',
  'REVIEW.NOT_NEEDED',
  'REVIEW.TOO_EARLY_TO_OCCUR',
  'VERDICT.NOT_FOUND',
]);

/** Plays acts through the services of a world. */
export class HistoryPlayer {
  private readonly slots = new Map<number, string>();

  private constructor(
    private readonly world: ReviewWorld,
    private readonly reviewers: readonly Actor[],
    private readonly lead: Actor,
  ) {}

  static async in(world: ReviewWorld): Promise<HistoryPlayer> {
    const reviewers = await world.people(3, ['reviewer']);
    return new HistoryPlayer(world, reviewers, await world.person(['lead']));
  }

  /** True when the act applied. Every act has an instant of its own. */
  async play(act: Act): Promise<boolean> {
    await this.world.setClock(new Date(this.world.now.getTime() + 1_000));
    try {
      return await this.apply(act);
    } catch (error) {
      if (error instanceof DomainError && REFUSALS.has(error.code)) return false;
      throw error;
    }
  }

  private async apply(act: Act): Promise<boolean> {
    switch (act.do) {
      case 'claim':
        return this.claim(act);
      case 'agree':
        return this.agree(act.slot, act.answer);
      case 'split':
        return this.split(act.slot, act.outcome);
      case 'reopen':
        return this.on(act.slot, (id) =>
          this.world.verdicts.reopen(this.lead, id, { reason: 'The date is contested.' }),
        );
      case 'wait':
        return this.wait(act.days, act.hour);
      case 'finalise':
        return (await this.world.verdicts.finaliseDue()) > 0;
      case 'board':
        return this.world.standings.buildBoards();
      case 'merge':
        return this.merge();
    }
  }

  private async on(index: number, work: (propositionId: string) => Promise<unknown>): Promise<boolean> {
    const id = this.slots.get(index);
    if (id === undefined) return false;
    await work(id);
    return true;
  }

  private async claim(act: Extract<Act, { do: 'claim' }>): Promise<boolean> {
    const { slot: index, condition } = act;
    const wish: ClaimWish = {
      ...(SLOTS[index] ?? SLOTS[0]),
      ...(CLAIMANTS[act.claimant] ?? CLAIMANTS[0]),
      probability: BANDS[act.band] ?? BANDS[0],
      saidOn: addDays(this.today, -act.daysAgo),
      propositionId: this.slots.get(index) ?? null,
      conditionPropositionId: condition === null || condition === index ? null : this.slots.get(condition),
    };
    const { propositionId } = await (SLOTS[index]?.deadlineOn === null
      ? this.world.undatedClaim(wish)
      : this.world.claim(wish));
    this.slots.set(index, propositionId);
    return true;
  }

  private async agree(index: number, answer: Outcome | 'TOO_EARLY'): Promise<boolean> {
    return this.on(index, async (id) => {
      await this.askFor(id);
      for (const reviewer of this.reviewers.slice(0, 2))
        await this.world.answer(reviewer, id, this.answering(index, answer));
    });
  }

  private async split(index: number, outcome: Outcome): Promise<boolean> {
    return this.on(index, async (id) => {
      await this.askFor(id);
      const answers: Answering[] = [
        { answer: 'AMBIGUOUS' },
        { answer: 'TOO_EARLY' },
        this.answering(index, 'VOID'),
      ];
      for (const [place, answering] of answers.entries()) {
        const reviewer = this.reviewers[place];
        if (reviewer !== undefined) await this.world.answer(reviewer, id, answering);
      }
      const { voidReason, occurredOn } = this.answering(index, outcome);
      const dated = SLOTS[index]?.kind === 'persistence' ? null : (occurredOn ?? null);
      // What cannot be decided so yet is decided otherwise: a split is never left over.
      const isEarly = SLOTS[index]?.kind === 'persistence' && outcome === 'OCCURRED' && !this.isOver(index);
      await this.world.verdicts.decideSplit(this.lead, id, {
        outcome: isEarly ? 'AMBIGUOUS' : outcome,
        voidReason: voidReason ?? null,
        occurredOn: dated,
        reason: 'Seen all three.',
        cause: 'evidence',
      });
    });
  }

  private answering(index: number, answer: Outcome | 'TOO_EARLY'): Answering {
    switch (answer) {
      case 'OCCURRED':
        return yes(this.isOver(index) ? (SLOTS[index]?.deadlineOn ?? this.today) : this.today);
      case 'NOT_OCCURRED':
        return { ...NO, impossibleNow: true };
      case 'VOID':
        return { answer, voidReason: 'PREMISE_FALSE' };
      default:
        return { answer };
    }
  }

  /** Sees to it that reviewers are asked; a persistence that cannot be answered yet is refused before it is begun. */
  private async askFor(id: string): Promise<void> {
    const [first] = this.reviewers;
    if (first === undefined || (await this.world.isAsked(first, id))) return;
    if ((await this.world.proposition(id)).status === 'open') await this.world.linkEvent(id);
  }

  private async wait(days: number, hour: number): Promise<boolean> {
    const to = new Date(`${addDays(this.today, days)}T${String(hour).padStart(2, '0')}:30:00Z`);
    if (to <= this.world.now) return false;
    await this.world.setClock(to);
    return true;
  }

  /** "Ottokar von Venn" turns out to be Ottokar Venn, or, the next time, not to be. */
  private async merge(): Promise<boolean> {
    const tx = this.world.database.direct;
    const at = this.world.now;
    const from = await claimantRepo.ensure('Ottokar von Venn', 'public_person', at, tx);
    const to = await claimantRepo.ensure('Ottokar Venn', 'public_person', at, tx);
    const links = await tx.claimantLink.findMany({
      where: { fromId: from.id },
      orderBy: { version: 'desc' },
    });
    const version = links[0]?.version ?? 0;
    const action = links[0]?.action === 'merge' ? 'unmerge' : 'merge';
    await tx.claimantLink.create({
      data: {
        fromId: from.id,
        toId: to.id,
        version: version + 1,
        action,
        reason: 'one person',
        linkedAt: at,
      },
    });
    await this.world.rescoring.rescore([from.id, to.id], `link:${from.id}:${String(version + 1)}`);
    return true;
  }

  private isOver(index: number): boolean {
    const deadlineOn = SLOTS[index]?.deadlineOn ?? null;
    return deadlineOn !== null && deadlineOn < this.today;
  }

  private get today(): CalendarDate {
    return calendarDateIn(this.world.now, ZONE);
  }
}

/** A history in which everything happens that may: a series, a condition, retrospective claims, a verdict taken back. */
export const FULL_HISTORY: readonly Act[] = [
  ...SLOTS.map(firstClaim),
  { do: 'merge' },
  { do: 'claim', slot: 1, claimant: 1, band: 1, daysAgo: 3, condition: 0 },
  { do: 'claim', slot: 1, claimant: 1, band: 2, daysAgo: 0, condition: 0 },
  { do: 'claim', slot: 0, claimant: 2, band: 1, daysAgo: 1, condition: 3 },
  { do: 'claim', slot: 1, claimant: 2, band: 2, daysAgo: 10, condition: null },
  { do: 'wait', days: 12, hour: 9 },
  { do: 'claim', slot: 0, claimant: 3, band: 0, daysAgo: 5, condition: null },
  { do: 'agree', slot: 0, answer: 'OCCURRED' },
  { do: 'split', slot: 3, outcome: 'OCCURRED' },
  { do: 'wait', days: 15, hour: 22 },
  { do: 'finalise' },
  { do: 'board' },
  { do: 'wait', days: 16, hour: 23 },
  { do: 'agree', slot: 1, answer: 'NOT_OCCURRED' },
  { do: 'agree', slot: 4, answer: 'OCCURRED' },
  { do: 'wait', days: 15, hour: 1 },
  { do: 'finalise' },
  { do: 'board' },
  { do: 'reopen', slot: 0 },
  { do: 'board' },
  { do: 'agree', slot: 0, answer: 'NOT_OCCURRED' },
  { do: 'merge' },
  { do: 'board' },
  { do: 'reopen', slot: 3 },
  { do: 'wait', days: 15, hour: 12 },
  { do: 'finalise' },
  { do: 'board' },
];
