import type { Outcome } from '#core/domain';
import { outcomeWord } from '#ui/format';
import { t } from '#ui/i18n';
import { Body, Container, Head, Heading, Hr, Html, Link, Preview, Text } from 'react-email';
import { styles } from './mail-layout.js';

export interface ClaimantMailData {
  readonly projectName: string;
  readonly name: string;
  readonly unsubscribeUrl: string;
  readonly disputeWindowDays: number;
  readonly items: readonly {
    readonly statement: string;
    /** Where the claimant answers. */
    readonly url: string;
    /** Null where a claim was recorded, or a verdict taken back. */
    readonly outcome: Outcome | null;
    readonly before: Outcome | null;
  }[];
}

const FONT = 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';

/** To people who have no account: what of theirs is recorded or decided, and how to answer. */
export function ClaimantMail(props: ClaimantMailData) {
  const title = t('mail.claimant.title', { project: props.projectName });
  return (
    <Html lang="en">
      <Head>
        <title>{title}</title>
      </Head>
      <Preview>{title}</Preview>
      <Body style={{ fontFamily: FONT, margin: 0, padding: '24px 0' }}>
        <Container style={{ padding: '28px', maxWidth: '600px' }}>
          <Heading as="h1" style={styles.title}>
            {title}
          </Heading>
          <Text style={styles.text}>{t('mail.claimant.hello', { name: props.name })}</Text>
          <Text style={styles.text}>{t('mail.claimant.text', { project: props.projectName })}</Text>
          {props.items.map((item) => (
            <Text key={item.url} style={styles.item}>
              {item.statement}
              <br />
              {whatHappened(item)}
              <br />
              <Link href={item.url} style={styles.link}>
                {t('mail.claimant.answer')}
              </Link>
            </Text>
          ))}
          <Text style={styles.text}>{t('mail.claimant.window', { days: props.disputeWindowDays })}</Text>
          <Hr />
          <Text style={styles.quiet}>
            {t('mail.claimant.why')}{' '}
            <Link href={props.unsubscribeUrl} style={styles.link}>
              {t('mail.footer.unsubscribe')}
            </Link>
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function whatHappened({ outcome, before }: ClaimantMailData['items'][number]): string {
  if (outcome === null)
    return before === null
      ? t('mail.claimant.opened')
      : t('mail.claimant.reopened', { before: outcomeWord(before) });
  return before === null
    ? t('mail.claimant.decided', { outcome: outcomeWord(outcome) })
    : t('mail.claimant.changed', { before: outcomeWord(before), outcome: outcomeWord(outcome) });
}
