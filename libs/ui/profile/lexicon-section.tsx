import { measureHref } from '#ui/board';
import { Strip, StripAxis, stripScale } from '#ui/charts';
import { formatCount, formatMeanScore, formatShare } from '#ui/format';
import { t } from '#ui/i18n';
import type { LexiconShape } from './profile-shapes.js';

interface LexiconProps {
  readonly lexicon: LexiconShape;
  readonly name: string;
  /** Where the profiles of neighbours are. */
  readonly pathOf: (id: string) => string;
}

/** How much of the score rests on what words are taken to mean, and of the order with those ranked next to it. */
export function LexiconSection({ lexicon, name, pathOf }: LexiconProps) {
  const { draws, people, drawn, meanBrier, low, high } = lexicon;
  if (drawn === 0) return null;
  const range = { low: formatMeanScore(low), high: formatMeanScore(high) };
  const scale = stripScale([0, 0.25, low, high], [0, 1]);
  const [, end = 1] = scale.domain();
  return (
    <section aria-labelledby="lexicon">
      <h2 id="lexicon">{t('profile.lexicon')}</h2>
      <p className="ot-measure">
        {t('profile.lexicon.text', {
          draws: formatCount(draws),
          people: formatCount(people),
          drawn: formatShare(drawn),
        })}{' '}
        <a href={measureHref('lexiconRobustness')}>{t('profile.lexicon.how')}</a>
      </p>
      <dl className="ot-key-figures ot-key-figures-small">
        <div>
          <dt>
            <a href={measureHref('brier')}>{t('board.col.brier')}</a>
          </dt>
          <dd>
            <span className="ot-skill">
              <span className="ot-strong">{formatMeanScore(meanBrier)}</span>
              <Strip
                scale={scale}
                label={t('profile.lexicon.chart', { score: formatMeanScore(meanBrier), ...range })}
                base={0.25}
                range={[low, high]}
                dot={meanBrier}
              />
              <StripAxis scale={scale} marks={[0, 0.25, end].map((at) => ({ at, text: String(at) }))} />
              <span className="ot-under">{t('format.range', range)}</span>
            </span>
          </dd>
          <dd className="ot-explained">{t('profile.lexicon.brier.text')}</dd>
        </div>
      </dl>
      <Neighbours lexicon={lexicon} name={name} pathOf={pathOf} />
    </section>
  );
}

function Neighbours({ lexicon, name, pathOf }: LexiconProps) {
  if (lexicon.neighbours.length === 0) return null;
  const own = formatMeanScore(lexicon.meanBrier);
  return (
    <table className="ot-cards ot-small" role="table">
      <caption>
        {t('profile.lexicon.caption', { name })}{' '}
        <span className="ot-soft">{t('profile.lexicon.note', { name, score: own })}</span>
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('profile.lexicon.col.name')}
          </th>
          {(['rank', 'brier', 'order', 'holds'] as const).map((column) => (
            <th
              key={column}
              role="columnheader"
              scope="col"
              className={column === 'order' ? undefined : 'ot-number'}
            >
              {t(`profile.lexicon.col.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lexicon.neighbours.map((row) => (
          <tr key={row.id} role="row">
            <th role="rowheader" scope="row">
              <a href={pathOf(row.id)}>{row.name}</a>
            </th>
            <td role="cell" className="ot-number" data-label={t('profile.lexicon.col.rank')}>
              {formatCount(row.rank)}
            </td>
            <td role="cell" className="ot-number" data-label={t('profile.lexicon.col.brier')}>
              {formatMeanScore(row.meanBrier)}
            </td>
            <td role="cell" data-label={t('profile.lexicon.col.order')}>
              {t(row.isBehind ? 'profile.lexicon.lower' : 'profile.lexicon.higher', { name })}
            </td>
            <td role="cell" className="ot-number" data-label={t('profile.lexicon.col.holds')}>
              {formatShare(row.holds)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
