import type { MethodPage } from '#contracts/http';
import { EXTRACTOR_VERSION } from '#core/extraction';
import { MATCHER_VERSION } from '#core/matching';
import { YARDSTICK_TABLES, type Yardstick, type YardstickBand } from '#core/domain';
import type { NamedMethod } from '#platform/db';
import type { z } from 'zod';

type WireMethod = z.input<typeof MethodPage>;

/** Versions, settings and bands that numbers are computed with, from the code and the installation. */
export function toMethodPage(
  method: Omit<NamedMethod, 'id' | 'activatedAt'> & { readonly activatedAt: Date | null },
  yardstick: Yardstick,
): Omit<WireMethod, 'codings'> {
  return {
    version: method.version,
    activatedAt: method.activatedAt?.toISOString() ?? null,
    codeVersion: method.codeVersion,
    lexiconVersion: method.lexiconVersion,
    extractorVersion: EXTRACTOR_VERSION,
    matcherVersion: MATCHER_VERSION,
    settings: Object.entries(method.settings).map(([key, value]) => ({ key, value: value as number })),
    bands: byBand(YARDSTICK_TABLES[yardstick].terms),
  };
}

/** The official terms; those of one band together. */
function byBand(terms: Readonly<Record<string, YardstickBand>>): WireMethod['bands'] {
  const bands = new Map<string, WireMethod['bands'][number]>();
  for (const [term, { low, high }] of Object.entries(terms)) {
    const key = `${String(low)}-${String(high)}`;
    const known = bands.get(key)?.phrase ?? [];
    bands.set(key, { phrase: [...known, term], low, point: (low + high) / 2, high });
  }
  return [...bands.values()].sort((a, b) => a.low - b.low || a.high - b.high);
}
