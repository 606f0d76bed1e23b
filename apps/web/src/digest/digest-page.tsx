import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { digestQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { MailView } from '../mail/mail-view.js';
import { t } from '#ui/i18n';

/** This week's digest as it would be sent to this person now. */
export function DigestPage() {
  const query = useQuery(digestQuery);
  return (
    <Page title={t('nav.digest')} lead={t('digest.lead')}>
      <QueryView query={query}>
        {(digest) =>
          digest.isEmpty ? (
            <EmptyState
              title={t('digest.empty.title')}
              action={<Link to="/settings">{t('digest.settings')}</Link>}
            >
              {t('digest.empty.text')}
            </EmptyState>
          ) : (
            <>
              <p className="digest-subject">{t('digest.subject', { subject: digest.subject })}</p>
              <MailView subject={digest.subject} html={digest.html} text={digest.text} />
              <p>
                <Link to="/settings">{t('digest.settings')}</Link>
              </p>
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
