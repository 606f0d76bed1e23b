import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '../api/client.js';
import { digestQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { toast } from '../feedback/toast.js';
import { MailView } from '../mail/mail-view.js';
import { t } from '#ui/i18n';

/** This week's digest as it would be sent to this person now. */
export function DigestPage() {
  const query = useQuery(digestQuery);
  return (
    <Page title={t('nav.digest')} lead={t('digest.lead')}>
      <Actions />
      <QueryView query={query}>
        {(digest) =>
          digest.isEmpty ? (
            <EmptyState title={t('digest.empty.title')}>{t('digest.empty.text')}</EmptyState>
          ) : (
            <>
              <p className="digest-subject">{t('digest.subject', { subject: digest.subject })}</p>
              <MailView subject={digest.subject} html={digest.html} text={digest.text} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

function Actions() {
  const test = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/digest/test')),
    onSuccess: ({ to }) => toast(t('digest.test.sent', { to })),
  });
  return (
    <>
      <div className="digest-actions">
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          {t('digest.test')}
        </Button>
        <Link to="/settings">{t('digest.settings')}</Link>
      </div>
      <ProblemAlert error={test.error} />
    </>
  );
}
