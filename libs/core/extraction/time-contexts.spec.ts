import fs from 'node:fs';
import path from 'node:path';
import type { Deadline } from '#core/domain';
import { draftCandidates } from './draft-candidates.js';

interface Row {
  readonly name: string;
  readonly title?: string;
  readonly text: string;
  /** Words of the claim; the deadline is that of the shortest candidate with them. */
  readonly claim: string;
  /** The last day, or null where a reader would not infer one. */
  readonly on: string | null;
}

const PUBLISHED = '2031-03-10'; // a Monday

function read({ text, title, claim }: Pick<Row, 'text' | 'title' | 'claim'>): {
  deadline: Deadline | null;
  reason: string;
} {
  const meta = { author: 'Anna Low', publishedOn: PUBLISHED, title: title ?? 'Notes from the coast' };
  const found = draftCandidates(text, meta)
    .map((draft) => draft.read(1))
    .filter(({ quote }) => quote.includes(claim))
    .sort((a, b) => a.quote.length - b.quote.length)[0];
  if (found === undefined) throw new Error(`no candidate with "${claim}"`);
  return {
    deadline: found.deadline,
    reason: found.cues.find(({ code }) => code === 'TIME')?.text ?? '',
  };
}

const rows = fs
  .readFileSync(path.resolve(__dirname, '../../../test/cases/deadline-contexts.jsonl'), 'utf8')
  .split('\n')
  .filter((row) => row !== '')
  .map((row) => JSON.parse(row) as Row);

describe('deadlines from the context of a claim', () => {
  it.each(rows)('$name', (row) => {
    const { deadline } = read(row);
    const isDated = deadline?.basis === 'explicit' || deadline?.basis === 'inferred';
    expect(isDated ? deadline.deadlineOn : null).toBe(row.on);
  });

  it.each([
    ['a heading with a year', 'the heading above', 'for 2033'],
    ['the words that lead in to a list', 'the words that lead in to the list', 'By the end of 2034'],
    ['a title with a year', 'the title', 'for 2032'],
    [
      'an operation on the day that the text keeps coming back to',
      'the event that the text is about',
      'on Thursday',
    ],
    ['a time in front holds for the clauses after it', 'the same sentence', 'By 2040'],
    ['"by then"', 'a time named before, which it points to', 'before 2036'],
    ['a judgement of the claim before', 'the sentence before', 'by September'],
    ['a question asked for the time', 'the question before it', 'by September'],
    ['a year as a noun', 'a date in it', '2045'],
  ])('says where it was taken from: %s', (name, source, phrase) => {
    const row = rows.find((item) => item.name === name);
    if (row === undefined) throw new Error(`no row "${name}"`);
    const { deadline, reason } = read(row);
    expect(deadline).toMatchObject({ basis: 'inferred', phrase, windowStartOn: null });
    expect(reason).toBe(`names no time; taken from ${source}: '${phrase}'`);
  });
});
