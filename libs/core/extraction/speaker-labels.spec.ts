import { findSpeakerLabels } from './speaker-labels.js';

interface Found {
  readonly speaker: string | null;
  readonly isAsking: boolean;
  readonly body: string;
}

/** The labels of paragraphs parted by empty lines; null for a paragraph without. */
function labelsOf(
  paragraphs: readonly string[],
  title: string | null = null,
  author: string | null = null,
): (Found | null)[] {
  const text = paragraphs.join('\n\n');
  let at = 0;
  const spans = paragraphs.map((paragraph) => {
    const start = at;
    at += paragraph.length + 2;
    return { start, end: start + paragraph.length };
  });
  return findSpeakerLabels(text, spans, title, author).map((label, i) =>
    label === null
      ? null
      : {
          speaker: label.speaker,
          isAsking: label.isAsking,
          body: text.slice(label.bodyStart, spans[i]?.end),
        },
  );
}

const speakers = (
  paragraphs: readonly string[],
  title: string | null = null,
  author: string | null = null,
): (string | null | undefined)[] => labelsOf(paragraphs, title, author).map((label) => label?.speaker);

describe('the labels of a transcript', () => {
  it('are names in capitals before a colon that come back, in full where the text has them so', () => {
    const found = labelsOf([
      'Mara Finch, the harbour master, met Pavel Novak of the ferry company on Monday.',
      'FINCH: The quay will be finished in May.',
      'NOVAK: I doubt that.',
      'FINCH: You will see.',
    ]);
    expect(found[0]).toBeNull();
    expect(found.slice(1).map((label) => label?.speaker)).toEqual([
      'Mara Finch',
      'Pavel Novak',
      'Mara Finch',
    ]);
    expect(found[1]?.body).toBe('The quay will be finished in May.');
  });

  it.each([
    ['with what somebody is', 'Mara Finch (harbour board): The quay will open.', 'The quay will open.'],
    ['in bold', '**Mara Finch**: The quay will open.', 'The quay will open.'],
    ['with the mark inside the bold', '**Mara Finch:** The quay will open.', 'The quay will open.'],
    ['with a role after a comma', 'Mara Finch, harbour master: The quay will open.', 'The quay will open.'],
  ])('may stand %s', (_, line, body) => {
    const found = labelsOf([line, 'Pavel Novak: No.', 'Mara Finch: Yes, it will.']);
    expect([found[0]?.speaker, found[0]?.body]).toEqual(['Mara Finch', body]);
  });

  it('are none where there are fewer than three, or where no name comes back in a text that is mostly prose', () => {
    expect(speakers(['FINCH: The quay will open.', 'FINCH: So will the pier.'])).toEqual([
      undefined,
      undefined,
    ]);
    const prose = 'The board met on Monday and spoke for two hours about the quay and the money for it.';
    expect(
      speakers([prose, prose, prose, prose, 'Ferries: two more.', 'Trams: none this year.', 'Buses: five.']),
    ).toEqual(Array.from({ length: 7 }, () => undefined));
  });

  it('are none of things: notes, dates, forecasts and scores', () => {
    expect(
      speakers([
        'Note: the quay is old.',
        'Forecast: the quay opens.',
        'Note: so is the pier.',
        'Forecast: it falls.',
      ]),
    ).toEqual(Array.from({ length: 4 }, () => undefined));
  });

  it('are names in capitals with a full stop in official transcripts', () => {
    const found = labelsOf([
      'CHAIR WHITFIELD. Good afternoon to all of you.',
      'MR. NOVAK. The quay will open in May.',
      'CHAIR WHITFIELD. Thank you for that.',
    ]);
    expect(found.map((label) => label?.body)).toEqual([
      'Good afternoon to all of you.',
      'The quay will open in May.',
      'Thank you for that.',
    ]);
    expect(found[1]?.speaker).toMatch(/novak/iu);
  });

  it('are names on lines of their own on a call: nothing is said there, and the operator asks', () => {
    const found = labelsOf([
      'Operator',
      'Good morning and welcome to the call.',
      'Mara Finch -- Chief Executive Officer',
      'Sales will rise by a tenth this year.',
      'Mara Finch -- Chief Executive Officer',
      'And costs will fall.',
    ]);
    expect(found[0]).toEqual({ speaker: null, isAsking: true, body: '' });
    expect(found[2]).toEqual({ speaker: 'Mara Finch', isAsking: false, body: '' });
    expect([found[1], found[3]]).toEqual([null, null]);
  });

  it('are Q and A only both together; the interviewee answers under the name the title gives', () => {
    const found = labelsOf(
      ['Q: Will the quay open?', 'A: In May, I think.', 'Q: And the pier?', 'A: Never.'],
      'An interview with Mara Finch',
    );
    expect(found.map((label) => label?.isAsking)).toEqual([true, false, true, false]);
    expect(found.map((label) => label?.speaker)).toEqual([null, 'Mara Finch', null, 'Mara Finch']);
    expect(speakers(['Q: One?', 'Q: Two?', 'Q: Three?'])).toEqual([undefined, undefined, undefined]);
  });

  it('show who asks by how often a question mark ends the words', () => {
    const found = labelsOf([
      'PETRA LINDT: Will the quay open?',
      'MARA FINCH: In May.',
      'PETRA LINDT: And the pier?',
      'MARA FINCH: Not before June.',
    ]);
    expect(found.map((label) => label?.isAsking)).toEqual([true, false, true, false]);
  });

  it('are questions in bold and answers without a mark, where the text says who is interviewed', () => {
    const lines = [
      'We spoke with Mara Finch about the harbour.',
      '**Will the quay open this year?**',
      'In May, I think.',
      '**And the pier?**',
      'Never.',
    ];
    const found = labelsOf(lines, 'Interview: Mara Finch');
    expect(found[0]).toBeNull();
    expect(found.slice(1).map((label) => label?.isAsking)).toEqual([true, false, true, false]);
    expect(found[2]?.speaker).toBe('Mara Finch');
    expect(speakers(lines.slice(1, 3))).toEqual([undefined, undefined]);
  });

  it('are one for each paragraph, whatever the text', () => {
    expect(labelsOf([])).toEqual([]);
    expect(labelsOf(['', ':', 'Q', '****'])).toEqual([null, null, null, null]);
  });
});
