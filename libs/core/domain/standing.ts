/** Whose standings a board shows. */
export const BOARD_KINDS = ['claimants', 'outlets'] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

/** Claims recorded in time, and those recorded when the thing had happened or fallen due; never pooled. */
export const TRACKS = ['live', 'retrospective'] as const;
export type Track = (typeof TRACKS)[number];

/** How far ahead something is said, in classes wide enough to hold a base rate. */
export const HORIZONS = ['month', 'quarter', 'year', 'longer'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** What claims are compared with, in the order in which they are shown. `half` says 50 % of everything. */
export const REFERENCES = ['base_rate', 'status_quo', 'half', 'market'] as const;
export type Reference = (typeof REFERENCES)[number];

/** What changed between two boards that moved somebody. */
export const MOVE_CAUSES = ['verdict', 'reversal', 'deadline', 'claim', 'reading', 'link', 'method'] as const;
export type MoveCause = (typeof MOVE_CAUSES)[number];
