/**
 * How well events find their propositions, beside plain BM25 in the same run.
 * `npm run eval:matching [-- --shared DIR]`; DIR (default ../shared) holds data/news-claims. Its news snippets are the
 * press's: they are read from there and never printed or copied. "Left out": each event is scored by weights, and its
 * thresholds are chosen, without it and without its propositions.
 */
import { parseArgs } from 'node:util';
import {
  MATCHER_VERSION,
  MATCH_THRESHOLDS,
  MATCH_WEIGHTS,
  buildTermStatistics,
  createEventMatcher,
  type MatchableEvent,
  type MatchableProposition,
} from '#core/matching';
import { type MatchingSet, readNewsClaims, readOwnCases } from './matching-data.js';
import {
  chooseThresholds,
  gradesOf,
  rankingFigures,
  type RankingFigures,
  type ThresholdFigures,
  thresholdFigures,
} from './matching-figures.js';
import { describeSet, scoreEvent, scoreLeftOut, type ScoredEvent } from './matching-learning.js';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Plain BM25 (k1 1.2, b 0.75) over statement and criteria; the event's title and summary are the query. */
function bm25(
  propositions: readonly MatchableProposition[],
): (event: MatchableEvent) => readonly { readonly id: string; readonly score: number }[] {
  const documents = propositions.map((p) => {
    const words = wordsOf(`${p.statement} ${p.criteria}`);
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return { id: p.id, length: words.length, counts };
  });
  const frequency = new Map<string, number>();
  for (const { counts } of documents)
    for (const w of counts.keys()) frequency.set(w, (frequency.get(w) ?? 0) + 1);
  const average = documents.reduce((sum, d) => sum + d.length, 0) / Math.max(documents.length, 1);
  const idf = (n: number) => Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
  return (event) => {
    const query = wordsOf(`${event.title} ${event.summary}`);
    const ranked = documents.map(({ id, length, counts }) => {
      const norm = 1.2 * (0.25 + (0.75 * length) / average);
      let score = 0;
      for (const word of query) {
        const count = counts.get(word) ?? 0;
        if (count > 0) score += (idf(frequency.get(word) ?? 0) * count * 2.2) / (count + norm);
      }
      return { id, score };
    });
    return ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  };
}

function printRanking(name: string, { events, precisionAt1, recallAt5, mapAt20 }: RankingFigures): void {
  const [p, r, m] = [precisionAt1, recallAt5, mapAt20].map((value) => value.toFixed(3));
  console.log(
    `  ${name.padEnd(34)} P@1 ${p ?? ''}  R@5 ${r ?? ''}  MAP@20 ${m ?? ''}  (${String(events)} events)`,
  );
}

function printThreshold(
  name: string,
  { recall, copies, unjudgedPerEvent, precision }: ThresholdFigures,
): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `  ${name.padEnd(34)} ${percent(recall)} of true pairs, ${percent(copies)} of changed copies, ${unjudgedPerEvent.toFixed(2)} unjudged an event; right ${percent(precision)}`,
  );
}

/** Any ranker over a set: what it puts first. */
function rankSet(
  set: MatchingSet,
  rank: (event: MatchableEvent) => readonly { readonly id: string }[],
): RankingFigures {
  const judged = set.events.filter(({ grades }) => [...grades.values()].includes(2));
  return rankingFigures(
    judged.map((event) => ({
      grades: rank(event).map(({ id }) => event.grades.get(id) ?? 0),
      right: [...event.grades.values()].filter((grade) => grade === 2).length,
    })),
  );
}

/** The matcher as it is called: from all propositions of the set, by the weights and thresholds in use. */
function printInUse(set: MatchingSet): void {
  const statistics = buildTermStatistics([
    ...set.propositions.map(({ statement }) => statement),
    ...set.events.map(({ title, summary }) => `${title}\n${summary}`),
  ]);
  const matcher = createEventMatcher(set.propositions, statistics);
  printRanking(
    `${MATCHER_VERSION}, weights in use`,
    rankSet(set, (event) => matcher(event).map(({ propositionId: id }) => ({ id }))),
  );
  const others = set.events.filter(({ grades }) => grades.size === 0);
  if (others.length === 0) return;
  const shown = others.flatMap((event) => matcher(event).filter(({ strength }) => strength !== 'weak'));
  const strong = shown.filter(({ strength }) => strength === 'strong').length;
  console.log(
    `  the ${String(others.length)} other events: ${String(shown.length - strong)} suggested, ${String(strong)} strong, in all`,
  );
}

function printLeftOut(set: MatchingSet): void {
  const folds = scoreLeftOut(describeSet(set), describeSet(readOwnCases('own training')));
  const together = folds.map(({ event, model }) => scoreEvent(model, event));
  const alone = folds.map(({ event, model }) => scoreEvent(model, event, true));
  printRanking(`${MATCHER_VERSION}, left out`, figuresOf(together));
  printRanking('the same, without rivals', figuresOf(alone));
  const strong: ScoredEvent[] = [];
  const suggest: ScoredEvent[] = [];
  for (const scored of together) {
    const chosen = chooseThresholds(together.filter((other) => other !== scored));
    strong.push(cutAt(scored, chosen.strong, 'strongScore'));
    suggest.push(cutAt(scored, chosen.suggest, 'score'));
  }
  printThreshold('strong, left out', thresholdFigures(strong, 0));
  printThreshold('suggest or more, left out', thresholdFigures(suggest, 0));
  printThreshold(
    'strong without rivals',
    thresholdFigures(alone, chooseThresholds(together).strong, 'strongScore'),
  );
}

const cutAt = (
  { event, ranked }: ScoredEvent,
  threshold: number,
  by: 'score' | 'strongScore',
): ScoredEvent => ({
  event,
  ranked: ranked.filter((pair) => pair[by] >= threshold),
});

const figuresOf = (scored: readonly ScoredEvent[]): RankingFigures =>
  rankingFigures(scored.map(({ event, ranked }) => ({ grades: gradesOf(ranked), right: event.right })));

function main(): void {
  const { values } = parseArgs({ options: { shared: { type: 'string', default: '../shared' } } });
  const news = readNewsClaims(values.shared);
  if (news === null) {
    console.error(
      `No data/news-claims in ${values.shared}; give the folder that holds data/ with --shared DIR.`,
    );
    process.exitCode = 1;
    return;
  }
  console.log(
    `news-claims: ${String(news.events.length)} events, ${String(news.propositions.length)} propositions`,
  );
  printRanking('plain BM25', rankSet(news, bm25(news.propositions)));
  printLeftOut(news);
  printInUse(news);
  const own = readOwnCases('own cases');
  const described = describeSet(own).map((event) => scoreEvent(MATCH_WEIGHTS, event));
  console.log(
    `our own cases, never trained on: ${String(own.events.length)} events, ${String(own.propositions.length)} propositions`,
  );
  printRanking('plain BM25', rankSet(own, bm25(own.propositions)));
  printInUse(own);
  printThreshold(
    `strong >= ${String(MATCH_THRESHOLDS.strong)}`,
    thresholdFigures(described, MATCH_THRESHOLDS.strong, 'strongScore'),
  );
  printThreshold(
    `suggest >= ${String(MATCH_THRESHOLDS.suggest)}`,
    thresholdFigures(described, MATCH_THRESHOLDS.suggest),
  );
}

main();
