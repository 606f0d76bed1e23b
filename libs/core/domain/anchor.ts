/** How a quote stands to a text: found, to be found by a person, or gone. */
export const ANCHOR_STATES = ['ANCHORED', 'AMBIGUOUS', 'ORPHANED'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

/** Why a person is asked although something was found. */
export const REANCHORING_DOUBTS = [
  'several_places',
  'words_that_matter',
  'like_another_passage',
  'poor_fit',
] as const;
export type ReanchoringDoubt = (typeof REANCHORING_DOUBTS)[number];
