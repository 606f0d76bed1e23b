import type { ClaimantMailData } from './templates/claimant-mail.js';
import type { DigestData } from './templates/digest-mail.js';
import type { InvitationData } from './templates/invitation-mail.js';
import type { PromptData } from './templates/prompt-mail.js';
import type { RenderedMail } from './templates/render-mail.js';
import type { VerdictChangeData } from './templates/verdict-change-mail.js';

// What draws mails takes most of a second to load: not before the first mail is written.
const loadMails = () => import('./templates/render-mail.js');
const loadVerdictMails = () => import('./templates/render-verdict-mail.js');

export async function renderDigest(data: DigestData): Promise<RenderedMail> {
  return (await loadMails()).renderDigest(data);
}

export async function renderPrompt(data: PromptData): Promise<RenderedMail> {
  return (await loadMails()).renderPrompt(data);
}

export async function renderInvitation(data: InvitationData): Promise<RenderedMail> {
  return (await loadMails()).renderInvitation(data);
}

export async function renderVerdictChange(data: VerdictChangeData): Promise<RenderedMail> {
  return (await loadVerdictMails()).renderVerdictChange(data);
}

export async function renderClaimantMail(data: ClaimantMailData): Promise<RenderedMail> {
  return (await loadVerdictMails()).renderClaimantMail(data);
}
