import { wordSet } from './word-set.js';
import type { Token } from './nlp.js';
import type { Complement } from './read-complement.js';
import { findMainGroup, splitLead } from './split-lead.js';
import type { VerbGroup } from './verb-groups.js';

/** A clause seen as opening phrase, subject, verb and what follows. */
export interface MainClause {
  readonly tokens: readonly Token[];
  readonly lead: readonly Token[];
  readonly subject: readonly Token[];
  readonly group: VerbGroup;
}

export function readMain(tokens: readonly Token[]): MainClause | null {
  const group = findMainGroup(tokens);
  if (group === null) return null;
  const subjectAt = splitLead(tokens, 0, group.from);
  return {
    tokens,
    group,
    lead: tokens.slice(0, subjectAt),
    subject: ownSubject(tokens.slice(subjectAt, group.from)),
  };
}

/** Without a loose relative between commas; other asides may be what a frame looks for. */
function ownSubject(subject: readonly Token[]): readonly Token[] {
  const comma = subject.findIndex(
    ({ lower }, i) => lower === ',' && /^(?:which|who)$/u.test(subject[i + 1]?.lower ?? ''),
  );
  return comma > 0 && subject[subject.length - 1]?.lower === ',' ? subject.slice(0, comma) : subject;
}

export type Frame = (main: MainClause, anchorAt: number) => Peeled | null;

/** What a frame leaves, and whether it denies it. */
export interface Peeled extends Complement {
  readonly isDenied: boolean;
  /** Whether the verb of the frame was plural: "are expected to". */
  readonly isPlural?: boolean | null;
  /** Whether the opening phrase of the frame's clause is one of the statement ("By 2030 we expect"). */
  readonly keepsLead?: boolean;
}

const FIRST = wordSet('i we one');

const DENYING_SUBJECT = wordSet('nobody none no neither few hardly not');

export const lemmaOf = (token: Token | undefined): string => token?.lemma.toLowerCase() ?? '';

export const isFirstPerson = (subject: readonly Token[]): boolean =>
  FIRST.has(subject[subject.length - 1]?.lower ?? '');

export const deniesBySubject = (subject: readonly Token[]): boolean =>
  DENYING_SUBJECT.has(subject[0]?.lower ?? '') &&
  subject[1]?.lower !== 'only' &&
  subject[1]?.lower !== 'doubt';
