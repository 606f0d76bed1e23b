import type { ReactNode } from 'react';
import type { CountedAs } from '#core/domain';
import {
  ALL_LIVE,
  BrierRange,
  claimsHref,
  measureHref,
  skillScale,
  SkillStrip,
  type StandingShape,
} from '#ui/board';
import { Strip, StripAxis, unitScale } from '#ui/charts';
import { formatCount, formatMeanScore, formatPercent, formatShare } from '#ui/format';
import { t, type PlainMessageId } from '#ui/i18n';

/** A record in numbers, each with the sentence that says what it is. */
export function ProfileFigures({
  standing,
  path,
}: {
  readonly standing: StandingShape;
  /** Of the profile. */
  readonly path: string;
}) {
  return (
    <>
      {standing.record === 'building' ? (
        <p className="ot-note">
          {t('profile.building', { families: standing.families, texts: standing.texts })}
        </p>
      ) : null}
      <dl className="ot-key-figures">
        <Skill standing={standing} />
        <Figure name="board.col.brier" measure="brier" text="profile.brier.text">
          <BrierRange
            mean={standing.meanBrier}
            low={standing.meanBrierLow}
            high={standing.meanBrierHigh}
            labelled
          />
        </Figure>
        <HitRate standing={standing} />
        <Figure name="profile.log" measure="log" text="profile.log.text">
          {standing.meanLog === null ? <None /> : formatMeanScore(standing.meanLog)}
        </Figure>
        <Bounds standing={standing} />
        <Figure name="board.col.scoreable" measure="scoreableShare" text="profile.scoreable.text">
          {standing.scoreableShare === null ? <None /> : formatShare(standing.scoreableShare)}
        </Figure>
      </dl>
      <Counts standing={standing} path={path} />
    </>
  );
}

const None = () => <span className="ot-soft">{t('board.brier.none')}</span>;

function Figure({
  name,
  measure,
  text,
  children,
}: {
  readonly name: PlainMessageId;
  readonly measure: string;
  readonly text: PlainMessageId;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>
        <a href={measureHref(measure)}>{t(name)}</a>
      </dt>
      <dd>{children}</dd>
      <dd className="ot-explained">{t(text)}</dd>
    </div>
  );
}

/** Skills one meets; a scale that shows less would make nothing look like much. */
const USUAL = [-0.1, 0.1];

function Skill({ standing }: { readonly standing: StandingShape }) {
  const scale = skillScale([standing], USUAL);
  return (
    <Figure name="board.col.skill" measure="skill" text="profile.skill.text">
      <SkillStrip row={standing} scale={scale} labelled />
    </Figure>
  );
}

function HitRate({ standing }: { readonly standing: StandingShape }) {
  const { hitRate, hitRateLow: low, hitRateHigh: high, referenceHitRate: reference } = standing;
  if (hitRate === null)
    return (
      <Figure name="board.col.hitRate" measure="hitRate" text="profile.hitRate.text">
        <None />
      </Figure>
    );
  const range = low === null || high === null ? null : ([low, high] as const);
  const words = [
    range === null ? null : t('format.range', { low: formatShare(range[0]), high: formatShare(range[1]) }),
    reference === null ? null : t('board.hitRate.reference', { rate: formatShare(reference) }),
  ].filter((part) => part !== null);
  return (
    <Figure name="board.col.hitRate" measure="hitRate" text="profile.hitRate.text">
      <span className="ot-skill">
        <span className="ot-strong">{formatShare(hitRate)}</span>
        <Strip
          scale={unitScale}
          label={[t('profile.hitRate.chart', { rate: formatShare(hitRate) }), ...words].join(', ')}
          range={range}
          dot={hitRate}
          diamond={reference}
        />
        <StripAxis
          scale={unitScale}
          marks={[0, 0.5, 1].map((value) => ({ at: value, text: formatPercent(value) }))}
        />
        <span className="ot-under">{words.join(', ')}</span>
      </span>
    </Figure>
  );
}

function Bounds({ standing }: { readonly standing: StandingShape }) {
  const { boundLow: low, boundHigh: high } = standing;
  return (
    <Figure name="profile.bounds" measure="ambiguousBounds" text="profile.bounds.text">
      {low === null || high === null ? (
        <None />
      ) : (
        t('format.range', { low: formatMeanScore(low), high: formatMeanScore(high) })
      )}
    </Figure>
  );
}

/** Each number with what the claims behind it are counted as. */
const COUNTS = [
  ['n', 'board.col.n', 'scored'],
  ['families', 'board.col.families', 'scored'],
  ['texts', 'board.col.texts', 'scored'],
  ['pending', 'board.col.pending', 'pending'],
  ['beforeDeadline', 'board.col.beforeDeadline', 'before_deadline'],
  ['void', 'board.col.void', 'void'],
  ['conditionUnmet', 'board.col.conditionUnmet', 'condition_unmet'],
  ['ambiguous', 'board.col.ambiguous', 'ambiguous'],
  ['unscoreable', 'board.col.unscoreable', 'unscoreable'],
  ['retrospective', 'board.col.retrospective', 'retrospective'],
] as const satisfies readonly (readonly [keyof StandingShape, PlainMessageId, CountedAs])[];

function Counts({ standing, path }: { readonly standing: StandingShape; readonly path: string }) {
  return (
    <dl className="ot-figures">
      {COUNTS.map(([key, label, counts]) => (
        <div key={key}>
          <dt>{t(label)}</dt>
          {standing[key] === 0 ? (
            <dd className="ot-zero">{formatCount(0)}</dd>
          ) : (
            <dd>
              <a
                href={claimsHref(path, { ...ALL_LIVE, counts })}
                aria-label={t('profile.claims.open', { label: t(label), n: formatCount(standing[key]) })}
              >
                {formatCount(standing[key])}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
