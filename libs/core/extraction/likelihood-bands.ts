/** Raised whenever a band or a phrase below changes; stored with every claim. */
export const LEXICON_VERSION = 'icd203-1';

/** Low, high, and (where it is not the middle) the point: probabilities 0-1. */
export interface Band {
  readonly low: number;
  readonly high: number;
  readonly point?: number;
}

/** ICD 203 (US Office of the Director of National Intelligence, 2015), table of likelihood terms. */
export const ICD_203 = {
  almostNoChance: { low: 0.01, high: 0.05 },
  veryUnlikely: { low: 0.05, high: 0.2 },
  unlikely: { low: 0.2, high: 0.45 },
  even: { low: 0.45, high: 0.55 },
  likely: { low: 0.55, high: 0.8 },
  veryLikely: { low: 0.8, high: 0.95 },
  almostCertain: { low: 0.95, high: 0.99 },
} as const satisfies Readonly<Record<string, Band>>;

/** Conventions of this product, outside ICD 203. */
export const OWN_BANDS = {
  /** A plain "will": style rather than calibration, so it is wide, with 90 as its point. */
  will: { low: 0.8, high: 0.99, point: 0.9 },
  willNot: { low: 0.01, high: 0.2, point: 0.1 },
  possible: { low: 0.2, high: 0.55 },
} as const satisfies Readonly<Record<string, Band>>;

/** Adjectives and adverbs that take intensifiers and negation: their own step on the ICD 203 ladder, 1 (lowest) to 7. */
export const SCALE_WORDS: Readonly<Record<string, { readonly step: number; readonly denies: boolean }>> = {
  likely: { step: 5, denies: false },
  probable: { step: 5, denies: false },
  probably: { step: 5, denies: false },
  unlikely: { step: 3, denies: true },
  improbable: { step: 3, denies: true },
  doubtful: { step: 3, denies: true },
  certain: { step: 7, denies: false },
  inevitable: { step: 7, denies: false },
};

/** Move a scale word one step away from even. */
export const INTENSIFIERS: ReadonlySet<string> = new Set([
  'very',
  'highly',
  'extremely',
  'most',
  'exceedingly',
  'overwhelmingly',
  'exceptionally',
  'immensely',
  'so',
  'deeply',
  'vastly',
  'really',
  'especially',
]);

/** Leave it where it is ("quite likely", "rather unlikely"): readers do not agree on a direction. */
export const DOWNTONERS: ReadonlySet<string> = new Set([
  'quite',
  'rather',
  'fairly',
  'somewhat',
  'pretty',
  'reasonably',
  'still',
  'also',
  'now',
  'all',
  'too',
  'at',
  'increasingly',
  'even',
  'just',
  'ever',
  'that',
  'particularly',
  'terribly',
  'remotely',
  'only',
]);

export const NEGATORS: ReadonlySet<string> = new Set([
  'not',
  't',
  'never',
  'no',
  'hardly',
  'scarcely',
  'neither',
  'nor',
  'isn',
  'aren',
  'doesn',
  'don',
]);

/** The ladder that `step` climbs. */
export const LADDER: readonly Band[] = [
  ICD_203.almostNoChance,
  ICD_203.veryUnlikely,
  ICD_203.unlikely,
  ICD_203.even,
  ICD_203.likely,
  ICD_203.veryLikely,
  ICD_203.almostCertain,
];
