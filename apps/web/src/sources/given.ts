import { t } from '#ui/i18n';

/** Something to be read: by its address, as a file, or pasted. */
export type Given =
  | { readonly from: 'address'; readonly address: string }
  | { readonly from: 'file'; readonly name: string; readonly base64: string }
  | { readonly from: 'text'; readonly text: string };

/** As JSON with its third on top it fits into a request. */
const MAX_FILE_BYTES = 8_000_000;
const CHUNK = 32_768;

/** What is said of a file that cannot be sent, null of one that can. */
export function refuseFile({ name, size }: File): string | null {
  if (size <= MAX_FILE_BYTES) return null;
  return t('give.tooLarge', { name, megabytes: Math.ceil(size / 1_000_000) });
}

/** Throws where the file is gone, or may not be read. */
export async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

export function nameOfGiven(given: Given): string {
  if (given.from === 'address') return given.address;
  return given.from === 'file' ? given.name : t('give.text.label');
}
