import type { Schemas } from '../api/client.js';
import { t } from '#ui/i18n';

type Candidate = Schemas['Candidate'];

/** How far the triage of a text is, and what came of it. */
export function TriageProgress({ candidates }: { readonly candidates: readonly Candidate[] }) {
  const total = candidates.length;
  if (total === 0) return null;
  const count = (state: Candidate['state']) => candidates.filter((one) => one.state === state).length;
  const done = total - count('pending');
  return (
    <div className="progress">
      <progress max={total} value={done} aria-label={t('triage.progress')} />
      <span>{t('triage.progress.text', { done, total })}</span>
      {done === 0 ? null : (
        <span className="ot-soft">
          {t('triage.progress.parts', {
            accepted: count('accepted'),
            rejected: count('rejected'),
            merged: count('merged'),
          })}
        </span>
      )}
    </div>
  );
}
