import { seal, unseal } from './sealed-secret.js';

it('comes back with the same secret and purpose, and with no other', () => {
  const sealed = seal('whsec_x', 'hooks', 'one secret');
  expect(sealed).not.toContain('whsec');
  expect(seal('whsec_x', 'hooks', 'one secret')).not.toBe(sealed);
  expect(unseal(sealed, 'hooks', 'one secret')).toBe('whsec_x');
  expect(unseal(sealed, 'hooks', 'another secret')).toBeNull();
  expect(unseal(sealed, 'mail', 'one secret')).toBeNull();
});

it.each(['', 'AAAA', 'not base64 at all!'])('nothing comes of %j', (sealed) => {
  expect(unseal(sealed, 'hooks', 'one secret')).toBeNull();
});

it('one bit changed is noticed', () => {
  const bytes = Buffer.from(seal('whsec_x', 'hooks', 'one secret'), 'base64');
  for (let at = 0; at < bytes.length; at += 1) {
    const touched = Buffer.from(bytes);
    touched[at] = (touched[at] ?? 0) ^ 1;
    expect(unseal(touched.toString('base64'), 'hooks', 'one secret')).toBeNull();
  }
});
