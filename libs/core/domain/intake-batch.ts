/** What has become of one document of a batch. A file is `announced` until its bytes are here. */
export const INTAKE_ITEM_STATES = ['announced', 'waiting', 'reading', 'done', 'failed', 'cancelled'] as const;
export type IntakeItemState = (typeof INTAKE_ITEM_STATES)[number];

/** Files and addresses that can be given at once. */
export const BATCH_AT_MOST = 200;

/** Whether nothing more becomes of it. */
export function isOver(state: IntakeItemState): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}
