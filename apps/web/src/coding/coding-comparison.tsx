import { CODING_FIELDS } from '#core/domain';
import type { Schemas } from '../api/client.js';
import { ReportTable, RowHead, TextHead } from '../report/report-table.js';
import { t } from '#ui/i18n';
import { type Coding, codingWords } from './coding-words.js';

interface Props {
  readonly task: Pick<Schemas['CodingTask'], 'differs' | 'settlement'>;
  readonly codings: readonly Coding[];
}

/** Codings side by side; a field in which they differ says so. */
export function CodingComparison({ task, codings }: Props) {
  return (
    <>
      <ReportTable
        labelledBy="compare"
        heads={
          <>
            <TextHead>{t('coding.compare.field')}</TextHead>
            {codings.map((coding) => (
              <TextHead key={coding.ordinal}>{byWhom(coding)}</TextHead>
            ))}
          </>
        }
      >
        {CODING_FIELDS.map((field) => (
          <tr key={field} role="row">
            <RowHead>
              {t(`coding.field.${field}`)}{' '}
              {task.differs.includes(field) ? <span className="tag">{t('coding.differs')}</span> : null}
            </RowHead>
            {codings.map((coding) => (
              <td key={coding.ordinal} role="cell" data-label={byWhom(coding)}>
                {codingWords(field, coding)}{' '}
                {task.settlement?.choices[field] === coding.ordinal ? (
                  <span className="tag tag-strong">{t('coding.holds')}</span>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </ReportTable>
      {codings
        .filter(({ alreadyHappened }) => alreadyHappened)
        .map((coding) => (
          <p key={coding.ordinal} className="ot-soft">
            {byWhom(coding)}: {t('coding.happened')}
          </p>
        ))}
    </>
  );
}

export const byWhom = ({ ordinal, coder }: Coding): string => t(`coding.by.${ordinal}`, { name: coder });
