import { guessUtf16 } from '#core/text';
import { DocumentFailure } from './document-failure.js';

/** Which of our readings of a text file: its characters and the name of the set they were in. */
export interface DecodedText {
  readonly text: string;
  readonly charset: string;
}

const BOMS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];
const LAST_RESORT = 'windows-1252';
const DECLARED_WITHIN = 2_048;

/**
 * Reads bytes as text: a byte order mark decides; what is valid UTF-8 is UTF-8 whatever is said of it; then the header,
 * the declaration of the page, and Windows-1252 where what comes out are letters. Throws DocumentFailure BAD_CHARSET,
 * UNKNOWN_KIND for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array, mediaType: string | undefined): DecodedText {
  const marked = BOMS.find(([bom]) => bom.every((byte, i) => bytes[i] === byte))?.[1] ?? guessUtf16(bytes);
  if (marked !== null) return checked(bytes, marked);
  if (bytes.subarray(0, 65_536).includes(0)) throw new DocumentFailure('UNKNOWN_KIND');
  const utf8 = tryDecode(bytes, 'utf-8');
  const said = charsetIn(mediaType) ?? declaredIn(bytes) ?? LAST_RESORT;
  // ISO-2022 is ASCII to the eye of UTF-8.
  if (utf8 !== null && !said.startsWith('iso-2022')) return { text: utf8, charset: 'utf-8' };
  return checked(bytes, said === 'utf-8' ? LAST_RESORT : said);
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  const tag = /<meta\b[^>]*charset[^>]*>|<\?xml[^>]*encoding[^>]*>/iu.exec(head)?.[0];
  return charsetIn(tag?.replace(/encoding/iu, 'charset'));
}

/** The name by which the Encoding Standard knows the charset, as `utf-8`; null where it knows none. */
function charsetIn(said: string | undefined): string | null {
  const label = /charset\s*=\s*["']?([\w.:-]+)/iu.exec(said ?? '')?.[1];
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function checked(bytes: Uint8Array, charset: string): DecodedText {
  const text = tryDecode(bytes, charset);
  if (text === null) throw new DocumentFailure('BAD_CHARSET');
  if (charset === LAST_RESORT && !looksWritten(bytes)) throw new DocumentFailure('UNKNOWN_KIND');
  return { text, charset };
}

function tryDecode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Every byte is some character of Windows-1252; a binary file has control characters among them. */
function looksWritten(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  let odd = 0;
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) odd += 1;
  return odd / sample.length < 0.005;
}
