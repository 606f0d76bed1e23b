import type { ReactNode } from 'react';
import { t } from '#ui/i18n';

/** The numbers of a chart as a table; the first column heads the rows. */
export interface ChartTableProps {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ChartFigureProps {
  readonly title: string;
  /** How to read it. */
  readonly note?: string;
  readonly table: ChartTableProps;
  /** The drawing, with a sentence for those who do not see it. */
  readonly children: ReactNode;
}

/** From so many rows on, the table scrolls in a frame of its own. */
const LONG = 14;

/** A drawing with its title, how to read it, and, one key away, the same numbers as a table. */
export function ChartFigure({ title, note, table, children }: ChartFigureProps) {
  return (
    <figure className="ot-chart">
      <figcaption>
        <span className="ot-chart-title">{title}</span>
        {note === undefined ? null : <span className="ot-chart-note">{note}</span>}
      </figcaption>
      {children}
      <details>
        <summary>
          {t('chart.table.show')}
          <span className="ot-hidden">: {title}</span>
        </summary>
        {table.rows.length < LONG ? (
          <ChartTable {...table} title={title} />
        ) : (
          <div className="ot-scroll" role="region" aria-label={title} tabIndex={0}>
            <ChartTable {...table} title={title} />
          </div>
        )}
      </details>
    </figure>
  );
}

function ChartTable({ columns, rows, title }: ChartTableProps & { readonly title: string }) {
  return (
    <table className="ot-chart-table">
      <caption className="ot-hidden">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${String(index)} ${row[0] ?? ''}`}>
            {row.map((cell, place) =>
              place === 0 ? (
                <th key={columns[place]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={columns[place]}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where a chart would have no point. */
export function ChartEmpty({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <figure className="ot-chart">
      <figcaption>
        <span className="ot-chart-title">{title}</span>
      </figcaption>
      <p className="ot-soft">{text}</p>
    </figure>
  );
}
