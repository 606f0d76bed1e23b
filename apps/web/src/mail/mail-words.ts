import type { Schemas } from '../api/client.js';
import { t } from '#ui/i18n';

export type MailState = Schemas['MailSummary']['state'];

/** In the order of how much they want somebody. */
export const MAIL_STATES: readonly MailState[] = [
  'failed',
  'unknown',
  'suppressed',
  'queued',
  'sending',
  'sent',
];

const KINDS = ['digest', 'test', 'prompt', 'invitation'] as const;

/** What a mail was written for; a kind that has no word of its own here is shown as it is called. */
export function mailKindWord(kind: string): string {
  const known = KINDS.find((one) => one === kind);
  return known === undefined ? kind.replaceAll(/[-_]/g, ' ') : t(`mail.kind.${known}`);
}

/** Whether the mail did not get where it should, as far as anybody knows. */
export function isInTrouble(state: MailState): boolean {
  return state === 'failed' || state === 'unknown' || state === 'suppressed';
}
