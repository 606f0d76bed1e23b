import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { TextMeta } from './document-structure.js';
import { draftCandidates } from './draft-candidates.js';
import type { Candidate } from './index.js';

interface Row {
  readonly kind: string;
  readonly text: string;
  /** The words of the claim; the candidate that covers them best is asked for its claimant. */
  readonly claim: string;
  readonly claimant: string;
  readonly role?: string;
  readonly meta?: TextMeta;
}

const rows = fs
  .readFileSync(path.resolve(__dirname, '../../../test/cases/claimants.jsonl'), 'utf8')
  .split('\n')
  .filter((row) => row !== '')
  .map((row) => JSON.parse(row) as Row);

const META: TextMeta = { author: 'Anna Low', publishedOn: '2031-03-10' };

/** The candidate whose place is most like that of `claim` in the text. */
function candidateAt(text: string, claim: string, meta: TextMeta): Candidate | null {
  const start = text.indexOf(claim);
  const end = start + claim.length;
  let best: Candidate | null = null;
  let likeness = 0;
  for (const draft of draftCandidates(text, meta)) {
    const shared = Math.min(draft.end, end) - Math.max(draft.start, start);
    const share = shared / (Math.max(draft.end, end) - Math.min(draft.start, start));
    if (share <= likeness) continue;
    likeness = share;
    best = draft.read(1);
  }
  return best;
}

describe('who makes the claim', () => {
  it.each(rows.map((row) => [row.kind, row.claim, row] as const))('%s: %s', (_kind, _claim, row) => {
    const found = candidateAt(row.text, row.claim, { ...META, ...row.meta });
    expect(found?.claimant).toBe(row.claimant);
    expect(found?.claimantRole).toBe(row.role ?? 'author');
  });

  it('is the same when a paragraph about nobody stands before', () => {
    const lead = 'The roads were dry and the fields were brown.\n\n';
    for (const row of rows) {
      const found = candidateAt(lead + row.text, row.claim, { ...META, ...row.meta });
      expect([row.claim, found?.claimant]).toEqual([row.claim, row.claimant]);
    }
  });

  it('is the outlet where no author is named, and says so', () => {
    const found = candidateAt('The ferry will close by 2033.', 'The ferry will close', {
      outlet: 'The Harbour Post',
    });
    expect(found).toMatchObject({ claimant: 'The Harbour Post', claimantRole: 'outlet' });
  });
});

/** Texts in the shape of reports, interviews and columns, with names, pronouns, quotations and marks in any order. */
const wildReport = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Anna Bell said ',
        'the fair will close. ',
        '\u201cWe will never sell,\u201d said Mr. Dunn, ',
        '"It will rain',
        '" ',
        'who ',
        'She ',
        'its forecast is that ',
        'one of them told me that ',
        'According to ',
        'the Salt Marsh Authority (SMA), ',
        'SMA ',
        'expects prices to fall by 2033. ',
        '- 40%\n',
        'Q. Will it?\n\nA. It will. ',
        'LOW: It will snow.\n\n',
        'they reckon: ',
        '\n\n',
        '(',
        ') ',
        ', ',
        ' \u2013 ',
        '; ',
        'e\u0301 ',
        '\u{1F600}',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

describe('promises of every claimant, on any text', () => {
  it('never throws, and is put together from words of the text or its byline', () => {
    fc.assert(
      fc.property(wildReport, (text) => {
        const known = `${text} Anna Low bookmakers`.toLowerCase();
        for (const draft of draftCandidates(text, META)) {
          const { claimant } = draft.read(1);
          expect(claimant.trim()).not.toBe('');
          expect(wordsOf(claimant).filter((word) => !known.includes(word))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(wildReport, (text) => {
        const claimants = (): string[] => draftCandidates(text, META).map((draft) => draft.read(1).claimant);
        expect(claimants()).toEqual(claimants());
      }),
      { numRuns: 40 },
    );
  });
});
