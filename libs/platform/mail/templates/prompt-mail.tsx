import { t } from '#ui/i18n';
import { Link, Text } from 'react-email';
import { type MailFrame, MailLayout, styles } from './mail-layout.js';

export type PromptReason = 'due' | 'recheck' | 'strong_match' | 'dispute' | 'reopened' | 'split';

export interface PromptData extends MailFrame {
  readonly inboxUrl: string;
  readonly items: readonly { statement: string; url: string; reason: PromptReason; escalated: boolean }[];
}

/** One mail for everything that newly waits for one reviewer. */
export function PromptMail(props: PromptData) {
  const n = props.items.length;
  return (
    <MailLayout {...props} title={t('mail.prompt.title', { n })} preview={t('mail.prompt.text')}>
      <Text style={styles.text}>{t('mail.prompt.text')}</Text>
      {props.items.map((item) => (
        <Text key={item.url} style={styles.item}>
          <Link href={item.url} style={styles.link}>
            {item.statement}
          </Link>
          <br />
          <span style={{ color: styles.quiet.color, fontSize: '13px' }}>
            {t(`mail.prompt.reason.${item.reason}`)}
            {item.escalated ? ` · ${t('mail.prompt.escalated')}` : ''}
          </span>
        </Text>
      ))}
      <Text style={styles.text}>
        <Link href={props.inboxUrl} style={styles.button}>
          {t('mail.digest.open')}
        </Link>
      </Text>
    </MailLayout>
  );
}
