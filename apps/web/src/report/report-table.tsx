import type { ReactNode } from 'react';
import { formatShare } from '#ui/format';
import { t } from '#ui/i18n';

interface Content {
  readonly children: ReactNode;
}

/** Roles: on a narrow screen rows are drawn as cards, and would else be no table to a screen reader. */
export function ReportTable({
  labelledBy,
  heads,
  children,
}: Content & { readonly labelledBy: string; readonly heads: ReactNode }) {
  return (
    <table className="report-table" role="table" aria-labelledby={labelledBy}>
      <thead role="rowgroup">
        <tr role="row">{heads}</tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function TextHead({ children }: Content) {
  return (
    <th role="columnheader" scope="col">
      {children}
    </th>
  );
}

export function NumberHead({ children }: Content) {
  return (
    <th role="columnheader" scope="col" className="report-cell">
      {children}
    </th>
  );
}

export function RowHead({ children }: Content) {
  return (
    <th role="rowheader" scope="row">
      {children}
    </th>
  );
}

/** `label` is the head of its column, which a card has in front of it. */
export function NumberCell({ label, children }: Content & { readonly label: string }) {
  return (
    <td role="cell" className="report-cell" data-label={label}>
      {children}
    </td>
  );
}

/** A share with its interval, all 0-1. */
export function ShareWithRange({
  share,
  low,
  high,
}: {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}) {
  return (
    <>
      <span className="report-number">{formatShare(share)}</span>
      <span className="report-under">
        {t('format.range', { low: formatShare(low), high: formatShare(high) })}
      </span>
    </>
  );
}
