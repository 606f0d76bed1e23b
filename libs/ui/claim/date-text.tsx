import { formatDate, formatRelativeDay, formatShortDate } from '#ui/format';

/** A date, absolute and, where `today` is given, how far away it is. */
export function DateText({
  on,
  today,
  short = false,
}: {
  readonly on: string;
  readonly today?: string;
  readonly short?: boolean;
}) {
  return (
    <span className="ot-date">
      <time dateTime={on}>{short ? formatShortDate(on) : formatDate(on)}</time>
      {today === undefined ? null : <span className="ot-soft"> ({formatRelativeDay(on, today)})</span>}
    </span>
  );
}
