import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { codingAgreementQuery, codingQueueQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { ListKeysHint, useListKeys } from '../keyboard/list-keys.js';
import { useMe } from '../shell/use-me.js';
import { formatDate } from '#ui/format';
import { t } from '#ui/i18n';
import { AgreementTable } from './agreement-table.js';

type Item = Schemas['CodingQueueItem'];

const PARTS = [
  ['to_code', 'coding.toCode'],
  ['to_settle', 'coding.toSettle'],
  ['waiting', 'coding.waiting'],
] as const;

/** Claims that wait for a second person, and how far two people agree. */
export function CodingPage() {
  const queue = useQuery(codingQueueQuery);
  const agreement = useQuery(codingAgreementQuery);
  return (
    <Page title={t('nav.coding')} lead={t('coding.lead')}>
      <QueryView query={queue}>{({ items }) => <Queue items={items} />}</QueryView>
      {agreement.data === undefined ? null : (
        <section aria-labelledby="agreement" className="coding-agreement">
          <Title order={2} id="agreement">
            {t('coding.agreement')}
          </Title>
          <AgreementTable report={agreement.data} />
        </section>
      )}
    </Page>
  );
}

function Queue({ items }: { readonly items: readonly Item[] }) {
  const navigate = useNavigate();
  const isOff = useMe().installation.secondCoding === 'off';
  const { selected, select, listRef } = useListKeys(t('nav.coding'), items.length, (index) => {
    const item = items[index];
    if (item !== undefined) void navigate({ to: '/coding/$claimId', params: { claimId: item.claimId } });
  });
  if (items.length === 0)
    return isOff ? (
      <EmptyState title={t('coding.off.title')}>{t('coding.off.text')}</EmptyState>
    ) : (
      <EmptyState title={t('coding.empty.title')}>{t('coding.empty.text')}</EmptyState>
    );
  // In the order in which j and k walk them.
  const parts = PARTS.map(([part, label]) => ({
    part,
    label,
    rows: items.map((item, index) => ({ item, index })).filter(({ item }) => item.part === part),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <>
      <ListKeysHint />
      <ul className="coding-parts" ref={listRef}>
        {parts.map(({ part, label, rows }) => (
          <li key={part}>
            <Title order={2}>{t(label, { n: rows.length })}</Title>
            <ul className="row-list">
              {rows.map(({ item, index }) => (
                <li key={item.claimId} data-selected={index === selected}>
                  <p className="row-title">
                    <Link
                      to="/coding/$claimId"
                      params={{ claimId: item.claimId }}
                      data-row-link=""
                      onFocus={() => select(index)}
                    >
                      {item.statement}
                    </Link>
                  </p>
                  <p className="ot-soft row-facts">
                    <span>{item.claimant}</span>
                    <span>{item.sourceTitle}</span>
                    <span>{t('coding.said', { date: formatDate(item.saidOn) })}</span>
                  </p>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
