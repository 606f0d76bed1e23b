import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { EmptyState } from '../feedback/states.js';
import { NumberCell, NumberHead, ReportTable, RowHead, TextHead } from '../report/report-table.js';
import { formatCount, formatDate } from '#ui/format';
import { t } from '#ui/i18n';

const COLUMNS = ['taken', 'rejected', 'waiting', 'missed', 'readings'] as const;

/** Every text put in, whatever became of it. */
export function Ledger({ entries }: { readonly entries: readonly Schemas['LedgerEntry'][] }) {
  if (entries.length === 0)
    return (
      <EmptyState title={t('selection.ledger.empty.title')}>{t('selection.ledger.empty.text')}</EmptyState>
    );
  return (
    <ReportTable
      labelledBy="ledger"
      heads={
        <>
          <TextHead>{t('selection.texts.title')}</TextHead>
          {COLUMNS.map((column) => (
            <NumberHead key={column}>{t(`selection.ledger.${column}`)}</NumberHead>
          ))}
        </>
      }
    >
      {entries.map((entry) => (
        <tr role="row" key={entry.id}>
          <RowHead>
            <Link to="/sources/$sourceId" params={{ sourceId: entry.id }}>
              {entry.title}
            </Link>
            <span className="report-under">{factsOf(entry)}</span>
          </RowHead>
          {COLUMNS.map((column) => (
            <NumberCell key={column} label={t(`selection.ledger.${column}`)}>
              {formatCount(entry[column])}
            </NumberCell>
          ))}
        </tr>
      ))}
    </ReportTable>
  );
}

function factsOf({ outlet, publishedOn, isCopy }: Schemas['LedgerEntry']): string {
  return [
    outlet,
    publishedOn === null ? null : formatDate(publishedOn),
    isCopy ? t('selection.ledger.copy') : null,
  ]
    .filter((fact) => fact !== null)
    .join(' · ');
}
