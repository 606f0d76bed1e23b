/** Bytes looked at. */
const SAMPLE = 2_000;
/** Every second byte of English text is a zero; marks and symbols of other blocks make it a little less. */
const MOST = 0.4;

/**
 * Which way round UTF-16 without a byte order mark is: English text in it has a zero in nearly every second byte. Null for
 * anything else. The bytes 0x48 0x00 0x69 0x00 ("Hi") are "utf-16le".
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = sample.length * MOST;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : null;
}
