import type { MatchWeights } from './match-model.js';

/** Written by "npm run train:matching" from 72 events of news-claims and 40 of our own. */
export const MATCH_WEIGHTS: MatchWeights = {
  version: 'lexical-2',
  floor: 0.01,
  suggest: 0.11,
  strong: 0.61,
  bias: -2.78,
  weights: {
    actorsThere: 1.41,
    common: -0.95,
    eventCovered: 2.46,
    inEvent: 1.88,
    inTitle: 1.84,
    mass: 0.2,
    missingActions: -0.14,
    missingActors: -2.18,
    missingRarest: -1.74,
    missingRarity: -0.87,
    missingWords: -0.5,
    number: 0.04,
    otherCountry: -2.12,
    rival: -3.33,
    subject: 0.99,
    titleCovered: 1.08,
  },
};
