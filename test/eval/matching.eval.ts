/**
 * How well events find their propositions, against plain BM25 in the same run.
 * `node dist/test/eval/matching.eval.js [--shared DIR]`; DIR (default ../shared) holds data/news-claims.
 * Its news snippets are the press's: they are read from there and never printed or copied.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  MATCHER_VERSION,
  MATCH_THRESHOLDS,
  buildTermStatistics,
  createEventMatcher,
  type MatchableEvent,
  type MatchableProposition,
} from '#core/matching';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const eventSchema = z.object({ id: z.string(), title: text, summary: text, publishedAt: z.string() });
const propositionSchema = z.object({
  id: z.string(),
  statement: z.string(),
  criteria: z.string(),
  deadline: z.string().nullable(),
});

type Grades = ReadonlyMap<string, ReadonlyMap<string, number>>;
interface ReadEvent extends MatchableEvent {
  readonly id: string;
}
interface Ranking {
  readonly id: string;
  readonly score: number;
}
type Ranker = (event: ReadEvent) => readonly Ranking[];

function readLines<T>(file: string, schema: { parse(value: unknown): T }): T[] {
  const lines = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

function readGrades(file: string): Grades {
  const grades = new Map<string, Map<string, number>>();
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const [event, , proposition, grade] = line.trim().split('\t');
    if (event === undefined || proposition === undefined) continue;
    const ofEvent = grades.get(event) ?? new Map<string, number>();
    grades.set(event, ofEvent.set(proposition, Number(grade)));
  }
  return grades;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Plain BM25 (k1 1.2, b 0.75) over statement and criteria; the event's title and summary are the query. */
function bm25(propositions: readonly MatchableProposition[]): Ranker {
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

/** P@1, R@5 and MAP@20 over the events that have a grade-2 proposition. */
function rankingFigures(rank: Ranker, events: readonly ReadEvent[], grades: Grades): string {
  const sums = { p1: 0, r5: 0, map: 0, n: 0 };
  for (const event of events) {
    const ofEvent = grades.get(event.id);
    const relevant = new Set([...(ofEvent ?? [])].filter(([, grade]) => grade === 2).map(([id]) => id));
    if (relevant.size === 0) continue;
    const hits = rank(event)
      .slice(0, 20)
      .map(({ id }) => relevant.has(id));
    let found = 0;
    hits.forEach((isHit, index) => {
      if (!isHit) return;
      found += 1;
      sums.map += found / (index + 1) / relevant.size;
    });
    sums.n += 1;
    sums.p1 += hits[0] === true ? 1 : 0;
    sums.r5 += hits.slice(0, 5).filter(Boolean).length / relevant.size;
  }
  const mean = (sum: number) => (sum / Math.max(sums.n, 1)).toFixed(3);
  return `P@1 ${mean(sums.p1)}  R@5 ${mean(sums.r5)}  MAP@20 ${mean(sums.map)}  (${String(sums.n)} events)`;
}

/** Precision and recall at a threshold: over judged pairs (grade 1 is wrong), then over all pairs of judged events. */
function thresholdFigures(
  threshold: number,
  rank: Ranker,
  events: readonly ReadEvent[],
  grades: Grades,
): string {
  let right = 0;
  let wrongCopies = 0;
  let unjudged = 0;
  let relevant = 0;
  let shownElsewhere = 0;
  for (const event of events) {
    const ofEvent = grades.get(event.id);
    const shown = rank(event).filter(({ score }) => score >= threshold);
    if (ofEvent === undefined) shownElsewhere += shown.length;
    else {
      relevant += [...ofEvent.values()].filter((grade) => grade === 2).length;
      for (const { id } of shown) {
        const grade = ofEvent.get(id);
        if (grade === 2) right += 1;
        else if (grade === 1) wrongCopies += 1;
        else unjudged += 1;
      }
    }
  }
  const share = (part: number, whole: number) => (whole === 0 ? '  -  ' : (part / whole).toFixed(3));
  const others = events.length - grades.size;
  return [
    `precision ${share(right, right + wrongCopies)} (changed copies wrong)`,
    `${share(right, right + wrongCopies + unjudged)} (unjudged wrong too)`,
    `recall ${share(right, relevant)}`,
    `${share(shownElsewhere, others)} shown per event of the ${String(others)} others`,
  ].join('  ');
}

function main(): void {
  const { values } = parseArgs({ options: { shared: { type: 'string', default: '../shared' } } });
  const folder = path.join(values.shared, 'data', 'news-claims');
  if (!fs.existsSync(path.join(folder, 'qrels.tsv'))) {
    console.error(`No evaluation data at ${path.resolve(folder)}; give its folder with --shared DIR.`);
    process.exitCode = 1;
    return;
  }
  const events: ReadEvent[] = readLines(path.join(folder, 'events.jsonl'), eventSchema).map((e) => ({
    ...e,
    publishedOn: e.publishedAt.slice(0, 10),
    occurredOn: null,
  }));
  const propositions = readLines(path.join(folder, 'propositions.jsonl'), propositionSchema).map((p) => ({
    ...p,
    topics: [],
    windowStartOn: null,
    deadlineOn: p.deadline?.slice(0, 10) ?? null,
    firstClaimOn: null,
  }));
  const grades = readGrades(path.join(folder, 'qrels.tsv'));
  const statements = propositions.map((p) => p.statement);
  const statistics = buildTermStatistics([...statements, ...events.map((e) => `${e.title}\n${e.summary}`)]);
  const asRanker = (matcher: ReturnType<typeof createEventMatcher>): Ranker => {
    return (event) => matcher(event).map((match) => ({ id: match.propositionId, score: match.score }));
  };
  const informed = asRanker(createEventMatcher(propositions, statistics));
  const uninformed = asRanker(createEventMatcher(propositions));
  console.log(`news-claims: ${String(events.length)} events, ${String(propositions.length)} propositions`);
  console.log(`plain BM25                    ${rankingFigures(bm25(propositions), events, grades)}`);
  console.log(`${MATCHER_VERSION}, own statistics     ${rankingFigures(uninformed, events, grades)}`);
  console.log(`${MATCHER_VERSION}, full statistics    ${rankingFigures(informed, events, grades)}`);
  for (const name of ['suggest', 'strong'] as const) {
    const threshold = MATCH_THRESHOLDS[name];
    console.log(
      `${name} >= ${threshold.toFixed(2)}:  ${thresholdFigures(threshold, informed, events, grades)}`,
    );
  }
}

main();
