import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { useToday } from '../shell/use-me.js';
import { DateText } from '#ui/claim';
import { formatDate } from '#ui/format';
import { t } from '#ui/i18n';

type Item = Schemas['InboxItem'];

interface InboxRowProps {
  readonly item: Item;
  readonly index: number;
  readonly isSelected: boolean;
  /** Null for those who select nothing. */
  readonly isChecked: boolean | null;
  readonly onCheck: () => void;
  readonly onFocus: () => void;
}

export function InboxRow({ item, index, isSelected, isChecked, onCheck, onFocus }: InboxRowProps) {
  const { today } = useToday();
  return (
    <div className="inbox-row" data-selected={isSelected}>
      {isChecked === null ? null : (
        <Checkbox
          checked={isChecked}
          onChange={onCheck}
          aria-label={t('inbox.select', { statement: item.statement })}
        />
      )}
      <div>
        <p className="row-title">
          <Link
            to="/review/$propositionId"
            params={{ propositionId: item.propositionId }}
            onFocus={onFocus}
            data-row-link={index}
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
        {item.assignment === null || item.assignment.note === '' ? null : (
          <p className="row-facts">{item.assignment.note}</p>
        )}
        <Tags item={item} />
      </div>
    </div>
  );
}

function Tags({ item }: { readonly item: Item }) {
  return (
    <p className="row-tags">
      {item.assignment === null ? null : (
        <span className="tag tag-strong">
          {item.assignment.dueOn === null
            ? t('inbox.assigned')
            : t('inbox.assigned.due', { date: formatDate(item.assignment.dueOn) })}
        </span>
      )}
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
      {item.isSkipped ? <span className="tag">{t('inbox.skipped')}</span> : null}
    </p>
  );
}
