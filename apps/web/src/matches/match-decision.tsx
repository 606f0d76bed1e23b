import { Button } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { STANCES, type Stance } from '#core/domain';
import { t } from '#ui/i18n';
import { useDecideMatch } from './use-decide-match.js';

/**
 * How sure the match is and why, and the buttons that settle it: what the event says of the statement confirms it. A
 * confirmed one can be said otherwise, or rejected, later.
 */
export function MatchDecision({ match }: { readonly match: Schemas['Match'] }) {
  const decide = useDecideMatch();
  const isPending = (stance: Stance | null): boolean =>
    decide.isPending && decide.variables.stance === stance;
  return (
    <div className="match-decision">
      <span className={`match-strength match-strength-${match.strength}`}>
        {match.byHand ? t('match.byHand') : t(`match.strength.${match.strength}`)}
      </span>
      {match.byHand ? null : <span className="ot-soft">{match.reasons.join(' · ')}</span>}
      {match.state === 'rejected' ? (
        <strong>{t('match.state.rejected')}</strong>
      ) : (
        <span className="match-buttons" role="group" aria-label={t('match.decide')}>
          {STANCES.map((stance) => (
            <Button
              key={stance}
              size="compact-sm"
              // Without a variant it is painted as the main button of the house, legible in the dark.
              {...(match.stance === stance ? {} : { variant: 'default' })}
              aria-pressed={match.stance === stance}
              loading={isPending(stance)}
              onClick={() => decide.mutate({ matchId: match.id, decision: 'confirmed', stance })}
            >
              {t(`stance.${stance}`)}
            </Button>
          ))}
          <Button
            size="compact-sm"
            variant="subtle"
            loading={isPending(null)}
            onClick={() => decide.mutate({ matchId: match.id, decision: 'rejected', stance: null })}
          >
            {t('match.reject')}
          </Button>
        </span>
      )}
    </div>
  );
}
