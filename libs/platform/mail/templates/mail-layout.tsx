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
  item: { color: ink, fontSize: '15px', lineHeight: '22px', margin: '0 0 12px' },
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

/**
 * The styles above are written into each element, as mail programs want it; what follows is for programs that know more.
 * Without the dark colours some would invert the light ones, and dark ink on dark ground would come of it.
 */
const FOR_BETTER_PROGRAMS = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .m-page, .m-page > table > tbody > tr > td { background-color: #14171c !important; }
  .m-card { background-color: #1d2128 !important; }
  .m-ink { color: #e8eaee !important; }
  .m-quiet { color: #a9b1bd !important; }
  .m-link { color: #8ec1ff !important; }
  .m-button { background-color: #8ec1ff !important; color: #10141a !important; }
  .m-line { border-color: #39404b !important; }
}
@media (max-width: 480px) {
  .m-page > table > tbody > tr > td { padding: 0 !important; }
  .m-card { border-radius: 0 !important; padding: 20px 16px !important; }
}
`;

/** The frame of every mail: title, content, why it came and how to stop it. */
export function MailLayout(props: MailFrame & { title: string; preview: string; children: ReactNode }) {
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{props.title}</title>
        <style>{FOR_BETTER_PROGRAMS}</style>
      </Head>
      <Preview>{props.preview}</Preview>
      <Body
        className="m-page"
        style={{ backgroundColor: '#f4f5f7', fontFamily: font, margin: 0, padding: '24px 0' }}
      >
        <Container
          className="m-card"
          style={{
            backgroundColor: '#ffffff',
            borderRadius: '8px',
            padding: '28px',
            maxWidth: '600px',
            width: '100%',
          }}
        >
          <Heading as="h1" className="m-ink" style={styles.title}>
            {props.title}
          </Heading>
          {props.children}
          <Hr className="m-line" style={{ borderColor: '#e2e5ea', margin: '28px 0 16px' }} />
          <Text className="m-quiet" style={styles.quiet}>
            {t('mail.footer.why', { project: props.projectName })}
          </Text>
          <Text className="m-quiet" style={styles.quiet}>
            <Link href={props.settingsUrl} className="m-link" style={styles.link}>
              {t('mail.footer.settings')}
            </Link>
            {props.unsubscribeUrl === null ? null : (
              <>
                {' · '}
                <Link href={props.unsubscribeUrl} className="m-link" style={styles.link}>
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

/** A line of the mail's own text. */
export function Line({ children }: { children: ReactNode }) {
  return (
    <Text className="m-ink" style={styles.text}>
      {children}
    </Text>
  );
}

/** A link in small print below something, or small print alone. */
export function Quiet({ children }: { children: ReactNode }) {
  return (
    <Text className="m-quiet" style={styles.quiet}>
      {children}
    </Text>
  );
}

export function MailButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Text className="m-ink" style={styles.text}>
      <Link href={href} className="m-button" style={styles.button}>
        {children}
      </Link>
    </Text>
  );
}

/** One thing of a list: what it says leads to it, and what there is to know of it stands below. */
export function Entry(props: { text: string; url: string; children?: ReactNode }) {
  return (
    <Text className="m-ink" style={styles.item}>
      <Link href={props.url} className="m-link" style={styles.link}>
        {props.text}
      </Link>
      {props.children === undefined || props.children === null ? null : (
        <>
          <br />
          <span className="m-quiet" style={{ color: quiet, fontSize: '13px' }}>
            {props.children}
          </span>
        </>
      )}
    </Text>
  );
}

/** A headed list with at most ten entries; left out where there are none. */
export function MailSection(props: {
  title: string;
  shown: number;
  total: number;
  moreUrl: string;
  children: ReactNode;
}) {
  if (props.total === 0) return null;
  return (
    <>
      <Heading as="h2" className="m-ink" style={styles.heading}>
        {props.title}
      </Heading>
      {props.children}
      {props.total > props.shown ? (
        <Quiet>
          <Link href={props.moreUrl} className="m-link" style={styles.link}>
            {t('mail.digest.more', { n: props.total - props.shown })}
          </Link>
        </Quiet>
      ) : null}
    </>
  );
}
