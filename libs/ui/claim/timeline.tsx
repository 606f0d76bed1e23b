import { scaleUtc } from 'd3-scale';
import { formatDate } from '#ui/format';
import { t } from '#ui/i18n';
import type { TimelineEntryShape } from './claim-shapes.js';
import { DateText } from './date-text.js';
import { OutsideLink } from './outside-link.js';

const dayOf = (on: string) => Date.parse(`${on.slice(0, 10)}T12:00:00Z`);

/** What happened when: a line with a mark per date, and the same as a list, which is what screen readers get. */
export function Timeline({
  entries,
  today,
}: {
  readonly entries: readonly TimelineEntryShape[];
  readonly today: string;
}) {
  if (entries.length === 0) return <p className="ot-soft">{t('claim.timeline.empty')}</p>;
  const sorted = [...entries].sort((a, b) => a.on.localeCompare(b.on));
  return (
    <div className="ot-timeline">
      <TimelineDrawing entries={sorted} today={today} />
      <ol>
        {sorted.map((entry, index) => (
          <li key={`${String(index)} ${entry.on}`} className={`ot-when ot-when-${entry.kind}`}>
            <span className="ot-when-date">
              <DateText on={entry.on} />
            </span>
            <span>
              <strong>{t(`timeline.${entry.kind}`)}</strong>
              {entry.label === '' ? null : (
                <>
                  {' '}
                  <OutsideLink address={entry.url}>{entry.label}</OutsideLink>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function TimelineDrawing({
  entries,
  today,
}: {
  readonly entries: readonly TimelineEntryShape[];
  readonly today: string;
}) {
  const dates = entries.map((entry) => entry.on);
  const from = dates[0] ?? today;
  const to = dates.at(-1) ?? today;
  if (dayOf(from) === dayOf(to) || Number.isNaN(dayOf(from)) || Number.isNaN(dayOf(to))) return null;
  const position = scaleUtc()
    .domain([dayOf(from), dayOf(to)])
    .range([3, 97])
    .clamp(true);
  const at = (on: string) => `${position(dayOf(on)).toFixed(2)}%`;
  const showsToday = today > from && today < to;
  return (
    <svg
      className="ot-timeline-drawing"
      width="100%"
      height="40"
      role="img"
      aria-label={t('claim.timeline.chart', { from: formatDate(from), to: formatDate(to) })}
    >
      <line className="ot-scale-line" x1={at(from)} x2={at(to)} y1="14" y2="14" />
      {showsToday ? (
        <>
          <line className="ot-timeline-today" x1={at(today)} x2={at(today)} y1="4" y2="24" />
          <text className="ot-timeline-text" x={at(today)} y="37" textAnchor="middle">
            {t('claim.timeline.today')}
          </text>
        </>
      ) : null}
      {entries.map((entry, index) => (
        <g key={`${String(index)} ${entry.on}`} className={`ot-mark-${entry.kind}`}>
          {entry.kind === 'due' ? (
            <line x1={at(entry.on)} x2={at(entry.on)} y1="5" y2="23" />
          ) : (
            <circle cx={at(entry.on)} cy="14" r="5" />
          )}
        </g>
      ))}
    </svg>
  );
}
