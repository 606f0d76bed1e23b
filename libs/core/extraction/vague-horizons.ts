/**
 * What vague words about time are taken to mean, counted from the day they were said. These are the product's
 * documented defaults (basis `vague`), a convention and not a reading of anyone's mind; where even a convention would
 * be arbitrary ("sooner or later") there is no date at all.
 */
export interface VagueHorizon {
  /** Lower-case words, separated by single blanks. */
  readonly words: string;
  readonly days?: number;
  readonly months?: number;
}

const SOON = { months: 3 };
const OPEN = {};

export const VAGUE_HORIZONS: readonly VagueHorizon[] = [
  ...[
    'any time soon',
    'anytime soon',
    'soon',
    'very soon',
    'sooner than later',
    'sooner rather than later',
    'any time now',
    'anytime now',
    'shortly',
    'as soon as possible',
    'asap',
    'imminently',
    'before long',
    'in short order',
    'any day now',
    'at any moment',
    'in due course',
  ].map((words) => ({ words, ...SOON })),
  ...[
    'in the near future',
    'near future',
    'near term',
    'in the near term',
    'in the immediate future',
    'in the not too distant future',
    'in the not so distant future',
  ].map((words) => ({ words, months: 6 })),
  ...['short term', 'in the short term', 'in the short run', 'over the short term'].map((words) => ({
    words,
    months: 12,
  })),
  ...['medium term', 'in the medium term', 'over the medium term', 'in the mid term'].map((words) => ({
    words,
    months: 60,
  })),
  ...[
    'long term',
    'in the long term',
    'in the long run',
    'over the long term',
    'over the long run',
    'in the longer term',
    'in the longer run',
  ].map((words) => ({ words, months: 120 })),
  ...[
    'in the foreseeable future',
    'for the foreseeable future',
    'within the foreseeable future',
    'over the foreseeable future',
    'the foreseeable future',
    'foreseeable future',
    'sooner or later',
    'eventually',
    'one day',
    'some day',
    'someday',
    'at some point',
    'in time',
    'over time',
    'going forward',
    'from now on',
    'in the future',
    'in future',
    'ultimately',
    'for some time',
    'for a long time',
    'for good',
    'for generations',
    'for years to come',
    'for decades to come',
    'in the end',
    'down the road',
    'down the line',
    'in a generation',
    'in our lifetime',
    'in our lifetimes',
    'in my lifetime',
    'in your lifetime',
    'in their lifetime',
    'within our lifetime',
    'within our lifetimes',
    'within my lifetime',
    'until further notice',
    'for the time being',
    'at a later date',
    'for the duration',
    'one of these days',
    'at some stage',
    'in years to come',
    'in decades to come',
    'for years and years',
    'for a generation',
  ].map((words) => ({ words, ...OPEN })),
];

/** "in the coming days", "over the next weeks": plural units without a number. */
export const COMING_UNITS: ReadonlyMap<string, { readonly days?: number; readonly months?: number }> =
  new Map([
    ['minutes', { days: 0 }],
    ['hours', { days: 1 }],
    ['days', { days: 10 }],
    ['weeks', { days: 56 }],
    ['months', { months: 6 }],
    ['quarters', { months: 12 }],
    ['years', { months: 60 }],
    ['decades', { months: 240 }],
  ]);
