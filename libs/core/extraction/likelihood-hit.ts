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
