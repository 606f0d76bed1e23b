import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { useToday } from '../shell/use-me.js';
import { DateText } from '#ui/claim';
import { t } from '#ui/i18n';

interface SourceRowProps {
  readonly source: Schemas['SourceSummary'];
  readonly canOpen: boolean;
  readonly isSelected: boolean;
  readonly onFocus: () => void;
}

export function SourceRow({ source, canOpen, isSelected, onFocus }: SourceRowProps) {
  const { today } = useToday();
  const { pending, accepted, rejected } = source.candidates;
  const total = pending + accepted + rejected;
  return (
    <li data-selected={isSelected}>
      <p className="row-title">
        {canOpen ? (
          <Link to="/sources/$sourceId" params={{ sourceId: source.id }} onFocus={onFocus} data-row-link>
            {source.title}
          </Link>
        ) : (
          source.title
        )}
      </p>
      <p className="ot-soft row-facts">
        <span>
          {[...source.authors, source.outlet].filter((part) => part !== null && part !== '').join(', ')}
        </span>
        {source.publishedOn === null ? null : <DateText on={source.publishedOn} today={today} />}
      </p>
      <p className="row-tags">
        {source.syndicatedCopyOf === null ? (
          <span className={pending > 0 ? 'tag tag-strong' : 'tag'}>
            {total === 0
              ? t('sources.noCandidates')
              : pending === 0
                ? t('sources.done')
                : t('sources.pending', { n: pending })}
          </span>
        ) : (
          <span className="tag">{t('sources.copy', { title: source.syndicatedCopyOf.title })}</span>
        )}
        {source.differs ? <span className="tag tag-strong">{t('sources.differs')}</span> : null}
        {accepted + rejected === 0 ? null : (
          <span className="ot-soft">{t('sources.decided', { accepted, rejected })}</span>
        )}
      </p>
    </li>
  );
}
