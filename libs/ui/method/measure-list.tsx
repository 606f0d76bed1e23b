import { findMessage, t } from '#ui/i18n';
import type { MeasureShape } from './method-shapes.js';

/** The measures by the place they stand at, in their own order. */
export function groupMeasures(measures: readonly MeasureShape[]) {
  const groups = new Map<string, MeasureShape[]>();
  for (const measure of measures) {
    const group = groups.get(measure.explains);
    if (group === undefined) groups.set(measure.explains, [measure]);
    else group.push(measure);
  }
  return [...groups].map(([place, members]) => ({ place, members }));
}

export const measureName = (measure: Pick<MeasureShape, 'key'>) =>
  findMessage(`measure.${measure.key}.name`) ?? measure.key;
export const placeName = (place: string) => findMessage(`method.place.${place}`) ?? place;

/** Every measure with its sentence, formula, scale, direction and source; each has an address of its own. */
export function MeasureList({ measures }: { readonly measures: readonly MeasureShape[] }) {
  return (
    <>
      {groupMeasures(measures).map(({ place, members }) => (
        <section key={place} aria-labelledby={`place-${place}`}>
          <h3 id={`place-${place}`} className="ot-place">
            {placeName(place)}
          </h3>
          {members.map((measure) => (
            <Measure key={measure.key} measure={measure} />
          ))}
        </section>
      ))}
    </>
  );
}

function Measure({ measure }: { readonly measure: MeasureShape }) {
  const text = findMessage(`measure.${measure.key}.text`);
  return (
    <article className="ot-measure-entry" id={`measure-${measure.key}`}>
      <h4>{measureName(measure)}</h4>
      <div>
        {text === null ? null : <p>{text}</p>}
        <p className="ot-formula-line">
          <code>{measure.formula}</code>
        </p>
        <p className="ot-soft">
          {t('method.scale', { scale: measure.scale })} {t(`method.direction.${measure.direction}`)}
          {measure.bestAt === undefined ? null : ` ${t('method.best', { value: String(measure.bestAt) })}`}
          {/* A reader who wants to check goes there first. */}
          <span className="ot-block">{t('method.source', { source: measure.source })}</span>
        </p>
      </div>
    </article>
  );
}
