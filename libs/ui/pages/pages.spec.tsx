import type { PublicClaim } from '#contracts/http';
import { renderToStaticMarkup } from 'react-dom/server';
import type { z } from 'zod';
import type { PublicClaimShape } from '#ui/claim';
import { ClaimPage, NotFoundPage, type PublicInstallation } from './index.js';

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
  answers: [],
  disputes: [],
  clarifications: [],
  corrections: [],
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
  series: [],
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

const show = (data: Partial<PublicClaimShape>) =>
  textOf(renderToStaticMarkup(<ClaimPage data={{ ...claim, ...data }} installation={installation} />));
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
    const fits = (claim: z.output<typeof PublicClaim>): PublicClaimShape => claim;
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

  it('sets the claim beside the base rate known before it, and says what it weighs', () => {
    const text = show({
      verdict,
      score: { brier: 0.015625, brierLow: 0.0025, brierHigh: 0.04 },
      inclusion: 'scored',
      reference: 0.3,
      weight: 0.4,
      effect: 0.0012,
    });
    expect(text).toContain('Base rate before the claim 30 %');
    expect(text).toContain('Against that base rate +0.0744 0.09 less 0.0156');
    expect(text).toContain('Weight in its series 40 %');
    expect(text).toContain('Share of the claimant’s mean skill +0.0012');
  });

  it('knows the base rate before the outcome, and then compares nothing', () => {
    const text = show({ reference: 0.3 });
    expect(text).toContain('Base rate before the claim 30 %');
    expect(text).not.toContain('Against that base rate');
  });

  it('shows what a claimant said of it again and again as one series, with what changed', () => {
    const band = (point: number) => ({
      low: point,
      point,
      high: point,
      phrase: `${String(point * 100)} %`,
      basis: 'number' as const,
    });
    const text = show({
      series: [
        { id: 'first', saidOn: '2022-01-05', probability: band(0.7), change: null },
        { id: claim.id, saidOn: '2022-01-20', probability: band(0.55), change: -0.15 },
      ],
    });
    expect(text).toContain('All that Ada Analyst said of it');
    expect(text).toContain('15 points less than before');
    expect(show({})).not.toContain('All that');
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

it('keeps the not-found page out of search machines', () => {
  const html = renderToStaticMarkup(<NotFoundPage installation={installation} />);
  expect(html).toContain('noindex');
  expect(textOf(html)).toContain('Nothing at this address');
});
