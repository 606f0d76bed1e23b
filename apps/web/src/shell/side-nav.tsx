import { Link } from '@tanstack/react-router';
import { t } from '#ui/i18n';
import { destinationsFor, type Destination } from './navigation.js';
import { useMe } from './use-me.js';

const GROUPS = ['work', 'own', 'admin'] as const;

/** The places this person may go to, with what waits there. */
export function SideNav({ onGo }: { readonly onGo: () => void }) {
  const me = useMe();
  const places = destinationsFor(me.user?.roles ?? []);
  return (
    <nav aria-label={t('nav.label')} className="side-nav">
      {GROUPS.map((group) => (
        <NavGroup
          key={group}
          places={places.filter((place) => place.group === group)}
          counts={me.counts}
          onGo={onGo}
        />
      ))}
      <ul>
        <li>
          <a href="/">{t('nav.board')}</a>
        </li>
      </ul>
    </nav>
  );
}

interface NavGroupProps {
  readonly places: readonly Destination[];
  readonly counts: Readonly<Record<NonNullable<Destination['count']>, number>>;
  readonly onGo: () => void;
}

function NavGroup({ places, counts, onGo }: NavGroupProps) {
  if (places.length === 0) return null;
  return (
    <ul>
      {places.map((place) => {
        const count = place.count === undefined ? 0 : counts[place.count];
        return (
          <li key={place.to}>
            <Link to={place.to} onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
              <span>{t(place.label)}</span>
              {count === 0 ? null : (
                <span className="count">
                  <span aria-hidden="true">{count}</span>
                  <span className="sr-only">{t('nav.waiting', { n: count })}</span>
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
