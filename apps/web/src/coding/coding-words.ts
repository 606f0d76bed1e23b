import type { CodingField } from '#core/domain';
import { describeLikelihood, formatDate } from '#ui/format';
import { t } from '#ui/i18n';
import type { Schemas } from '../api/client.js';

export type Coding = Schemas['Coding'];

/** One field of a coding in words. */
export function codingWords(field: CodingField, coding: Coding): string {
  switch (field) {
    case 'band':
      return describeLikelihood(coding.probability);
    case 'deadline':
      return [
        coding.deadlineOn === null ? null : formatDate(coding.deadlineOn),
        t(`basis.${coding.deadlineBasis}`),
        coding.deadlinePhrase === '' ? null : t('likelihood.phrase', { phrase: coding.deadlinePhrase }),
      ]
        .filter((part) => part !== null)
        .join(' · ');
    case 'polarity':
      return coding.negated ? t('coding.polarity.denies') : t('coding.polarity.affirms');
    case 'condition':
      return coding.condition === null
        ? t('coding.condition.none')
        : [coding.condition, coding.conditionStatement].filter((part) => part !== null).join(' · ');
  }
}
