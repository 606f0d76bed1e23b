import type { CueHit, CuedClause } from './cues.js';
import type { Token } from './nlp.js';
import { findVerbGroups, modalOf } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

/** Tokens `from` (inclusive) to `to` (exclusive): what a second verb shares with the first one, its subject and modal. */
export interface SharedWords {
  readonly from: number;
  readonly to: number;
}

export interface Conjunct {
  readonly clause: CuedClause;
  /** Null of the first. */
  readonly shared: SharedWords | null;
}

/**
 * Parts a clause where its subject gets a second verb: "The firm will close Leeds and move its work to Ostrava", "the levy
 * may fall, and could be gone by May". Each part claims something of its own.
 */
export function conjunctsOf(tokens: readonly Token[], clause: CuedClause): Conjunct[] {
  const groups = findVerbGroups(tokens, clause.from, clause.to);
  const first = groups.find((group) => group.modal !== null && MODALS.has(group.modal));
  if (first === undefined) return [{ clause, shared: null }];
  const starts = groups.flatMap((group): Start[] => {
    const at = group.from > first.verb ? joinedAt(tokens, first, group) : null;
    return at === null ? [] : [{ at, group }];
  });
  if (starts.length === 0) return [{ clause, shared: null }];
  const modal = clause.cues.find((hit) => hit.from >= first.from && hit.from < first.to);
  return [
    {
      clause: {
        from: clause.from,
        to: starts[0]?.at ?? clause.to,
        kind: clause.kind,
        cues: within(clause.cues, clause.from, starts[0]?.at ?? clause.to),
      },
      shared: null,
    },
    ...starts.map(({ at, group }, k): Conjunct => {
      const to = starts[k + 1]?.at ?? clause.to;
      const own = within(clause.cues, at, to);
      const from = at + 1;
      const carried =
        modal === undefined || group.modal !== null
          ? []
          : [{ ...modal, from: group.verb, to: group.verb + 1 }];
      return {
        clause: { from, to, kind: clause.kind, cues: [...own, ...carried] },
        shared: { from: clause.from, to: group.modal === null ? sharedEnd(first) : first.from },
      };
    }),
  ];
}

interface Start {
  /** The conjunction. */
  readonly at: number;
  readonly group: VerbGroup;
}

const MODALS: ReadonlySet<string> = new Set(['will', 'would', 'may', 'might', 'could', 'shall']);
const MOST_ADVERBS = 3;

const within = (cues: readonly CueHit[], from: number, to: number): CueHit[] =>
  cues.filter((hit) => hit.from >= from && hit.from < to);

/** "will probably not": up to the verb itself, which an aside may part from its modal ("will, in the end, sell"). */
function sharedEnd(group: VerbGroup): number {
  return group.verb === group.from ? group.to : group.verb;
}

/** The conjunction that joins a verb to the first one: only adverbs between, and a form that the modal can govern. */
function joinedAt(tokens: readonly Token[], first: VerbGroup, group: VerbGroup): number | null {
  let at = group.from - 1;
  while (at > first.verb && group.from - at <= MOST_ADVERBS && tokens[at]?.pos === 'ADV') at -= 1;
  const word = tokens[at]?.lower;
  if (word !== 'and' && word !== 'but' && word !== 'or') return null;
  const verb = tokens[group.from];
  if (verb === undefined) return null;
  if (modalOf(verb) !== null) return group.modal !== null && MODALS.has(group.modal) ? at : null;
  const isBase =
    verb.lower === verb.lemma.toLowerCase() &&
    (verb.pos === 'VERB' || verb.lower === 'be' || verb.lower === 'have');
  // "will meet and talk": too short to be judged alone.
  // "will meet and talk" is one thing; a comma or an adverb sets the second one apart.
  const isApart = tokens[at - 1]?.lower === ',' || (tokens[at + 1]?.pos === 'ADV' && group.from - at > 1);
  return isBase && isApart && group.form === 'present' ? at : null;
}
