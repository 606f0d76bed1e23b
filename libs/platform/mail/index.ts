export { MailFailure } from './mail-failure.js';
export { MailModule } from './mail.module.js';
export { Mailer } from './mailer.service.js';
export type { DigestData } from './templates/digest-mail.js';
export type { InvitationData } from './templates/invitation-mail.js';
export type { MailFrame } from './templates/mail-layout.js';
export type { PromptData } from './templates/prompt-mail.js';
export * from './templates/render-mail.js';
export * from './templates/render-verdict-mail.js';
