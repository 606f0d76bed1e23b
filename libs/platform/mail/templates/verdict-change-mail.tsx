import type { Outcome } from '#core/domain';
import { outcomeWord } from '#ui/format';
import { t } from '#ui/i18n';
import { Link, Text } from 'react-email';
import { type MailFrame, MailLayout, styles } from './mail-layout.js';

export interface VerdictChangeData extends MailFrame {
  readonly statement: string;
  readonly url: string;
  readonly before: Outcome;
  /** Null while no verdict stands. */
  readonly after: Outcome | null;
  readonly reason: string;
}

/** What stood and what stands, for those who had a part in it. */
export function VerdictChangeMail(props: VerdictChangeData) {
  const title = t('mail.verdict.title');
  const after = props.after === null ? t('mail.verdict.open') : outcomeWord(props.after);
  return (
    <MailLayout {...props} title={title} preview={props.statement}>
      <Text style={styles.item}>
        <Link href={props.url} style={styles.link}>
          {props.statement}
        </Link>
      </Text>
      <Text style={styles.text}>{t('mail.verdict.before', { outcome: outcomeWord(props.before) })}</Text>
      <Text style={styles.text}>{t('mail.verdict.after', { outcome: after })}</Text>
      {props.reason === '' ? null : (
        <Text style={styles.text}>{t('mail.verdict.reason', { reason: props.reason })}</Text>
      )}
    </MailLayout>
  );
}
