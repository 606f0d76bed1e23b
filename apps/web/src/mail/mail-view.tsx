import { Tabs } from '@mantine/core';
import { t } from '#ui/i18n';

/**
 * A mail as its reader gets it. The frame is sandboxed without any permission: scripts, forms and pop-ups of a mail
 * must not run with the rights of the app.
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
        <iframe className="mail-frame" sandbox="" srcDoc={html} title={t('mail.frame', { subject })} />
      </Tabs.Panel>
      <Tabs.Panel value="text">
        <pre className="mail-text" tabIndex={0} role="region" aria-label={t('mail.text')}>
          {text}
        </pre>
      </Tabs.Panel>
    </Tabs>
  );
}
