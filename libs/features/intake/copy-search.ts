import { Injectable } from '@nestjs/common';
import { findCopies, fingerprintText, type TextFingerprint } from '#core/text';
import { sourceRepo, type Tx } from '#platform/db';
import type { PreparedText } from './text-intake.js';

/** Texts further apart than this are not compared for being copies. */
const COPY_WINDOW_DAYS = 30;
const COPY_COMPARISONS = 200;
/** What is longer than this many runs of words is compared only with texts of some such length: others are no copies. */
const LONG_SHINGLES = 20_000;
/** A copy is at most this many times as long as its original: twice the share in the longer text is at least 0.6. */
const COPY_LENGTHS = 3.4;
/** Of the fingerprints that are kept, in bytes. */
const KEPT_BYTES = 48_000_000;

export interface FoundOriginal {
  readonly id: string;
  readonly similarity: number;
}

/** Finds the stored text that a new one is a copy of, by the rule of `outturn dedupe`. Keeps what it compares by. */
@Injectable()
export class CopySearch {
  private readonly kept = new Map<string, TextFingerprint>();
  private keptBytes = 0;

  async findOriginal(
    prepared: Pick<PreparedText, 'text' | 'textSha256' | 'publishedOn'>,
    tx: Tx,
  ): Promise<FoundOriginal | null> {
    const near = await sourceRepo.listTextsNear(prepared.publishedOn, COPY_WINDOW_DAYS, COPY_COMPARISONS, tx);
    const own = fingerprintText(prepared.text);
    const others: { readonly id: string; readonly print: TextFingerprint }[] = [];
    // One after the other: texts are large, fingerprints less so.
    for (const { id, snapshotId, sha256 } of near) {
      const print = this.kept.get(sha256) ?? this.keep(sha256, await sourceRepo.getText(snapshotId, tx));
      if (isOfSomeLength(own, print)) others.push({ id, print });
    }
    const [best] = findCopies([own, ...others.map(({ print }) => print)], 0).sort(
      (x, y) => y.similarity - x.similarity,
    );
    const original = best === undefined ? undefined : others[best.b - 1];
    return best === undefined || original === undefined
      ? null
      : { id: original.id, similarity: best.similarity };
  }

  /** Forgets what was kept first, when it becomes too much. */
  private keep(sha256: string, text: string): TextFingerprint {
    const print = fingerprintText(text);
    if (!this.kept.has(sha256)) this.keptBytes += sizeOf(print);
    this.kept.set(sha256, print);
    for (const [oldest, old] of this.kept) {
      if (this.keptBytes <= KEPT_BYTES) break;
      this.kept.delete(oldest);
      this.keptBytes -= sizeOf(old);
    }
    return print;
  }
}

function isOfSomeLength(own: TextFingerprint, other: TextFingerprint): boolean {
  const small = Math.min(own.shingles.length, other.shingles.length);
  const large = Math.max(own.shingles.length, other.shingles.length);
  return large <= LONG_SHINGLES || large <= small * COPY_LENGTHS;
}

function sizeOf({ inOrder, shingles }: TextFingerprint): number {
  return inOrder.byteLength + shingles.byteLength;
}
