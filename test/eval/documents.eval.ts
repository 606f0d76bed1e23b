/**
 * Wraps the texts of `shared/seeds` and `shared/texts` as web page, PDF and Word document, reads each as intake does, in
 * the process built for it, and holds text (but for white space) and candidates against those of the text itself. Exit
 * code 1 where any differs.
 *
 *   node dist/test/eval/documents.eval.js [--shared DIR]
 */
import fs from 'node:fs';
import path from 'node:path';
import { extractCandidates, readTextMetadata, type TextMeta } from '#core/extraction';
import { normaliseText, parseHeaderLines } from '#core/text';
import { DocumentReader } from '#platform/documents';
import { writeDocx, writePage, writePdf } from '../support/document-files.js';

const FORMS = { html: writePage, pdf: writePdf, docx: writeDocx };
const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function candidatesOf(text: string, meta: TextMeta): string[] {
  return extractCandidates(text, meta)
    .map(({ quote, statement, deadline, probability, claimant }) =>
      JSON.stringify([
        squeeze(quote),
        squeeze(statement),
        deadline?.deadlineOn,
        probability?.point,
        claimant,
      ]),
    )
    .sort();
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `…${a.slice(Math.max(0, at - 30), at + 40)}… / …${b.slice(Math.max(0, at - 30), at + 40)}…`;
}

const missing = (from: readonly string[], all: readonly string[]): string[] =>
  all.filter((one) => !from.includes(one));

/** Runs the comparison; returns the exit code. */
export async function runDocumentsEval(argv: readonly string[]): Promise<number> {
  const at = argv.indexOf('--shared');
  const shared = (at === -1 ? undefined : argv[at + 1]) ?? '../shared';
  const files = ['seeds', 'texts'].flatMap((folder) => {
    const full = path.join(shared, folder);
    if (!fs.existsSync(full)) return [];
    return fs.readdirSync(full).flatMap((name) => (name.endsWith('.txt') ? [path.join(full, name)] : []));
  });
  if (files.length === 0) {
    console.error(`No texts below ${shared}. Give the folder that holds seeds and texts with --shared DIR.`);
    return 1;
  }
  const reader = new DocumentReader();
  const counts = { forms: 0, texts: 0, candidates: 0 };
  for (const file of files) {
    const whole = normaliseText(fs.readFileSync(file, 'utf8'));
    // Lines such as "Title:" at the head of a text file are no part of an article.
    const text = whole.slice(parseHeaderLines(whole).bodyStart);
    const paragraphs = text.split(/\n+/u).filter((line) => line.trim() !== '');
    const { title, author, outlet, publishedOn } = readTextMetadata(whole);
    const meta: TextMeta = {
      title: title ?? '',
      author: author ?? '',
      ...(outlet === null ? {} : { outlet }),
      ...(publishedOn === null ? {} : { publishedOn }),
    };
    const expected = candidatesOf(text, meta);
    for (const [form, write] of Object.entries(FORMS)) {
      const bytes = write({ title: path.basename(file, '.txt'), author: 'Nobody', paragraphs });
      const read = normaliseText((await reader.read({ bytes, name: `a.${form}` })).text);
      const found = candidatesOf(read, meta);
      const isText = squeeze(read) === squeeze(text);
      const lost = missing(found, expected);
      const invented = missing(expected, found);
      const isCandidates = lost.length + invented.length === 0;
      counts.forms += 1;
      counts.texts += Number(isText);
      counts.candidates += Number(isCandidates);
      if (!isText) console.log(`${file} as ${form}: text ${firstDifference(squeeze(text), squeeze(read))}`);
      for (const one of lost) console.log(`${file} as ${form}: lost ${one}`);
      for (const one of invented) console.log(`${file} as ${form}: new ${one}`);
    }
  }
  reader.onApplicationShutdown();
  const { forms, texts, candidates } = counts;
  console.log(
    `${String(files.length)} texts in ${String(forms)} forms: the same text in ${String(texts)}, the same candidates in ${String(candidates)}`,
  );
  return texts === forms && candidates === forms ? 0 : 1;
}

process.exitCode = await runDocumentsEval(process.argv.slice(2));
