import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { t } from '#ui/i18n';
import { api, ask, type Schemas } from '../api/client.js';
import { announce } from '../feedback/announcer.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { Keys } from '../shell/keyboard-help.js';
import { useHasRole } from '../shell/use-me.js';
import { DeadlineDates } from '../triage/deadline-fields.js';
import { LikelihoodFields } from '../triage/likelihood-fields.js';
import { SimilarPropositions } from '../triage/similar-propositions.js';
import type { TriageForm } from '../triage/triage-form-state.js';
import { codingBody, EMPTY_CODING, findCodingFaults, type Polarity } from './coding-form-state.js';
import { usePutTask } from './use-put-task.js';

type Task = Schemas['CodingTask'];

/** The four fields of a claim, as somebody reads them who does not know how they were read before. */
export function CodingForm({ task }: { readonly task: Task }) {
  const [form, setForm] = useState<TriageForm>(EMPTY_CODING);
  const [polarity, setPolarity] = useState<Polarity | null>(null);
  const [hasTried, setHasTried] = useState(false);
  const formRef = useRef<HTMLFormElement | null>(null);
  const submit = useSubmission(task);
  const faults = findCodingFaults(form, polarity);
  const shown = hasTried ? faults : {};
  const change = (part: Partial<TriageForm>) => setForm((before) => ({ ...before, ...part }));
  const send = () => {
    setHasTried(true);
    if (submit.isPending) return;
    const [first] = Object.keys(faults);
    if (first === undefined && polarity !== null) {
      submit.mutate(codingBody(form, polarity));
      return;
    }
    announce(t('triage.incomplete'));
    formRef.current?.querySelector<HTMLElement>(`[name="${first ?? 'polarity'}"]`)?.focus();
  };
  useShortcuts(t('coding.title'), [{ keys: 'mod+Enter', label: t('coding.submit'), run: send }]);
  return (
    <form
      ref={formRef}
      className="candidate-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="ot-soft">{t('coding.blind')}</p>
      <LikelihoodFields
        form={form}
        fault={shown.point === undefined ? null : t(shown.point)}
        onChange={change}
      />
      <PolarityChoice value={polarity} isMissing={shown.polarity !== undefined} onChange={setPolarity} />
      <fieldset className="field-group">
        <legend>{t('coding.field.deadline')}</legend>
        {task.joins ? <p className="ot-soft">{t('coding.joins')}</p> : null}
        <TextInput
          label={t('triage.phrase')}
          maxLength={300}
          value={form.deadlinePhrase}
          onChange={(event) => change({ deadlinePhrase: event.currentTarget.value })}
        />
        <div className="form-grid">
          <DeadlineDates form={form} faults={shown} onChange={change} />
        </div>
      </fieldset>
      <ConditionFields form={form} onChange={change} />
      <Checkbox
        label={t('coach.alreadyHappened')}
        description={t('coach.alreadyHappened.hint')}
        checked={form.alreadyHappened}
        onChange={(event) => change({ alreadyHappened: event.currentTarget.checked })}
      />
      <ProblemAlert error={submit.error} />
      <Button type="submit" loading={submit.isPending}>
        {t('coding.submit')} <Keys keys="mod+Enter" />
      </Button>
    </form>
  );
}

interface PolarityChoiceProps {
  readonly value: Polarity | null;
  readonly isMissing: boolean;
  readonly onChange: (polarity: Polarity) => void;
}

function PolarityChoice({ value, isMissing, onChange }: PolarityChoiceProps) {
  return (
    <Radio.Group
      name="polarity"
      label={t('coding.field.polarity')}
      description={t('coding.polarity.hint')}
      required
      error={isMissing ? t('coding.polarity.missing') : null}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === 'denies' ? 'denies' : 'affirms')}
    >
      <div className="coding-choices">
        {(['affirms', 'denies'] as const).map((one) => (
          <Radio key={one} value={one} label={t(`coding.polarity.${one}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface ConditionFieldsProps {
  readonly form: TriageForm;
  readonly onChange: (part: Partial<TriageForm>) => void;
}

function ConditionFields({ form, onChange }: ConditionFieldsProps) {
  // What is open already is found for those who triage.
  const finds = useHasRole('curator');
  return (
    <>
      <TextInput
        label={t('triage.condition')}
        description={t('triage.condition.hint')}
        maxLength={500}
        value={form.condition}
        onChange={(event) => onChange({ condition: event.currentTarget.value })}
      />
      {finds ? (
        <SimilarPropositions
          statement={form.condition}
          name="conditionPropositionId"
          legend={t('triage.condition.proposition')}
          noneLabel={t('triage.condition.none')}
          chosenId={form.conditionPropositionId}
          onChoose={(conditionPropositionId) => onChange({ conditionPropositionId })}
        />
      ) : null}
    </>
  );
}

function useSubmission(task: Task) {
  const put = usePutTask();
  return useMutation({
    mutationFn: (body: Schemas['NewCodingRequest']) =>
      ask(api.POST('/api/v1/claims/{id}/codings', { params: { path: { id: task.claimId } }, body })),
    onSuccess: async (coded) => {
      toast(submittedWords(coded));
      await put(coded);
    },
  });
}

function submittedWords({ state, differs }: Task): string {
  if (state === 'active') return t('coding.submitted.opened');
  return differs.length > 0 ? t('coding.submitted.differs') : t('coding.submitted.closed');
}
