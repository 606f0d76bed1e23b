import { NativeSelect, TextInput } from '@mantine/core';
import { DEADLINE_BASES, DEADLINE_PRECISIONS, PROPOSITION_KINDS, WINDOWS } from '#core/domain';
import { t } from '#ui/i18n';
import { criteriaAfter } from './criteria-templates.js';
import { type CandidateFormProps, ofKind, type TriageForm } from './triage-form-state.js';

/** When it is to be answered, and what sort of statement it is. */
export function DeadlineFields({ form, faults, onChange }: CandidateFormProps) {
  return (
    <fieldset className="field-group">
      <legend>{t('review.deadline')}</legend>
      {form.deadlinePhrase === '' ? null : (
        <p className="ot-soft">{t('triage.deadlinePhrase', { phrase: form.deadlinePhrase })}</p>
      )}
      <div className="form-grid">
        <NativeSelect
          label={t('triage.kind')}
          value={form.kind}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            const kind = PROPOSITION_KINDS.find((one) => one === chosen) ?? form.kind;
            onChange(ofKind(form, kind));
          }}
          data={PROPOSITION_KINDS.map((kind) => ({ value: kind, label: t(`triage.kind.${kind}`) }))}
        />
        <NativeSelect
          label={t('triage.window')}
          value={form.window}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            const window = WINDOWS.find((one) => one === chosen) ?? form.window;
            onChange({ window, criteria: criteriaAfter(form.criteria, form.kind, window) });
          }}
          data={WINDOWS.map((window) => ({ value: window, label: t(`window.${window}`) }))}
        />
        <DeadlineDates form={form} faults={faults} onChange={onChange} />
      </div>
    </fieldset>
  );
}

/** The dates of a deadline and where they were taken from. */
export function DeadlineDates({ form, faults, onChange }: CandidateFormProps) {
  const fault = (field: keyof TriageForm) => {
    const id = faults[field];
    return id === undefined ? null : t(id);
  };
  return (
    <>
      <NativeSelect
        name="deadlineBasis"
        label={t('triage.deadlineBasis')}
        value={form.deadlineBasis}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          const deadlineBasis = DEADLINE_BASES.find((one) => one === chosen) ?? form.deadlineBasis;
          onChange({ deadlineBasis });
        }}
        data={DEADLINE_BASES.map((basis) => ({ value: basis, label: t(`basis.${basis}`) }))}
        error={fault('deadlineBasis')}
      />
      <TextInput
        type="date"
        name="deadlineOn"
        label={t('triage.deadlineOn')}
        description={t('triage.deadlineOn.hint')}
        value={form.deadlineOn}
        onChange={(event) => onChange({ deadlineOn: event.currentTarget.value })}
        error={fault('deadlineOn')}
      />
      <TextInput
        type="date"
        name="windowStartOn"
        label={t('triage.windowStartOn')}
        description={t('triage.windowStartOn.hint')}
        value={form.windowStartOn}
        onChange={(event) => onChange({ windowStartOn: event.currentTarget.value })}
        error={fault('windowStartOn')}
      />
      <NativeSelect
        label={t('triage.precision')}
        value={form.precision ?? 'day'}
        disabled={form.deadlineOn === ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange({ precision: DEADLINE_PRECISIONS.find((one) => one === chosen) ?? 'day' });
        }}
        data={DEADLINE_PRECISIONS.map((precision) => ({
          value: precision,
          label: t(`precision.${precision}`),
        }))}
      />
    </>
  );
}
