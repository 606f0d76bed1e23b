import type { TextSpan } from '#core/text';

/** From this share of the shorter one on, two stretches speak of the same passage. */
const SAME_FROM = 0.5;

/**
 * How much of the shorter of two stretches lies in the other, 0-1.
 *
 * @example overlapShare({ start: 0, end: 10 }, { start: 5, end: 9 }) // 1
 */
export function overlapShare(a: TextSpan, b: TextSpan): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const shorter = Math.min(a.end - a.start, b.end - b.start);
  return shared <= 0 || shorter <= 0 ? 0 : shared / shorter;
}

/**
 * Matches two lists of stretches of one text, one to one: those that share half of the shorter one or more, the most
 * alike first.
 *
 * @returns for every matched one of `right` its one of `left`
 */
export function matchSpans<L extends TextSpan, R extends TextSpan>(
  left: readonly L[],
  right: readonly R[],
): Map<R, L> {
  const pairs: { a: L; b: R; share: number; likeness: number }[] = [];
  for (const a of left)
    for (const b of right) {
      const share = overlapShare(a, b);
      if (share >= SAME_FROM) pairs.push({ a, b, share, likeness: likeness(a, b) });
    }
  pairs.sort(
    (x, y) => y.likeness - x.likeness || y.share - x.share || x.a.start - y.a.start || x.b.start - y.b.start,
  );
  const taken = new Set<L>();
  const matched = new Map<R, L>();
  for (const { a, b } of pairs) {
    if (taken.has(a) || matched.has(b)) continue;
    taken.add(a);
    matched.set(b, a);
  }
  return matched;
}

/** Shared characters by all characters of the two: 1 for the very same stretch. */
function likeness(a: TextSpan, b: TextSpan): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
