import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { QueryView } from '../feedback/states.js';
import { useToday } from '../shell/use-me.js';
import { formatInstant } from '#ui/format';
import { t } from '#ui/i18n';
import { InviteForm } from './invite-form.js';
import { PersonRow } from './person-row.js';

export function PeoplePage() {
  const query = useQuery(peopleQuery);
  const { zone } = useToday();
  return (
    <Page title={t('nav.people')} lead={t('people.lead')}>
      <InviteForm />
      <QueryView query={query}>
        {({ people, invitations }) => (
          <>
            <section aria-labelledby="accounts">
              <Title order={2} id="accounts">
                {t('people.accounts', { n: people.length })}
              </Title>
              <ul className="row-list">
                {people.map((person) => (
                  <PersonRow key={person.id} person={person} />
                ))}
              </ul>
            </section>
            {invitations.length === 0 ? null : (
              <section aria-labelledby="invitations">
                <Title order={2} id="invitations">
                  {t('people.invitations')}
                </Title>
                <ul className="row-list">
                  {invitations.map((invitation) => (
                    <li key={invitation.id}>
                      <p className="row-title">{invitation.email}</p>
                      <p className="ot-soft">
                        {invitation.roles.map((role) => t(`person.role.${role}`)).join(', ')} ·{' '}
                        {t('people.expires', { date: formatInstant(invitation.expiresAt, zone) })}
                      </p>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
