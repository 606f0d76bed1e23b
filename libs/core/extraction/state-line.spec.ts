import { askedStatement, continued, stateLine } from './state-line.js';
import type { LineWords } from './state-line.js';

const say = (line: Partial<LineWords> & { said: string }): string =>
  stateLine({ question: null, before: null, isBet: false, ...line }, { name: 'Anna Low', isUnknown: false })
    .text;

describe('an entry that goes on from the one before', () => {
  it.each([
    ['...by the end of May', 'The tram opens by the end of April', 'The tram opens by the end of May'],
    ['\u2026in June', 'The tram opens in May', 'The tram opens in June'],
    ['...or at any time', 'The tram opens', 'The tram opens at any time'],
    ['...at 40 or more', 'The price is at 30 or more', 'The price is at 40 or more'],
    ['...better than 0.15', 'My score is better than 0.20', 'My score is better than 0.15'],
    ['The tram closes', 'The tram opens', 'The tram closes'],
  ])('%s after %s', (said, before, expected) => {
    expect(continued(said, before)).toBe(expected);
  });

  it('stays as it is where nothing came before', () => {
    expect(continued('...by May', null)).toBe('...by May');
  });
});

describe('a question turned into what it asks', () => {
  it.each([
    ['Will the tram open by May?', 'the tram will open by May'],
    ['*Will the tram open?*', 'the tram will open'],
    ['Does the ferry company go bankrupt in 2032?', 'the ferry company will go bankrupt in 2032'],
    ['Is the mayor still in office in June?', 'the mayor is still in office in June'],
    ['Will the bill passed in May become law?', 'the bill passed in May will become law'],
    [
      "Will the bank's chief executive change before May?",
      "the bank's chief executive will change before May",
    ],
    ['Could a second vote be held?', 'a second vote could be held'],
  ])('%s', (question, expected) => {
    expect(askedStatement(question)).toBe(expected);
  });

  it.each([
    ['Who will win?'],
    ['Which party comes first?'],
    ['How many will come?'],
    ['The tram will open.'],
  ])('is not one: %s', (question) => {
    expect(askedStatement(question)).toBeNull();
  });
});

describe('the statement of an entry', () => {
  it.each<[string, Partial<LineWords> & { said: string }]>([
    ['The tram opens in May', { said: 'The tram opens in May' }],
    ['The tram opens in May', { said: 'Will the tram open in May?' }],
    ['Orla Finch wins', { said: 'Orla Finch', isBet: true }],
    [
      'The Greens come first in Velsk',
      { said: 'the Greens', question: 'Which party will come first in Velsk?' },
    ],
    ['Orla Finch is mayor in May', { said: 'Orla Finch', question: 'Who will be mayor in May?' }],
    ['The tram opens in June', { said: 'in June', question: 'When will the tram open?' }],
    ['Anna Low sells the boat', { said: 'I sell the boat' }],
    ['There is a strike at the port', { said: 'A strike at the port' }],
    ['The tram opens by June', { said: '...by June', before: 'The tram opens by May' }],
  ])('%s', (expected, line) => {
    expect(say(line)).toBe(expected);
  });

  it('takes the denial out and says so', () => {
    const line = { said: "The tram doesn't open in May", question: null, before: null, isBet: false };
    const { text, isDenied, isFrameDenied } = stateLine(line, { name: 'Anna Low', isUnknown: false });
    expect([text, isDenied, isFrameDenied]).toEqual(['The tram opens in May', true, false]);
  });
});
