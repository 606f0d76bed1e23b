import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import {
  NumberCell,
  NumberHead,
  ReportTable,
  RowHead,
  ShareWithRange,
  TextHead,
} from '../report/report-table.js';
import { formatCount } from '#ui/format';
import { t } from '#ui/i18n';

type Report = Schemas['CaptureReport'];

/** The share captured in figures and words, or what is lacking. */
export function CaptureShareText({ report }: { readonly report: Report }) {
  const { share, texts, needs } = report;
  if (share === null)
    return (
      <p className="report-text">
        {t('selection.share.none', {
          texts: needs.texts,
          found: needs.found,
          haveTexts: texts.length,
          haveFound: texts.reduce((sum, { found }) => sum + found, 0),
        })}
      </p>
    );
  const { total, interval, ...counts } = share;
  return (
    <>
      <p>
        <ShareWithRange share={share.share} low={interval.low} high={interval.high} />{' '}
        {t('selection.share.value')}
      </p>
      <p className="ot-soft report-text">
        {t('selection.share.text', {
          ...counts,
          total: formatCount(Math.round(total.estimate)),
          low: formatCount(Math.round(total.low)),
          high: formatCount(Math.round(total.high)),
        })}{' '}
        {t('selection.share.scope')}
      </p>
    </>
  );
}

export function TextsReadTwice({ texts }: { readonly texts: Report['texts'] }) {
  return (
    <>
      <h3 id="texts-read">{t('selection.texts')}</h3>
      <ReportTable
        labelledBy="texts-read"
        heads={
          <>
            <TextHead>{t('selection.texts.title')}</TextHead>
            <NumberHead>{t('selection.texts.found')}</NumberHead>
            <NumberHead>{t('selection.texts.both')}</NumberHead>
            <NumberHead>{t('selection.texts.captured')}</NumberHead>
          </>
        }
      >
        {texts.map((text) => (
          <tr role="row" key={text.sourceId}>
            <RowHead>
              <Link to="/sources/$sourceId" params={{ sourceId: text.sourceId }}>
                {text.title}
              </Link>
            </RowHead>
            <NumberCell label={t('selection.texts.found')}>{formatCount(text.found)}</NumberCell>
            <NumberCell label={t('selection.texts.both')}>{formatCount(text.both)}</NumberCell>
            <NumberCell label={t('selection.texts.captured')}>{formatCount(text.captured)}</NumberCell>
          </tr>
        ))}
      </ReportTable>
    </>
  );
}
