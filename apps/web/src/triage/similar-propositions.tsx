import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type fetchSimilar, similarQuery } from '../api/queries.js';
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
  /** Links a new one to one that differs in nothing but its deadline; left out where nothing new is made. */
  readonly onVariant?: (other: Similar) => void;
  readonly variantOfId?: string | null;
}

export type Similar = Awaited<ReturnType<typeof fetchSimilar>>['items'][number];

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
            {item.isVariant && props.onVariant !== undefined ? (
              <Variant item={item} isChosen={props.variantOfId === item.id} onVariant={props.onVariant} />
            ) : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Told apart by the deadline alone: an answer about one says something about the other, once both are one family. */
function Variant({
  item,
  isChosen,
  onVariant,
}: {
  readonly item: Similar;
  readonly isChosen: boolean;
  readonly onVariant: (other: Similar) => void;
}) {
  return (
    <span className="similar-variant">
      {t('triage.similar.variant')}{' '}
      <button
        type="button"
        className="link-button"
        aria-pressed={isChosen}
        onClick={(event) => {
          // The label around it would choose to join instead.
          event.preventDefault();
          onVariant(item);
        }}
      >
        {isChosen ? t('triage.similar.linked') : t('triage.similar.link')}
      </button>
    </span>
  );
}
