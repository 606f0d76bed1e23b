import type { Move } from '#contracts/http';
import { renderToStaticMarkup } from 'react-dom/server';
import type { z } from 'zod';
import type { MoveCauseShape, MoveShape } from '#ui/moves';
import { MovePage, type PublicInstallation } from './index.js';

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

it('draws what the contract answers', () => {
  const fits = (answered: z.output<typeof Move>): MoveShape => answered;
  expect(fits).toBeDefined();
});

describe('why a rank moved', () => {
  const cause = (more: Partial<MoveCauseShape>): MoveCauseShape => ({
    kind: 'verdict',
    on: '2022-02-01',
    claimId: 'c',
    statement: 'It rains',
    before: null,
    after: 0.7656,
    effect: -0.0061,
    ...more,
  });
  const move: MoveShape = {
    subject: { id: 'a', name: 'Ada Analyst', kind: 'public_person' },
    from: { on: '2022-01-01', rank: 7, n: 71, skill: 0.011, shrunk: 0.008 },
    to: { on: '2022-03-01', rank: 3, n: 88, skill: 0.034, shrunk: 0.029 },
    causes: [cause({}), cause({ kind: 'reversal', statement: 'It snows', before: 0.81, effect: 0.0184 })],
    others: [
      { id: 'b', name: 'Boris', rankFrom: 3, rankTo: 5 },
      { id: 'm', name: 'Mo', rankFrom: 9, rankTo: 2 },
      { id: 'n', name: 'New', rankFrom: null, rankTo: 8 },
    ],
  };
  const renderMove = (more: Partial<MoveShape>) =>
    renderToStaticMarkup(<MovePage data={{ ...move, ...more }} installation={installation} />);
  const showMove = (more: Partial<MoveShape>) => textOf(renderMove(more));

  it('says before, after and the difference', () => {
    const text = showMove({});
    expect(text).toContain('Ada Analyst went from rank 7 to rank 3.');
    expect(text).toContain('Rank 7 3 4 places up');
    expect(text).toContain('Raw skill, higher is better +0.011 +0.034 +0.023');
    expect(text).toContain('Scored 71 88 +17');
  });

  it('lists causes by the size of their effect', () => {
    const text = showMove({});
    expect(text.indexOf('It snows')).toBeLessThan(text.indexOf('It rains'));
    expect(text).toContain('0.81 → 0.7656 +0.0184');
    expect(text).toContain('none → 0.7656 −0.0061');
  });

  it('says who passed and who was passed', () => {
    const text = showMove({});
    expect(text).toContain('Mo 9 2 moved ahead of this record');
    expect(text).toContain('Boris 3 5 fell behind this record');
    expect(text).toContain('New no rank 8 came onto the board');
  });

  it.each([
    ['there was no board on either day', { from: null, to: null }, 'Ada Analyst was on neither board.'],
    ['there was none on the first', { from: null }, 'not on the board of the first date yet'],
    ['there was none on the second', { to: null }, 'not on the board of the second date'],
    [
      'there was no board then',
      { from: null, asked: { from: '2020-01-01', to: '2022-03-01' } },
      'Ada Analyst was not on the board of 1 January 2020.',
    ],
    ['nothing changed', { causes: [], others: [] }, 'Nothing in this record changed'],
    [
      'the rank came about',
      { from: { on: '2022-01-01', rank: null, n: 1, skill: null, shrunk: null } },
      'had no rank before',
    ],
  ] as const)('says so when %s', (_name, change, words) => {
    const text = showMove(change);
    expect(text).toContain(words);
    expect(text).not.toMatch(/NaN|null/u);
  });

  it('keeps the dates that were asked for in the form', () => {
    const html = renderMove({ from: null, asked: { from: '2020-01-01', to: '2022-03-01' } });
    expect(html).toContain('max="2022-03-07" required="" name="from" value="2020-01-01"');
  });

  it('escapes statements and names', () => {
    const others = [{ id: 'b', name: EVIL, rankFrom: 1, rankTo: 2 }];
    expect(renderMove({ others, causes: [cause({ statement: EVIL })] })).not.toContain('<script');
  });
});
