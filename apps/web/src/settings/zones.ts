/** All zones this browser knows, and the chosen one even where it does not. */
export function zonesWith(chosen: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([chosen, 'UTC', ...known])].sort((a, b) => a.localeCompare(b, 'en'));
}
