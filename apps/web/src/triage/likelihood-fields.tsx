import { NativeSelect, TextInput } from '@mantine/core';
import type { LikelihoodBasis } from '#core/domain';
import { LikelihoodBar } from '#ui/claim';
import { t } from '#ui/i18n';
import { useMe } from '../shell/use-me.js';
import { likelihoodPresets, presetOf } from './likelihood-presets.js';
import { fromPercentText, toPercentText, type TriageForm } from './triage-form-state.js';

interface LikelihoodFieldsProps {
  readonly form: TriageForm;
  readonly fault: string | null;
  readonly onChange: (part: Partial<TriageForm>) => void;
}

const NUMBER = 'number';
const OTHER = 'other';

/** How likely the claimant said the statement is: a band from the usual words, or a number. */
export function LikelihoodFields({ form, fault, onChange }: LikelihoodFieldsProps) {
  const presets = likelihoodPresets(useMe().installation.yardstick);
  const band = {
    low: fromPercentText(form.low),
    point: fromPercentText(form.point),
    high: fromPercentText(form.high),
    basis: form.basis,
  };
  const chosen = form.basis === 'number' ? NUMBER : (presetOf(presets, band)?.id ?? OTHER);
  const choose = (id: string) => {
    const preset = presets.find((one) => one.id === id);
    if (preset !== undefined)
      onChange({
        basis: preset.basis,
        low: toPercentText(preset.low),
        point: toPercentText(preset.point),
        high: toPercentText(preset.high),
      });
    else if (id === NUMBER) onChange({ basis: 'number', low: form.point, high: form.point });
  };
  return (
    <fieldset className="field-group">
      <legend>{t('claim.likelihood')}</legend>
      <div className="form-grid">
        <NativeSelect
          label={t('triage.band')}
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            ...presets.map((preset) => ({ value: preset.id, label: preset.label })),
            { value: NUMBER, label: t('band.number') },
            { value: OTHER, label: t('band.other'), disabled: chosen !== OTHER },
          ]}
        />
        <TextInput
          label={t('triage.phrase')}
          maxLength={300}
          value={form.phrase}
          onChange={(event) => onChange({ phrase: event.currentTarget.value })}
        />
      </div>
      <Figures form={form} fault={fault} onChange={onChange} />
      <LikelihoodBar band={{ ...band, phrase: form.phrase }} />
    </fieldset>
  );
}

const WITHOUT_FIGURES: ReadonlySet<LikelihoodBasis> = new Set(['rank', 'not_stated']);

function Figures({ form, fault, onChange }: LikelihoodFieldsProps) {
  if (WITHOUT_FIGURES.has(form.basis)) return <p className="ot-soft">{t('triage.band.notScored')}</p>;
  if (form.basis === 'number')
    return (
      <TextInput
        name="point"
        inputMode="decimal"
        label={t('triage.percent')}
        value={form.point}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ low: value, point: value, high: value });
        }}
        error={fault}
      />
    );
  return (
    <div className="form-grid form-grid-narrow">
      <TextInput
        inputMode="decimal"
        label={t('triage.low')}
        value={form.low}
        onChange={(event) => onChange({ low: event.currentTarget.value })}
      />
      <TextInput
        name="point"
        inputMode="decimal"
        label={t('triage.point')}
        value={form.point}
        onChange={(event) => onChange({ point: event.currentTarget.value })}
        error={fault}
      />
      <TextInput
        inputMode="decimal"
        label={t('triage.high')}
        value={form.high}
        onChange={(event) => onChange({ high: event.currentTarget.value })}
      />
    </div>
  );
}
