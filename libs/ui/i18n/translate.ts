import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { MessageArguments } from './message-values.js';
import { messages, type MessageId, type Messages } from './messages.js';

const i18n = setupI18n({ locale: 'en', messages: { en: { ...messages } } });

const compiled = new Map<string, ReturnType<typeof compileMessage>>();

// Messages are kept as ICU text, not as generated code: compiled when first shown, once.
i18n.setMessagesCompiler((message) => {
  const known = compiled.get(message);
  if (known !== undefined) return known;
  const tokens = compileMessage(message);
  compiled.set(message, tokens);
  return tokens;
});

/**
 * The English text of a message, the same on server and client. Unknown ids and missing values do not compile.
 * t('profile.claims', { n: 2 }) is "2 claims".
 */
export function t<I extends MessageId>(id: I, ...[values]: MessageArguments<Messages[I]>): string {
  return i18n._(id, values);
}

/** For an id put together at run time from a word the server sent: null where the catalogue does not have it. */
export function findMessage(id: string): string | null {
  return Object.hasOwn(messages, id) ? i18n._(id) : null;
}
