import { chooseDate, cleanByline, joinBlocks, joinPrintedLines, readPageDate } from './index.js';

describe('the date a page gives', () => {
  it.each([
    ['2019-04-30T13:39:00-04:00', '2019-04-30'],
    ['2022-01-17T23:30:00Z', '2022-01-17'],
    ['2014/12/15', '2014-12-15'],
    ['20141215', '2014-12-15'],
    ["D:20220117083000+01'00'", '2022-01-17'],
    ['Mon, 17 Jan 2022 08:30:00 GMT', '2022-01-17'],
    ['January 17, 2022', '2022-01-17'],
    ['1970-01-01T00:00:00Z', null],
    ['D:16010101000000', null],
    ['2022-02-30', null],
    ['3/4/2022', null],
    ['1648300000', null],
    ['yesterday', null],
    ['', null],
  ])('%s', (raw, date) => {
    expect(readPageDate(raw)).toBe(date);
  });

  it('is the first that is one, and the date of a change only where there is no other', () => {
    const changed = { value: '2022-03-01', origin: 'modified' } as const;
    const printed = { value: '17 January 2022', origin: 'byline' } as const;
    expect(chooseDate([{ value: 'soon', origin: 'meta' }, changed, printed])).toEqual({
      value: '2022-01-17',
      origin: 'byline',
    });
    expect(chooseDate([changed])).toEqual(changed);
    expect(chooseDate([{ value: 'soon', origin: 'meta' }])).toBeNull();
  });
});

describe('the names in a byline', () => {
  it.each([
    ['By Ada Low', ['Ada Low']],
    ['By Ada Low and Ben Moe, Economics Editor | 3 March 2022', ['Ada Low', 'Ben Moe']],
    ['Ada Low, Ben Moe and Cy Pratt', ['Ada Low', 'Ben Moe', 'Cy Pratt']],
    ['Written by: Ada Low (ada@example.org)', ['Ada Low']],
    ['https://www.facebook.com/ada.low', []],
    ['Mac & i', ['Mac & i']],
    ['Martin Luther King Jr.', ['Martin Luther King Jr.']],
    ['admin', []],
    ['Ada Low • Ada Low', ['Ada Low']],
    ['', []],
  ])('%s', (raw, names) => {
    expect(cleanByline(raw)).toEqual(names);
  });

  it('are turned round where a catalogue has the surname first', () => {
    expect(cleanByline('Jong, Michiel de', true)).toEqual(['Michiel de Jong']);
  });
});

describe('pieces of a document', () => {
  it('stand apart by a blank line, items and rows on lines of their own', () => {
    expect(
      joinBlocks([
        { kind: 'heading', text: ' What  comes ' },
        { kind: 'paragraph', text: 'It will\u00a0rain.\nHard.' },
        { kind: 'item', text: '- one' },
        { kind: 'item', text: '- two' },
        { kind: 'row', text: 'a | b' },
        { kind: 'paragraph', text: ' \n ' },
        { kind: 'row', text: 'c | d' },
      ]),
    ).toBe('What comes\n\nIt will rain.\nHard.\n\n- one\n- two\n\na | b\nc | d');
  });
});

describe('printed lines', () => {
  const page = (...lines: readonly (readonly [string, number, number?])[]) =>
    lines.map(([text, top, left = 72]) => ({ text, top, left, height: 11 }));

  it('become paragraphs where they stand further apart, and divided words whole', () => {
    expect(
      joinPrintedLines([page(['The bank will raise in-', 0], ['terest rates.', 14], ['Nobody minds.', 42])]),
    ).toBe('The bank will raise interest rates.\n\nNobody minds.');
  });

  it('begin a paragraph with an indented line after an end', () => {
    expect(joinPrintedLines([page(['It rains.', 0], ['It will stop', 14, 90], ['soon.', 28])])).toBe(
      'It rains.\n\nIt will stop soon.',
    );
  });

  it('lose running heads and page numbers, and sentences go on over the page', () => {
    const pages = [1, 2, 3].map((n) =>
      page(
        ['The Quarterly', 0],
        [`Part ${'abc'[n - 1] ?? ''} of what`, 30],
        [`the ${'xyz'[n - 1] ?? ''} says`, 44],
        [String(n), 700],
      ),
    );
    expect(joinPrintedLines(pages)).toBe(
      'Part a of what the x says Part b of what the y says Part c of what the z says',
    );
  });

  it('keep every line where each is a paragraph', () => {
    expect(joinPrintedLines([page(['One.', 0], ['Two.', 40], ['Three.', 80])])).toBe(
      'One.\n\nTwo.\n\nThree.',
    );
  });
});
