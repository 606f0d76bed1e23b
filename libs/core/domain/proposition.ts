/** `change` comes about; `persistence` stays so until; `state` is so at; `quantity` is a number, never in Brier. */
export const PROPOSITION_KINDS = ['change', 'persistence', 'state', 'quantity'] as const;
export type PropositionKind = (typeof PROPOSITION_KINDS)[number];

/** What happens to the statement if nothing changes. */
export const STATUS_QUOS = ['yes', 'no'] as const;
export type StatusQuo = (typeof STATUS_QUOS)[number];
