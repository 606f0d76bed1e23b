import crypto from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a secret that must be read again (to check a signature with), so that a dump of the database alone does not
 * give it away. `purpose` keeps keys for different things apart.
 */
export function seal(text: string, purpose: string, secret: string): string {
  const iv = crypto.randomBytes(IV_BYTES);
  const cipher = crypto.createCipheriv(CIPHER, keyFor(purpose, secret), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Null where it was sealed with another secret (the installation's was changed) or was touched. */
export function unseal(sealed: string, purpose: string, secret: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = crypto.createDecipheriv(CIPHER, keyFor(purpose, secret), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    return null;
  }
}

function keyFor(purpose: string, secret: string): Buffer {
  return Buffer.from(crypto.hkdfSync('sha256', secret, '', `outturn ${purpose}`, 32));
}
