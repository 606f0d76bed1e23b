import { Button } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { useToday } from '../shell/use-me.js';
import { DateText, OutsideLink } from '#ui/claim';
import { formatInstantDay, hostOf, safeWebAddress } from '#ui/format';
import { t } from '#ui/i18n';
import { MatchDecision } from './match-decision.js';

export type PropositionMatch = Schemas['PropositionDetail']['matches'][number];

/** Reports that may bear on a proposition: when, where, why they were matched. */
export function MatchedEvents({
  matches,
  onUse,
}: {
  readonly matches: readonly PropositionMatch[];
  /** Where given, a report with an address can be taken over as evidence. */
  readonly onUse?: (match: PropositionMatch) => void;
}) {
  const { zone } = useToday();
  if (matches.length === 0) return <p className="ot-soft">{t('match.none')}</p>;
  return (
    <ul className="row-list">
      {matches.map((match) => (
        <li key={match.id} data-rejected={match.state === 'rejected'}>
          <p className="row-title">
            <OutsideLink address={match.url}>{match.title}</OutsideLink>
          </p>
          <p className="ot-soft">
            {t('match.published', { date: formatInstantDay(match.publishedAt, zone) })}
            {safeWebAddress(match.url) === null ? null : ` · ${hostOf(match.url ?? '')}`}
            {match.occurredOn === null ? null : (
              <>
                {' · '}
                {t('match.occurredOn')} <DateText on={match.occurredOn} />
              </>
            )}
          </p>
          {match.olderThanClaim ? <p className="flag">{t('match.older')}</p> : null}
          <MatchDecision match={match} />
          {onUse === undefined || safeWebAddress(match.url) === null || match.state === 'rejected' ? null : (
            <Button size="compact-sm" variant="subtle" onClick={() => onUse(match)}>
              {t('match.use')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
