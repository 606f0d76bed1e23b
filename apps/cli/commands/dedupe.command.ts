import { findCopies, fingerprintText, type TextFingerprint } from '#core/text';
import { eachFile } from './each-file.js';
import { readTextFile } from './read-text-file.js';

/** Prints the pairs of files that are copies of one another, a JSON line each. stdout is data, stderr is talk. */
export async function dedupeCommand(files: readonly string[]): Promise<void> {
  const names: string[] = [];
  const prints: TextFingerprint[] = [];
  await eachFile([...new Set(files)], (file) => {
    const print = fingerprintText(readTextFile(file));
    names.push(file);
    prints.push(print);
  });
  if (names.length < 2) process.stderr.write('Fewer than two texts: there is nothing to compare.\n');
  for (const { a, b, similarity } of findCopies(prints)) {
    const line = { a: names[a], b: names[b], similarity: Math.round(similarity * 10_000) / 10_000 };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}
