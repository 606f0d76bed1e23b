import { Alert, Button } from '@mantine/core';
import { isVersionConflict, ProblemError } from '../api/problem.js';
import { t } from '#ui/i18n';
import { explainProblem, requestIdOf } from './explain-problem.js';

/** An error beside the thing it happened to. A version conflict comes with the way out. */
export function ProblemAlert({
  error,
  onReload,
}: {
  readonly error: unknown;
  readonly onReload?: () => void;
}) {
  if (error === null || error === undefined) return null;
  const requestId = requestIdOf(error);
  const fields = error instanceof ProblemError ? error.fields : [];
  return (
    <Alert color="red" variant="light" role="alert" className="problem" title={t('problem.title')}>
      <p>{explainProblem(error)}</p>
      {fields.length === 0 ? null : (
        <ul>
          {fields.map((field, index) => (
            <li key={`${String(index)} ${field.path}`}>
              {field.path === '' ? null : <strong>{field.path}: </strong>}
              {field.message}
            </li>
          ))}
        </ul>
      )}
      {isVersionConflict(error) && onReload !== undefined ? (
        <Button size="xs" variant="default" onClick={onReload}>
          {t('problem.reload')}
        </Button>
      ) : null}
      {requestId === null ? null : <p className="ot-soft">{t('problem.requestId', { id: requestId })}</p>}
    </Alert>
  );
}
