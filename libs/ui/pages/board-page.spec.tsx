import { type Board, BoardQuery } from '#contracts/http';
import { renderToStaticMarkup } from 'react-dom/server';
import type { z } from 'zod';
import { boardQuery, type BoardFilterShape, type BoardShape, type StandingShape } from '#ui/board';
import { BoardPage, type PublicInstallation } from './index.js';

const installation: PublicInstallation = {
  projectName: 'Test project',
  mode: 'real',
  now: '2022-03-07T09:00:00Z',
  zone: 'Europe/Berlin',
};

const row = (more: Partial<StandingShape> = {}): StandingShape => ({
  id: '0190b3a0-0000-7000-8000-00000000000a',
  name: 'Ada Analyst',
  kind: 'public_person',
  record: 'established',
  rank: 3,
  rankLow: 1,
  rankHigh: 6,
  suspended: false,
  n: 12,
  families: 11,
  texts: 4,
  pending: 33,
  beforeDeadline: 34,
  void: 35,
  conditionUnmet: 36,
  ambiguous: 37,
  unscoreable: 38,
  retrospective: 39,
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
  ...more,
});
const building: Partial<StandingShape> = { record: 'building', rank: null, rankLow: null, rankHigh: null };
const nothingScored: Partial<StandingShape> = {
  ...building,
  n: 0,
  meanBrier: null,
  meanBrierLow: null,
  meanBrierHigh: null,
  skill: null,
  shrunk: null,
  intervalLow: null,
  intervalHigh: null,
  hitRate: null,
};

const plainFilter: BoardFilterShape = {
  kind: 'claimants',
  track: 'live',
  topic: null,
  period: null,
  horizon: null,
  basis: null,
};
const board = (standings: readonly StandingShape[], more: Partial<BoardShape> = {}): BoardShape => ({
  id: 'b',
  asOf: '2022-03-06T23:30:00Z',
  method: { version: 7, codeVersion: '2', lexiconVersion: 'icd203-4' },
  minFamilies: 10,
  minTexts: 3,
  filter: plainFilter,
  references: [
    { reference: 'base_rate', n: 812, meanBrier: 0.187 },
    { reference: 'half', n: 812, meanBrier: 0.25 },
    { reference: 'status_quo', n: 0, meanBrier: null },
    { reference: 'market', n: 40, meanBrier: 0.12 },
  ],
  totals: { claims: 1834, scored: 812, families: 240, claimants: 17 },
  standings,
  topics: ['Grain', 'Elections'],
  periods: ['2021', '2022'],
  isBuilding: false,
  ...more,
});

const render = (data: BoardShape | null) =>
  renderToStaticMarkup(<BoardPage data={data} installation={installation} />);
const show = (data: BoardShape | null) => textOf(render(data));

function textOf(html: string): string {
  return html
    .slice(Math.max(0, html.indexOf('<main')))
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/gu, ' ');
}
/** Each row of a body as a reader sees it. */
const rowsOf = (html: string) => [...html.matchAll(/<tr role="row".*?<\/tr>/gu)].map(([tr]) => textOf(tr));

it('draws what the contract answers', () => {
  const fits = (answer: z.output<typeof Board>): BoardShape => answer;
  expect(fits).toBeDefined();
});

it('shows a rank with its range, skill with its interval, and which way is better', () => {
  const text = show(board([row()]));
  expect(text).toContain('3 between 1 and 6');
  expect(text).toContain('+0.042 raw +0.060, −0.010 to +0.130');
  expect(text).toContain('0.100 0.050–0.200');
  expect(text).toContain('71 % base 64 %');
  expect(text).toContain('right of it is better');
  expect(text).toContain('lower is better');
  expect(text).toContain('Where the ranges of two ranks overlap');
});

it('says as of when, by which method, of how many claims, and where the data are', () => {
  const html = render(board([row()], { isBuilding: true }));
  const text = textOf(html);
  expect(text).toContain('Board as of 7 March 2022 at 00:30 · method 7');
  expect(text).toContain('812 of 1,834 claims are scored: 240 families');
  expect(text).toContain('A fresher board is being computed');
  expect(html).toContain('href="/api/v1/board"');
  expect(html).toContain('href="/method#measure-skill"');
});

it('counts what is not scored, with the bounds of the ambiguous', () => {
  expect(show(board([row()]))).toContain('83 % 33 34 35 36 37 0.090–0.300 38');
});

it('keeps those below the minimum apart, by name, and shows no rank even where one was sent', () => {
  const html = render(
    board([
      row({ id: 'z', name: 'Zed', ...building, rank: 1, rankLow: 1, rankHigh: 1 }),
      row({ id: 'm', name: 'Mo', ...building }),
      row(),
    ]),
  );
  const text = textOf(html);
  const order = ['Ada Analyst', 'Building a record', 'Mo', 'Zed'].map((name) => text.indexOf(name));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  const section = html.slice(html.indexOf('id="building"'), html.indexOf('id="terms"'));
  expect(section).not.toContain('ot-rank');
  expect(section).not.toContain('+0.042');
});

it('shows no rank while an appeal is heard, says so, and gives the row no place in the order', () => {
  const html = render(
    board([
      row({ id: '1', name: 'First', rank: 1, suspended: true }),
      row({ id: '2', name: 'Second', rank: 2, rankLow: 2, rankHigh: 2 }),
    ]),
  );
  expect(html.match(/class="ot-rank"/gu)).toHaveLength(1);
  const text = textOf(html);
  expect(text).toContain('no rank: an appeal is being heard');
  expect(text.indexOf('Second')).toBeLessThan(text.indexOf('First'));
});

it('sets rules beside people without giving them a rank or a link', () => {
  const html = render(board([row()]));
  const rules = rowsOf(html.slice(html.indexOf('ot-references'), html.indexOf('class="ot-rank"')));
  expect(rules[0]).toContain('a rule Base rate 0.000');
  expect(rules[1]).toContain('Always 50 % −0.063 0.250 812');
  // A rule further out than everybody still lies within the scale.
  expect(html.match(/<svg x="([\d.]+)%"/gu)).toHaveLength(2);
  expect(html).not.toContain('<svg x="4.00%"');
  // On other claims than the base rate: no difference is said.
  // What was never recorded has no row.
  expect(textOf(html)).not.toContain('Status quo');
  expect(rules[2]).toContain('Market or crowd – 0.120 40');
});

it('draws the best and the worst skill inside the scale', () => {
  const html = render(
    board([
      row({ id: '0', skill: 1, shrunk: 1, intervalLow: 1, intervalHigh: 1 }),
      row({ id: '1', skill: -1, shrunk: -1, intervalLow: -1, intervalHigh: -1 }),
    ]),
  );
  expect(html).toContain('cx="4.00%"');
  expect(html).toContain('cx="96.00%"');
  expect(html).not.toMatch(/NaN|Infinity|undefined/u);
});

it.each([
  ['nobody', [], 'No claims have been scored here yet'],
  ['one without a scored claim', [row(nothingScored)], 'none yet'],
  ['nobody established', [row(building)], 'Nobody has reached 10 families from 3 texts yet'],
] as const)('says what there is with %s', (_name, standings, words) => {
  expect(show(board(standings))).toContain(words);
});

it('says so before the first board', () => {
  expect(show(null)).toContain('No board yet');
});

it('shows 500 rows in the order of their ranks, one row each', () => {
  const standings = Array.from({ length: 500 }, (_, i) =>
    row({ id: `c${String(i)}`, name: `Name ${String(i)}`, rank: 500 - i, rankLow: 1, rankHigh: 500 }),
  );
  const html = render(board(standings));
  const ranks = [...html.matchAll(/class="ot-rank">(\d+)</gu)].map(([, rank]) => Number(rank));
  expect(ranks).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
  expect(html).not.toMatch(/NaN|Infinity/u);
});

it('leads to the list of claims that count, for persons, organisations and outlets only', () => {
  const html = render(
    board([
      row({ id: 'p' }),
      row({ id: 'o', kind: 'outlet' }),
      row({ id: 'a', kind: 'anonymous' }),
      row({ id: 'c', kind: 'collective' }),
      row({ id: 'x', kind: 'private_person' }),
    ]),
  );
  expect(html).toContain('href="/claimants/p?counts=scored#claims"');
  expect(html).toContain('href="/outlets/o?counts=scored#claims"');
  expect(html).not.toMatch(/href="\/(claimants|outlets)\/[acx]/u);
});

it('escapes names and topics', () => {
  const evil = '"><script>alert(1)</script>';
  const html = render(
    board([row({ name: evil })], { topics: [evil], filter: { ...plainFilter, topic: evil } }),
  );
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;');
});

it('leads through the parts of a long board, each with its own address', () => {
  const filter = { ...plainFilter, topic: 'Grain' };
  const html = render(board([row()], { filter, page: { number: 2, size: 500, total: 1203 } }));
  expect(textOf(html)).toContain('Previous rows rows 501 to 1,000 of 1,203 Next rows');
  expect(html).toContain('href="/?topic=Grain" rel="prev"');
  expect(html).toContain('href="/?topic=Grain&amp;page=3" rel="next"');
  expect(render(board([row()], { page: { number: 1, size: 500, total: 1 } }))).not.toContain('rel="next"');
  const last = board([row(building)], { page: { number: 3, size: 500, total: 1203 } });
  expect(show(last)).not.toContain('Nobody has reached');
});

/** What a browser sends of the form as it stands: each select its chosen option, each field its value. */
function sentBy(html: string): URLSearchParams {
  const form = /<form action="\/".*?<\/form>/su.exec(html)?.[0] ?? '';
  const sent = new URLSearchParams();
  for (const [, name = '', options = ''] of form.matchAll(/<select name="(\w+)">(.*?)<\/select>/gsu))
    sent.set(name, /<option value="([^"]*)" selected/u.exec(options)?.[1] ?? 'nothing selected');
  for (const [field] of form.matchAll(/<input[^>]*>/gu))
    sent.set(/name="(\w+)"/u.exec(field)?.[1] ?? '', /value="([^"]*)"/u.exec(field)?.[1] ?? '');
  return sent;
}

describe('the filter', () => {
  it.each([
    ['nothing', undefined],
    ['everything', 'chosen'],
  ] as const)('sends what the contract takes, with %s chosen', (_name, which) => {
    const filter = which === undefined ? plainFilter : chosen;
    const sent = Object.fromEntries(sentBy(render(board([row({ kind: 'outlet' })], { filter }))));
    expect(Object.keys(sent).sort()).toEqual(
      [
        'asOf',
        'basis',
        'horizon',
        'period',
        'topic',
        'track',
        ...(which === undefined ? [] : ['kind']),
      ].sort(),
    );
    expect(BoardQuery.safeParse(sent).error?.issues).toBeUndefined();
  });

  const chosen: BoardFilterShape = {
    kind: 'outlets',
    track: 'retrospective',
    topic: 'Grain',
    period: '2022',
    horizon: 'month',
    basis: 'words',
    asOf: '2022-02-01',
  };

  it('has one address for one choice', () => {
    expect(boardQuery(plainFilter)).toBe('');
    expect(boardQuery({ ...plainFilter, topic: 'Grain & oil' })).toBe('?topic=Grain+%26+oil');
    expect(boardQuery(chosen)).toBe(
      '?kind=outlets&track=retrospective&topic=Grain&period=2022&horizon=month&basis=words&asOf=2022-02-01',
    );
  });

  it('shows what is chosen, in the form and in words, and how to clear it', () => {
    const html = render(board([row({ kind: 'outlet' })], { filter: chosen }));
    for (const value of ['Grain', '2022', 'month', 'words', 'retrospective'])
      expect(html).toMatch(new RegExp(`<option value="${value}" selected="">`, 'u'));
    expect(html).toContain('value="2022-02-01"');
    expect(textOf(html)).toContain(
      'topic Grain · due in 2022 · looking ahead up to a month · likelihood said in words · as it stood on 1 February 2022 Clear all',
    );
    expect(html).toContain('href="/?kind=outlets">Clear all');
    expect(html).toContain('<input type="hidden" name="kind" value="outlets"/>');
    expect(html).toContain('noindex');
  });

  it('keeps a topic that the board does not have any more', () => {
    expect(render(board([row()], { filter: { ...plainFilter, topic: 'Gone' } }))).toContain(
      '<option value="Gone" selected="">',
    );
  });

  it('is a plain form: no script', () => {
    const html = render(board([row()]));
    expect(html).toContain('<form action="/" method="get">');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('Clear all');
  });
});

it('a board nobody asked for yet says that it is being computed, and gives no numbers', () => {
  const markup = render(
    board([], { isBuilding: true, totals: { claims: 0, scored: 0, families: 0, claimants: 0 } }),
  );
  expect(markup).toContain('This board is being computed');
  expect(markup).toContain('Look again');
  expect(markup).not.toContain('are scored');
  expect(render(board([row()], { isBuilding: true }))).toContain('A fresher board is being computed');
});
