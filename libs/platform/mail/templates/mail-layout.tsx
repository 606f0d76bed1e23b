import { t } from '#ui/i18n';
import type { ReactNode } from 'react';
import { Body, Container, Head, Heading, Hr, Html, Link, Preview, Text } from 'react-email';

export interface MailFrame {
  readonly projectName: string;
  readonly settingsUrl: string;
  /** Null for mails that must arrive. */
  readonly unsubscribeUrl: string | null;
}

const ink = '#1d2430';
const quiet = '#5b6472';
const font =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

export const styles = {
  text: { color: ink, fontSize: '16px', lineHeight: '24px', margin: '0 0 12px' },
  item: { color: ink, fontSize: '15px', lineHeight: '22px', margin: '0 0 10px' },
  quiet: { color: quiet, fontSize: '13px', lineHeight: '20px', margin: '0 0 6px' },
  heading: { color: ink, fontSize: '17px', lineHeight: '24px', margin: '24px 0 8px' },
  title: { color: ink, fontSize: '24px', lineHeight: '32px', margin: '0 0 16px' },
  link: { color: '#0b57a4' },
  button: {
    backgroundColor: '#0b57a4',
    color: '#ffffff',
    borderRadius: '6px',
    padding: '10px 16px',
    display: 'inline-block',
    textDecoration: 'none',
    fontSize: '15px',
  },
} as const;

/** The frame of every mail: title, content, why it came and how to stop it. */
export function MailLayout(props: MailFrame & { title: string; preview: string; children: ReactNode }) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light" />
        <title>{props.title}</title>
      </Head>
      <Preview>{props.preview}</Preview>
      <Body style={{ backgroundColor: '#f4f5f7', fontFamily: font, margin: 0, padding: '24px 0' }}>
        <Container
          style={{ backgroundColor: '#ffffff', borderRadius: '8px', padding: '28px', maxWidth: '600px' }}
        >
          <Heading as="h1" style={styles.title}>
            {props.title}
          </Heading>
          {props.children}
          <Hr style={{ borderColor: '#e2e5ea', margin: '28px 0 16px' }} />
          <Text style={styles.quiet}>{t('mail.footer.why', { project: props.projectName })}</Text>
          <Text style={styles.quiet}>
            <Link href={props.settingsUrl} style={styles.link}>
              {t('mail.footer.settings')}
            </Link>
            {props.unsubscribeUrl === null ? null : (
              <>
                {' · '}
                <Link href={props.unsubscribeUrl} style={styles.link}>
                  {t('mail.footer.unsubscribe')}
                </Link>
              </>
            )}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
