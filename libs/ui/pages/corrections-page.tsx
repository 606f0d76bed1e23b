import type { Outcome, VoidReason } from '#core/domain';
import { formatDate, formatInstantDay, outcomeWord, voidReasonWords } from '#ui/format';
import { t } from '#ui/i18n';
import { zoneOf, type PublicInstallation } from './installation.js';
import { PublicLayout } from './public-layout.js';

interface FindingShape {
  readonly outcome: Outcome;
  readonly voidReason: VoidReason | null;
  readonly occurredOn: string | null;
}

export interface CorrectionsShape {
  readonly items: readonly {
    readonly propositionId: string;
    readonly claimId: string | null;
    readonly statement: string;
    readonly reopenedAt: string;
    readonly reason: string;
    readonly before: FindingShape;
    readonly after: (FindingShape & { readonly finalAt: string }) | null;
  }[];
  readonly page: { readonly number: number; readonly size: number; readonly total: number };
}

export interface CorrectionsPageProps {
  readonly data: CorrectionsShape;
  readonly installation: PublicInstallation;
}

/** `/corrections`: every final verdict that was taken back. */
export function CorrectionsPage({ data, installation }: CorrectionsPageProps) {
  const zone = zoneOf(installation);
  const { number } = data.page;
  return (
    <PublicLayout
      installation={installation}
      title={t('corrections.title')}
      description={t('corrections.lead')}
      path={number === 1 ? '/corrections' : `/corrections?page=${String(number)}`}
    >
      <header className="ot-page-header">
        <h1>{t('corrections.title')}</h1>
        <p className="ot-lead">{t('corrections.lead')}</p>
      </header>
      {data.items.length === 0 ? (
        <p>{t('corrections.empty')}</p>
      ) : (
        <ol className="ot-corrections">
          {data.items.map((item) => (
            <li key={`${item.propositionId} ${item.reopenedAt}`}>
              <Correction item={item} zone={zone} />
            </li>
          ))}
        </ol>
      )}
      <Pages {...data.page} />
    </PublicLayout>
  );
}

function Correction({
  item,
  zone,
}: {
  readonly item: CorrectionsShape['items'][number];
  readonly zone: string;
}) {
  const { before, after, claimId } = item;
  return (
    <article>
      <h2>
        {claimId === null ? (
          item.statement
        ) : (
          <a href={`/claims/${encodeURIComponent(claimId)}`}>{item.statement}</a>
        )}
      </h2>
      <dl className="ot-facts">
        <div>
          <dt>{t('corrections.before')}</dt>
          <dd>{describe(before)}</dd>
        </div>
        <div>
          <dt>{t('corrections.after')}</dt>
          <dd>
            {after === null ? (
              <span className="ot-soft">{t('corrections.pending')}</span>
            ) : (
              <>
                {describe(after)}{' '}
                <span className="ot-soft">
                  ({t('corrections.finalOn', { date: formatInstantDay(after.finalAt, zone) })})
                </span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('corrections.when')}</dt>
          <dd>{formatInstantDay(item.reopenedAt, zone)}</dd>
        </div>
        <div>
          <dt>{t('corrections.reason')}</dt>
          <dd className="ot-pre">{item.reason}</dd>
        </div>
      </dl>
    </article>
  );
}

function describe({ outcome, voidReason, occurredOn }: FindingShape): string {
  const more = voidReason === null ? occurredOn && formatDate(occurredOn) : voidReasonWords(voidReason);
  return more === null || more === '' ? outcomeWord(outcome) : `${outcomeWord(outcome)} (${more})`;
}

function Pages({ number, size, total }: CorrectionsShape['page']) {
  const isLast = number * size >= total;
  if (number === 1 && isLast) return null;
  return (
    <nav aria-label={t('corrections.title')}>
      {number === 1 ? null : <a href={`/corrections?page=${String(number - 1)}`}>{t('corrections.newer')}</a>}{' '}
      {isLast ? null : <a href={`/corrections?page=${String(number + 1)}`}>{t('corrections.older')}</a>}
    </nav>
  );
}
