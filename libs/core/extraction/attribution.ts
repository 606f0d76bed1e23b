import type { ReportKind } from './report-verbs.js';

/** Somebody who is said to say something: the words for them, where their verb stands, and what it can cover. */
export interface Attribution {
  /** Null: the author ("I think"). */
  readonly name: string | null;
  /** Token where the words for the speaker begin. */
  readonly from: number;
  /** Offset in the text of those words. */
  readonly fromAt: number;
  /** Offset in the text of the verb. */
  readonly verbAt: number;
  readonly verbIndex: number;
  /** Token after the verb and a following "that"; what is said begins there unless it stands before. */
  readonly bodyFrom: number;
  /** What is said stands before ("..., he says"; "according to him" at the end). */
  readonly isTrailing: boolean;
  /** What is said follows, goes before, or is all around ("is expected by X to"; "as X said, ..."). */
  readonly covers: 'after' | 'before' | 'all';
  readonly kind: ReportKind;
}
