import type { CalendarDate } from '#core/domain';
import { formatDate } from '#ui/format';
import { t } from '#ui/i18n';
import { Link, Text } from 'react-email';
import { type MailFrame, MailLayout, styles } from './mail-layout.js';

export interface InvitationData extends MailFrame {
  readonly link: string;
  readonly expiresOn: CalendarDate;
}

export function InvitationMail(props: InvitationData) {
  const subject = t('mail.invitation.subject', { project: props.projectName });
  return (
    <MailLayout {...props} title={subject} preview={subject}>
      <Text style={styles.text}>
        {t('mail.invitation.text', { project: props.projectName, date: formatDate(props.expiresOn) })}
      </Text>
      <Text style={styles.text}>
        <Link href={props.link} style={styles.button}>
          {t('mail.invitation.open')}
        </Link>
      </Text>
    </MailLayout>
  );
}
