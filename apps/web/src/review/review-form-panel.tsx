import { Button, Checkbox, Textarea, TextInput, NativeSelect } from '@mantine/core';
import { useState, type RefObject, useRef } from 'react';
import type { Schemas } from '../api/client.js';
import { announce } from '../feedback/announcer.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { useToday } from '../shell/use-me.js';
import { type Answer, findReviewFault, VOID_REASONS, type ReviewFault } from '#core/domain';
import { formatDate, voidReasonWords } from '#ui/format';
import { t } from '#ui/i18n';
import { answerShortcuts, AnswerChoice } from './answer-choice.js';
import { EvidenceFields } from './evidence-fields.js';
import { submissionOf, type ReviewForm } from './review-form-state.js';
import type { SaveState } from './use-autosave.js';

export interface ReviewFormPanelProps {
  readonly proposition: Schemas['PropositionDetail'];
  readonly form: ReviewForm;
  readonly onChange: (part: Partial<ReviewForm>) => void;
  readonly saveState: SaveState;
  readonly onSave: () => void;
  readonly isRestored: boolean;
  readonly canSubmit: boolean;
  readonly onSubmit: () => void;
}

/** The one question, and what each answer needs. The rule that judges it is the server's own function. */
export function ReviewFormPanel(props: ReviewFormPanelProps) {
  const { form, onChange, proposition } = props;
  const { today } = useToday();
  const [hasTried, setHasTried] = useState(false);
  const formRef = useRef<HTMLFormElement | null>(null);
  const submission = submissionOf(form);
  const fault = submission === null ? null : findReviewFault(submission, { ...proposition, today });
  const shown = hasTried ? fault : null;
  const submit = () => {
    setHasTried(true);
    if (submission !== null && fault === null && props.canSubmit) {
      props.onSubmit();
      return;
    }
    if (submission !== null && fault === null) {
      announce(t('review.lease.taking'));
      return;
    }
    announce(t(`review.fault.${fault ?? 'ANSWER_MISSING'}`));
    focusFault(formRef, fault === null ? 'answer' : FIELD_OF[fault]);
  };
  useShortcuts(t('review.title'), [
    ...answerShortcuts((answer) => {
      onChange({ answer });
      // On to what the answer needs, or to the answer itself, where arrows move and Tab goes on.
      window.requestAnimationFrame(() => focusNeeded(answer));
    }),
    { keys: 'mod+Enter', label: t('review.submit'), run: submit },
    {
      keys: 'e',
      label: t('review.evidence.add'),
      run: () => {
        formRef.current?.querySelector<HTMLElement>('[data-field="evidence"]')?.click();
        window.requestAnimationFrame(() => {
          const urls = formRef.current?.querySelectorAll<HTMLElement>('[data-evidence-url]');
          urls?.[urls.length - 1]?.focus();
        });
      },
    },
    { keys: 'mod+s', label: t('review.saveDraft'), run: props.onSave },
  ]);
  return (
    <form
      ref={formRef}
      className="desk-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <AnswerChoice
        question={questionOf(proposition)}
        answer={form.answer}
        onChange={(answer) => onChange({ answer })}
        error={hasTried && submission === null ? t('review.fault.ANSWER_MISSING') : null}
      />
      <AnswerDetails form={form} onChange={onChange} proposition={proposition} fault={shown} today={today} />
      {form.answer === null || form.answer === 'TOO_EARLY' ? null : (
        <EvidenceFields
          rows={form.evidence}
          isRequired={form.answer === 'OCCURRED'}
          error={shown === 'EVIDENCE_MISSING' ? t('review.fault.EVIDENCE_MISSING') : null}
          onChange={(evidence) => onChange({ evidence })}
        />
      )}
      <Textarea
        name="note"
        label={t('review.note')}
        description={t('review.note.hint')}
        value={form.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
        autosize
        minRows={2}
        maxLength={4000}
      />
      <NativeSelect
        label={t('review.confidence')}
        value={form.confidence ?? ''}
        onChange={(event) => onChange({ confidence: readConfidence(event.currentTarget.value) })}
        data={[
          { value: '', label: t('review.confidence.unsaid') },
          { value: 'low', label: t('review.confidence.low') },
          { value: 'medium', label: t('review.confidence.medium') },
          { value: 'high', label: t('review.confidence.high') },
        ]}
      />
      <div className="desk-submit">
        <Button type="submit" disabled={!props.canSubmit}>
          {t('review.submit')}
        </Button>
        <SaveLine {...props} />
      </div>
    </form>
  );
}

const readConfidence = (value: string): ReviewForm['confidence'] =>
  value === 'low' || value === 'medium' || value === 'high' ? value : null;

/** Where a hand that never leaves the keys goes on after an answer. */
const NEEDED_BY: Record<Answer, string> = {
  OCCURRED: 'occurredOn',
  NOT_OCCURRED: 'searchNote',
  TOO_EARLY: 'note',
  AMBIGUOUS: 'note',
  VOID: 'voidReason',
};

function focusNeeded(answer: Answer): void {
  document.querySelector<HTMLElement>(`.desk-form [name="${NEEDED_BY[answer]}"]`)?.focus();
}

/** Which field mends which fault. */
const FIELD_OF: Record<ReviewFault, string> = {
  EVIDENCE_MISSING: 'evidence',
  DATE_MISSING: 'occurredOn',
  DATE_OUTSIDE_WINDOW: 'occurredOn',
  TOO_EARLY_TO_OCCUR: 'impossibleNow',
  REASON_MISSING: 'voidReason',
  SEARCH_NOTE_MISSING: 'searchNote',
};

function focusFault(form: RefObject<HTMLFormElement | null>, field: string | null): void {
  if (field === null) return;
  form.current?.querySelector<HTMLElement>(`[data-field="${field}"], [name="${field}"]`)?.focus();
}

function questionOf(proposition: Schemas['PropositionDetail']): string {
  const { deadlineOn, windowStartOn } = proposition;
  if (deadlineOn === null) return t('review.question.none');
  const date = formatDate(deadlineOn);
  switch (proposition.window) {
    case 'by':
      return t('review.question.by', { date });
    case 'on':
      return t('review.question.on', { date });
    case 'at':
      return t('review.question.at', { date });
    case 'throughout':
      return t('review.question.throughout', { date });
    case 'during':
      return windowStartOn === null
        ? t('review.question.by', { date })
        : t('review.question.during', { from: formatDate(windowStartOn), date });
  }
}

function SaveLine({ saveState, isRestored }: ReviewFormPanelProps) {
  const text =
    saveState === 'idle'
      ? isRestored
        ? t('review.draft.restored')
        : t('review.draft.auto')
      : t(`review.draft.${saveState}`);
  return <span className={saveState === 'failed' ? 'flag' : 'ot-soft'}>{text}</span>;
}

interface DetailsProps {
  readonly form: ReviewForm;
  readonly onChange: (part: Partial<ReviewForm>) => void;
  readonly proposition: Schemas['PropositionDetail'];
  readonly fault: ReviewFault | null;
  readonly today: string;
}

/** What the chosen answer asks for, and only that. */
function AnswerDetails({ form, onChange, proposition, fault, today }: DetailsProps) {
  const message = fault === null ? null : t(`review.fault.${fault}`);
  const errorOf = (...faults: readonly ReviewFault[]) =>
    fault !== null && faults.includes(fault) ? message : null;
  switch (form.answer) {
    case null:
      return null;
    case 'OCCURRED':
      if (proposition.kind === 'persistence')
        return (
          <p className={fault === 'TOO_EARLY_TO_OCCUR' ? 'flag' : 'ot-soft'}>
            {fault === 'TOO_EARLY_TO_OCCUR' ? message : t('review.persistence')}
          </p>
        );
      return (
        <TextInput
          type="date"
          name="occurredOn"
          label={t('review.occurredOn')}
          description={t('review.occurredOn.hint')}
          required
          min={proposition.windowStartOn ?? undefined}
          max={
            proposition.deadlineOn !== null && proposition.deadlineOn < today ? proposition.deadlineOn : today
          }
          value={form.occurredOn}
          onChange={(event) => onChange({ occurredOn: event.currentTarget.value })}
          error={errorOf('DATE_MISSING', 'DATE_OUTSIDE_WINDOW')}
        />
      );
    case 'NOT_OCCURRED':
      return (
        <>
          <Textarea
            name="searchNote"
            label={t('review.searchNote')}
            description={t('review.searchNote.hint')}
            required
            autosize
            minRows={2}
            maxLength={4000}
            value={form.searchNote}
            onChange={(event) => onChange({ searchNote: event.currentTarget.value })}
            error={errorOf('SEARCH_NOTE_MISSING')}
          />
          {proposition.isDue ? null : (
            <Checkbox
              name="impossibleNow"
              label={t('review.impossibleNow')}
              checked={form.impossibleNow}
              onChange={(event) => onChange({ impossibleNow: event.currentTarget.checked })}
              error={errorOf('TOO_EARLY_TO_OCCUR')}
            />
          )}
        </>
      );
    case 'VOID':
      return (
        <NativeSelect
          name="voidReason"
          label={t('review.voidReason')}
          required
          value={form.voidReason ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onChange({ voidReason: VOID_REASONS.find((reason) => reason === chosen) ?? null });
          }}
          error={errorOf('REASON_MISSING')}
          data={[
            { value: '', label: t('review.voidReason.choose') },
            ...VOID_REASONS.map((reason) => ({ value: reason, label: voidReasonWords(reason) })),
          ]}
        />
      );
    case 'TOO_EARLY':
      return <p className="ot-soft">{t('review.tooEarly')}</p>;
    case 'AMBIGUOUS':
      return <p className="ot-soft">{t('review.ambiguous')}</p>;
  }
}
