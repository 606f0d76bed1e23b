/**
 * The form under which two spellings of a name are one: lower case, without accents, punctuation and doubled spaces.
 * nameKey("  José  Núñez-Pérez ") is "jose nunez perez". Never empty for a name with a letter or digit.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
