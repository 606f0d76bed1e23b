import { compileMessage } from '@lingui/message-utils/compileMessage';
import { findMessage, messages, t } from './index.js';

it.each(Object.entries(messages))('%s is well-formed', (_id, message) => {
  expect(() => compileMessage(message)).not.toThrow();
  // A straight apostrophe is a quote character to ICU and would swallow what follows.
  expect(message).not.toContain("'");
});

it('counts in the plural of the language', () => {
  expect(t('profile.claims', { n: 0 })).toBe('No claims');
  expect(t('profile.claims', { n: 1 })).toBe('1 claim');
  expect(t('profile.claims', { n: 2 })).toBe('2 claims');
});

it('finds no message that is not in the catalogue', () => {
  expect(findMessage('toString')).toBeNull();
  expect(findMessage('board.title')).toBe('Board');
});
