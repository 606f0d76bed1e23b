import { t } from '#ui/i18n';
import { createElement, type ReactElement } from 'react';
import { render, toPlainText } from 'react-email';
import { type DigestData, DigestMail } from './digest-mail.js';
import { type InvitationData, InvitationMail } from './invitation-mail.js';
import { type PromptData, PromptMail, promptTitle } from './prompt-mail.js';

/** A mail as it goes out: both versions say the same. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export async function renderDigest(data: DigestData): Promise<RenderedMail> {
  const subject = t('mail.digest.subject', { project: data.projectName, week: data.week });
  return renderBoth(subject, createElement(DigestMail, data));
}

export async function renderPrompt(data: PromptData): Promise<RenderedMail> {
  const subject = `${data.projectName}: ${promptTitle(data)}`;
  return renderBoth(subject, createElement(PromptMail, data));
}

export async function renderInvitation(data: InvitationData): Promise<RenderedMail> {
  const subject = t('mail.invitation.subject', { project: data.projectName });
  return renderBoth(subject, createElement(InvitationMail, data));
}

async function renderBoth(subject: string, mail: ReactElement): Promise<RenderedMail> {
  const html = await render(mail);
  return { subject, html, text: toPlainText(html) };
}
