import type { Answer, CalendarDate, Outcome, VerdictStage } from '#core/domain';
import { formatDate, outcomeWord } from '#ui/format';
import { t } from '#ui/i18n';
import type { PromptReason } from './prompt-mail.js';
import { Entry, Line, MailButton, type MailFrame, MailLayout, MailSection } from './mail-layout.js';

/** At most ten of something, and how many there are. */
export interface DigestList<T> {
  readonly items: readonly T[];
  readonly total: number;
}

interface Item {
  readonly statement: string;
  readonly url: string;
}

export interface DigestData extends MailFrame {
  readonly week: string;
  readonly inboxUrl: string;
  readonly boardUrl: string;
  readonly due: DigestList<Item & { reason: PromptReason; overdueDays: number | null }>;
  readonly disagreements: DigestList<Item>;
  readonly matches: DigestList<Item & { title: string }>;
  readonly verdicts: DigestList<Item & { outcome: Outcome; stage: VerdictStage }>;
  /** `from` is null for who had no rank. */
  readonly moves: DigestList<{ name: string; url: string; from: number | null; to: number }>;
  /** Own answers whose verdict became final. */
  readonly answers: DigestList<Item & { answer: Answer; outcome: Outcome; agrees: boolean }>;
  /** The same over all time. */
  readonly record: { readonly answered: number; readonly agreed: number };
  readonly deadlines: DigestList<Item & { deadlineOn: CalendarDate }>;
}

/** The weekly digest. Sections without content are left out. */
export function DigestMail(props: DigestData) {
  const waiting = props.due.total + props.disagreements.total;
  return (
    <MailLayout
      {...props}
      title={t('mail.digest.title', { week: props.week })}
      preview={t('mail.digest.preview', { inbox: waiting })}
    >
      <Line>{t('mail.digest.inbox', { n: waiting })}</Line>
      {waiting === 0 ? null : <MailButton href={props.inboxUrl}>{t('mail.digest.open')}</MailButton>}
      <ForYou {...props} />
      <OfOthers {...props} />
      <MailButton href={props.boardUrl}>{t('mail.digest.board')}</MailButton>
    </MailLayout>
  );
}

function ForYou({ due, disagreements, answers, record, inboxUrl }: DigestData) {
  return (
    <>
      <MailSection title={t('mail.digest.due.title')} {...sizes(due)} moreUrl={inboxUrl}>
        {due.items.map((item) => (
          <Entry key={item.url} text={item.statement} url={item.url}>
            {item.overdueDays === null || item.reason !== 'due'
              ? t(`mail.prompt.reason.${item.reason}`)
              : t('mail.digest.overdue', { days: item.overdueDays })}
          </Entry>
        ))}
      </MailSection>
      <MailSection title={t('mail.digest.disagreements')} {...sizes(disagreements)} moreUrl={inboxUrl}>
        {disagreements.items.map((item) => (
          <Entry key={item.url} text={item.statement} url={item.url}>
            {t('mail.prompt.reason.split')}
          </Entry>
        ))}
      </MailSection>
      <MailSection title={t('mail.digest.answers')} {...sizes(answers)} moreUrl={inboxUrl}>
        <Line>{t('mail.digest.record', { agreed: record.agreed, n: record.answered })}</Line>
        {answers.items.map((item) => (
          <Entry key={item.url} text={item.statement} url={item.url}>
            {item.agrees
              ? t('mail.digest.agrees', { outcome: outcomeWord(item.outcome) })
              : t('mail.digest.differs', {
                  answer: t(`answer.${item.answer}`),
                  outcome: outcomeWord(item.outcome),
                })}
          </Entry>
        ))}
      </MailSection>
    </>
  );
}

function OfOthers({ matches, verdicts, moves, deadlines, boardUrl, inboxUrl }: DigestData) {
  const propositionsUrl = inboxUrl.replace(/inbox$/, 'propositions');
  return (
    <>
      <MailSection title={t('mail.digest.matches')} {...sizes(matches)} moreUrl={propositionsUrl}>
        {matches.items.map((item) => (
          <Entry key={item.url} text={item.statement} url={item.url}>
            {item.title}
          </Entry>
        ))}
      </MailSection>
      <MailSection title={t('mail.digest.verdicts')} {...sizes(verdicts)} moreUrl={propositionsUrl}>
        {verdicts.items.map((item) => (
          <Entry key={item.url} text={item.statement} url={item.url}>
            {`${outcomeWord(item.outcome)} · ${t(`mail.digest.stage.${item.stage}`)}`}
          </Entry>
        ))}
      </MailSection>
      <MailSection title={t('mail.digest.moves')} {...sizes(moves)} moreUrl={boardUrl}>
        {moves.items.map(({ name, url, from, to }) => (
          <Entry key={url} text={name} url={url}>
            {from === null ? t('mail.digest.entered', { to }) : t('mail.digest.moved', { from, to })}
          </Entry>
        ))}
      </MailSection>
      <MailSection title={t('mail.digest.deadlines')} {...sizes(deadlines)} moreUrl={propositionsUrl}>
        {deadlines.items.map((item) => (
          <Entry key={item.url} text={item.statement} url={item.url}>
            {t('mail.digest.due', { date: formatDate(item.deadlineOn) })}
          </Entry>
        ))}
      </MailSection>
    </>
  );
}

function sizes({ items, total }: DigestList<unknown>): { shown: number; total: number } {
  return { shown: items.length, total };
}
