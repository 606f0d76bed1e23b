import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { mailReportQuery } from '../api/queries.js';
import { useToday } from '../shell/use-me.js';
import { isoWeek } from '#core/domain';
import { t } from '#ui/i18n';

const SEEN = 'outturn.mail-alarm-seen';

/**
 * Tells an administrator on whatever page that a week went by without mail, since mail cannot. Put away, it comes back
 * the week after if nothing has changed. Render it for administrators only.
 */
export function MailAlarmBanner() {
  const week = isoWeek(useToday().today);
  const [seen, setSeen] = useState(() => localStorage.getItem(SEEN));
  const alarm = useQuery(mailReportQuery).data?.alarm ?? null;
  // A week of empty digests is told on the page of mail; it is no reason to interrupt anybody.
  if (alarm === null || alarm === 'all_empty' || seen === week) return null;
  return (
    <aside className="mail-alarm" role="alert" aria-label={t('mail.alarm.title')}>
      <p>
        <strong>{t('mail.alarm.title')}</strong> {t(`mail.alarm.${alarm}`)}{' '}
        <Link to="/mail">{t('mail.alarm.open')}</Link>
      </p>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          localStorage.setItem(SEEN, week);
          setSeen(week);
        }}
      >
        {t('mail.alarm.seen')}
      </Button>
    </aside>
  );
}
