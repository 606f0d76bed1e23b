/**
 * Brings a text into the form snapshots are kept in: NFC, LF line ends, no byte order mark.
 * Idempotent: normalising twice changes nothing. Never throws.
 *
 * @param raw any string; lone surrogates pass through unchanged (see `checkText`)
 * @returns the normalised text; its offsets differ from those of `raw`
 * @example normaliseText('\uFEFFcafe\u0301\r\n') === 'caf\u00e9\n'
 */
export function normaliseText(raw: string): string {
  return raw
    .replace(/^\uFEFF+/u, '')
    .replace(/\r\n?/gu, '\n')
    .normalize('NFC');
}
