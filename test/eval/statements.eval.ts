/**
 * Samples drafted statements of passages that answer a core answer of the hand-made ones (every n-th, from a seed) and
 * prints them for a person to judge, each with the passage and the answer's own statement. Below, over all of them: how
 * many of the answer's words the statement has and the other way round (F1 over words, lower case, stop words left out),
 * beside the passage itself taken for a statement.
 *
 *   node dist/test/eval/statements.eval.js [--shared DIR] [--part gold|training] [--sample N] [--seed N] [--from NAME]
 */
import type { Candidate } from '#core/extraction';
import { readCorpus } from './corpus.js';
import type { GoldAnswer, Located } from './gold-metric.js';
import { overlaps } from './gold-metric.js';
import { readLabelledText } from './labelled-drafts.js';
import type { PlacedDraft, ReadText } from './labelled-drafts.js';

interface Options {
  readonly shared: string;
  readonly part: string | null;
  readonly sample: number;
  readonly seed: number;
  /** Texts whose name comes at or after this one in the alphabet. */
  readonly from: string;
}

interface Pair {
  readonly text: string;
  readonly candidate: Candidate;
  readonly answer: GoldAnswer & { readonly statement: string; readonly kind?: string };
}

function readOptions(argv: readonly string[]): Options {
  const valueOf = (name: string): string | undefined => {
    const at = argv.indexOf(name);
    return at === -1 ? undefined : argv[at + 1];
  };
  return {
    shared: valueOf('--shared') ?? '../shared',
    part: valueOf('--part') ?? null,
    sample: Number(valueOf('--sample') ?? 40),
    seed: Number(valueOf('--seed') ?? 0),
    from: valueOf('--from') ?? '',
  };
}

/** For every core answer the draft whose place is most like its own; a draft once. */
function pairsOf({ source, drafts, gold }: ReadText): Pair[] {
  const used = new Set<PlacedDraft>();
  return gold.flatMap((answer): Pair[] => {
    if (answer.answer.tier !== 'core') return [];
    const best = bestDraft(drafts, answer);
    if (best === null || used.has(best)) return [];
    used.add(best);
    return [{ text: source.name, candidate: best.draft.read(1), answer: answer.answer as Pair['answer'] }];
  });
}

function bestDraft(drafts: readonly PlacedDraft[], answer: Located): PlacedDraft | null {
  let best: PlacedDraft | null = null;
  let most = 0;
  for (const draft of drafts) {
    if (!overlaps(draft, answer)) continue;
    const shared = Math.min(draft.end, answer.end) - Math.max(draft.start, answer.start);
    const likeness = shared / (Math.max(draft.end, answer.end) - Math.min(draft.start, answer.start));
    if (likeness > most) [best, most] = [draft, likeness];
  }
  return best;
}

const STOP = new Set(
  'a an the of to in on at by for and or is are be has have that which it its this with from as'.split(' '),
);

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP.has(word));
}

/** Harmonic mean of precision and recall of words, each counted as often as it stands. */
function overlapF1(said: string, wanted: string): number {
  const left = new Map<string, number>();
  for (const word of wordsOf(wanted)) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of wordsOf(said)) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared += 1;
      left.set(word, count - 1);
    }
  }
  const total = wordsOf(said).length + wordsOf(wanted).length;
  return total === 0 ? 0 : (2 * shared) / total;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function print(pairs: readonly Pair[], { sample, seed }: Options): void {
  const step = Math.max(1, Math.floor(pairs.length / sample));
  const chosen = pairs.filter((_, i) => i % step === seed % step).slice(0, sample);
  chosen.forEach(({ text, candidate, answer }, i) => {
    console.log(`${String(i + 1)}. ${candidate.quote.replace(/\s+/gu, ' ')}`);
    console.log(`   ${candidate.statement}`);
    const flags = candidate.needsEdit.length === 0 ? '' : `, ${candidate.needsEdit.join(' ')}`;
    console.log(
      `   [${candidate.kind}${candidate.negated ? ', denied' : ''}${flags}]  answer: ${answer.statement} [${answer.kind ?? '-'}]  ${text}`,
    );
  });
}

function summary(pairs: readonly Pair[]): void {
  const own = pairs.map(({ candidate, answer }) => overlapF1(candidate.statement, answer.statement));
  const reference = pairs.map(({ candidate, answer }) => overlapF1(candidate.quote, answer.statement));
  const kinds = pairs.filter(({ answer }) => answer.kind !== undefined);
  const right = kinds.filter(({ candidate, answer }) => candidate.kind === answer.kind).length;
  const changes = kinds.filter(({ answer }) => answer.kind === 'change').length;
  const flagged = pairs.filter(({ candidate }) => candidate.needsEdit.length > 0).length;
  console.log(`\nstatements ${String(pairs.length)}, flagged for editing ${String(flagged)}`);
  console.log(
    `words shared with the answer's statement, F1: ${mean(own).toFixed(3)}; the quote as the statement: ${mean(reference).toFixed(3)}`,
  );
  console.log(`kind right: ${String(right)} of ${String(kinds.length)}; "change" always: ${String(changes)}`);
}

const options = readOptions(process.argv.slice(2));
const pairs = readCorpus(options.shared)
  .filter(
    ({ part, name }) =>
      (options.part === null ? part !== 'held-out' : part === options.part) && name >= options.from,
  )
  .flatMap((text) => pairsOf(readLabelledText(text)));
print(pairs, options);
summary(pairs);
