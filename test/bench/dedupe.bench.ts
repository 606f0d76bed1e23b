/**
 * Measures how the search for copies grows: ten times the texts take at most twelve times as long (there is a sort in
 * it), and a search among them is shorter than reading them.
 *
 *   node dist/test/bench/dedupe.bench.js
 *
 * Exit code 1 where a level is missed.
 */
import { findCopies, fingerprintText } from '#core/text';
import { measure, Verdict } from './measure.js';

const SCALING_LEVEL = 12;
const WORDS = 600;

/** Invented texts of one outlet: the same 120 words around each; every tenth is a copy of another. */
function makeTexts(count: number): string[] {
  let state = 1;
  const next = (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (state >>> 8) % below;
  };
  const word = (): string => `w${String(Math.min(next(5_000), next(5_000)))}`;
  const words = (length: number): string => Array.from({ length }, word).join(' ');
  const stock = words(120);
  const texts: string[] = [];
  for (let i = 0; i < count; i += 1)
    texts.push(i % 10 === 9 ? `first published elsewhere ${texts[i - 3] ?? ''}` : `${stock} ${words(WORDS)}`);
  return texts;
}

function main(): void {
  const verdict = new Verdict();
  const many = makeTexts(5_000);
  const few = many.slice(0, 500);
  const fewPrints = few.map(fingerprintText);
  const manyPrints = many.map(fingerprintText);
  const [reading = 0, small = 0, large = 0] = measure(
    [
      { name: 'reading', run: () => many.map(fingerprintText) },
      { name: '500 texts', run: () => findCopies(fewPrints) },
      { name: '5,000 texts', run: () => findCopies(manyPrints) },
    ],
    3,
  );
  console.log(
    `5,000 texts of ${String(WORDS)} words: read in ${String(Math.round(reading))} ms, ${String(findCopies(manyPrints).length)} pairs found in ${String(Math.round(large))} ms`,
  );
  verdict.judge('time of ten times the texts', large / small, SCALING_LEVEL, false);
  process.exitCode = verdict.exitCode();
}

main();
