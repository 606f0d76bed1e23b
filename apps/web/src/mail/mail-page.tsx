import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { mailListQuery, mailQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { LoadMore } from '../form/load-more.js';
import { useToday } from '../shell/use-me.js';
import { formatInstant } from '#ui/format';
import { t } from '#ui/i18n';
import { MailReport } from './mail-report.js';
import { MailView } from './mail-view.js';
import { isInTrouble, MAIL_STATES, mailKindWord, type MailState } from './mail-words.js';

/** How mail fares, every mail the service made, and what became of it. */
export function MailPage() {
  const { mail, state } = useSearch({ from: '/shell/mail' });
  const query = useInfiniteQuery(mailListQuery(state));
  return (
    <Page title={t('nav.mail')} lead={t('mail.lead')} wide>
      <MailReport />
      <StateChoice state={state} />
      <div className={mail === undefined ? '' : 'mail-columns'}>
        <div>
          <QueryView query={query}>
            {(data) => (
              <MailList mails={data.pages.flatMap((page) => page.items)} selected={mail} state={state} />
            )}
          </QueryView>
          <LoadMore pages={query} />
        </div>
        {mail === undefined ? null : <OneMail key={mail} id={mail} />}
      </div>
    </Page>
  );
}

function StateChoice({ state }: { readonly state: MailState | undefined }) {
  const navigate = useNavigate();
  return (
    <NativeSelect
      className="mail-choice"
      label={t('mail.show')}
      value={state ?? ''}
      onChange={(event) => {
        const chosen = MAIL_STATES.find((one) => one === event.currentTarget.value);
        void navigate({ to: '/mail', search: chosen === undefined ? {} : { state: chosen } });
      }}
      data={[
        { value: '', label: t('mail.show.all') },
        ...MAIL_STATES.map((one) => ({ value: one, label: t(`mail.state.${one}`) })),
      ]}
    />
  );
}

interface MailListProps {
  readonly mails: readonly Schemas['MailSummary'][];
  readonly selected: string | undefined;
  readonly state: MailState | undefined;
}

function MailList({ mails, selected, state }: MailListProps) {
  const { zone } = useToday();
  if (mails.length === 0)
    return state === undefined ? (
      <EmptyState title={t('mail.empty.title')}>{t('mail.empty.text')}</EmptyState>
    ) : (
      <EmptyState title={t('mail.none.title')} action={<Link to="/mail">{t('mail.show.all')}</Link>}>
        {t('mail.none.text')}
      </EmptyState>
    );
  return (
    <ul className="row-list">
      {mails.map((mail) => (
        <li key={mail.id} data-selected={mail.id === selected}>
          <p className="row-title">
            <Link
              to="/mail"
              search={{ mail: mail.id, state }}
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
            <span className="tag">{mailKindWord(mail.kind)}</span>
            <span className={isInTrouble(mail.state) ? 'tag tag-strong' : 'tag'}>
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
            {isInTrouble(mail.state) ? <Retry mail={mail} /> : null}
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

/** Another try; of a mail that may have arrived it says what that means. */
function Retry({ mail }: { readonly mail: Schemas['MailSummary'] }) {
  const { id, state } = mail;
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/mail/{id}/retry', { params: { path: { id } } })),
    onSuccess: async () => {
      toast(t('mail.retried'));
      await queryClient.invalidateQueries({ queryKey: ['mail'] });
    },
    onError: toastProblem,
  });
  return (
    <div className="mail-retry">
      {state === 'failed' ? null : (
        <p>{t(state === 'unknown' ? 'mail.retry.unknown' : 'mail.retry.suppressed')}</p>
      )}
      <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
        {t('mail.retry')}
      </Button>
    </div>
  );
}
