import type { MatchWeights } from './match-model.js';

/** Written by "npm run train:matching" from 72 events of news-claims and 40 of our own. */
export const MATCH_WEIGHTS: MatchWeights = {
  version: 'lexical-4',
  floor: 0.01,
  suggest: 0.1,
  strong: 0.59,
  bias: -2.78,
  weights: {
    actorsThere: 1.42,
    common: -0.95,
    eventCovered: 2.44,
    inEvent: 1.88,
    inTitle: 1.85,
    mass: 0.2,
    missingActions: -0.15,
    missingActors: -2.18,
    missingRarest: -1.74,
    missingRarity: -0.87,
    missingWords: -0.5,
    number: 0.05,
    otherCountry: -2.11,
    rival: -3.33,
    subject: 0.99,
    titleCovered: 1.07,
  },
};
