import type { Outcome, VoidReason } from '#core/domain';
import { t } from '#ui/i18n';

/** An outcome in a word or two. Ambiguous and void have words of their own: they are never a no. */
export function outcomeWord(outcome: Outcome): string {
  switch (outcome) {
    case 'OCCURRED':
      return t('outcome.OCCURRED');
    case 'NOT_OCCURRED':
      return t('outcome.NOT_OCCURRED');
    case 'AMBIGUOUS':
      return t('outcome.AMBIGUOUS');
    case 'VOID':
      return t('outcome.VOID');
  }
}

/** What an outcome means, in a sentence. */
export function outcomeSentence(outcome: Outcome): string {
  switch (outcome) {
    case 'OCCURRED':
      return t('outcome.OCCURRED.long');
    case 'NOT_OCCURRED':
      return t('outcome.NOT_OCCURRED.long');
    case 'AMBIGUOUS':
      return t('outcome.AMBIGUOUS.long');
    case 'VOID':
      return t('outcome.VOID.long');
  }
}

/** Why a question does not stand: "its premise was false". */
export function voidReasonWords(reason: VoidReason): string {
  return t(`void.${reason}`);
}
