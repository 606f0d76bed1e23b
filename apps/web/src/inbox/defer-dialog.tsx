import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useToday } from '../shell/use-me.js';
import { addDays } from '#core/domain';
import { t } from '#ui/i18n';
import type { SkipReason } from './use-inbox-actions.js';

interface SnoozeDialogProps {
  readonly onClose: () => void;
  readonly onChoose: (untilOn: string) => void;
}

const DAYS = [
  ['inbox.snooze.tomorrow', 1],
  ['inbox.snooze.week', 7],
  ['inbox.snooze.month', 28],
] as const;

/** Until when: three days at one press, any other by its date. */
export function SnoozeDialog({ onClose, onChoose }: SnoozeDialogProps) {
  const { today } = useToday();
  const [day, setDay] = useState(addDays(today, 14));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('inbox.snooze.title')}
      closeButtonProps={{ 'aria-label': t('help.close') }}
    >
      <p className="ot-soft">{t('inbox.snooze.hint')}</p>
      <div className="dialog-choices">
        {DAYS.map(([label, days], index) => (
          <Button
            key={label}
            variant="default"
            data-autofocus={index === 0 ? true : undefined}
            onClick={() => onChoose(addDays(today, days))}
          >
            {t(label)}
          </Button>
        ))}
      </div>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (day > today) onChoose(day);
        }}
      >
        <TextInput
          type="date"
          label={t('inbox.snooze.day')}
          value={day}
          min={addDays(today, 1)}
          required
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button type="submit" className="form-submit">
          {t('inbox.snooze')}
        </Button>
      </form>
    </Modal>
  );
}

const SKIP_REASONS: readonly SkipReason[] = [
  'no_access',
  'not_my_field',
  'unclear_wording',
  'needs_time',
  'other',
];

interface SkipDialogProps {
  readonly onClose: () => void;
  readonly onChoose: (reason: SkipReason, note: string) => void;
}

/** Why it is left to others: a lead reads it. */
export function SkipDialog({ onClose, onChoose }: SkipDialogProps) {
  const [reason, setReason] = useState<SkipReason>('no_access');
  const [note, setNote] = useState('');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('inbox.skip')}
      closeButtonProps={{ 'aria-label': t('help.close') }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason !== 'other' || note.trim() !== '') onChoose(reason, note.trim());
        }}
      >
        <NativeSelect
          label={t('inbox.skip.title')}
          description={t('inbox.skip.hint')}
          data-autofocus
          value={reason}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setReason(SKIP_REASONS.find((one) => one === chosen) ?? 'other');
          }}
          data={SKIP_REASONS.map((one) => ({ value: one, label: t(`inbox.skip.${one}`) }))}
        />
        <Textarea
          label={t('inbox.skip.note')}
          value={note}
          required={reason === 'other'}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" className="form-submit">
          {t('inbox.skip')}
        </Button>
      </form>
    </Modal>
  );
}
