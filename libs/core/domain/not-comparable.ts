/** Why somebody cannot be set against others. */
export const NOT_COMPARABLE = ['few_own', 'few_shared', 'others_apart'] as const;
/**
 * `few_own`: too few scored statements of their own; `few_shared`: too few that enough others spoke of at the same time;
 * `others_apart`: enough of them, but the others share too little to be comparable among themselves.
 */
export type NotComparable = (typeof NOT_COMPARABLE)[number];
