export { MailFailure } from './mail-failure.js';
export { MailModule, MailPumpModule } from './mail.module.js';
export { Mailer, MailServerAwayError } from './mailer.service.js';
export type { DigestData, DigestList } from './templates/digest-mail.js';
export type { InvitationData } from './templates/invitation-mail.js';
export type { MailFrame } from './templates/mail-layout.js';
export type { LateItem, PromptData, PromptReason } from './templates/prompt-mail.js';
export * from './render.js';
export type { RenderedMail } from './templates/render-mail.js';
