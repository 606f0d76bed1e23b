import { Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { goldItemsQuery } from '../api/queries.js';
import { QueryView } from '../feedback/states.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { ReportTable, RowHead, TextHead } from '../report/report-table.js';
import { outcomeWord, formatDate } from '#ui/format';
import { t } from '#ui/i18n';

type Item = Schemas['GoldItem'];

/** Questions whose answer a lead knew before they were reviewed. */
export function GoldSection() {
  const query = useQuery(goldItemsQuery);
  return (
    <section aria-labelledby="gold">
      <Title order={2} id="gold">
        {t('gold.title')}
      </Title>
      <p className="ot-soft report-text">{t('gold.text')}</p>
      <QueryView query={query}>
        {({ items }) => (items.length === 0 ? <p>{t('gold.none')}</p> : <GoldTable items={items} />)}
      </QueryView>
    </section>
  );
}

function GoldTable({ items }: { readonly items: readonly Item[] }) {
  return (
    <ReportTable
      labelledBy="gold"
      heads={
        <>
          <TextHead>{t('gold.col.statement')}</TextHead>
          <TextHead>{t('gold.col.answer')}</TextHead>
          <TextHead>{t('gold.col.by')}</TextHead>
        </>
      }
    >
      {items.map((item) => (
        <tr role="row" key={item.propositionId}>
          <RowHead>
            <Link to="/propositions/$propositionId" params={{ propositionId: item.propositionId }}>
              {item.statement}
            </Link>
          </RowHead>
          <td role="cell" data-label={t('gold.col.answer')}>
            <KnownAnswerText item={item} />
          </td>
          <td role="cell" data-label={t('gold.col.by')}>
            {item.addedBy}
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}

function KnownAnswerText({ item }: { readonly item: Item }) {
  if (item.answer === null) return <span className="ot-soft">{t('gold.hidden')}</span>;
  return (
    <>
      {outcomeWord(item.answer)}
      {item.occurredOn === null ? null : `, ${formatDate(item.occurredOn)}`}{' '}
      {item.isDecided ? null : <Forget item={item} />}
    </>
  );
}

function Forget({ item }: { readonly item: Item }) {
  const queryClient = useQueryClient();
  const forget = useMutation({
    mutationFn: () =>
      ask(api.DELETE('/api/v1/propositions/{id}/gold', { params: { path: { id: item.propositionId } } })),
    onSuccess: () => toast(t('gold.removed')),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries(goldItemsQuery),
  });
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={forget.isPending}
      aria-label={t('gold.remove.label', { statement: item.statement })}
      onClick={() => forget.mutate()}
    >
      {t('gold.remove')}
    </Button>
  );
}
