import type { Window } from './deadline.js';
import type { PropositionKind } from './proposition.js';

const ANY_WINDOW = ['by', 'on', 'during', 'at', 'throughout'] as const satisfies readonly Window[];

interface TemplateRow {
  readonly id: string;
  readonly kinds: readonly PropositionKind[];
  readonly windows: readonly Window[];
}

/** What may be said to count as yes, for which sort of statement; the first that fits is the usual one. */
export const CRITERIA_TEMPLATES = [
  { id: 'reported', kinds: ['change'], windows: ['by', 'on', 'during', 'at'] },
  { id: 'inForce', kinds: ['change'], windows: ['by', 'on', 'during', 'at'] },
  { id: 'announced', kinds: ['change'], windows: ['by', 'on', 'during', 'at'] },
  { id: 'unbroken', kinds: ['persistence', 'change'], windows: ['throughout'] },
  { id: 'stillSo', kinds: ['persistence'], windows: ['by', 'on', 'during', 'at'] },
  { id: 'soOnTheDay', kinds: ['state'], windows: ANY_WINDOW },
  { id: 'firstFigure', kinds: ['quantity'], windows: ANY_WINDOW },
  { id: 'official', kinds: ['change', 'persistence', 'state', 'quantity'], windows: ANY_WINDOW },
] as const satisfies readonly TemplateRow[];

export type CriteriaTemplate = (typeof CRITERIA_TEMPLATES)[number]['id'];

/** The window a kind of proposition usually has; a persistence holds throughout, a state is so at a day. */
export const USUAL_WINDOW: Readonly<Record<PropositionKind, Window>> = {
  change: 'by',
  persistence: 'throughout',
  state: 'at',
  quantity: 'at',
};
