/**
 * Reads every feed of `shared/data/feeds` (Mark Pilgrim's and Kurt McKee's tests of feedparser) and holds what was read
 * against a count that knows nothing of our reader: elements called `item` or `entry`. Exit code 1 where one crashes,
 * or a well-formed one loses an item or the words of one.
 *
 *   node dist/test/eval/feeds.eval.js [--shared DIR]
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseFeed, type ParsedFeed } from '#platform/feeds';
import { Parser } from 'htmlparser2';

/** How many items there are, and how many of them have words in a title or a text, by a parser of another kind. */
function count(text: string): { items: number; worded: number } {
  let items = 0;
  let worded = 0;
  let isInside = false;
  let words = '';
  const depth: string[] = [];
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (/^(?:item|entry)$/i.test(name)) {
          items += 1;
          isInside = true;
          words = '';
        }
        depth.push(name);
      },
      ontext: (text) => {
        const isWorded = depth.some((name) =>
          /^(?:title|description|summary|body|fullitem|(?:content:)?encoded)$/i.test(name),
        );
        if (isInside && isWorded) words += text;
      },
      onclosetag: (name) => {
        depth.pop();
        if (!/^(?:item|entry)$/i.test(name)) return;
        isInside = false;
        if (/\p{L}/u.test(words.replaceAll(/<[^>]*>/g, ''))) worded += 1;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return { items, worded };
}

/** Runs the comparison; returns the exit code. */
export function runFeedsEval(argv: readonly string[]): number {
  const at = argv.indexOf('--shared');
  const folder = path.join((at === -1 ? undefined : argv[at + 1]) ?? '../shared', 'data', 'feeds');
  if (!fs.existsSync(folder)) {
    console.error(`No feeds at ${folder}. Give the folder that holds data/feeds with --shared DIR.`);
    return 1;
  }
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.xml'));
  const sums = { crashed: 0, complete: 0, items: 0, worded: 0, expected: 0 };
  for (const file of files) {
    const body = fs.readFileSync(path.join(folder, file));
    const expected = count(body.toString('utf8'));
    let feed: ParsedFeed;
    try {
      feed = parseFeed({ body, url: 'https://feeds.example/feed' });
    } catch (error) {
      sums.crashed += 1;
      console.log(`${file}: ${String(error)}`);
      continue;
    }
    const worded = feed.items.filter(({ title, summary }) => `${title}${summary}` !== '').length;
    sums.items += feed.items.length;
    sums.worded += worded;
    sums.expected += expected.items;
    if (feed.items.length === expected.items && worded >= expected.worded) sums.complete += 1;
    else console.log(`${file}: ${JSON.stringify(expected)}, read ${JSON.stringify(feed)}`);
  }
  console.log(
    `Feeds: ${String(files.length - sums.crashed)} of ${String(files.length)} read without a crash`,
  );
  console.log(
    `Items: ${String(sums.items)} of ${String(sums.expected)}, ${String(sums.worded)} with words; complete feeds ${String(sums.complete)} of ${String(files.length)}`,
  );
  return sums.complete === files.length && files.length > 0 ? 0 : 1;
}

process.exitCode = runFeedsEval(process.argv.slice(2));
