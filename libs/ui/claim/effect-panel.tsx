import type { Outcome } from '#core/domain';
import { formatEffect, formatScore, formatShare } from '#ui/format';
import { t } from '#ui/i18n';
import type { PublicClaimShape } from './claim-shapes.js';
import { ScoreExplanation } from './score-explanation.js';

/** What the claim adds to the record of its claimant, or why it adds nothing. */
export function EffectPanel({ claim }: { readonly claim: PublicClaimShape }) {
  const shown = claim.score ?? claim.preview;
  return (
    <>
      {shown === null ? (
        <p>{t(`inclusion.${claim.inclusion}`)}</p>
      ) : (
        <ScoreExplanation
          score={shown}
          point={claim.probability.point}
          outcome={claim.verdict?.outcome ?? null}
          isPreview={claim.score === null}
        />
      )}
      {claim.score === null || claim.inclusion === 'scored' ? null : (
        <p>{t(`inclusion.${claim.inclusion}`)}</p>
      )}
      <Comparison claim={claim} brier={shown?.brier ?? null} />
    </>
  );
}

/** The claim beside what was known of such things before it was made. */
function Comparison({ claim, brier }: { readonly claim: PublicClaimShape; readonly brier: number | null }) {
  const { reference = null, weight = null, effect = null } = claim;
  const referenceBrier = reference === null ? null : brierOf(reference, claim.verdict?.outcome ?? null);
  if (reference === null && weight === null && effect === null) return null;
  return (
    <dl className="ot-effect">
      {reference === null ? null : (
        <Fact name={t('claim.reference')} value={formatShare(reference)} text={t('claim.reference.text')} />
      )}
      {referenceBrier === null || brier === null ? null : (
        <Fact
          name={t('claim.difference')}
          value={formatEffect(referenceBrier - brier)}
          text={t('claim.difference.text', {
            reference: formatScore(referenceBrier),
            own: formatScore(brier),
          })}
        />
      )}
      {weight === null ? null : (
        <Fact
          name={t('claim.weight')}
          value={formatShare(weight)}
          text={t(weight < 1 ? 'claim.weight.part' : 'claim.weight.whole')}
        />
      )}
      {effect === null ? null : (
        <Fact name={t('claim.onSkill')} value={formatEffect(effect)} text={t('claim.onSkill.text')} />
      )}
    </dl>
  );
}

function brierOf(probability: number, outcome: Outcome | null): number | null {
  if (outcome === 'OCCURRED') return (probability - 1) ** 2;
  return outcome === 'NOT_OCCURRED' ? probability ** 2 : null;
}

function Fact({
  name,
  value,
  text,
}: {
  readonly name: string;
  readonly value: string;
  readonly text: string;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="ot-strong">{value}</dd>
      <dd className="ot-under">{text}</dd>
    </div>
  );
}
