import { Tabs } from '@mantine/core';
import { t } from '#ui/i18n';

/**
 * A mail as its reader gets it. The frame is sandboxed: scripts and forms of a mail must not run with the rights of the
 * app. Its links open in a tab of their own, as from a mail program.
 */
export function MailView({
  subject,
  html,
  text,
}: {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}) {
  return (
    <Tabs defaultValue="html" keepMounted={false}>
      <Tabs.List aria-label={t('mail.view')}>
        <Tabs.Tab value="html">{t('mail.html')}</Tabs.Tab>
        <Tabs.Tab value="text">{t('mail.text')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="html">
        <iframe
          className="mail-frame"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={html.replace('<head>', '<head><base target="_blank">')}
          title={t('mail.frame', { subject })}
        />
      </Tabs.Panel>
      <Tabs.Panel value="text">
        <pre className="mail-text" tabIndex={0} role="region" aria-label={t('mail.text')}>
          {text}
        </pre>
      </Tabs.Panel>
    </Tabs>
  );
}
