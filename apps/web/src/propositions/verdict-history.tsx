import { Title } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { useToday } from '../shell/use-me.js';
import { VerdictBadge } from '#ui/claim';
import { formatDate, formatInstantDay, voidReasonWords } from '#ui/format';
import { t } from '#ui/i18n';

type Verdict = Schemas['PropositionDetail']['verdicts'][number];

/** Every verdict there ever was, the newest first; nothing is overwritten. */
export function VerdictHistory({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const newestFirst = [...verdicts].sort((a, b) => b.version - a.version);
  return (
    <section aria-labelledby="verdicts" className="side-section">
      <Title order={2} id="verdicts">
        {t('proposition.verdicts')}
      </Title>
      {newestFirst.length === 0 ? <p className="ot-soft">{t('proposition.verdicts.none')}</p> : null}
      <ol className="history">
        {newestFirst.map((verdict) => (
          <Entry key={verdict.version} verdict={verdict} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ verdict }: { readonly verdict: Verdict }) {
  const { zone } = useToday();
  return (
    <li>
      <p>
        {verdict.outcome === null ? (
          <strong>{t('verdict.stage.reopened')}</strong>
        ) : (
          <VerdictBadge outcome={verdict.outcome} />
        )}
      </p>
      <p className="ot-soft">
        {t(`verdict.stage.${verdict.stage}`)}, {formatInstantDay(verdict.decidedAt, zone)}
        {verdict.occurredOn === null
          ? null
          : `, ${t('claim.verdict.occurredOn', { date: formatDate(verdict.occurredOn) })}`}
        {verdict.voidReason === null ? null : ` (${voidReasonWords(verdict.voidReason)})`}
      </p>
      {verdict.stage === 'provisional' && verdict.finaliseDueAt !== null ? (
        <p className="ot-soft">
          {t('claim.verdict.provisionalUntil', { date: formatInstantDay(verdict.finaliseDueAt, zone) })}
        </p>
      ) : null}
      {verdict.reason === null || verdict.reason === '' ? null : <p>{verdict.reason}</p>}
    </li>
  );
}
