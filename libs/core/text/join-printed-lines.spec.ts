import { joinPrintedLines, type PrintedLine } from './join-printed-lines.js';

const page = (...texts: string[]): PrintedLine[] =>
  texts.map((text, i) => ({ text, top: 60 + i * 14, left: 60, height: 10 }));
const FULL = 'a line of words that goes on to the very edge of the column of this page';

describe('what is printed on two pages', () => {
  it.each([
    ['a full line goes on', page('It is said.', FULL), page('will close.'), 1],
    ['a heading at the foot does not', page(`${FULL}.`, 'Personal'), page('We will adopt a cat.'), 2],
    ['an item of a list does not', page(`${FULL}.`, FULL), page('* The harbour will close.'), 2],
  ])('%s', (_, first, second, paragraphs) => {
    expect(joinPrintedLines([first, second]).split('\n\n')).toHaveLength(paragraphs);
  });

  it('loses its running head, and keeps what stands on one of them only', () => {
    const pages = [page('The Quarterly', `${FULL}.`, '1'), page('The Quarterly', 'It ends.', '2')];
    expect(joinPrintedLines(pages)).not.toContain('Quarterly');
    expect(joinPrintedLines(pages.slice(1))).toContain('Quarterly');
  });
});
