import type { Profile } from '#contracts/http';
import { renderToStaticMarkup } from 'react-dom/server';
import type { z } from 'zod';
import { ALL_LIVE, type StandingShape } from '#ui/board';
import type { ClaimRowShape, ProfileShape } from '#ui/profile';
import { ProfilePage, type PublicInstallation } from './index.js';

const installation: PublicInstallation = {
  projectName: 'Test project',
  mode: 'real',
  now: '2022-03-07T09:00:00Z',
  zone: 'Europe/Berlin',
};
const EVIL = '"><script>alert(1)</script>';

function textOf(html: string): string {
  return html
    .slice(Math.max(0, html.indexOf('<main')))
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/gu, ' ');
}

const standing: StandingShape = {
  id: 'a',
  name: 'Ada Analyst',
  kind: 'public_person',
  record: 'established',
  rank: 3,
  rankLow: 1,
  rankHigh: 6,
  suspended: false,
  n: 60,
  families: 40,
  texts: 20,
  pending: 1,
  beforeDeadline: 2,
  void: 3,
  conditionUnmet: 4,
  ambiguous: 5,
  unscoreable: 6,
  retrospective: 7,
  scoreableShare: 0.83,
  meanBrier: 0.1,
  meanBrierLow: 0.05,
  meanBrierHigh: 0.2,
  boundLow: 0.09,
  boundHigh: 0.3,
  meanLog: 0.4,
  skill: 0.06,
  shrunk: 0.042,
  intervalLow: -0.01,
  intervalHigh: 0.13,
  hitRate: 0.71,
  hitRateLow: 0.6,
  hitRateHigh: 0.8,
  referenceHitRate: 0.64,
};
const claim = (more: Partial<ClaimRowShape> = {}): ClaimRowShape => ({
  id: 'c',
  statement: 'It rains',
  saidOn: '2022-01-20',
  deadlineOn: '2022-02-01',
  probability: { low: 0.8, point: 0.875, high: 0.95, phrase: 'very likely', basis: 'words' },
  outcome: 'NOT_OCCURRED',
  brier: 0.765625,
  counts: 'scored',
  ...more,
});
const profile: ProfileShape = {
  id: 'a',
  name: 'Ada Analyst',
  kind: 'public_person',
  standing,
  asOf: '2022-03-06T23:30:00Z',
  references: [
    { reference: 'status_quo', n: 60, meanBrier: 0.2, ownMeanBrier: 0.17 },
    { reference: 'market', n: 0, meanBrier: null, ownMeanBrier: null },
  ],
  calibration: {
    words: [{ from: 0.05, to: 0.2, n: 19, meanForecast: 0.125, observed: 0.2105, low: 0.08, high: 0.43 }],
    numbers: [],
    curve: [],
    ece: 0.061,
    reliability: 0.012,
    resolution: 0.081,
    uncertainty: 0.23,
    sharpness: 0.31,
    discrimination: 0.42,
    auc: 0.87,
  },
  captured: null,
  peers: {
    standing: { peerScore: 12.34, adjustedBrier: 0.151, sharedBrier: 0.122 },
    why: null,
    n: 34,
    claimants: 5,
    minClaimants: 3,
    minPropositions: 30,
  },
  lexicon: {
    draws: 2000,
    people: 5174,
    drawn: 0.78,
    meanBrier: 0.1,
    low: 0.083,
    high: 0.134,
    neighbours: [
      { id: 'b', name: 'Ben Behind', rank: 4, meanBrier: 0.125, isBehind: true, holds: 0.932 },
      { id: 'd', name: 'Dora Ahead', rank: 2, meanBrier: 0.06, isBehind: false, holds: 1 },
    ],
  },
  overTime: [{ on: '2022-02-01', n: 1, meanBrier: 0.7656 }],
  leadTimes: [{ days: 30, n: 12, meanBrier: 0.142 }],
  wording: {
    bases: [{ basis: 'words', n: 8 }],
    phrases: [{ phrase: 'very likely', low: 0.8, point: 0.875, high: 0.95, n: 8, occurred: 3, settled: 5 }],
    withoutDeadline: 2,
    withoutProbability: 4,
    claims: 8,
  },
  extremes: { likelyNot: [claim()], unlikelyYes: [] },
  claims: [claim()],
  list: {
    filter: { ...ALL_LIVE, counts: null },
    page: { number: 1, size: 100, total: 1 },
    tally: [{ counted: 'scored', claims: 1 }],
    series: 1,
  },
};
const render = (more: Partial<ProfileShape>) =>
  renderToStaticMarkup(<ProfilePage data={{ ...profile, ...more }} installation={installation} />);
const show = (more: Partial<ProfileShape>) => textOf(render(more));

it('draws what the contract answers', () => {
  const fits = (answered: z.output<typeof Profile>): ProfileShape => answered;
  expect(fits).toBeDefined();
});

describe('profile', () => {
  it('says the rank with its range, and leads to what moved it', () => {
    const html = render({});
    expect(textOf(html)).toContain('Rank 3, between 1 and 6');
    expect(html).toContain('href="/claimants/a/move"');
    expect(render({ kind: 'outlet' })).toContain('href="/outlets/a/move"');
  });

  it.each([
    ['building a record', { record: 'building' }, 'Building a record: 40 families from 20 texts so far'],
    ['suspended', { suspended: true }, 'No rank for now: an appeal is being heard'],
  ] as const)('shows no rank while %s', (_name, change, words) => {
    const text = show({ standing: { ...standing, ...change } });
    expect(text).not.toContain('Rank 3');
    expect(text).toContain(words);
  });

  it('explains its figures', () => {
    const text = show({});
    for (const words of [
      '+0.042',
      'reads 0.050 to 0.200',
      '71 %',
      'base rate 64 %',
      '0.400',
      '0.090 to 0.300',
      '83 %',
      '0.061',
      'Brier is reliability − resolution + uncertainty, and a small rest',
    ])
      expect(text).toContain(words);
  });

  it('says from when on calibration error is shown', () => {
    const parts = { ece: null, reliability: null, resolution: null, uncertainty: null };
    for (const hidden of [parts, { ece: null, reliability: null }]) {
      const text = show({ calibration: { ...profile.calibration, ...hidden } });
      expect(text).toContain('shown from 50 scored claims on');
      expect(text).not.toContain('What being off the line costs');
    }
  });

  it('compares with rules on the same claims', () => {
    expect(show({})).toContain('60 0.200 0.170 +0.030');
    expect(show({})).not.toContain('Market or crowd');
  });

  it('says how sharp forecasts are and how well they tell things apart', () => {
    const text = show({});
    expect(text).toContain('Sharpness 0.310 Mean distance from 50 %');
    expect(text).toContain('Discrimination +0.420');
    expect(text).toContain('Area under the curve (AUC) 0.870');
  });

  describe('beside others', () => {
    const peers = { standing: null, n: 7, claimants: 0, minClaimants: 3, minPropositions: 30 } as const;

    it('gives peer score and adjusted score, each with scale and direction', () => {
      const html = render({});
      expect(textOf(html)).toContain('Among 5 claimants who share enough to be compared, on 34 statements');
      expect(textOf(html)).toContain('Peer score +12.3 Per statement; higher is better');
      expect(textOf(html)).toContain('Brier adjusted for difficulty 0.151 Lower is better');
      expect(textOf(html)).toContain('0.122 as it came out');
      for (const key of ['peer', 'adjustedBrier']) expect(html).toContain(`href="/method#measure-${key}"`);
    });

    it.each([
      ['few_own', '7 statements are scored here; 30 are needed'],
      ['few_shared', 'Of 7 scored statements at least 3 claimants had spoken'],
      ['others_apart', '7 statements are shared, but with claimants of whom too few have 30'],
    ] as const)('says why it is not comparable: %s', (why, words) => {
      const text = show({ peers: { ...peers, why } });
      expect(text).toContain(`Not comparable. ${words}`);
      expect(text).not.toContain('Peer score');
    });

    it('says nothing of outlets, whose authors are compared', () => {
      expect(render({ kind: 'outlet', peers: null })).not.toContain('id="peers"');
    });
  });

  it('says how much of the texts put in is captured, once that is known', () => {
    expect(show({})).not.toContain('captured within');
    const text = show({ captured: { share: 0.5, low: 0.254, high: 0.746, texts: 3, found: 12 } });
    expect(text).toContain('Estimated share captured within the texts put in: 50 % (25 % to 75 %).');
    expect(text).toContain('3 texts, drawn by chance, without highlights and found 12 predictions');
  });

  describe('under other readings of the words', () => {
    it('says between what the score lies, and how often the order with neighbours holds', () => {
      const html = render({});
      const text = textOf(html);
      expect(text).toContain('78 % of what is scored here was said in words');
      expect(text).toContain('redrawn 2,000 times from how 5,174 people read such words');
      expect(text).toContain('0.100 0 0.25 0.083 to 0.134');
      expect(text).toContain('Ben Behind 4 0.125 Ada Analyst is lower 93 %');
      expect(text).toContain('Dora Ahead 2 0.060 Ada Analyst is higher 100 %');
      expect(html).toContain('href="/claimants/b"');
      expect(html).toContain('href="/method#measure-lexiconRobustness"');
    });

    it('says nothing where no words were drawn', () => {
      expect(render({ lexicon: null })).not.toContain('id="lexicon"');
      if (profile.lexicon !== null)
        expect(render({ lexicon: { ...profile.lexicon, drawn: 0 } })).not.toContain('id="lexicon"');
    });
  });

  it('says how it is put, in which words and how often those happened', () => {
    const text = show({});
    expect(text).toContain('Of 8 claims, 2 (25 %) name no deadline and 4 (50 %) state no likelihood');
    expect(text).toContain('“very likely” 8 80–95 % 3 of 5 (60 %)');
  });

  it('names the furthest from their outcome in both directions, without adjectives', () => {
    const extremes = {
      likelyNot: [claim({ statement: 'Certain one' }), claim({ id: '2', statement: 'Likely one' })],
      unlikelyYes: [claim({ id: '3', statement: 'Happened' })],
    };
    const html = render({ extremes });
    const section = textOf(html.slice(html.indexOf('id="stated"'), html.indexOf('id="claims"')));
    expect(section.indexOf('Certain one')).toBeLessThan(section.indexOf('Likely one'));
    expect(section).toContain('Stated as least likely, happened Happened');
    expect(section).not.toMatch(/\b(best|worst|wrong|bad|good)\b/iu);
    expect(render({ extremes: { likelyNot: [], unlikelyYes: [] } })).not.toContain('id="stated"');
  });

  it('lists every claim with why it counts, its base rate, effect and weight', () => {
    const text = show({
      claims: [
        claim({ reference: 0.31, effect: -0.0041, weight: 0.4, brierLow: 0.64, brierHigh: 0.9025 }),
        claim({ id: 'd', counts: 'no_deadline', deadlineOn: null, outcome: null, brier: null }),
      ],
    });
    expect(text).toContain('0.7656 0.64–0.9025 31 % −0.0041');
    expect(text).toContain('Weighs 40 % of its series.');
    expect(text).toContain('Counted, never scored: it names no deadline.');
  });

  it('has nothing in numbers for one without standing', () => {
    const text = show({
      standing: null,
      asOf: null,
      claims: [],
      extremes: { likelyNot: [], unlikelyYes: [] },
      list: { ...profile.list, page: { number: 1, size: 100, total: 0 }, tally: [], series: 0 },
      wording: { bases: [], phrases: [], withoutDeadline: 0, withoutProbability: 0, claims: 0 },
    });
    expect(text).toContain('Nothing can be said in numbers');
    expect(text).toContain('No claims have been captured here yet');
    expect(text).not.toMatch(/NaN|undefined/u);
  });

  describe('has a list of claims that', () => {
    const list: ProfileShape['list'] = {
      filter: { ...ALL_LIVE, counts: null },
      page: { number: 2, size: 100, total: 250 },
      tally: [
        { counted: 'scored', claims: 200 },
        { counted: 'pending', claims: 50 },
        { counted: 'void', claims: 0 },
      ],
      series: 180,
    };

    it('opens behind every number of the row that is not zero', () => {
      const html = render({ standing: { ...standing, ambiguous: 0 } });
      for (const counts of ['scored', 'pending', 'before_deadline', 'void', 'unscoreable', 'retrospective'])
        expect(html).toContain(`href="/claimants/a?counts=${counts}#claims"`);
      expect(html).not.toContain('counts=ambiguous');
    });

    it('comes in pages, each with an address', () => {
      const html = render({ list });
      expect(textOf(html)).toContain('claims 101 to 200 of 250');
      expect(html).toContain('<a href="/claimants/a#claims" rel="prev">');
      expect(html).toContain('<a href="/claimants/a?page=3#claims" rel="next">');
      expect(html).toContain('<meta name="robots" content="noindex"/>');
    });

    it('can be narrowed to what counts as one thing, of those there are', () => {
      const html = render({ list: { ...list, filter: { ...ALL_LIVE, counts: 'scored' } } });
      expect(textOf(html)).toContain('250 claims All claims 250 Scored 200 Pending 50');
      expect(html).toContain('<a href="/claimants/a?counts=scored#claims" aria-current="page">');
      expect(textOf(html)).toContain('These 200 claims are counted as 180');
    });

    it('is that of a row of a filtered board where one came from there', () => {
      const filter = { ...ALL_LIVE, topic: 'Grain', asOf: '2022-03-01', counts: 'scored' } as const;
      const html = render({ list: { ...list, filter } });
      expect(textOf(html)).toContain('Only the claims behind the row of this board');
      expect(textOf(html)).toContain('Grain');
      expect(html).toContain(
        'href="/claimants/a?topic=Grain&amp;asOf=2022-03-01&amp;counts=scored&amp;page=3#claims"',
      );
    });

    it('says so where there is no such page, and where nothing counts as that', () => {
      const past = show({ claims: [], list: { ...list, page: { number: 9, size: 100, total: 250 } } });
      expect(past).toContain('fewer pages than that');
      expect(past).not.toContain('claims 801');
      const none = {
        ...list,
        filter: { ...ALL_LIVE, counts: 'void' },
        page: { number: 1, size: 100, total: 0 },
      } as const;
      expect(show({ claims: [], list: none })).toContain('There are none of these now.');
    });
  });

  it('escapes what came from outside', () => {
    const html = render({
      name: EVIL,
      claims: [claim({ statement: EVIL })],
      wording: {
        ...profile.wording,
        phrases: [{ phrase: EVIL, low: null, point: null, high: null, n: 1, occurred: 0, settled: 0 }],
      },
    });
    expect(html).not.toContain('<script');
  });
});
