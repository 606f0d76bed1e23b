import { OFFLINE, ProblemError } from '../api/problem.js';
import { findMessage, t } from '#ui/i18n';

/** What went wrong, for a person: our words for codes we know, else the server's own sentence. */
export function explainProblem(error: unknown): string {
  if (!(error instanceof ProblemError)) return t('problem.unknown');
  if (error.code === OFFLINE) return t('problem.offline');
  const known = findMessage(`problem.${error.code}`);
  if (known !== null) return known;
  return error.message === '' ? t('problem.unknown') : error.message;
}

export const requestIdOf = (error: unknown): string | null =>
  error instanceof ProblemError ? error.requestId : null;
