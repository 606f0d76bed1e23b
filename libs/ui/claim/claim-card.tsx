import type { LikelihoodBand, Restatement } from '#core/domain';
import { describeLikelihood, formatDate } from '#ui/format';
import { t } from '#ui/i18n';
import type { QuoteShape } from './claim-shapes.js';
import { LikelihoodBar } from './likelihood-bar.js';
import { Quote } from './quote.js';
import { SeriesPlace } from './series-place.js';

export interface ClaimCardProps {
  readonly claimant: string;
  readonly saidOn: string;
  readonly sourceTitle: string;
  readonly outlet: string | null;
  readonly quote: QuoteShape;
  /** Null while it is hidden from who has yet to review. */
  readonly probability: LikelihoodBand | null;
  readonly condition: string | null;
  readonly retrospective: boolean;
  /** Its place among what the claimant said of it; null where that is said once, or hidden. */
  readonly series?: Restatement | null;
}

/** One claim in short: the words in their context, who said them when, and how likely they said it was. */
export function ClaimCard(props: ClaimCardProps) {
  const where = [props.sourceTitle, props.outlet].filter((part) => part !== null && part !== '').join(', ');
  return (
    <article className="ot-card">
      <Quote quote={props.quote} />
      <p className="ot-card-who">
        <strong>{props.claimant}</strong>
        <span className="ot-soft">
          {' '}
          · {[formatDate(props.saidOn), where].filter((part) => part !== '').join(' · ')}
        </span>
        {props.retrospective ? <span className="ot-tag">{t('claim.retrospective')}</span> : null}
      </p>
      {props.probability === null ? null : (
        <>
          <p className="ot-card-likelihood">{describeLikelihood(props.probability)}</p>
          <LikelihoodBar band={props.probability} />
        </>
      )}
      {props.series === undefined || props.series === null ? null : <SeriesPlace series={props.series} />}
      {props.condition === null ? null : (
        <p>
          <strong>{t('claim.condition')}</strong> {props.condition}
        </p>
      )}
    </article>
  );
}
