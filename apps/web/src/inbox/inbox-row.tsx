import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { useToday } from '../shell/use-me.js';
import { DateText } from '#ui/claim';
import { t } from '#ui/i18n';

interface InboxRowProps {
  readonly item: Schemas['InboxItem'];
  readonly isSelected: boolean;
  readonly onFocus: () => void;
}

export function InboxRow({ item, isSelected, onFocus }: InboxRowProps) {
  const { today } = useToday();
  return (
    <li data-selected={isSelected}>
      <p className="row-title">
        <Link
          to="/review/$propositionId"
          params={{ propositionId: item.propositionId }}
          onFocus={onFocus}
          data-row-link
        >
          {item.statement}
        </Link>
      </p>
      <p className="ot-soft row-facts">
        {item.deadlineOn === null ? (
          <span>{t('inbox.noDeadline')}</span>
        ) : (
          <span>
            {t('inbox.deadline')} <DateText on={item.deadlineOn} today={today} />
          </span>
        )}
        <span>{t('inbox.claims', { n: item.claims })}</span>
      </p>
      <p className="row-tags">
        {item.overdueDays !== null && item.overdueDays > 0 ? (
          <span className="tag tag-strong">{t('inbox.overdue', { n: item.overdueDays })}</span>
        ) : null}
        {item.reasons.map((reason) => (
          <span key={reason} className="tag">
            {t(`inbox.reason.${reason}`)}
          </span>
        ))}
        {item.hasDraft ? <span className="tag">{t('inbox.hasDraft')}</span> : null}
        {item.leasedByOthers ? <span className="tag">{t('inbox.leased')}</span> : null}
      </p>
    </li>
  );
}
