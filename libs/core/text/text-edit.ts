import type { TextSpan } from './text-span.js';

/** What is to stand instead of a stretch of a text; '' takes it out. */
export interface TextEdit extends TextSpan {
  readonly replacement: string;
}

/** A text after edits, that still knows where each of its characters comes from. */
export interface EditedText {
  readonly text: string;
  /** The stretch of the source that a stretch of `text` was made of; both in UTF-16 code units. */
  toSource(span: TextSpan): TextSpan;
}

/**
 * Carries out edits, and keeps the way back. Edits that overlap an earlier one are left out. O(n log n) in the number of
 * edits, linear in the length of the text.
 *
 * @example applyEdits('a<b>c', [{ start: 1, end: 4, replacement: '' }]).toSource({ start: 1, end: 2 }) // { start: 4, end: 5 }
 */
export function applyEdits(source: string, edits: readonly TextEdit[]): EditedText {
  const kept = inOrder(edits);
  if (kept.length === 0) return { text: source, toSource: (span) => span };
  const parts: string[] = [];
  // Where each edit begins and ends in the new text.
  const starts: number[] = [];
  const ends: number[] = [];
  let from = 0;
  let length = 0;
  for (const edit of kept) {
    parts.push(source.slice(from, edit.start), edit.replacement);
    starts.push(length + edit.start - from);
    length += edit.start - from + edit.replacement.length;
    ends.push(length);
    from = edit.end;
  }
  parts.push(source.slice(from));
  // The source offset of one character: before the edit it lies behind or in, counted from that edit.
  const locate = (at: number): { readonly start: number; readonly end: number } => {
    const k = lastAtMost(starts, at);
    const edit = kept[k];
    if (edit === undefined) return { start: at, end: at + 1 };
    const behind = at - (ends[k] ?? 0);
    return behind < 0 ? edit : { start: edit.end + behind, end: edit.end + behind + 1 };
  };
  return {
    text: parts.join(''),
    toSource: ({ start, end }) =>
      end <= start ? emptyAt(locate(start).start) : { start: locate(start).start, end: locate(end - 1).end },
  };
}

function emptyAt(at: number): TextSpan {
  return { start: at, end: at };
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < end || edit.end <= edit.start) continue;
    kept.push(edit);
    end = edit.end;
  }
  return kept;
}

/** Index of the last number that is not above `value`, or -1. Of equal ones the last: an edit that left nothing is passed over. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
