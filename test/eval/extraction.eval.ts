/**
 * Measures the extractor against hand-made answers (metric: see the README of `shared/gold`), beside a keyword list and
 * beside the best constant answer for every field. The figure to believe is the one where weights and thresholds were
 * learnt without the text they are measured on; the one after training is printed too, and not aimed at.
 *
 *   npm run eval:extraction [-- --shared DIR] [--errors] [--part gold|training|held-out]
 */
import { parseArgs } from 'node:util';
import { extractCandidates } from '#core/extraction';
import { parseHeaderLines, splitSentences } from '#core/text';
import { ATTRIBUTES, describe, newTallies, scoreAttributes } from './attributes.js';
import type { Placed, Tallies } from './attributes.js';
import { readCorpus } from './corpus.js';
import type { CorpusPart } from './corpus.js';
import { chooseThreshold, countsOf, proposeBy, sumCounts, trainOn } from './cross-validation.js';
import { matchAnswers, rates } from './gold-metric.js';
import type { Counts, Matching, Prediction } from './gold-metric.js';
import { readLabelledText } from './labelled-drafts.js';
import type { ReadText } from './labelled-drafts.js';

const KEYWORDS =
  /\b(?:will|won't|would|may|might|could|shall|going to|likely|unlikely|expect(?:s|ed)?|predict(?:s|ed)?|forecast(?:s|ed)?|probably|certain to|doomed|bound to)\b|\d ?%$/iu;
/** Below this a text has too few answers for an F1 of its own to mean much. */
const FEW = 4;

interface Result {
  readonly text: ReadText;
  /** Learnt without this text. */
  readonly unseen: Matching<Placed>;
  readonly trained: Matching<Placed>;
  readonly keywords: Matching<Prediction>;
}

function keywordSentences({ source, offsets }: ReadText): Prediction[] {
  const { text } = source;
  const { bodyStart } = parseHeaderLines(text);
  return splitSentences(text)
    .filter((span) => {
      const said = text.slice(span.start, span.end);
      return span.start >= bodyStart && KEYWORDS.test(said) && !said.endsWith('?');
    })
    .map((span) => ({ start: offsets[span.start] ?? 0, end: offsets[span.end] ?? 0 }));
}

function proposedNow({ source, offsets }: ReadText): Placed[] {
  return extractCandidates(source.text, {})
    .filter(({ tier }) => tier === 'proposed')
    .map((candidate) => ({
      candidate,
      start: offsets[candidate.start] ?? 0,
      end: offsets[candidate.end] ?? 0,
    }));
}

function measure(texts: readonly ReadText[]): Result[] {
  const learnable = texts.filter(({ source }) => source.part !== 'held-out');
  const whole = trainOn(learnable);
  const wholeThreshold = chooseThreshold(learnable, whole);
  return texts.map((text) => {
    const isHeldOut = text.source.part === 'held-out';
    const rest = learnable.filter((other) => other !== text);
    const model = isHeldOut ? whole : trainOn(rest, whole);
    const threshold = isHeldOut ? wholeThreshold : chooseThreshold(rest, model);
    return {
      text,
      unseen: matchAnswers(proposeBy(model, text, threshold), text.gold),
      trained: matchAnswers(proposedNow(text), text.gold),
      keywords: matchAnswers(keywordSentences(text), text.gold),
    };
  });
}

const figure = (value: number): string => value.toFixed(3);

function line(name: string, counts: Counts): string {
  const { recall, precision, f1 } = rates(counts);
  return `${name.padEnd(52)} recall ${figure(recall)}  precision ${figure(precision)}  F1 ${figure(f1)}  (tp ${String(counts.tp)} fn ${String(counts.fn)} fp ${String(counts.fp)})`;
}

function printPart(part: CorpusPart, results: readonly Result[], showErrors: boolean): void {
  const of = results.filter(({ text }) => text.source.part === part);
  if (of.length === 0) return;
  console.log(`\n== ${part}: ${String(of.length)} texts`);
  const tallies = newTallies();
  for (const { text, unseen } of of) {
    console.log(line(text.source.name, countsOf(unseen)));
    const wrong: string[] = [];
    for (const { item, gold } of unseen.truePositives) {
      const attributes = scoreAttributes(item, gold, tallies);
      if (attributes.length > 0) wrong.push(describe(item, gold, attributes));
    }
    if (showErrors) printErrors(unseen, wrong);
  }
  const unseen = sumCounts(of.map((result) => countsOf(result.unseen)));
  const keywords = sumCounts(of.map((result) => countsOf(result.keywords)));
  const how = part === 'held-out' ? 'never trained on' : 'text left out of training';
  console.log(line(`${part}, ${how}`, unseen));
  if (part !== 'held-out')
    console.log(
      line(`${part}, after training on it`, sumCounts(of.map((result) => countsOf(result.trained)))),
    );
  console.log(line(`${part}, keyword list (reference)`, keywords));
  console.log(`F1 / reference F1: ${(rates(unseen).f1 / rates(keywords).f1).toFixed(2)}`);
  printWorst(of);
  printTallies(tallies);
}

function printWorst(results: readonly Result[]): void {
  const low = results.filter(({ text, unseen }) => {
    const core = text.gold.filter(({ answer }) => answer.tier === 'core').length;
    return core >= FEW && rates(countsOf(unseen)).f1 < 0.6;
  });
  console.log(
    `texts with ${String(FEW)} or more core answers under 0.6: ${low.length === 0 ? 'none' : low.map(({ text }) => text.source.name).join(', ')}`,
  );
}

function printTallies(tallies: Tallies): void {
  for (const name of ATTRIBUTES) {
    const { right, constant, total } = tallies[name];
    console.log(
      `${name.padEnd(16)} ${figure(right / total)}   best constant ${figure(constant / total)}   lift ${figure((right - constant) / total)}   (${String(total)} matched)`,
    );
  }
}

function printErrors(matching: Matching<Placed>, wrong: readonly string[]): void {
  for (const item of matching.missed) console.log(`    - missed  ${item.answer.quote.replace(/\s+/gu, ' ')}`);
  for (const { candidate } of matching.wrong)
    console.log(
      `    + wrong   ${figure(candidate.score)} ${candidate.quote.replace(/\s+/gu, ' ')}  {${candidate.cues.map((cue) => cue.code).join(' ')}}`,
    );
  for (const text of wrong) console.log(`    ~ ${text}`);
}

/** Recall on the seeds, quotes that do not stand in the text, false finds in texts that predict nothing. */
function printPromises(results: readonly Result[]): void {
  console.log('\n== promises');
  const seeds = sumCounts(
    results.filter(({ text }) => text.source.name.startsWith('seeds/')).map(({ unseen }) => countsOf(unseen)),
  );
  if (seeds.tp + seeds.fn > 0)
    console.log(`recall of core answers in the seeds, text left out: ${figure(rates(seeds).recall)}`);
  let quotes = 0;
  let broken = 0;
  for (const { text } of results)
    for (const candidate of extractCandidates(text.source.text, {})) {
      quotes += 1;
      if (candidate.quote !== text.source.text.slice(candidate.start, candidate.end)) broken += 1;
    }
  console.log(`quotes not verbatim: ${String(broken)} of ${String(quotes)}`);
  for (const { text, unseen } of results) {
    if (text.gold.some(({ answer }) => answer.tier === 'core')) continue;
    const words = text.source.text.split(/\s+/u).length;
    console.log(
      `false finds per 1,000 words, ${text.source.name}: ${((unseen.wrong.length * 1000) / words).toFixed(2)} (${String(unseen.wrong.length)} in ${String(words)})`,
    );
  }
}

function main(): void {
  const { values } = parseArgs({
    options: {
      shared: { type: 'string', default: '../shared' },
      errors: { type: 'boolean', default: false },
      part: { type: 'string' },
    },
  });
  const corpus = readCorpus(values.shared);
  if (!corpus.some(({ part }) => part === 'gold'))
    console.error(
      `No answers at ${values.shared}/gold/dev.jsonl: our own texts only. Give the folder that holds gold/, seeds/ and texts/ with --shared DIR.`,
    );
  const results = measure(corpus.map(readLabelledText));
  for (const part of ['gold', 'training', 'held-out'] as const)
    if (values.part === undefined || values.part === part) printPart(part, results, values.errors);
  printPromises(results);
}

main();
