import type { Attribution } from './attribution.js';
import type { NameMemory } from './name-memory.js';
import type { Token } from './nlp.js';

/** Where in a text a report is looked for. */
export interface Place {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly memory: NameMemory;
}

export function attribution(
  tokens: readonly Token[],
  i: number,
  rest: Omit<Attribution, 'verbAt' | 'verbIndex' | 'from' | 'fromAt'> & { from?: number },
): Attribution {
  const from = rest.from ?? i;
  return { verbAt: tokens[i]?.start ?? 0, verbIndex: i, ...rest, from, fromAt: tokens[from]?.start ?? 0 };
}
