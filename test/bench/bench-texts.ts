import fs from 'node:fs';
import path from 'node:path';
import { parseHeaderLines } from '#core/text';

/** Real texts where there are any beside the checkout, else the sample corpus. */
export function readBenchTexts(shared: string): { readonly from: string; readonly texts: readonly string[] } {
  const folders = [path.join(shared, 'seeds'), path.join(shared, 'texts')].filter((folder) =>
    fs.existsSync(folder),
  );
  const chosen = folders.length > 0 ? folders : ['prisma/seed/corpus/texts'];
  const texts = chosen.flatMap((folder) =>
    fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => fs.readFileSync(path.join(folder, name), 'utf8')),
  );
  return {
    from: chosen.join(', '),
    texts: texts.map((text) => text.slice(parseHeaderLines(text).bodyStart)),
  };
}

/** Text that is made to be slow on: a pattern, repeated up to a size in characters. */
export const HOSTILE: readonly (readonly [string, string])[] = [
  ['open brackets', '('],
  ['open quotes', '\u201c'],
  ['"will "', 'will '],
  ['words without a full stop', 'the harbour will close and '],
  ['no blanks', 'thewillharbourclose'],
  ['cues', 'if it will, when may, unless might be likely to expect '],
  ['commas', ', '],
  ['full stops', '. '],
  ['initials', 'J. K. U.S. Mr. No. 5 '],
  ['digits', '5% 1 in 2 to 3-4:5 50%-'],
  ['parts of time', 'by the end of the middle of the '],
  ['combining marks', 'a\u0301\u0323\u0301\u0323'],
  ['emoji', '\u{1F600}'],
  ['tags', '<b><a href='],
  ['first bytes of mojibake', '\u00e2\u20ac'],
  ['lines of a wrapped mail', 'the harbour of the town will close for good and nobody who\nlives there '],
  ['short lines', 'Rents fall\n'],
  ['nested quotes', '("['],
];

export function repeatTo(pattern: string, characters: number): string {
  return pattern.repeat(Math.ceil(characters / pattern.length));
}
