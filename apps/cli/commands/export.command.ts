import fs from 'node:fs';
import path from 'node:path';
import { CandidateExportService } from '#features/intake';
import { withService } from '../service/service-context.js';

/** What the learner looks for in the folder (test/eval/exported-candidates.ts). */
const CANDIDATES = 'candidates.jsonl';
const TEXTS = 'texts';

/**
 * Every candidate with what was decided about it, one JSON line each, on stdout; into a folder with the texts they
 * stand in, each in a file named by its hash, as the trainer reads them.
 */
export async function exportCandidatesCommand({ out }: { readonly out?: string }): Promise<void> {
  const folder = out === undefined ? null : path.resolve(out);
  if (folder !== null) fs.mkdirSync(path.join(folder, TEXTS), { recursive: true });
  let count = 0;
  await withService(async (app) => {
    const file = folder === null ? null : fs.openSync(path.join(folder, CANDIDATES), 'w');
    try {
      for await (const { text, textSha256, candidates } of app.get(CandidateExportService).readTexts()) {
        const lines = candidates.map((candidate) => `${JSON.stringify(candidate)}\n`).join('');
        count += candidates.length;
        if (file === null || folder === null) {
          process.stdout.write(lines);
          continue;
        }
        fs.writeSync(file, lines);
        fs.writeFileSync(path.join(folder, TEXTS, `${textSha256}.txt`), text);
      }
    } finally {
      if (file !== null) fs.closeSync(file);
    }
  });
  if (folder !== null)
    process.stderr.write(`${String(count)} candidates in ${path.join(folder, CANDIDATES)}\n`);
}
