import { useEffect, useRef, useState } from 'react';
import type { Schemas } from '../api/client.js';
import { announce } from '../feedback/announcer.js';
import { useToday } from '../shell/use-me.js';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';

type Proposition = Schemas['PropositionDetail'];
type Clarification = Proposition['clarifications'][number];

interface ClarificationListProps {
  readonly clarifications: readonly Clarification[];
  /** Later ones are marked; null marks none. */
  readonly newSince: string | null;
}

/** How the statement is to be read, in the order in which it was said. */
export function ClarificationList({ clarifications, newSince }: ClarificationListProps) {
  const { zone } = useToday();
  const isNew = ({ addedAt }: Clarification) => newSince !== null && addedAt > newSince;
  return (
    <>
      {clarifications.some(isNew) ? <p className="flag">{t('clarifications.since')}</p> : null}
      <ul className="history">
        {clarifications.map((one) => (
          <li key={one.addedAt + one.text}>
            <p className="ot-soft">
              {formatInstantDay(one.addedAt, zone)}
              {isNew(one) ? <strong> · {t('clarifications.new')}</strong> : null}
            </p>
            <p className="ot-pre">{one.text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/**
 * When this person began to answer: with the draft that was kept or, without one, with what had been said when the form
 * opened. What comes later is read out.
 */
export function useClarificationsSince(proposition: Proposition, savedAt: string | null): string {
  const { clarifications } = proposition;
  const [since] = useState(() => savedAt ?? clarifications.at(-1)?.addedAt ?? '');
  const known = useRef(clarifications.length);
  useEffect(() => {
    const newest = clarifications.at(-1);
    if (clarifications.length > known.current && newest !== undefined)
      announce(t('clarifications.announce', { text: newest.text }));
    known.current = clarifications.length;
  }, [clarifications]);
  return since;
}
