import type { FeedNote } from './feed.js';

const BOMS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];
/** Bytes of `<?` or `<r` where no mark says that it is UTF-16. */
const WIDE: readonly (readonly [(bytes: Uint8Array) => boolean, string])[] = [
  [(bytes) => bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0, 'utf-16be'],
  [(bytes) => bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0, 'utf-16le'],
];
const DECLARED_WITHIN = 1_024;
/** What is left when nothing said is true; every byte is some character of it. */
const LAST_RESORT = 'windows-1252';

/**
 * Reads bytes as text. A byte order mark decides; else the header, else the declaration of the document, else UTF-8.
 * What is valid UTF-8 with letters beyond ASCII is UTF-8 whatever is said of it; what is not in the charset it claims is
 * read in the next likely one, with a note.
 */
export function decodeFeed(
  bytes: Uint8Array,
  contentType: string | undefined,
): { text: string; notes: FeedNote[] } {
  const marked = BOMS.find(([bom]) => bom.every((byte, i) => bytes[i] === byte))?.[1];
  const wide = marked ?? WIDE.find(([fits]) => fits(bytes))?.[1];
  if (wide !== undefined) return { text: decode(bytes, wide, false) ?? '', notes: [] };
  const said = [charsetOf(contentType), declaredIn(bytes)].filter((name) => name !== null);
  const [first] = said;
  const utf8 = decode(bytes, 'utf-8', true);
  if (utf8 !== null && (first === undefined || isUtf8(first) || bytes.some((byte) => byte >= 0x80)))
    return {
      text: utf8,
      notes: first === undefined || isUtf8(first) || said.some(isUtf8) ? [] : [wrong(first, 'utf-8')],
    };
  for (const name of said) {
    const text = decode(bytes, name, true);
    if (text !== null) return { text, notes: name === first ? [] : [wrong(first ?? name, name)] };
  }
  return { text: decode(bytes, LAST_RESORT, false) ?? '', notes: [wrong(first ?? 'utf-8', LAST_RESORT)] };
}

const isUtf8 = (name: string): boolean => /^(?:utf-?8|us-ascii|ascii)$/i.test(name);

function charsetOf(contentType: string | undefined): string | null {
  return /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null;
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head)?.[1] ?? null;
}

/** Null where a charset is unknown, or, strictly, where the bytes are not in it. */
function decode(bytes: Uint8Array, charset: string, isStrict: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal: isStrict }).decode(bytes);
  } catch {
    return null;
  }
}

function wrong(said: string, read: string): FeedNote {
  return { kind: 'WRONG_CHARSET', count: 1, example: `${said} → ${read}` };
}
