import { t } from '#ui/i18n';
import { Entry, Line, MailButton, type MailFrame, MailLayout } from './mail-layout.js';

export type PromptReason =
  'due' | 'recheck' | 'strong_match' | 'dispute' | 'reopened' | 'split' | 'assignment';

/** What a lead is told about a proposition that has waited too long. */
export interface LateItem {
  readonly statement: string;
  readonly url: string;
  readonly days: number;
  /** Who has not answered; null where the reader may not know who has. */
  readonly late: { readonly names: readonly string[]; readonly more: number } | null;
}

export interface PromptData extends MailFrame {
  readonly inboxUrl: string;
  readonly items: readonly { statement: string; url: string; reason: PromptReason; escalated: boolean }[];
  /** For leads. */
  readonly late: readonly LateItem[];
}

/** One mail for everything that newly waits for one person. */
export function PromptMail(props: PromptData) {
  const { items, late } = props;
  return (
    <MailLayout {...props} title={promptTitle(props)} preview={t('mail.prompt.text')}>
      {items.length === 0 ? null : <Line>{t('mail.prompt.text')}</Line>}
      {items.map((item) => (
        <Entry key={item.url} text={item.statement} url={item.url}>
          {`${t(`mail.prompt.reason.${item.reason}`)}${item.escalated ? ` · ${t('mail.prompt.escalated')}` : ''}`}
        </Entry>
      ))}
      {late.length === 0 ? null : <Line>{t('mail.prompt.late', { n: late.length })}</Line>}
      {late.map((item) => (
        <Entry key={`late ${item.url}`} text={item.statement} url={item.url}>
          {lateWords(item)}
        </Entry>
      ))}
      <MailButton href={props.inboxUrl}>{t('mail.digest.open')}</MailButton>
    </MailLayout>
  );
}

export function promptTitle({ items, late }: PromptData): string {
  return items.length === 0
    ? t('mail.prompt.late.title', { n: late.length })
    : t('mail.prompt.title', { n: items.length });
}

function lateWords({ days, late }: LateItem): string {
  const overdue = t('mail.digest.overdue', { days });
  if (late === null) return `${overdue} · ${t('mail.prompt.late.unnamed')}`;
  if (late.names.length === 0) return `${overdue} · ${t('mail.prompt.late.nobody')}`;
  const names = late.names.join(', ');
  return `${overdue} · ${late.more === 0 ? t('mail.prompt.late.names', { names }) : t('mail.prompt.late.more', { names, n: late.more })}`;
}
