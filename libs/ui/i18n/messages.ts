import { boardMessages } from './board-messages.js';
import { candidateMessages } from './candidate-messages.js';
import { claimantMessages } from './claimant-messages.js';
import { coachMessages } from './coach-messages.js';
import { codingMessages } from './coding-messages.js';
import { disputeMessages } from './dispute-messages.js';
import { feedMessages } from './feed-messages.js';
import { groupMessages } from './group-messages.js';
import { inboxMessages } from './inbox-messages.js';
import { mailAdminMessages } from './mail-admin-messages.js';
import { mailMessages } from './mail-messages.js';
import { measureMessages } from './measure-messages.js';
import type { MessageArguments } from './message-values.js';
import { methodMessages } from './method-messages.js';
import { modelMessages } from './model-messages.js';
import { moveMessages } from './move-messages.js';
import { profileMessages } from './profile-messages.js';
import { publicMessages } from './public-messages.js';
import { reviewMessages } from './review-messages.js';
import { selectionMessages } from './selection-messages.js';
import { shellMessages } from './shell-messages.js';
import { sourceMessages } from './source-messages.js';
import { teamMessages } from './team-messages.js';
import { triageMessages } from './triage-messages.js';
import { wordMessages } from './word-messages.js';
import { workMessages } from './work-messages.js';

/** The one catalogue. */
export const messages = {
  ...mailMessages,
  ...mailAdminMessages,
  ...publicMessages,
  ...boardMessages,
  ...profileMessages,
  ...moveMessages,
  ...methodMessages,
  ...measureMessages,
  ...wordMessages,
  ...shellMessages,
  ...reviewMessages,
  ...teamMessages,
  ...claimantMessages,
  ...inboxMessages,
  ...sourceMessages,
  ...triageMessages,
  ...candidateMessages,
  ...coachMessages,
  ...codingMessages,
  ...modelMessages,
  ...workMessages,
  ...feedMessages,
  ...disputeMessages,
  ...groupMessages,
  ...selectionMessages,
} as const;

export type Messages = typeof messages;
export type MessageId = keyof Messages;

/** Ids of messages that take no values; what a table of labels may hold. */
export type PlainMessageId = {
  [I in MessageId]: MessageArguments<Messages[I]> extends [] ? I : never;
}[MessageId];
