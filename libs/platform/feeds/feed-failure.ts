/** Why a document is not read as a feed. */
export const FEED_FAULTS = ['EMPTY', 'NOT_A_FEED', 'HTML_PAGE', 'ENTITIES'] as const;
export type FeedFault = (typeof FEED_FAULTS)[number];

/** Thrown for a document as a whole; what is wrong with single items is a note. The message is for people. */
export class FeedFailure extends Error {
  override readonly name = 'FeedFailure';

  constructor(
    readonly fault: FeedFault,
    message: string,
  ) {
    super(message);
  }
}
