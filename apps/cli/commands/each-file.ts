import { toLine } from '../plain-error.js';

/** Does something with each file. One bad file of many is named on stderr, the others go on, and the exit code is 1. */
export async function eachFile(files: readonly string[], work: (file: string) => unknown): Promise<void> {
  for (const file of files) {
    try {
      await work(file);
    } catch (error) {
      process.exitCode = 1;
      const line = toLine(error);
      process.stderr.write(`${line.startsWith(file) ? line : `${file}: ${line}`}\n`);
    }
  }
}
