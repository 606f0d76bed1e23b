import type { Outcome, VoidReason } from '#core/domain';
import { formatDate, formatInstantDay, outcomeSentence, voidReasonWords } from '#ui/format';
import { t } from '#ui/i18n';
import { zoneOf, type PublicInstallation } from './installation.js';
import { PublicLayout } from './public-layout.js';

export interface AnswerShownShape {
  readonly claimant: string;
  readonly statement: string;
  readonly deadlineOn: string | null;
  readonly criteria: string;
  readonly verdict: {
    readonly outcome: Outcome;
    readonly voidReason: VoidReason | null;
    readonly stage: 'provisional' | 'final';
    readonly finaliseDueAt: string | null;
  } | null;
  readonly answers: readonly { readonly text: string | null; readonly answeredAt: string }[];
  readonly isAppealed: boolean;
}

/** What came of the form that was sent last. */
export type AnswerNote =
  { readonly kind: 'answer' | 'appeal' } | { readonly kind: 'problem'; readonly reason: string };

export interface AnswerPageProps {
  readonly data: AnswerShownShape;
  readonly note: AnswerNote | null;
  readonly installation: PublicInstallation;
}

const AT_MOST = 2000;

/** Behind a claimant's signed link: what is recorded, and two forms that work without JavaScript. */
export function AnswerPage({ data, note, installation }: AnswerPageProps) {
  const zone = zoneOf(installation);
  return (
    <PublicLayout
      installation={installation}
      title={t('answer.page.title')}
      description={t('answer.page.title')}
      path="/answer"
      noIndex
    >
      <header className="ot-page-header">
        <p className="ot-eyebrow">
          {t('answer.page.eyebrow', { project: installation.projectName, name: data.claimant })}
        </p>
        <h1>{data.statement}</h1>
      </header>
      {note === null ? null : <Note note={note} />}
      <dl className="ot-facts">
        <div>
          <dt>{t('claim.deadline')}</dt>
          <dd>{data.deadlineOn === null ? t('claim.deadline.none') : formatDate(data.deadlineOn)}</dd>
        </div>
        <div>
          <dt>{t('claim.criteria')}</dt>
          <dd className="ot-pre">{data.criteria === '' ? t('claim.criteria.none') : data.criteria}</dd>
        </div>
        <div>
          <dt>{t('answer.page.verdict')}</dt>
          <dd>
            <Verdict verdict={data.verdict} zone={zone} />
          </dd>
        </div>
      </dl>
      {data.answers.length === 0 ? null : (
        <section aria-labelledby="yours">
          <h2 id="yours">{t('answer.page.yours')}</h2>
          <ul className="ot-said">
            {data.answers.map((answer) => (
              <li key={answer.answeredAt + (answer.text ?? '')}>
                <p className="ot-under">{formatInstantDay(answer.answeredAt, zone)}</p>
                <p className="ot-pre">{answer.text ?? t('answer.page.hidden')}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Form act="answer" />
      {data.verdict === null ? null : data.isAppealed ? (
        <p>{t('answer.page.appealed')}</p>
      ) : (
        <Form act="appeal" />
      )}
    </PublicLayout>
  );
}

function Note({ note }: { readonly note: AnswerNote }) {
  if (note.kind === 'problem')
    return (
      <p role="alert" className="ot-note">
        {t('answer.page.problem', { reason: note.reason })}
      </p>
    );
  return (
    <p role="status" className="ot-note">
      {t(`answer.page.done.${note.kind}`)}
    </p>
  );
}

function Verdict({
  verdict,
  zone,
}: {
  readonly verdict: AnswerShownShape['verdict'];
  readonly zone: string;
}) {
  if (verdict === null) return <>{t('answer.page.none')}</>;
  const { outcome, voidReason, finaliseDueAt, stage } = verdict;
  return (
    <>
      {outcomeSentence(outcome)}
      {voidReason === null ? null : ` (${voidReasonWords(voidReason)})`}
      {stage === 'provisional' && finaliseDueAt !== null ? (
        <p className="ot-soft">{t('answer.page.until', { date: formatInstantDay(finaliseDueAt, zone) })}</p>
      ) : null}
    </>
  );
}

function Form({ act }: { readonly act: 'answer' | 'appeal' }) {
  return (
    <section aria-labelledby={`${act}-title`}>
      <h2 id={`${act}-title`}>{t(`answer.page.${act}`)}</h2>
      <p id={`${act}-help`} className="ot-soft ot-measure">
        {t(`answer.page.${act}.text`)}
      </p>
      <form method="post" className="ot-form">
        <input type="hidden" name="act" value={act} />
        <textarea
          name="text"
          required
          rows={6}
          maxLength={AT_MOST}
          aria-labelledby={`${act}-title`}
          aria-describedby={`${act}-help`}
        />
        <p>
          <button type="submit">{t(`answer.page.${act}.submit`)}</button>
        </p>
      </form>
    </section>
  );
}

/** For a link that is forged, cut off or expired. */
export function LinkGonePage({ installation }: { readonly installation: PublicInstallation }) {
  const title = t('answer.page.gone.title');
  const text = t('answer.page.gone.text');
  return (
    <PublicLayout installation={installation} title={title} description={text} path="/answer" noIndex>
      <header className="ot-page-header">
        <h1>{title}</h1>
        <p className="ot-lead">{text}</p>
      </header>
    </PublicLayout>
  );
}
