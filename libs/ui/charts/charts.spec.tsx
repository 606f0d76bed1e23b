import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { formatMeanScore } from '#ui/format';
import { IsotonicCurve, ReliabilityDiagram, ScoreOverTime, Strip, StripAxis, stripScale } from './index.js';

const render = (chart: ReactElement) => renderToStaticMarkup(chart);
const attributes = (html: string, tag: string, name: string) =>
  [...html.matchAll(new RegExp(`<${tag} [^>]*?\\b${name}="([^"]+)"`, 'gu'))].map(([, value]) => value ?? '');
/** The cells of the table view, row by row. */
const tableOf = (html: string) =>
  [...html.slice(html.indexOf('<tbody')).matchAll(/<tr>(.*?)<\/tr>/gu)].map(([, cells]) =>
    [...(cells ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gu)].map(([, cell]) =>
      cell?.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    ),
  );
/** The number of a cell such as "12.5 %", which is rounded to a tenth. */
const percentOf = (cell: string | undefined) => Number.parseFloat((cell ?? '').replace(/^[<>]\s*/u, ''));
const noNumbersLost = (html: string) => expect(html).not.toMatch(/NaN|Infinity|undefined/u);

const bin = (index: number, count: number) => {
  const from = index / count;
  const observed = (index + 0.25) / count;
  return {
    from,
    to: (index + 1) / count,
    n: index + 1,
    meanForecast: (index + 0.5) / count,
    observed,
    low: Math.max(0, observed - 0.1),
    high: Math.min(1, observed + 0.1),
  };
};
const bins = (count: number) => Array.from({ length: count }, (_, index) => bin(index, count));
const diagram = (count: number) =>
  render(<ReliabilityDiagram bins={bins(count)} title="Words" note="How" empty="Nothing yet" />);

describe('a reliability diagram', () => {
  it('without a claim says so and draws nothing', () => {
    const empty = { ...bin(0, 1), n: 0, meanForecast: null, observed: null, low: null, high: null };
    for (const none of [[], [empty]]) {
      const html = render(<ReliabilityDiagram bins={none} title="Words" note="How" empty="Nothing yet" />);
      expect(html).toContain('Nothing yet');
      expect(html).not.toContain('<svg');
    }
  });

  it.each([1, 7, 500])('draws %i bins where the table says', (count) => {
    const html = diagram(count);
    noNumbersLost(html);
    const rows = tableOf(html);
    expect(rows).toHaveLength(count);
    const drawn = attributes(html, 'circle', 'cx').map(
      (cx, index) => [Number(cx), Number(attributes(html, 'circle', 'cy')[index])] as const,
    );
    expect(drawn).toHaveLength(count);
    // The largest dots are drawn first: the reverse of the table here.
    drawn.reverse().forEach(([x, y], index) => {
      expect(Math.abs(percentOf(rows[index]?.[2]) - ((x - 46) / 288) * 100)).toBeLessThan(0.051);
      expect(Math.abs(percentOf(rows[index]?.[3]) - ((314 - y) / 288) * 100)).toBeLessThan(0.051);
    });
  });

  it('makes the area of a dot, not its width, go by the number of claims', () => {
    const radii = attributes(diagram(4), 'circle', 'r').map(Number);
    expect((radii[0] ?? 0) ** 2 / (radii[2] ?? 1) ** 2).toBeCloseTo(2, 6);
  });

  it('is a picture with a sentence, and its table is reached by key', () => {
    const html = diagram(20);
    expect(html).toMatch(/role="img" aria-label="Words: 20 bins; in 20 of them/u);
    expect(html).toContain('<details><summary>');
    expect(html).toMatch(/role="region" aria-label="Words" tabindex="0"/u);
  });

  it('escapes its title', () => {
    const html = render(<ReliabilityDiagram bins={bins(1)} title={'"><script>'} note="" empty="" />);
    expect(html).not.toContain('<script');
  });
});

it.each([0, 1, 500])('an isotonic curve of %i points', (count) => {
  const curve = Array.from({ length: count }, (_, index) => ({
    probability: index / 500,
    observed: index / 500,
  }));
  const html = render(<IsotonicCurve curve={curve} title="Curve" empty="Nothing yet" />);
  noNumbersLost(html);
  if (count === 0) expect(html).toContain('Nothing yet');
  else expect(tableOf(html)).toHaveLength(count);
});

describe('a score over time', () => {
  const points = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      on: new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
      n: index + 1,
      meanBrier: 0.1 + (index % 7) / 20,
    }));
  const chart = (count: number) =>
    render(<ScoreOverTime points={points(count)} title="Brier" empty="Nothing yet" />);

  it.each([0, 1, 2, 500])('of %i points', (count) => {
    const html = chart(count);
    noNumbersLost(html);
    if (count === 0) return expect(html).toContain('Nothing yet');
    expect(tableOf(html).map((row) => row[2])).toEqual(
      points(count).map((point) => formatMeanScore(point.meanBrier)),
    );
    const last = points(count).at(-1);
    expect(html).toContain(`>${formatMeanScore(last?.meanBrier ?? 0)}</text>`);
  });

  it('draws a single date in the middle', () => {
    expect(attributes(chart(1), 'circle', 'cx')).toEqual(['50.000%', '50.000%']);
  });
});

describe('a strip', () => {
  const scale = stripScale([0, 0.2, -0.1]);

  it('puts marks where the scale says, and never outside', () => {
    const html = render(<Strip scale={scale} label="x" base={0} range={[-5, 5]} dot={0.2} diamond={null} />);
    expect(attributes(html, 'circle', 'cx')).toEqual([`${scale(0.2).toFixed(2)}%`]);
    expect(html).toContain('x1="4.00%" x2="96.00%"');
    noNumbersLost(html);
  });

  it.each([[[]], [[0]], [[0.3]], [[null, null]], [[-1, 1]], [[Number.NaN, 0.1]]])(
    'has a scale for %p',
    (values) => {
      const [low = Number.NaN, high = Number.NaN] = stripScale(values).domain();
      expect(low).toBeLessThan(high);
      expect(low).toBeGreaterThanOrEqual(-1);
      expect(high).toBeLessThanOrEqual(1);
    },
  );

  it('leaves out a label that would run into another', () => {
    const html = render(
      <StripAxis
        scale={scale}
        marks={[
          { at: 0, text: 'zero' },
          { at: 0.01, text: 'near' },
          { at: 0.2, text: 'far' },
        ]}
      />,
    );
    expect(html).toContain('zero');
    expect(html).not.toContain('near');
    expect(html).toContain('far');
  });
});
