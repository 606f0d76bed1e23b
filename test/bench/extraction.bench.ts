/**
 * Measures how fast predictions are found, as ratios to a reference in the same run:
 *
 * - beside a bare pass of wink-nlp (tokens with parts of speech) over the same words: at least 0.4 of its speed;
 * - ten times the text takes at most eleven times as long;
 * - so does ten times a text that is made to be slow on, 100 kB against 1 MB.
 *
 *   node dist/test/bench/extraction.bench.js [--shared DIR] [--rounds N] [--only speed|scaling|hostile]
 *
 * Exit code 1 where a level is missed.
 */
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { ItsFunction } from 'wink-nlp';
import { extractCandidates } from '#core/extraction';
import { HOSTILE, readBenchTexts, repeatTo } from './bench-texts.js';
import { measure, Verdict } from './measure.js';

const SPEED_LEVEL = 0.4;
/** The compiler of the engine has seen enough after so many rounds. */
const WARM_UP = 14;
const SCALING_LEVEL = 11;
/** Below this many milliseconds a megabyte is fast whatever the ratio, which is then noise. */
const JUDGED_FROM_MS = 300;
const META = { author: 'Anna Low', publishedOn: '2022-01-17' };

function option(name: string, fallback: string): string {
  const at = process.argv.indexOf(name);
  return (at === -1 ? undefined : process.argv[at + 1]) ?? fallback;
}

function barePass(): (text: string) => void {
  const nlp = winkNLP(model, ['pos']);
  const its = nlp.its as unknown as Record<'value' | 'pos', ItsFunction<string>>;
  return (text) => {
    const tokens = nlp.readDoc(text).tokens();
    tokens.out(its.value);
    tokens.out(its.pos);
  };
}

function judgeSpeed(texts: readonly string[], rounds: number, verdict: Verdict): void {
  const read = barePass();
  const [bare = 0, extraction = 0] = measure(
    [
      { name: 'bare', run: () => texts.forEach(read) },
      { name: 'extraction', run: () => texts.forEach((text) => extractCandidates(text, META)) },
    ],
    rounds,
    WARM_UP,
  );
  const words = texts.reduce((sum, text) => sum + (text.match(/\S+/gu)?.length ?? 0), 0);
  const rate = (ms: number): string => `${Math.round(words / ms)},000 words a second`;
  console.log(`${String(words)} words: wink-nlp ${rate(bare)}, extraction ${rate(extraction)}`);
  verdict.judge('speed, as a share of a bare pass of wink-nlp', bare / extraction, SPEED_LEVEL, true);
}

function judgeScaling(texts: readonly string[], rounds: number, verdict: Verdict): void {
  const once = texts.join('\n\n');
  const ten = Array.from({ length: 10 }, () => once).join('\n\n');
  const [single = 0, tenfold = 0] = measure(
    [
      { name: 'once', run: () => extractCandidates(once, META) },
      { name: 'ten times', run: () => extractCandidates(ten, META) },
    ],
    rounds,
  );
  verdict.judge(
    `time of ten times the text (${once.length} characters)`,
    tenfold / single,
    SCALING_LEVEL,
    false,
  );
}

function judgeHostile(verdict: Verdict): void {
  const opening = 'The harbour will close for good in 2033, the board of the port said on Monday.\n\n';
  for (const [name, pattern] of HOSTILE) {
    const small = opening + repeatTo(pattern, 100_000);
    const large = opening + repeatTo(pattern, 1_000_000);
    const [short = 0, long = 0] = measure(
      [
        { name: 'small', run: () => extractCandidates(small, META) },
        { name: 'large', run: () => extractCandidates(large, META) },
      ],
      1,
    );
    if (long < JUDGED_FROM_MS)
      console.log(`fast     hostile: ${name.padEnd(49)} ${Math.round(long)} ms for 1 MB`);
    else
      verdict.judge(
        `hostile: ${name}, 1 MB in ${Math.round(long)} ms against 100 kB`,
        long / short,
        SCALING_LEVEL,
        false,
      );
  }
}

function main(): void {
  const { from, texts } = readBenchTexts(option('--shared', '../shared'));
  const rounds = Number(option('--rounds', '9'));
  const only = option('--only', '');
  console.log(`Texts: ${String(texts.length)} of ${from}`);
  const verdict = new Verdict();
  if (only === '' || only === 'speed') judgeSpeed(texts, rounds, verdict);
  if (only === '' || only === 'scaling') judgeScaling(texts, Math.min(rounds, 3), verdict);
  if (only === '' || only === 'hostile') judgeHostile(verdict);
  process.exitCode = verdict.exitCode();
}

main();
