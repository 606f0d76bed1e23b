import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { CLAIM_ROLES, CLAIMANT_KINDS } from '#core/domain';
import { t } from '#ui/i18n';
import { CoachPanel } from './coach-panel.js';
import { DeadlineFields } from './deadline-fields.js';
import { LikelihoodFields } from './likelihood-fields.js';
import { criteriaChoices } from './criteria-templates.js';
import { type Similar, SimilarPropositions } from './similar-propositions.js';
import type { CandidateFormProps, TriageForm } from './triage-form-state.js';

/** Everything a claim needs, in the order in which one decides it. */
export function CandidateForm({
  form,
  faults,
  onChange,
  isWordedByModel,
  publishedOn,
}: CandidateFormProps & { readonly isWordedByModel: boolean; readonly publishedOn: string | null }) {
  const fault = (field: keyof TriageForm) => {
    const id = faults[field];
    return id === undefined ? null : t(id);
  };
  const isJoining = form.propositionId !== null;
  return (
    <div className="candidate-form">
      <Textarea
        name="statement"
        label={t('triage.statement')}
        description={
          isWordedByModel
            ? `${t('triage.statement.model')} ${t('triage.statement.hint')}`
            : t('triage.statement.hint')
        }
        required
        autosize
        minRows={2}
        maxLength={500}
        value={form.statement}
        onChange={(event) => onChange({ statement: event.currentTarget.value })}
        error={fault('statement')}
      />
      <CoachPanel form={form} publishedOn={publishedOn} onChange={onChange} />
      <SimilarPropositions
        statement={form.statement}
        name="propositionId"
        legend={t('triage.similar')}
        noneLabel={t('triage.similar.new')}
        chosenId={form.propositionId}
        onChoose={(propositionId) => onChange({ propositionId })}
        variantOfId={form.variantOfId}
        onVariant={(other) => onChange(variantPart(other))}
      />
      <div className="form-grid">
        <TextInput
          name="claimant"
          label={t('triage.claimant')}
          required
          maxLength={200}
          value={form.claimant}
          onChange={(event) => onChange({ claimant: event.currentTarget.value })}
          error={fault('claimant')}
        />
        <NativeSelect
          label={t('triage.claimantKind')}
          value={form.claimantKind}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onChange({ claimantKind: CLAIMANT_KINDS.find((kind) => kind === chosen) ?? form.claimantKind });
          }}
          data={CLAIMANT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <NativeSelect
          label={t('triage.role')}
          value={form.role}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onChange({ role: CLAIM_ROLES.find((role) => role === chosen) ?? form.role });
          }}
          data={CLAIM_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        />
      </div>
      <LikelihoodFields form={form} fault={fault('point')} onChange={onChange} />
      <TextInput
        label={t('triage.condition')}
        description={t('triage.condition.hint')}
        maxLength={500}
        value={form.condition}
        onChange={(event) => onChange({ condition: event.currentTarget.value })}
      />
      <SimilarPropositions
        statement={form.condition}
        name="conditionPropositionId"
        legend={t('triage.condition.proposition')}
        noneLabel={t('triage.condition.none')}
        chosenId={form.conditionPropositionId}
        onChoose={(conditionPropositionId) => onChange({ conditionPropositionId })}
      />
      {isJoining ? (
        <p className="ot-soft">{t('triage.joining')}</p>
      ) : (
        <>
          <DeadlineFields form={form} faults={faults} onChange={onChange} />
          <PropositionFields form={form} faults={faults} onChange={onChange} />
        </>
      )}
      <Checkbox
        label={t('coach.alreadyHappened')}
        description={t('coach.alreadyHappened.hint')}
        checked={form.alreadyHappened}
        onChange={(event) => onChange({ alreadyHappened: event.currentTarget.checked })}
      />
      <Button type="submit">{isJoining ? t('triage.join') : t('triage.accept')}</Button>
    </div>
  );
}

/** A deadline variant asks the same: all but its statement and deadline is that of the other one. */
function variantPart(other: Similar): Partial<TriageForm> {
  const { id, kind, window, windowStartOn, criteria, sourceOfTruth, topics, family } = other;
  return {
    variantOfId: id,
    propositionId: null,
    kind,
    window,
    windowStartOn: windowStartOn ?? '',
    criteria,
    sourceOfTruth,
    topics: topics.join(', '),
    family,
  };
}

const OWN_CRITERIA = 'own';

function PropositionFields({ form, faults, onChange }: CandidateFormProps) {
  const choices = criteriaChoices(form.kind, form.window);
  const chosen = choices.find(({ text }) => text === form.criteria);
  return (
    <>
      <NativeSelect
        label={t('criteria.template')}
        value={chosen?.id ?? OWN_CRITERIA}
        onChange={(event) => {
          const id = event.currentTarget.value;
          const template = choices.find((one) => one.id === id);
          if (template !== undefined) onChange({ criteria: template.text });
        }}
        data={[
          ...choices.map(({ id, label }) => ({ value: id, label })),
          { value: OWN_CRITERIA, label: t('criteria.own'), disabled: chosen !== undefined },
        ]}
      />
      <Textarea
        name="criteria"
        label={t('triage.criteria')}
        description={t('triage.criteria.hint')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={form.criteria}
        onChange={(event) => onChange({ criteria: event.currentTarget.value })}
        error={faults.criteria === undefined ? null : t(faults.criteria)}
      />
      <div className="form-grid">
        <TextInput
          label={t('triage.sourceOfTruth')}
          maxLength={500}
          value={form.sourceOfTruth}
          onChange={(event) => onChange({ sourceOfTruth: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('triage.statusQuo')}
          value={form.statusQuo}
          onChange={(event) => onChange({ statusQuo: event.currentTarget.value === 'yes' ? 'yes' : 'no' })}
          data={[
            { value: 'no', label: t('statusQuo.no') },
            { value: 'yes', label: t('statusQuo.yes') },
          ]}
        />
        <TextInput
          label={t('triage.topics')}
          description={t('sources.authors.hint')}
          value={form.topics}
          onChange={(event) => onChange({ topics: event.currentTarget.value })}
        />
        <TextInput
          label={t('triage.family')}
          description={t('triage.family.hint')}
          maxLength={120}
          value={form.family}
          onChange={(event) => onChange({ family: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
