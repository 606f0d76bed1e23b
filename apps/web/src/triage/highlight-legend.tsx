import { SegmentedControl } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { t } from '#ui/i18n';
import { CLAIMANT_COLOURS, HIGHLIGHT_BY, type HighlightBy } from './highlight.js';

type Candidate = Schemas['Candidate'];

/** Claimants in order of how often they are quoted, numbered from 0. */
export function numberClaimants(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { claimant } of candidates) counts.set(claimant, (counts.get(claimant) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return new Map(names.map(([name], index) => [name, index]));
}

const STATES = ['pending', 'accepted', 'rejected', 'merged'] as const;

interface LegendProps {
  readonly by: HighlightBy;
  readonly claimants: ReadonlyMap<string, number>;
  readonly candidates: readonly Candidate[];
  readonly onChange: (by: HighlightBy) => void;
}

/** What the marks in the text tell, and the switch between the two. */
export function HighlightLegend({ by, claimants, candidates, onChange }: LegendProps) {
  const states = STATES.filter((state) => candidates.some((one) => one.state === state));
  return (
    <div className="highlight-legend">
      <SegmentedControl
        size="xs"
        value={by}
        aria-label={t('triage.marks')}
        onChange={(value) => onChange(HIGHLIGHT_BY.find((one) => one === value) ?? 'state')}
        data={HIGHLIGHT_BY.map((value) => ({ value, label: t(`triage.marks.${value}`) }))}
      />
      <ul>
        {by === 'state'
          ? states.map((state) => (
              <li key={state}>
                <span className={`highlight highlight-${state}`}>{t(`triage.state.${state}`)}</span>
              </li>
            ))
          : [...claimants].map(([name, number]) => (
              <li key={name}>
                <span
                  className={`highlight highlight-claimant highlight-claimant-${String(number % CLAIMANT_COLOURS)}`}
                  data-number={number + 1}
                >
                  {name}
                </span>
              </li>
            ))}
      </ul>
    </div>
  );
}
