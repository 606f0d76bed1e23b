import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { claimantQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { ErrorState, PageSkeleton } from '../feedback/states.js';
import { useToday } from '../shell/use-me.js';
import { ClaimantForm } from './claimant-form.js';
import { MergePanel } from './merge-panel.js';
import { Spellings } from './spellings.js';
import { hasProfile } from '#core/domain';
import { formatInstant } from '#ui/format';
import { t } from '#ui/i18n';

type Entry = Schemas['ClaimantEntry'];

/** One claimant: what is known, how texts spell the name, and who is the same. */
export function ClaimantPage() {
  const { claimantId } = useParams({ from: '/shell/claimants/$claimantId' });
  const query = useQuery(claimantQuery(claimantId));
  // A form begins anew for another claimant.
  if (query.data !== undefined) return <Claimant key={claimantId} entry={query.data} />;
  if (query.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    </div>
  );
}

function Claimant({ entry }: { readonly entry: Entry }) {
  return (
    <Page
      title={entry.name}
      lead={
        <>
          {t('claimants.claims', { n: entry.claims })}
          {hasProfile(entry.kind) ? (
            <>
              {' · '}
              <a href={`/claimants/${entry.id}`}>{t('claimant.publicPage')}</a>
            </>
          ) : null}
        </>
      }
      wide
    >
      <div className="desk">
        <div className="desk-reading">
          <ClaimantForm entry={entry} />
        </div>
        <div className="desk-side">
          <Spellings entry={entry} />
          <MergePanel entry={entry} />
          <Parts parts={entry.parts} />
          <History history={entry.history} />
        </div>
      </div>
    </Page>
  );
}

function Parts({ parts }: { readonly parts: Entry['parts'] }) {
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="parts" className="side-section">
      <Title order={2} id="parts">
        {t('claimant.parts')}
      </Title>
      <ul className="plain-list">
        {parts.map(({ id, name }) => (
          <li key={id}>
            <Link to="/claimants/$claimantId" params={{ claimantId: id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ history }: { readonly history: Entry['history'] }) {
  const { zone } = useToday();
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history" className="side-section">
      <Title order={2} id="history">
        {t('claimant.history')}
      </Title>
      <ul className="plain-list">
        {history.map(({ at, action, from, to, by, reason }) => (
          <li key={`${at} ${from.id} ${action}`}>
            {t(`claimant.history.${action}`, { from: from.name, to: to.name })}
            <br />
            <span className="ot-soft">
              {[formatInstant(at, zone), by, reason].filter((part) => part !== null).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
