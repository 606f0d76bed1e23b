import { type Change, diffArrays, diffWordsWithSpace } from 'diff';

/** A piece of a paragraph; changed where the other text has something else there. */
export interface ComparedPart {
  readonly text: string;
  readonly isChanged: boolean;
}

/** A paragraph of one text beside the one it stands for in the other; null where that has none. */
export interface ComparedRow {
  readonly kind: 'same' | 'changed' | 'removed' | 'added';
  readonly before: readonly ComparedPart[] | null;
  readonly after: readonly ComparedPart[] | null;
}

/** What differs in more paragraphs, or words, is shown as another text, not as an edit. */
const EDITS_AT_MOST = 1_000;
/** Two paragraphs with this share of their words in common are one that was edited. */
const SAME_PARAGRAPH = 0.4;

/**
 * Two versions of a text side by side, paragraph by paragraph, and within an edited paragraph word by word. White space
 * between paragraphs does not count.
 *
 * @returns rows in the order of the texts; `before` of all rows are the paragraphs of one text, `after` of the other
 * @example compareTexts('It will rain.', 'It will snow.')[0]?.kind === 'changed'
 */
export function compareTexts(before: string, after: string): ComparedRow[] {
  const [left, right] = [paragraphsOf(before), paragraphsOf(after)];
  const runs = diffArrays(left, right, { maxEditLength: EDITS_AT_MOST });
  if (runs === undefined) return pairUp(left, right);
  const rows: ComparedRow[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const settle = (): void => {
    rows.push(...pairUp(removed, added));
    removed = [];
    added = [];
  };
  for (const run of runs) {
    if (run.removed) removed.push(...run.value);
    else if (run.added) added.push(...run.value);
    else {
      settle();
      rows.push(
        ...run.value.map((text): ComparedRow => ({ kind: 'same', before: plain(text), after: plain(text) })),
      );
    }
  }
  settle();
  return rows;
}

function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function plain(text: string, isChanged = false): ComparedPart[] {
  return [{ text, isChanged }];
}

/** Paragraphs that were edited beside what became of them, the others alone; both in their order. */
function pairUp(removed: readonly string[], added: readonly string[]): ComparedRow[] {
  const rows: ComparedRow[] = [];
  let next = 0;
  const addUpTo = (end: number): void => {
    for (; next < end; next += 1)
      rows.push({ kind: 'added', before: null, after: plain(added[next] ?? '', true) });
  };
  for (const before of removed) {
    const found = findEdited(before, added, next);
    if (found === null) {
      rows.push({ kind: 'removed', before: plain(before, true), after: null });
      continue;
    }
    addUpTo(found);
    rows.push(compareParagraphs(before, added[found] ?? ''));
    next = found + 1;
  }
  addUpTo(added.length);
  return rows;
}

/** How far ahead an edited paragraph is looked for. */
const LOOK_AHEAD = 20;

function findEdited(before: string, added: readonly string[], from: number): number | null {
  const words = wordsOf(before);
  let best: number | null = null;
  let most = SAME_PARAGRAPH;
  for (let i = from; i < Math.min(added.length, from + LOOK_AHEAD); i += 1) {
    const share = sharedOf(words, wordsOf(added[i] ?? ''));
    if (share > most) [best, most] = [i, share];
  }
  return best;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** 2 * shared / (words of one + words of the other). */
function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function compareParagraphs(before: string, after: string): ComparedRow {
  const runs = diffWordsWithSpace(before, after, { maxEditLength: EDITS_AT_MOST });
  if (runs === undefined) return { kind: 'changed', before: plain(before, true), after: plain(after, true) };
  const side = (isOther: (run: Change) => boolean): ComparedPart[] =>
    runs
      .filter((run) => !isOther(run))
      .map(({ value, added, removed }) => ({ text: value, isChanged: added || removed }));
  return { kind: 'changed', before: side(({ added }) => added), after: side(({ removed }) => removed) };
}
