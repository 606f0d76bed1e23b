import { mailMessages } from './mail-messages.js';
import type { MessageArguments } from './message-values.js';
import { modelMessages } from './model-messages.js';
import { publicMessages } from './public-messages.js';
import { reviewMessages } from './review-messages.js';
import { shellMessages } from './shell-messages.js';
import { triageMessages } from './triage-messages.js';
import { wordMessages } from './word-messages.js';
import { workMessages } from './work-messages.js';

/** The one catalogue. */
export const messages = {
  ...mailMessages,
  ...publicMessages,
  ...wordMessages,
  ...shellMessages,
  ...reviewMessages,
  ...triageMessages,
  ...modelMessages,
  ...workMessages,
} as const;

export type Messages = typeof messages;
export type MessageId = keyof Messages;

/** Ids of messages that take no values; what a table of labels may hold. */
export type PlainMessageId = {
  [I in MessageId]: MessageArguments<Messages[I]> extends [] ? I : never;
}[MessageId];
