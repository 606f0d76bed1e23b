import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { MatchableEvent, MatchableProposition } from '#core/matching';

/** An event with its judged propositions: 2 bears on it, 1 is a changed copy (another actor, thing or number). */
export interface JudgedEvent extends MatchableEvent {
  readonly id: string;
  readonly grades: ReadonlyMap<string, 1 | 2>;
}

export interface MatchingSet {
  readonly name: string;
  readonly events: readonly JudgedEvent[];
  readonly propositions: readonly MatchableProposition[];
}

/** Our own sentences about real events, with what they bear on and what only looks like it. */
const OWN = {
  'own cases': 'test/cases/matching.jsonl',
  'own training': 'test/cases/matching-training.jsonl',
};

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
const grade = z.union([z.literal(1), z.literal(2)]);
const caseSchema = z.object({
  event: eventSchema.omit({ id: true }),
  propositions: z.array(z.object({ statement: z.string(), deadline: z.string(), grade })),
});

/** The development half of news-claims, or null where it is not. Its snippets are the press's: never copied, never printed. */
export function readNewsClaims(shared: string): MatchingSet | null {
  const folder = path.join(shared, 'data', 'news-claims');
  if (!fs.existsSync(path.join(folder, 'qrels.tsv'))) return null;
  const grades = readGrades(path.join(folder, 'qrels.tsv'));
  const events = readLines(path.join(folder, 'events.jsonl'), eventSchema).map((event) =>
    toEvent(event.id, event, grades.get(event.id) ?? new Map()),
  );
  const propositions = readLines(path.join(folder, 'propositions.jsonl'), propositionSchema).map((p) =>
    toProposition(p.id, p.statement, p.criteria, p.deadline),
  );
  return { name: 'news-claims', events, propositions };
}

/** Our own cases: `own cases` are never trained on, `own training` always. */
export function readOwnCases(name: keyof typeof OWN): MatchingSet {
  const cases = readLines(OWN[name], caseSchema);
  const prefix = name.replace(' ', '-');
  const ids = (list: (typeof cases)[number], at: number) =>
    list.propositions.map((p, k) => ({ id: `${prefix}-${String(at)}-${String(k)}`, ...p }));
  return {
    name,
    events: cases.map((one, at) =>
      toEvent(`${prefix}-${String(at)}`, one.event, new Map(ids(one, at).map((p) => [p.id, p.grade]))),
    ),
    propositions: cases.flatMap((one, at) =>
      ids(one, at).map((p) => toProposition(p.id, p.statement, '', p.deadline)),
    ),
  };
}

function toEvent(
  id: string,
  { title, summary, publishedAt }: Omit<z.infer<typeof eventSchema>, 'id'>,
  grades: JudgedEvent['grades'],
): JudgedEvent {
  return { id, title, summary, publishedOn: publishedAt.slice(0, 10), occurredOn: null, grades };
}

function toProposition(
  id: string,
  statement: string,
  criteria: string,
  deadline: string | null,
): MatchableProposition {
  const deadlineOn = deadline?.slice(0, 10) ?? null;
  return { id, statement, criteria, topics: [], windowStartOn: null, deadlineOn, firstClaimOn: null };
}

function readLines<T>(file: string, schema: { parse(value: unknown): T }): T[] {
  const lines = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

function readGrades(file: string): ReadonlyMap<string, ReadonlyMap<string, 1 | 2>> {
  const grades = new Map<string, Map<string, 1 | 2>>();
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const [event, , proposition, value] = line.trim().split('\t');
    if (event === undefined || proposition === undefined) continue;
    const ofEvent = grades.get(event) ?? new Map<string, 1 | 2>();
    grades.set(event, ofEvent.set(proposition, grade.parse(Number(value))));
  }
  return grades;
}
