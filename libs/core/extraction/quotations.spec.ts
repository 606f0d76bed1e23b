import { splitParagraphs } from '#core/text';
import { findQuotations } from './quotations.js';

const quoted = (text: string): string[][] =>
  findQuotations(text, splitParagraphs(text)).map((quotes) =>
    quotes.map(({ start, end }) => text.slice(start, end)),
  );

describe('finding quotations', () => {
  it.each([
    ['\u201cNo,\u201d she said, \u201cnever.\u201d', [['No,', 'never.']]],
    ['"No," she said.', [['No,']]],
    ["It's the dogs' bowl and that's that.", [[]]],
    ["'We will not go,' he said. It's over.", [['We will not go,']]],
    ['He said \u2018it will rain\u2019 and left.', [['it will rain']]],
  ])('reads %s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('carries a quotation that each paragraph opens and only the last closes', () => {
    const text = '"One will go.\n\n"Two will go.\n\n"Three will go," she said.\n\n"A new one," he said.';
    const [first, second, third, fourth] = findQuotations(text, splitParagraphs(text));
    expect(first).toMatchObject([{ isOpen: true, isContinued: false }]);
    expect(second).toMatchObject([{ isOpen: true, isContinued: true }]);
    expect(third).toMatchObject([{ isOpen: false, isContinued: true }]);
    expect(fourth).toMatchObject([{ isOpen: false, isContinued: false }]);
  });

  it('tells speech from borrowed words', () => {
    const text = 'The "transitional" plan is "never," he said, "a plan that anybody voted for".';
    const [quotes] = findQuotations(text, splitParagraphs(text));
    expect(quotes?.map((quote) => quote.isSpeech)).toEqual([false, false, true]);
  });
});
