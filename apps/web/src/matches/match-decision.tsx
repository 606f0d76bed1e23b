import { Button } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { t } from '#ui/i18n';
import { useDecideMatch } from './use-decide-match.js';

/** How sure the match is and why, and the two buttons that settle it. */
export function MatchDecision({ match }: { readonly match: Schemas['Match'] }) {
  const decide = useDecideMatch();
  return (
    <div className="match-decision">
      <span className={`match-strength match-strength-${match.strength}`}>
        {t(`match.strength.${match.strength}`)}
      </span>
      <span className="ot-soft">{match.reasons.join(' · ')}</span>
      {match.state === 'suggested' ? (
        <span className="match-buttons">
          <Button
            size="compact-sm"
            variant="default"
            loading={decide.isPending && decide.variables.decision === 'confirmed'}
            onClick={() => decide.mutate({ matchId: match.id, decision: 'confirmed' })}
          >
            {t('match.confirm')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={decide.isPending && decide.variables.decision === 'rejected'}
            onClick={() => decide.mutate({ matchId: match.id, decision: 'rejected' })}
          >
            {t('match.reject')}
          </Button>
        </span>
      ) : (
        <strong>
          {match.state === 'confirmed' ? t('match.state.confirmed') : t('match.state.rejected')}
        </strong>
      )}
    </div>
  );
}
