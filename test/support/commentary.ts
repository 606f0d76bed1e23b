/** A commentary of our own, by somebody who does not exist. */
export const COMMENTARY = `Title: What the winter holds
Author: Ottokar Venn
Outlet: The Fictional Courier
Date: 2022-01-17
Address: https://example.org/courier/winter

The talks in Geneva ended without a result, and the guns are being counted again.

A full-scale invasion of Ukraine is very unlikely before the end of March. Recognition of the Donbass republics by 28 February 2022 is likely. Nord Stream 2 will not carry gas this year.

Nobody in Brussels has slept well, which is no argument for anything.
`;

/** The fields of an acceptance that a test does not care about. */
export const ACCEPTANCE = {
  claimant: 'Ottokar Venn',
  claimantKind: 'public_person',
  role: 'author',
  kind: 'change',
  window: 'by',
  windowStartOn: null,
  precision: 'day',
  deadlineBasis: 'explicit',
  criteria: 'Counts when it is reported by two independent agencies.',
  sourceOfTruth: 'News agencies',
  statusQuo: 'no',
} as const;
