import type { CalendarDate, Outcome, VerdictStage } from '#core/domain';
import { formatDate, outcomeWord } from '#ui/format';
import { t } from '#ui/i18n';
import type { ReactNode } from 'react';
import { Heading, Link, Text } from 'react-email';
import { type MailFrame, MailLayout, styles } from './mail-layout.js';

export interface DigestData extends MailFrame {
  readonly week: string;
  readonly inboxUrl: string;
  readonly boardUrl: string;
  readonly inboxCount: number;
  readonly inbox: readonly { statement: string; url: string; overdueDays: number | null }[];
  readonly verdicts: readonly { statement: string; url: string; outcome: Outcome; stage: VerdictStage }[];
  readonly deadlines: readonly { statement: string; url: string; deadlineOn: CalendarDate }[];
  readonly matches: readonly { statement: string; url: string; title: string }[];
}

/** The weekly digest. Sections without content are left out. */
export function DigestMail(props: DigestData) {
  const title = t('mail.digest.title', { week: props.week });
  return (
    <MailLayout {...props} title={title} preview={t('mail.digest.preview', { inbox: props.inboxCount })}>
      <Text style={styles.text}>{t('mail.digest.inbox', { n: props.inboxCount })}</Text>
      {props.inbox.map((item) => (
        <Entry key={item.url} {...item}>
          {item.overdueDays === null ? null : t('mail.digest.overdue', { days: item.overdueDays })}
        </Entry>
      ))}
      {props.inboxCount > props.inbox.length ? (
        <Text style={styles.quiet}>
          {t('mail.digest.more', { n: props.inboxCount - props.inbox.length })}
        </Text>
      ) : null}
      {props.inboxCount === 0 ? null : (
        <Text style={styles.text}>
          <Link href={props.inboxUrl} style={styles.button}>
            {t('mail.digest.open')}
          </Link>
        </Text>
      )}
      <Section title={t('mail.digest.verdicts')} isEmpty={props.verdicts.length === 0}>
        {props.verdicts.map((item) => (
          <Entry key={item.url} {...item}>
            {`${outcomeWord(item.outcome)} · ${t(`mail.digest.stage.${item.stage}`)}`}
          </Entry>
        ))}
      </Section>
      <Section title={t('mail.digest.matches')} isEmpty={props.matches.length === 0}>
        {props.matches.map((item) => (
          <Entry key={item.url + item.title} {...item}>
            {item.title}
          </Entry>
        ))}
      </Section>
      <Section title={t('mail.digest.deadlines')} isEmpty={props.deadlines.length === 0}>
        {props.deadlines.map((item) => (
          <Entry key={item.url} {...item}>
            {t('mail.digest.due', { date: formatDate(item.deadlineOn) })}
          </Entry>
        ))}
      </Section>
      <Text style={styles.text}>
        <Link href={props.boardUrl} style={styles.link}>
          {t('mail.digest.board')}
        </Link>
      </Text>
    </MailLayout>
  );
}

function Section(props: { title: string; isEmpty: boolean; children: ReactNode }) {
  if (props.isEmpty) return null;
  return (
    <>
      <Heading as="h2" style={styles.heading}>
        {props.title}
      </Heading>
      {props.children}
    </>
  );
}

function Entry(props: { statement: string; url: string; children: ReactNode }) {
  return (
    <Text style={styles.item}>
      <Link href={props.url} style={styles.link}>
        {props.statement}
      </Link>
      {props.children === null ? null : (
        <>
          <br />
          <span style={{ color: styles.quiet.color, fontSize: '13px' }}>{props.children}</span>
        </>
      )}
    </Text>
  );
}
