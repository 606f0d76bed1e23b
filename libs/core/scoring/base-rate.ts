import type { CalendarDate, Horizon } from '#core/domain';

/** What a base rate is taken from: things of one topic, said about equally far ahead. */
export interface Cell {
  /** '' where there is none. */
  readonly topic: string;
  /** Null where the distance to the deadline is unknown. */
  readonly horizon: Horizon | null;
}

/** A final verdict as it became known, or (`taken` -1) as it was taken back. */
export interface OutcomeRecord extends Cell {
  readonly familyId: string;
  readonly on: CalendarDate;
  readonly outcome: 0 | 1;
  readonly taken: 1 | -1;
}

/** A claim that asks what was known before it. */
export interface BaseRateQuestion extends Cell {
  readonly familyId: string;
  readonly saidOn: CalendarDate;
}

export interface OutcomeCount {
  readonly n: number;
  readonly occurred: number;
}

/** Outcomes of other families known before a claim: of its cell, of its topic whatever the horizon, of everything. */
export interface KnownOutcomes {
  readonly cell: OutcomeCount;
  readonly topic: OutcomeCount;
  readonly all: OutcomeCount;
}

/** So many outcomes of the cell weigh as much as all there is above it. */
export const BASE_RATE_STRENGTH = 10;

/**
 * The share of things that come about, as it could be known before a claim, 0-1. A cell with few outcomes leans on its
 * topic, a topic on everything, and everything on one half: (k + 1) / (n + 2) at the root, (k + strength x parent) /
 * (n + strength) below. Never 0 or 1. Nothing known gives 0.5;
 * 2 of 8 in the cell, the topic and all: all 0.3, topic (2 + 3) / 18 = 0.2778, cell (2 + 2.778) / 18 = 0.2654.
 */
export function baseRate({ cell, topic, all }: KnownOutcomes, strength = BASE_RATE_STRENGTH): number {
  const ofAll = (all.occurred + 1) / (all.n + 2);
  return shrink(cell, shrink(topic, ofAll, strength), strength);
}

function shrink({ n, occurred }: OutcomeCount, parent: number, strength: number): number {
  return (occurred + strength * parent) / (n + strength);
}

/**
 * What was known before each question, for all questions at once: outcomes recorded on an earlier day, those of the
 * question's own family left out. In the order of the questions; linear in both lists but for sorting them.
 */
export function knownBefore(
  records: readonly OutcomeRecord[],
  questions: readonly BaseRateQuestion[],
): KnownOutcomes[] {
  const inTime = [...records].sort((a, b) => compare(a.on, b.on));
  const asked = questions.map((question, index) => ({ question, index }));
  asked.sort((a, b) => compare(a.question.saidOn, b.question.saidOn));
  const known = new OutcomeTally();
  const answers = new Array<KnownOutcomes>(questions.length);
  let next = 0;
  for (const { question, index } of asked) {
    for (
      let record = inTime[next];
      record !== undefined && record.on < question.saidOn;
      record = inTime[next]
    ) {
      known.add(record);
      next += 1;
    }
    answers[index] = known.without(question);
  }
  return answers;
}

/** Outcomes of all other families, whenever they became known: for forecasts without dates. */
export function knownWithoutOwn(
  records: readonly Omit<OutcomeRecord, 'on'>[],
  questions: readonly Omit<BaseRateQuestion, 'saidOn'>[],
): KnownOutcomes[] {
  const known = new OutcomeTally();
  for (const record of records) known.add(record);
  return questions.map((question) => known.without(question));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface MutableCount {
  n: number;
  occurred: number;
}

/** Counts of outcomes by cell, topic and in all, and the same for each family so that it can be left out. */
class OutcomeTally {
  private readonly counts = new Map<string, MutableCount>();

  add({ familyId, topic, horizon, outcome, taken }: Omit<OutcomeRecord, 'on'>): void {
    for (const place of placesOf({ topic, horizon }))
      for (const key of [place, `${place}\0${familyId}`]) {
        const count = this.counts.get(key) ?? { n: 0, occurred: 0 };
        count.n += taken;
        count.occurred += taken * outcome;
        this.counts.set(key, count);
      }
  }

  without({ familyId, ...cell }: Omit<BaseRateQuestion, 'saidOn'>): KnownOutcomes {
    const [ofCell, ofTopic, ofAll] = placesOf(cell).map((place) => {
      const every = this.at(place);
      const own = this.at(`${place}\0${familyId}`);
      return { n: every.n - own.n, occurred: every.occurred - own.occurred };
    }) as [OutcomeCount, OutcomeCount, OutcomeCount];
    return { cell: ofCell, topic: ofTopic, all: ofAll };
  }

  private at(key: string): OutcomeCount {
    return this.counts.get(key) ?? { n: 0, occurred: 0 };
  }
}

/** Keys of the cell, its topic and everything. No text of ours holds a NUL. */
function placesOf({ topic, horizon }: Cell): readonly [string, string, string] {
  return [`c\0${topic}\0${horizon ?? ''}`, `t\0${topic}`, 'a'];
}
