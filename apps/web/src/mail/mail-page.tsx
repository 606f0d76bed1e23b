import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { mailListQuery, mailQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { LoadMore } from '../form/load-more.js';
import { useToday } from '../shell/use-me.js';
import { formatInstant } from '#ui/format';
import { t } from '#ui/i18n';
import { MailView } from './mail-view.js';

/** Every mail the service made, and what became of it. */
export function MailPage() {
  const { mail } = useSearch({ from: '/shell/mail' });
  const query = useInfiniteQuery(mailListQuery);
  return (
    <Page title={t('nav.mail')} lead={t('mail.lead')} wide>
      <div className={mail === undefined ? '' : 'mail-columns'}>
        <div>
          <QueryView query={query}>
            {(data) => <MailList mails={data.pages.flatMap((page) => page.items)} selected={mail} />}
          </QueryView>
          <LoadMore pages={query} />
        </div>
        {mail === undefined ? null : <OneMail key={mail} id={mail} />}
      </div>
    </Page>
  );
}

interface MailListProps {
  readonly mails: readonly Schemas['MailSummary'][];
  readonly selected: string | undefined;
}

function MailList({ mails, selected }: MailListProps) {
  const { zone } = useToday();
  if (mails.length === 0)
    return <EmptyState title={t('mail.empty.title')}>{t('mail.empty.text')}</EmptyState>;
  return (
    <ul className="row-list">
      {mails.map((mail) => (
        <li key={mail.id} data-selected={mail.id === selected}>
          <p className="row-title">
            <Link
              to="/mail"
              search={{ mail: mail.id }}
              aria-current={mail.id === selected ? 'true' : undefined}
            >
              {mail.subject}
            </Link>
          </p>
          <p className="ot-soft row-facts">
            <span>{mail.to}</span>
            <span>{formatInstant(mail.sentAt ?? mail.createdAt, zone)}</span>
          </p>
          <p className="row-tags">
            <span className="tag">{t(`mail.kind.${mail.kind}`)}</span>
            <span className={mail.state === 'failed' ? 'tag tag-strong' : 'tag'}>
              {t(`mail.state.${mail.state}`)}
            </span>
          </p>
          {mail.lastError === null ? null : <p className="flag">{mail.lastError}</p>}
        </li>
      ))}
    </ul>
  );
}

function OneMail({ id }: { readonly id: string }) {
  const query = useQuery(mailQuery(id));
  return (
    <section aria-labelledby="mail-subject" className="mail-one">
      <QueryView query={query}>
        {(mail) => (
          <>
            <h2 id="mail-subject">{mail.subject}</h2>
            <p className="ot-soft">{t('mail.to', { to: mail.to })}</p>
            <MailView subject={mail.subject} html={mail.html} text={mail.text} />
            <details>
              <summary>{t('mail.headers')}</summary>
              <dl className="facts">
                {Object.entries(mail.headers).map(([name, value]) => (
                  <div key={name} className="facts-row">
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </>
        )}
      </QueryView>
    </section>
  );
}
