import type { Role } from '#core/domain';

export interface SamplePerson {
  readonly key: 'lead' | 'curator' | 'first' | 'second' | 'admin';
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Whom the link in the terminal signs in: somebody who sees all of the work. */
export const SAMPLE_ENTRY_EMAIL = 'odile.marchetti@example.org';

/** Invented people of the demo, one for each kind of work. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  {
    key: 'lead',
    name: 'Odile Marchetti',
    email: SAMPLE_ENTRY_EMAIL,
    roles: ['admin', 'lead', 'curator', 'reviewer', 'reader'],
  },
  {
    key: 'curator',
    name: 'Tarek Lindqvist',
    email: 'tarek.lindqvist@example.org',
    roles: ['curator', 'reader'],
  },
  {
    key: 'first',
    name: 'Bronagh Adeyemi',
    email: 'bronagh.adeyemi@example.org',
    roles: ['reviewer', 'reader'],
  },
  {
    key: 'second',
    name: 'Piotr Vasconcelos',
    email: 'piotr.vasconcelos@example.org',
    roles: ['reviewer', 'reader'],
  },
  { key: 'admin', name: 'Sunniva Okafor', email: 'sunniva.okafor@example.org', roles: ['admin', 'reader'] },
];
