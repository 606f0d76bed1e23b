import { readStructure } from './document-structure.js';
import type { ParagraphKind } from './document-structure.js';

const PROSE = 'The ferry will stop running in 2033, and nobody on the island will miss it very much.';

function kindOf(line: string): ParagraphKind | undefined {
  const { paragraphs } = readStructure(`${PROSE}\n\n${line}\n\n${PROSE}`, { author: 'Anna Low' });
  return paragraphs[1]?.kind;
}

describe('reading the structure of a text', () => {
  it.each<[ParagraphKind, string]>([
    ['prose', PROSE],
    [
      'prose',
      'In last week\u2019s newsletter I wrote that the ferry would stop, and that I would miss it. '.repeat(
        4,
      ),
    ],
    ['heading', 'What comes next'],
    ['heading', '**Our take**'],
    ['list', '- The ferry will stop.'],
    ['list', '\u2013 The ferry will stop.'],
    ['list', '3. The ferry will stop.'],
    ['list', '(b) The ferry will stop.'],
    ['list', 'The ferry will stop: 40%'],
    ['note', '[3] See the report of the harbour board.'],
    ['note', '\u00b9 All figures are preliminary.'],
    ['note', 'Source: harbour board'],
    ['note', 'Figure 2: passengers by year'],
    ['note', '(Reporting by Anna Low; editing by Tom Dunn)'],
    ['note', 'Sign up for our newsletter.'],
    ['note', 'The views expressed in this article are those of the author.'],
    ['note', 'This release contains forward-looking statements; the ferry may not stop.'],
  ])('is %s: %s', (kind, line) => {
    expect(kindOf(line)).toBe(kind);
  });

  it('finds title, byline and date in the opening', () => {
    const structure = readStructure(`The last ferry\n\nBy Anna Low\n\nMarch 3, 2031\n\n${PROSE}`, {});
    expect(structure).toMatchObject({
      title: 'The last ferry',
      author: 'Anna Low',
      publishedOn: '2031-03-03',
    });
  });

  it('knows who asks and who answers', () => {
    const text = 'Q: Will it stop?\n\nA: It will.\n\nQ: When?\n\nA: In 2033.';
    const { paragraphs } = readStructure(text, { title: 'An interview with Anna Bell', author: 'Tom Dunn' });
    expect(paragraphs.map(({ speaker, isAsked }) => [speaker, isAsked])).toEqual([
      [null, true],
      ['Anna Bell', false],
      [null, true],
      ['Anna Bell', false],
    ]);
  });
});
