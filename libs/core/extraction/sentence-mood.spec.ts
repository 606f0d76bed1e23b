import { tokenise } from './nlp.js';
import { moodOf } from './sentence-mood.js';

describe('the mood of a sentence', () => {
  it.each([
    ['Prices fell in the autumn.', 'past'],
    ['The ferry had left before dawn.', 'past'],
    ['She said that rents would fall.', 'other'],
    ['She said that rents had fallen.', 'past'],
    ['She said so.', 'past'],
    ['Prices will fall in the autumn.', 'other'],
    ['Prices fall every autumn.', 'other'],
    ['They have fallen since May.', 'other'],
    ['Tell the bank before you travel.', 'order'],
    ['(2) Tell the bank before you travel.', 'order'],
    ['Never send money to a stranger.', 'order'],
    ['Banks call before they send money.', 'other'],
    ['No cut before the summer.', 'other'],
    ['', 'other'],
  ] as const)('%s: %s', (sentence, mood) => {
    expect(moodOf(tokenise(sentence, { start: 0, end: sentence.length }))).toBe(mood);
  });
});
