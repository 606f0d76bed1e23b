import fs from 'node:fs';
import path from 'node:path';
import { AcceptCandidate, DateOn, EvidenceInput, Outcome, RejectReason, VoidReason } from '#contracts/http';
import { ANSWERS } from '#core/domain';
import { packageRoot } from '#platform/db';
import { z } from 'zod';

const StoryLine = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('accept'),
    file: z.string(),
    quote: z.string(),
    proposition: z.string(),
    conditionProposition: z.string().optional(),
    /** Told after its deadline: such a line is left for the visitor, who will find that it cannot be a forecast. */
    retrospective: z.boolean().default(false),
    ...AcceptCandidate.omit({ version: true, propositionId: true, conditionPropositionId: true }).shape,
  }),
  z.object({
    decision: z.literal('reject'),
    file: z.string(),
    quote: z.string(),
    rejectReason: RejectReason,
  }),
]);
export type StoryLine = z.output<typeof StoryLine>;
export type AcceptedLine = Extract<StoryLine, { decision: 'accept' }>;

const ScriptedReview = z.object({
  answer: z.enum(ANSWERS).optional(),
  verdict: Outcome.optional(),
  occurredOn: DateOn.nullable().optional(),
  note: z.string().optional(),
  searchNote: z.string().optional(),
});

const VerdictLine = z.object({
  proposition: z.string(),
  verdict: Outcome.nullable(),
  voidReason: VoidReason.nullable(),
  occurredOn: DateOn.nullable(),
  reviewedOn: DateOn.nullable(),
  evidence: z.array(EvidenceInput),
  searchNote: z.string(),
  stage: z.enum(['final', 'provisional', 'one_review', 'split', 'due', 'open']),
  reviews: z.array(z.looseObject(ScriptedReview.shape)).default([]),
});
export type VerdictLine = z.output<typeof VerdictLine>;

export interface Corpus {
  readonly texts: readonly { file: string; text: string }[];
  readonly eventsCsv: string;
  readonly story: readonly StoryLine[];
  readonly verdicts: readonly VerdictLine[];
}

/** Reads the sample corpus; a line that does not fit is an error that names it. */
export function readCorpus(): Corpus {
  const folder = path.join(packageRoot(), 'prisma', 'seed', 'corpus');
  const texts = fs
    .readdirSync(path.join(folder, 'texts'))
    .sort()
    .map((file) => ({ file, text: fs.readFileSync(path.join(folder, 'texts', file), 'utf8') }));
  return {
    texts,
    eventsCsv: fs.readFileSync(path.join(folder, 'events.csv'), 'utf8'),
    story: readLines(path.join(folder, 'story.jsonl'), StoryLine),
    verdicts: readLines(path.join(folder, 'verdicts.jsonl'), VerdictLine),
  };
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = schema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${file}:${String(index + 1)}: ${z.prettifyError(parsed.error)}`);
    return [parsed.data];
  });
}
