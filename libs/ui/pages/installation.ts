import { calendarDateIn } from '#core/domain';

/** What a public page needs to know of the installation it stands on. */
export interface PublicInstallation {
  readonly projectName: string;
  readonly mode: 'real' | 'demo' | 'test';
  /** Business time, ISO 8601; pages never ask a clock. */
  readonly now: string;
  /** IANA zone in which instants are shown as days; UTC unless told. */
  readonly zone?: string;
  /** Absolute address of the site without a trailing slash, for canonical links; left out when unknown. */
  readonly baseUrl?: string;
  /** Where `public.css` is served. */
  readonly stylesheet?: string;
}

export const zoneOf = (installation: PublicInstallation) => installation.zone ?? 'UTC';

/** The calendar date of the installation's now. */
export function todayOf(installation: PublicInstallation): string {
  return calendarDateIn(new Date(installation.now), zoneOf(installation));
}
