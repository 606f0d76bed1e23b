import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { similarQuery } from '../api/queries.js';
import { useToday } from '../shell/use-me.js';
import { DateText } from '#ui/claim';
import { t } from '#ui/i18n';

const QUIET_MS = 600;

interface SimilarPropositionsProps {
  /** What is looked for; nothing is asked while it is empty. */
  readonly statement: string;
  /** Tells two such choices of one form apart. */
  readonly name: string;
  readonly legend: string;
  /** The way out: none of them. */
  readonly noneLabel: string;
  readonly chosenId: string | null;
  readonly onChoose: (propositionId: string | null) => void;
}

/** Open propositions that say nearly the same: choosing one keeps a question from being asked twice. */
export function SimilarPropositions(props: SimilarPropositionsProps) {
  const { statement, name, chosenId, onChoose } = props;
  const { today } = useToday();
  const [asked, setAsked] = useState(statement.trim());
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(statement.trim()), QUIET_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [statement]);
  const query = useQuery({ ...similarQuery(asked), enabled: asked !== '' });
  const items = query.data?.items ?? [];
  if (items.length === 0 && chosenId === null) return null;
  return (
    <fieldset className="field-group similar">
      <legend>{props.legend}</legend>
      <label>
        <input type="radio" name={name} checked={chosenId === null} onChange={() => onChoose(null)} />
        <span>{props.noneLabel}</span>
      </label>
      {items.map((item) => (
        <label key={item.id}>
          <input type="radio" name={name} checked={chosenId === item.id} onChange={() => onChoose(item.id)} />
          <span>
            {item.statement}
            <span className="ot-soft">
              {' '}
              {item.deadlineOn === null ? null : <DateText on={item.deadlineOn} today={today} />} ·{' '}
              {t('inbox.claims', { n: item.claims })} ·{' '}
              {t('triage.similar.percent', { percent: Math.round(item.similarity * 100) })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
