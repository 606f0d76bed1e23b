import type { MethodPage as MethodSchema } from '#contracts/http';
import { renderToStaticMarkup } from 'react-dom/server';
import type { z } from 'zod';
import type { MethodShape } from '#ui/method';
import { MethodPage, type PublicInstallation } from './index.js';

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
  const fits = (answered: z.output<typeof MethodSchema>): Omit<MethodShape, 'measures'> => answered;
  expect(fits).toBeDefined();
});

describe('method', () => {
  const method: MethodShape = {
    version: 7,
    activatedAt: null,
    codeVersion: 'code-2',
    lexiconVersion: 'icd203-4',
    extractorVersion: 'x-14',
    matcherVersion: 'm-3',
    settings: [
      { key: 'minFamilies', value: 10 },
      { key: 'brandNew', value: 'yes' },
    ],
    codings: null,
    bands: [{ phrase: ['very unlikely', EVIL], low: 0.05, point: 0.125, high: 0.2 }],
    measures: [
      {
        key: 'brier',
        formula: '(p − o)²',
        scale: '0 to 1',
        direction: 'lower',
        bestAt: 0,
        source: 'Brier 1950',
        explains: 'brier',
      },
      {
        key: 'unknown',
        formula: 'x',
        scale: 'any',
        direction: 'neither',
        source: 'nobody',
        explains: 'elsewhere',
      },
    ],
  };
  const html = renderToStaticMarkup(<MethodPage data={method} installation={installation} />);

  it('says each formula with scale, direction and source, under an address of its own', () => {
    const text = textOf(html);
    expect(html).toContain('id="measure-brier"');
    expect(text).toContain('(p − o)² Scale: 0 to 1. Lower is better. Best at 0. Source: Brier 1950');
    // What has no sentence yet is still shown.
    expect(html).toContain('id="measure-unknown"');
  });

  it('shows versions, settings and bands as they were sent', () => {
    const text = textOf(html);
    for (const words of [
      'code-2',
      'icd203-4',
      'x-14',
      'm-3',
      'not yet in force',
      'brandNew yes',
      '5 % 12.5 % 20 %',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/Families needed for a rank minFamilies 10/u);
    expect(html).not.toContain('<script');
  });

  it('tells how far two coders agree, once enough was coded twice', () => {
    const draw = (n: number, raw: number | null) =>
      renderToStaticMarkup(
        <MethodPage
          data={{
            ...method,
            codings: {
              setting: 'ranked',
              minClaims: 20,
              fields: [{ field: 'polarity', n, agreed: n - 1, raw, ac1: raw === null ? null : 0.947 }],
            },
          }}
          installation={installation}
        />,
      );
    expect(html).not.toContain('id="codings"');
    expect(draw(3, null)).toContain('href="#codings"');
    expect(textOf(draw(3, null))).toContain('3 claims have been coded twice: too few to tell. It takes 20.');
    expect(textOf(draw(20, 0.95))).toMatch(/Affirmed or denied 20 95 % 0\.947/u);
  });
});
