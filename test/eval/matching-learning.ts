import {
  buildTermStatistics,
  comparePairs,
  type ComparedPair,
  type MatchWeights,
  type ReadEvent,
  readEvent,
  readProposition,
  scorePair,
  strongestOf,
  termWeigher,
} from '#core/matching';
import { trainLogisticRegression, type LinearModel, type TrainingRow } from './logistic-regression.js';
import type { MatchingSet } from './matching-data.js';

export interface JudgedPair {
  readonly pair: ComparedPair;
  readonly id: string;
  /** 2 bears on the event, 1 is a changed copy, 0 was not judged. */
  readonly grade: 0 | 1 | 2;
}

/** An event whose propositions were judged, compared with them and with those nearest to it that were not. */
export interface LearningEvent {
  readonly id: string;
  readonly event: ReadEvent;
  readonly pairs: readonly JudgedPair[];
  /** How many of each grade there are, those with nothing in common included. */
  readonly right: number;
  readonly copies: number;
}

export type MatchModel = Pick<MatchWeights, 'bias' | 'weights'>;

/** Propositions not judged for an event that are learnt from: the nearest. Mostly about something else, not always. */
const UNJUDGED = 10;
const UNJUDGED_WEIGHT = 0.3;
const PENALTY = 0.3;

/** What a feature means, as the sign of its weight; a fit that turns one round is made again without it. */
const SIGNS: Readonly<Record<string, 1 | -1>> = {
  inTitle: 1,
  inEvent: 1,
  titleCovered: 1,
  eventCovered: 1,
  pairs: 1,
  missingActors: -1,
  missingWords: -1,
  missingActions: -1,
  actorsThere: 1,
  subject: 1,
  action: 1,
  number: 1,
  nearNumber: 1,
  mass: 1,
  missingRarest: -1,
  missingRarity: -1,
  otherCountry: -1,
  common: -1,
  rival: -1,
};

/** Compares every judged event of a set with all propositions of it; words are weighed by the texts of the set. */
export function describeSet({ events, propositions }: MatchingSet): LearningEvent[] {
  const weigh = rememberWeights(
    termWeigher(
      buildTermStatistics([
        ...propositions.map(({ statement }) => statement),
        ...events.map(({ title, summary }) => `${title}\n${summary}`),
      ]),
    ),
  );
  const read = propositions.map(readProposition);
  return events
    .filter(({ grades }) => [...grades.values()].includes(2))
    .map((source) => {
      const event = readEvent(source);
      const pairs = comparePairs(event, read, weigh).map((pair): JudgedPair => {
        const { id } = pair.proposition.source;
        return { pair, id, grade: source.grades.get(id) ?? 0 };
      });
      const grades = [...source.grades.values()];
      return {
        id: source.id,
        event,
        pairs,
        right: grades.filter((grade) => grade === 2).length,
        copies: grades.filter((grade) => grade === 1).length,
      };
    });
}

function rememberWeights(weigh: (term: string) => number): (term: string) => number {
  const known = new Map<string, number>();
  return (term) => {
    const weight = known.get(term) ?? weigh(term);
    known.set(term, weight);
    return weight;
  };
}

/**
 * Learns weights from events. Each pair is learnt from twice, with and without its rival: a statement must be known by
 * itself too, for its rival may be settled and gone.
 *
 * @param start weights to begin from: a few events less take a few sweeps only; the optimum is the same
 */
export function trainMatcher(
  events: readonly LearningEvent[],
  start: LinearModel | null = null,
): LinearModel {
  const dropped = new Set(
    start === null ? [] : Object.keys(SIGNS).filter((name) => !(name in start.weights)),
  );
  for (;;) {
    const model = trainLogisticRegression(
      events.flatMap((event) => rowsOf(event, dropped)),
      PENALTY,
      start,
    );
    const turned = Object.entries(model.weights).filter(([name, weight]) => weight * (SIGNS[name] ?? 0) < 0);
    if (turned.length === 0) return model;
    for (const [name] of turned) dropped.add(name);
  }
}

function rowsOf({ pairs }: LearningEvent, dropped: ReadonlySet<string>): TrainingRow[] {
  const unjudged = pairs.filter(({ grade }) => grade === 0).slice(0, UNJUDGED);
  return [...pairs.filter(({ grade }) => grade !== 0), ...unjudged].flatMap(({ pair, grade }) => {
    const weight = (grade === 0 ? UNJUDGED_WEIGHT : 1) / 2;
    const label = grade === 2 ? 1 : 0;
    const features = new Map<string, number>(
      Object.entries(pair.features).filter(([name]) => !dropped.has(name)),
    );
    const withRival = new Map([...features, ['rival', pair.rival?.strength ?? 0]] as const);
    return [
      { features, label, weight },
      { features: withRival, label, weight },
    ];
  });
}

export interface ScoredPair extends JudgedPair {
  readonly score: number;
  /** Its score where it may be called strong, else 0. */
  readonly strongScore: number;
}

export interface ScoredEvent {
  readonly event: LearningEvent;
  /** Best first; equal scores by id. */
  readonly ranked: readonly ScoredPair[];
}

/** @param isAlone leaves rivals out: each statement as if no other of its wording were there */
export function scoreEvent(model: MatchModel, event: LearningEvent, isAlone = false): ScoredEvent {
  const ranked = event.pairs
    .map((judged) => {
      const score = scorePair(isAlone ? { ...judged.pair, rival: null } : judged.pair, event.event, model);
      const strongScore = strongestOf(judged.pair, event.event) === 'strong' ? score : 0;
      return { ...judged, score, strongScore };
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return { event, ranked };
}

/**
 * Each event scored by weights that were learnt without it, and so without any of its propositions: a proposition of
 * these sets belongs to one event only.
 *
 * @param always learnt from whatever is left out
 */
export function scoreLeftOut(
  events: readonly LearningEvent[],
  always: readonly LearningEvent[],
): { readonly model: LinearModel; readonly event: LearningEvent }[] {
  const start = trainMatcher([...events, ...always]);
  return events.map((event) => ({
    event,
    model: trainMatcher([...events.filter((other) => other !== event), ...always], start),
  }));
}
