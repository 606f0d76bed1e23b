import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { t } from '#ui/i18n';
import { monotonicMs, type LeaseState } from './use-lease.js';

const WARN_BELOW_MINUTES = 5;

/** How long the proposition is still reserved for this person. */
export function LeaseClock({
  lease,
  onRetake,
}: {
  readonly lease: LeaseState;
  readonly onRetake: () => void;
}) {
  const endsAtMs = lease.kind === 'held' ? lease.endsAtMs : null;
  const [minutes, setMinutes] = useState<number | null>(null);
  useEffect(() => {
    if (endsAtMs === null) return undefined;
    const tick = () => {
      setMinutes(Math.max(0, Math.ceil((endsAtMs - monotonicMs()) / 60_000)));
    };
    const first = window.setTimeout(tick, 0);
    const timer = window.setInterval(tick, 5_000);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(timer);
    };
  }, [endsAtMs]);
  if (lease.kind === 'taking' || minutes === null)
    return <span className="ot-soft">{t('review.lease.taking')}</span>;
  if (minutes === 0)
    return (
      <>
        <strong role="alert">{t('review.lease.over')}</strong>
        <Button size="compact-sm" onClick={onRetake}>
          {t('review.lease.again')}
        </Button>
      </>
    );
  return (
    <span className={minutes < WARN_BELOW_MINUTES ? 'lease-short' : 'ot-soft'}>
      {t('review.lease.left', { n: minutes })}
    </span>
  );
}
