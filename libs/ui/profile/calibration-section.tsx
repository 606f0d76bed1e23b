import { measureHref } from '#ui/board';
import { IsotonicCurve, ReliabilityDiagram } from '#ui/charts';
import { formatMeanScore, formatSigned } from '#ui/format';
import { t, type PlainMessageId } from '#ui/i18n';
import type { CalibrationShape } from './profile-shapes.js';

/** Whether what was called 70 % came about seven times in ten: by bins for words and numbers apart, and without bins. */
export function CalibrationSection({ calibration }: { readonly calibration: CalibrationShape }) {
  return (
    <section aria-labelledby="calibration">
      <h2 id="calibration">{t('profile.calibration')}</h2>
      <p className="ot-soft ot-measure">{t('profile.calibration.text')}</p>
      <div className="ot-charts">
        <ReliabilityDiagram
          bins={calibration.words}
          title={t('profile.calibration.words')}
          note={t('profile.calibration.words.note')}
          empty={t('profile.calibration.words.empty')}
        />
        <ReliabilityDiagram
          bins={calibration.numbers}
          title={t('profile.calibration.numbers')}
          note={t('profile.calibration.numbers.note')}
          empty={t('profile.calibration.numbers.empty')}
        />
        <IsotonicCurve
          curve={calibration.curve}
          title={t('profile.calibration.curve')}
          empty={t('profile.calibration.curve.empty')}
        />
      </div>
      <Parts calibration={calibration} />
    </section>
  );
}

const PARTS = [
  ['ece', 'profile.ece', 'profile.ece.text', 'ece'],
  ['reliability', 'profile.reliability', 'profile.reliability.text', 'murphyParts'],
  ['resolution', 'profile.resolution', 'profile.resolution.text', 'murphyParts'],
  ['uncertainty', 'profile.uncertainty', 'profile.uncertainty.text', 'murphyParts'],
  ['sharpness', 'measure.sharpness.name', 'profile.sharpness.text', 'sharpness'],
  ['discrimination', 'measure.discrimination.name', 'profile.discrimination.text', 'discrimination'],
  ['auc', 'measure.auc.name', 'profile.auc.text', 'auc'],
] as const satisfies readonly (readonly [keyof CalibrationShape, PlainMessageId, PlainMessageId, string])[];

function Parts({ calibration }: { readonly calibration: CalibrationShape }) {
  const isShort = calibration.ece === null || calibration.reliability === null;
  const note = isShort ? <p className="ot-soft ot-measure">{t('profile.parts.none')}</p> : null;
  const known = PARTS.filter(([key]) => calibration[key] !== null);
  if (known.length === 0) return note;
  return (
    <>
      <dl className="ot-key-figures ot-key-figures-small">
        {known.map(([key, name, text, measure]) => {
          const value = calibration[key];
          return (
            <div key={key}>
              <dt>
                <a href={measureHref(measure)}>{t(name)}</a>
              </dt>
              <dd>
                {value === null ? '–' : (key === 'discrimination' ? formatSigned : formatMeanScore)(value)}
              </dd>
              <dd className="ot-explained">{t(text)}</dd>
            </div>
          );
        })}
      </dl>
      {note}
    </>
  );
}
