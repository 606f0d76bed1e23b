import type { Reading } from './likelihood-bands.js';

/** Words of likelihood in a text: from the first to before the last word, and what they say. The flags are the lexicon's. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly reading: Reading;
  readonly denied?: Reading | null | undefined;
  readonly isWeak?: boolean | undefined;
  readonly isFrame?: boolean | undefined;
  readonly isModal?: boolean | undefined;
}

/** A hit without flags of the lexicon, in the same shape as one with them: code that reads both stays fast. */
export const plainHit = (hit: Pick<Hit, 'from' | 'to' | 'reading' | 'denied' | 'isWeak'>): Hit => ({
  from: hit.from,
  to: hit.to,
  reading: hit.reading,
  denied: hit.denied,
  isWeak: hit.isWeak,
  isFrame: undefined,
  isModal: undefined,
});
