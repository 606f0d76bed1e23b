import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { Keys } from '../shell/keyboard-help.js';
import { REJECT_REASONS, type RejectReason } from '#core/domain';
import { t } from '#ui/i18n';

/** Why not: one key or one click, so that a reason costs nothing. */
export function RejectChoice({
  onChoose,
  onCancel,
}: {
  readonly onChoose: (reason: RejectReason) => void;
  readonly onCancel: () => void;
}) {
  const first = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  useShortcuts(t('triage.reject'), [
    ...REJECT_REASONS.map((reason, index) => ({
      keys: String(index + 1),
      label: t(`reject.${reason}`),
      run: () => onChoose(reason),
    })),
    { keys: 'Escape', label: t('action.cancel'), run: onCancel },
  ]);
  return (
    <div className="reject-choice" role="group" aria-label={t('triage.rejectWhy')}>
      <p>{t('triage.rejectWhy')}</p>
      {REJECT_REASONS.map((reason, index) => (
        <Button
          key={reason}
          ref={index === 0 ? first : undefined}
          size="compact-sm"
          variant="default"
          onClick={() => onChoose(reason)}
        >
          {t(`reject.${reason}`)} <Keys keys={String(index + 1)} />
        </Button>
      ))}
    </div>
  );
}
