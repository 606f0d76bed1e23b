import { t } from '#ui/i18n';
import { claimsHref, subjectPath } from './board-address.js';
import type { BoardFilterShape, SubjectShape } from './board-shapes.js';

/** A name, leading to its page where it has one. */
export function SubjectName({ subject }: { readonly subject: SubjectShape }) {
  const path = subjectPath(subject);
  return path === null ? <span>{subject.name}</span> : <a href={path}>{subject.name}</a>;
}

/** What is said under a name in a table: what it is, and where its exact list of claims stands. */
export function SubjectUnder({
  subject,
  filter,
}: {
  readonly subject: SubjectShape;
  readonly filter: BoardFilterShape;
}) {
  const path = subjectPath(subject);
  return (
    <span className="ot-under">
      {t(`kind.${subject.kind}`)}
      {path === null ? null : (
        <span className="ot-block">
          <a href={claimsHref(path, { ...filter, counts: 'scored' })}>
            {t('board.count')}
            <span className="ot-hidden">: {subject.name}</span>
          </a>
        </span>
      )}
    </span>
  );
}
