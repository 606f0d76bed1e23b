import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { ownRetestsQuery } from '../api/queries.js';
import { QueryView } from '../feedback/states.js';
import { ReportTable, TextHead } from '../report/report-table.js';
import { formatCount, formatDate, voidReasonWords } from '#ui/format';
import { t } from '#ui/i18n';

type Own = Schemas['OwnRetests'];
type Answer = Own['items'][number]['first'];

/** That questions come back, and how alike this person has answered those that did. */
export function OwnRetestsSection({ percent }: { readonly percent: number }) {
  const query = useQuery(ownRetestsQuery);
  return (
    <section aria-labelledby="retests">
      <Title order={2} id="retests">
        {t('retests.title')}
      </Title>
      <p className="ot-soft report-text">{t(percent === 0 ? 'retests.off' : 'retests.text')}</p>
      <QueryView query={query}>
        {(own) => (percent === 0 && own.n === 0 ? null : <Answered own={own} />)}
      </QueryView>
    </section>
  );
}

function Answered({ own }: { readonly own: Own }) {
  if (own.n === 0) return <p className="ot-soft">{t('retests.none')}</p>;
  return (
    <>
      <p>{t('retests.share', { hits: formatCount(own.hits), n: formatCount(own.n) })}</p>
      <ReportTable
        labelledBy="retests"
        heads={
          <>
            <TextHead>{t('retests.col.statement')}</TextHead>
            <TextHead>{t('retests.col.first')}</TextHead>
            <TextHead>{t('retests.col.second')}</TextHead>
            <TextHead>{t('retests.col.same')}</TextHead>
          </>
        }
      >
        {own.items.map(({ propositionId, statement, first, second, isSame, answeredAt }) => (
          <tr role="row" key={propositionId + answeredAt}>
            <th role="rowheader" scope="row">
              <Link to="/propositions/$propositionId" params={{ propositionId }}>
                {statement}
              </Link>
            </th>
            <td role="cell" data-label={t('retests.col.first')}>
              {answerWords(first)}
            </td>
            <td role="cell" data-label={t('retests.col.second')}>
              {answerWords(second)}
            </td>
            <td role="cell" data-label={t('retests.col.same')}>
              {t(isSame ? 'retests.same' : 'retests.different')}
            </td>
          </tr>
        ))}
      </ReportTable>
    </>
  );
}

function answerWords({ answer, voidReason, occurredOn }: Answer): string {
  const more = voidReason === null ? occurredOn && formatDate(occurredOn) : voidReasonWords(voidReason);
  return [t(`answer.${answer}`), more].filter((part) => part !== null && part !== '').join(', ');
}
