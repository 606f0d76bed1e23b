import { findPasswordFault } from './password-fault.js';

const about = { name: 'Maria Sample', email: 'maria.sample@example.org' };

describe('findPasswordFault', () => {
  it.each([
    'aaaaaaaaaaaaaa',
    'abababababab',
    'password1234',
    'Passwort2024!',
    'mariasample1',
    'maria.sample@example.org',
  ])('does not take %s', (password) => {
    expect(findPasswordFault(password, about)).not.toBeNull();
  });

  it.each([
    'tangerine-moss-48',
    'correct horse battery',
    'password-of-the-lighthouse',
    'maria likes tangerine moss',
    '密码是很长的一句话吧真的',
  ])('takes %s', (password) => {
    expect(findPasswordFault(password, about)).toBeNull();
  });
});
