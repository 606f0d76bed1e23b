import type { Outcome } from '#core/domain';
import { outcomeWord } from '#ui/format';
import { t } from '#ui/i18n';

/**
 * The sign of an outcome. Four shapes, told apart without colour: full, empty, half, crossed out and dashed. None is
 * green or red, because a thing that happened is neither good nor bad; ambiguous and void never look like "no".
 */
export function OutcomeSign({ outcome }: { readonly outcome: Outcome | null }) {
  return (
    <svg className="ot-sign" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {drawOutcome(outcome)}
    </svg>
  );
}

function drawOutcome(outcome: Outcome | null) {
  const ring = <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />;
  switch (outcome) {
    case 'OCCURRED':
      return <circle cx="7" cy="7" r="6.5" fill="currentColor" />;
    case 'NOT_OCCURRED':
      return ring;
    case 'AMBIGUOUS':
      return (
        <>
          {ring}
          <path d="M7 1.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
        </>
      );
    case 'VOID':
      return (
        <>
          <circle
            cx="7"
            cy="7"
            r="5.5"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeDasharray="2.2 1.7"
          />
          <path d="M3 11 11 3" stroke="currentColor" strokeWidth="1.5" />
        </>
      );
    case null:
      return <path d="M3 7h8" stroke="currentColor" strokeWidth="2" strokeDasharray="2 1" />;
  }
}

/** Sign and word of an outcome; `stage` is said where it is not final. */
export function VerdictBadge({
  outcome,
  stage,
}: {
  readonly outcome: Outcome;
  readonly stage?: 'provisional' | 'final' | undefined;
}) {
  return (
    <span className={`ot-badge ot-badge-${outcome.toLowerCase().replace('_', '-')}`}>
      <OutcomeSign outcome={outcome} />
      <span>{outcomeWord(outcome)}</span>
      {stage === 'provisional' ? (
        <span className="ot-badge-stage">{t('claim.verdict.provisional')}</span>
      ) : null}
    </span>
  );
}
