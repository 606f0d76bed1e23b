import type { Board, ClaimantPage as ClaimantPageSchema, PublicClaim } from '#contracts/http';
import { renderToStaticMarkup } from 'react-dom/server';
import type { z } from 'zod';
import type { BoardShape, StandingShape } from '#ui/board';
import type { PublicClaimShape } from '#ui/claim';
import {
  BoardPage,
  ClaimantPage,
  ClaimPage,
  NotFoundPage,
  type ClaimantPageShape,
  type PublicInstallation,
} from './index.js';

const installation: PublicInstallation = {
  projectName: 'Test project',
  mode: 'real',
  now: '2022-03-07T09:00:00Z',
  zone: 'Europe/Berlin',
};

const veryUnlikely = { low: 0.05, point: 0.125, high: 0.2, phrase: 'very unlikely', basis: 'words' } as const;

const claim: PublicClaimShape = {
  id: '0190b3a0-0000-7000-8000-000000000001',
  statement: 'Ostland attacks Westland by the end of 2022',
  kind: 'change',
  claimant: {
    id: '0190b3a0-0000-7000-8000-00000000000a',
    name: 'Ada Analyst',
    kind: 'public_person',
    hasPage: true,
  },
  role: 'author',
  probability: veryUnlikely,
  condition: null,
  saidOn: '2022-01-20',
  retrospective: false,
  quote: { prefix: 'In my view ', exact: 'an attack is very unlikely', suffix: ', though not excluded' },
  source: {
    title: 'A quiet winter',
    outlet: 'The Paper',
    address: 'https://example.org/a',
    publishedOn: '2022-01-20',
  },
  deadlineOn: '2022-12-31',
  deadlineBasis: 'explicit',
  criteria: 'Regular forces cross the border.',
  verdict: null,
  score: null,
  preview: null,
  inclusion: 'pending',
  timeline: [{ on: '2022-01-20', kind: 'said', label: 'A quiet winter', url: 'https://example.org/a' }],
  otherClaims: [],
};

const verdict = {
  outcome: 'NOT_OCCURRED',
  voidReason: null,
  stage: 'final',
  occurredOn: null,
  decidedAt: '2023-01-02T10:00:00Z',
  finaliseDueAt: null,
  reason: null,
  evidence: [],
} as const satisfies NonNullable<PublicClaimShape['verdict']>;

const row = (more: Partial<StandingShape>): StandingShape => ({
  claimantId: '0190b3a0-0000-7000-8000-00000000000a',
  claimant: 'Ada Analyst',
  kind: 'public_person',
  n: 12,
  families: 11,
  texts: 4,
  meanBrier: 0.1,
  meanBrierLow: 0.05,
  meanBrierHigh: 0.2,
  pending: 3,
  void: 1,
  conditionUnmet: 2,
  ambiguous: 4,
  unscoreable: 5,
  retrospective: 6,
  record: 'established',
  ...more,
});
const board = (standings: readonly StandingShape[]): BoardShape => ({
  id: 'b',
  asOf: '2022-03-06T23:30:00Z',
  methodVersion: '1',
  minFamilies: 10,
  minTexts: 3,
  standings,
});

const show = (data: Partial<PublicClaimShape>) =>
  textOf(renderToStaticMarkup(<ClaimPage data={{ ...claim, ...data }} installation={installation} />));
const showBoard = (standings: readonly StandingShape[]) =>
  textOf(renderToStaticMarkup(<BoardPage data={board(standings)} installation={installation} />));

/** What a reader sees: the text without tags. */
function textOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  return body
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/gu, ' ');
}

describe('the contract', () => {
  it('answers what the pages draw', () => {
    const fits = (
      a: z.output<typeof Board>,
      b: z.output<typeof PublicClaim>,
      c: z.output<typeof ClaimantPageSchema>,
    ): [BoardShape, PublicClaimShape, ClaimantPageShape] => [a, b, c];
    expect(fits).toBeDefined();
  });
});

describe('claim page', () => {
  it('shows the stated band in numbers and words', () => {
    expect(show({})).toContain('5–20 % · “very unlikely”');
  });

  it('says what an open claim waits for', () => {
    expect(show({})).toContain('The deadline is 31 December 2022, in 9 months.');
  });

  it('says that a claim past its deadline is with the reviewers', () => {
    expect(show({ deadlineOn: '2022-03-06' })).toContain('The question is with the reviewers.');
  });

  it('shows how a final verdict becomes a score, and the readings of the words', () => {
    const text = show({ verdict, score: { brier: 0.015625, brierLow: 0.0025, brierHigh: 0.04 } });
    expect(text).toContain('Did not happen');
    expect(text).toContain('(0.125 − 0)² = 0.0156');
    expect(text).toContain('0 is best, 1 is worst.');
    expect(text).toContain('0.0025 to 0.04');
  });

  it('writes no formula that does not give the score', () => {
    expect(show({ verdict, score: { brier: 0.2, brierLow: 0.2, brierHigh: 0.2 } })).not.toContain('²');
  });

  it('says of a score that does not count yet why it does not', () => {
    const early = show({
      verdict,
      score: { brier: 0.015625, brierLow: 0.0025, brierHigh: 0.04 },
      inclusion: 'before_deadline',
    });
    expect(early).toContain('Brier score 0.0156');
    expect(early).toContain('Does not count yet: settled early.');
  });

  it('calls the score of a provisional verdict a preview', () => {
    const provisional = { ...verdict, stage: 'provisional', finaliseDueAt: '2023-01-15T23:00:00Z' } as const;
    const text = show({
      verdict: provisional,
      preview: { brier: 0.015625, brierLow: 0.0025, brierHigh: 0.04 },
    });
    expect(text).toContain('Provisional');
    expect(text).toContain('It becomes final on 16 January 2023');
    expect(text).toContain('Would score 0.0156');
    expect(text).not.toContain('Brier score 0.0156');
  });

  it.each([
    ['VOID', 'Void', 'void', 'Counted, never scored: the question turned out void.'],
    ['AMBIGUOUS', 'Ambiguous', 'ambiguous', 'Counted, never scored: the outcome is ambiguous.'],
  ] as const)('never shows %s as a no', (outcome, word, inclusion, why) => {
    const text = show({ verdict: { ...verdict, outcome }, inclusion });
    expect(text).toContain(word);
    expect(text).toContain('This is not a no');
    expect(text).not.toContain('Did not happen');
    expect(text).toContain(why);
  });

  it('names each date of the timeline, with the title of the source or the report', () => {
    const text = show({
      timeline: [
        { on: '2022-01-20', kind: 'said', label: 'A quiet winter', url: 'https://example.org/a' },
        { on: '2022-02-24', kind: 'event', label: 'Troops cross the border', url: null },
        { on: '2022-12-31', kind: 'due', label: '', url: null },
        { on: '2023-01-02', kind: 'verdict', label: '', url: null },
        { on: '2023-01-17', kind: 'final', label: '', url: null },
      ],
    });
    for (const words of [
      'Said A quiet winter',
      'Report Troops cross the border',
      'Deadline',
      'Provisional verdict',
      'Final verdict',
    ])
      expect(text).toContain(words);
  });

  it('says why a void question does not stand', () => {
    expect(show({ verdict: { ...verdict, outcome: 'VOID', voidReason: 'PREMISE_FALSE' } })).toContain(
      'its premise was false',
    );
  });

  it('escapes what came from outside and links nothing a browser should not follow', () => {
    const html = renderToStaticMarkup(
      <ClaimPage
        data={{
          ...claim,
          statement: '<script>alert(1)</script>',
          quote: { prefix: '"><img src=x onerror=alert(1)>', exact: '</mark><b>', suffix: '' },
          source: { ...claim.source, address: 'javascript:alert(1)' },
          timeline: [{ on: '2022-01-20', kind: 'event', label: 'x', url: ' JaVaScRiPt:alert(1)' }],
          verdict: {
            ...verdict,
            evidence: [
              { url: 'data:text/html,<b>', title: '', publishedOn: null, stance: 'supports', note: '<i>' },
            ],
          },
        }}
        installation={installation}
      />,
    );
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<i>');
    expect(html).not.toMatch(/(href|cite)="\s*(javascript|data):/iu);
  });

  it('does not link a claimant without a page', () => {
    const html = renderToStaticMarkup(
      <ClaimPage
        data={{ ...claim, claimant: { ...claim.claimant, kind: 'anonymous', hasPage: false } }}
        installation={installation}
      />,
    );
    expect(html).not.toContain('href="/claimants/');
  });
});

describe('board page', () => {
  it('shows numbers with their range, and says which way is better', () => {
    const text = showBoard([row({})]);
    expect(text).toContain('0.100');
    expect(text).toContain('0.050 to 0.200');
    expect(text).toContain('0 is best, 1 is worst, lower is better');
    expect(text).toContain('Board as of 7 March 2022');
  });

  it('shows every count that is not scored', () => {
    const text = showBoard([row({})]);
    for (const label of ['Pending', 'Void', 'Condition unmet', 'Ambiguous', 'Unscoreable', 'Retrospective'])
      expect(text).toContain(label);
    expect(text).toMatch(/12 11 4 3 1 2 4 5 6/u);
  });

  it('keeps those below the minimum apart, by name, without a place', () => {
    const text = showBoard([
      row({ claimantId: 'z', claimant: 'Zed', record: 'building', meanBrier: 0.01, n: 1 }),
      row({ claimantId: 'm', claimant: 'Mo', record: 'building', meanBrier: 0.9, n: 1 }),
      row({}),
    ]);
    const order = ['Ada Analyst', 'Building a record', 'Mo', 'Zed'].map((name) => text.indexOf(name));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(text).toContain('These rows carry no place');
  });

  it('draws a perfect and a worst mean inside the scale', () => {
    const html = renderToStaticMarkup(
      <BoardPage
        data={board([
          row({ claimantId: '0', meanBrier: 0, meanBrierLow: 0, meanBrierHigh: 0 }),
          row({ claimantId: '1', meanBrier: 1, meanBrierLow: 1, meanBrierHigh: 1 }),
        ])}
        installation={installation}
      />,
    );
    expect(html).toContain('cx="4%"');
    expect(html).toContain('cx="96%"');
    expect(html).not.toContain('NaN');
  });

  it('shows a claimant without scored claims without a number', () => {
    const text = showBoard([
      row({
        n: 0,
        families: 0,
        texts: 0,
        meanBrier: null,
        meanBrierLow: null,
        meanBrierHigh: null,
        record: 'building',
      }),
    ]);
    expect(text).toContain('none yet');
    expect(text).toContain('Nobody has reached 10 families from 3 texts yet');
  });

  it('says so when there is no board, and when it has no rows', () => {
    expect(textOf(renderToStaticMarkup(<BoardPage data={null} installation={installation} />))).toContain(
      'No board yet',
    );
    expect(showBoard([])).toContain('No claims have been scored yet');
  });

  it('links only claimants that have a page', () => {
    const html = renderToStaticMarkup(
      <BoardPage data={board([row({ kind: 'anonymous' })])} installation={installation} />,
    );
    expect(html).not.toContain('href="/claimants/');
  });

  it('needs no script and says when it is a demonstration', () => {
    const html = renderToStaticMarkup(
      <BoardPage data={board([row({})])} installation={{ ...installation, mode: 'demo' }} />,
    );
    expect(html).not.toContain('<script');
    expect(textOf(html)).toContain('the clock is set to 7 March 2022');
  });
});

describe('claimant page', () => {
  const page: ClaimantPageShape = {
    id: 'a',
    name: 'Ada Analyst',
    kind: 'public_person',
    standing: row({ record: 'building', families: 1, texts: 2 }),
    asOf: '2022-03-06T23:30:00Z',
    claims: [
      {
        id: 'c',
        statement: 'It rains',
        saidOn: '2022-01-20',
        deadlineOn: null,
        probability: { low: null, point: null, high: null, phrase: '', basis: 'not_stated' },
        outcome: null,
        brier: null,
        counts: 'no_deadline',
      },
    ],
  };

  it('tells a short record from a long one and lists what does not count with the reason', () => {
    const text = textOf(renderToStaticMarkup(<ClaimantPage data={page} installation={installation} />));
    expect(text).toContain('Building a record: 1 family from 2 texts so far');
    expect(text).toContain('No likelihood stated');
    expect(text).toContain('Counted, never scored: it names no deadline.');
    expect(text).toContain('1 claim');
  });

  it('has nothing in numbers for a claimant without standing', () => {
    const text = textOf(
      renderToStaticMarkup(
        <ClaimantPage
          data={{ ...page, standing: null, asOf: null, claims: [] }}
          installation={installation}
        />,
      ),
    );
    expect(text).toContain('Nothing can be said in numbers');
    expect(text).toContain('No claims');
  });
});

it('keeps the not-found page out of search machines', () => {
  const html = renderToStaticMarkup(<NotFoundPage installation={installation} />);
  expect(html).toContain('noindex');
  expect(textOf(html)).toContain('Nothing at this address');
});
