import type { BoardFilterShape, ClaimFilterShape, SubjectKind, SubjectShape } from './board-shapes.js';
import { hasProfile } from '#core/domain';

/** The query of a board: only what differs from the board one sees first, so that one board has one address. */
export function boardQuery(filter: BoardFilterShape): string {
  const query = new URLSearchParams();
  if (filter.kind !== 'claimants') query.set('kind', filter.kind);
  if (filter.track !== 'live') query.set('track', filter.track);
  for (const key of ['topic', 'period', 'horizon', 'basis', 'asOf'] as const) {
    const value = filter[key] ?? null;
    if (value !== null && value !== '') query.set(key, value);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The query of a further part of a long board; the first part has the address of the board. */
export function boardPageQuery(filter: BoardFilterShape, page: number): string {
  const query = boardQuery(filter);
  if (page <= 1) return query;
  return `${query === '' ? '?' : `${query}&`}page=${String(page)}`;
}

/** The query of a list of claims; all live ones from the start have the address of the profile. */
export function claimListQuery(filter: ClaimFilterShape, page = 1): string {
  const query = new URLSearchParams(boardQuery({ ...filter, kind: 'claimants' }));
  if (filter.counts !== null) query.set('counts', filter.counts);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The claims behind the board everybody sees. */
export const ALL_LIVE = {
  track: 'live',
  topic: null,
  period: null,
  horizon: null,
  basis: null,
} as const satisfies Omit<ClaimFilterShape, 'counts'>;

/** Where the exact claims behind the numbers of a row stand. */
export function claimsHref(path: string, filter: ClaimFilterShape, page = 1): string {
  return `${path}${claimListQuery(filter, page)}#claims`;
}

/** Whether a filter leaves anything out of the board one sees first. */
export function isFiltered(filter: BoardFilterShape): boolean {
  return boardQuery({ ...filter, kind: 'claimants' }) !== '';
}

/** The page of a subject, or null where it has none: collectives, anonymous and private persons. */
export function subjectPath(subject: Pick<SubjectShape, 'id' | 'kind'>): string | null {
  if (!hasPage(subject.kind)) return null;
  return `/${subject.kind === 'outlet' ? 'outlets' : 'claimants'}/${encodeURIComponent(subject.id)}`;
}

function hasPage(kind: SubjectKind): boolean {
  return kind === 'outlet' || hasProfile(kind);
}

/** Where the method page explains a measure. */
export const measureHref = (key: string) => `/method#measure-${key}`;
