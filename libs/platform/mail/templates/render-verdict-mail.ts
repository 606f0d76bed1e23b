import { t } from '#ui/i18n';
import { createElement, type ReactElement } from 'react';
import { render } from 'react-email';
import { ClaimantMail, type ClaimantMailData } from './claimant-mail.js';
import type { RenderedMail } from './render-mail.js';
import { VerdictChangeMail, type VerdictChangeData } from './verdict-change-mail.js';

export async function renderVerdictChange(data: VerdictChangeData): Promise<RenderedMail> {
  return renderBoth(
    t('mail.verdict.subject', { project: data.projectName }),
    createElement(VerdictChangeMail, data),
  );
}

export async function renderClaimantMail(data: ClaimantMailData): Promise<RenderedMail> {
  return renderBoth(
    t('mail.claimant.title', { project: data.projectName }),
    createElement(ClaimantMail, data),
  );
}

async function renderBoth(subject: string, mail: ReactElement): Promise<RenderedMail> {
  return { subject, html: await render(mail), text: await render(mail, { plainText: true }) };
}
