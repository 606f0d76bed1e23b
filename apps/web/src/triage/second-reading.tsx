import { Button } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { announce } from '../feedback/announcer.js';
import { useToday } from '../shell/use-me.js';
import type { ReadingField } from '#core/domain';
import { DateText } from '#ui/claim';
import { describeLikelihood } from '#ui/format';
import { t } from '#ui/i18n';
import { formPartOf, type TriageForm } from './triage-form-state.js';

type Candidate = Schemas['Candidate'];
type Values = Pick<Candidate, 'probability' | 'negated' | 'deadline' | 'claimant' | 'condition'>;

interface SecondReadingProps {
  readonly candidate: Candidate;
  /** Puts what the model read into the form; null where nothing can be decided. */
  readonly onTake: ((part: Partial<TriageForm>) => void) | null;
}

/** What the model read in a passage that the rules found too: where the two differ, and its wording. */
export function SecondReading({ candidate, onTake }: SecondReadingProps) {
  const second = candidate.secondReading;
  if (second === null) return null;
  const take = (part: ReadingField | 'statement') => {
    if (onTake === null) return;
    onTake(formPartOf(second, part));
    announce(t('triage.second.used'));
  };
  return (
    <section className="second-reading" aria-label={t('triage.second')}>
      <h3>{t('triage.second')}</h3>
      {second.differs.length === 0 ? <p className="ot-soft">{t('triage.second.alike')}</p> : null}
      <dl>
        {second.differs.map((field) => (
          <Row
            key={field}
            label={t(`reading.${field}`)}
            onUse={canTake(field, onTake) ? () => take(field) : null}
          >
            <span className="second-value">
              <span className="ot-soft">{t('triage.second.byModel')} </span>
              <Value of={second} field={field} />
            </span>
            <span className="second-value">
              <span className="ot-soft">{t('triage.second.byRules')} </span>
              <Value of={candidate} field={field} />
            </span>
          </Row>
        ))}
        <Row
          label={t('triage.second.statement')}
          onUse={canTake('statement', onTake) ? () => take('statement') : null}
        >
          {second.statement}
        </Row>
      </dl>
    </section>
  );
}

// Whether the quote denies is a matter of the text; the card has no field for it.
const canTake = (part: ReadingField | 'statement', onTake: SecondReadingProps['onTake']) =>
  onTake !== null && part !== 'polarity';

interface RowProps {
  readonly label: string;
  readonly onUse: (() => void) | null;
  readonly children: React.ReactNode;
}

function Row({ label, onUse, children }: RowProps) {
  return (
    <div className="second-row">
      <dt>{label}</dt>
      <dd>
        {children}
        {onUse === null ? null : (
          <Button
            type="button"
            size="compact-xs"
            variant="default"
            aria-label={t('triage.second.use.label', { field: label })}
            onClick={onUse}
          >
            {t('triage.second.use')}
          </Button>
        )}
      </dd>
    </div>
  );
}

function Value({ of, field }: { readonly of: Values; readonly field: ReadingField }) {
  const { today } = useToday();
  switch (field) {
    case 'likelihood':
      return of.probability === null ? t('triage.second.none') : describeLikelihood(of.probability);
    case 'polarity':
      return of.negated ? t('triage.second.denies') : t('triage.second.asserts');
    case 'claimant':
      return of.claimant;
    case 'condition':
      return of.condition ?? t('triage.second.none');
    case 'deadline':
      if (of.deadline === null) return t('triage.second.none');
      if (of.deadline.deadlineOn !== null) return <DateText on={of.deadline.deadlineOn} today={today} />;
      return t('likelihood.phrase', { phrase: of.deadline.phrase });
  }
}
