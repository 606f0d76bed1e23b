export { messages, type MessageId, type Messages, type PlainMessageId } from './messages.js';
export { findMessage, t } from './translate.js';
