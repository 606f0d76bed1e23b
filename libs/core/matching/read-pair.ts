import type { MatchableEvent, MatchableProposition } from './matchable.js';
import { initialsOf, shortForm } from './initials.js';
import { readText, type NameGroup, type TextReading } from './read-text.js';

/** Characters read at most: a headline, a summary or criteria; what follows says nothing new. */
const LONGEST_HEADLINE = 2_000;
const LONGEST_BODY = 12_000;

/** An event, read once for all propositions. Says nothing of how rare a word is: that is for the comparison. */
export interface ReadEvent {
  readonly source: MatchableEvent;
  readonly title: TextReading;
  readonly summary: TextReading;
  /** Short forms that the names of the event could have: "United Auto Workers" gives "uaw". */
  readonly initials: ReadonlySet<string>;
}

/** A proposition, read once for all events. Says nothing of how rare a word is: that is for the comparison. */
export interface ReadProposition {
  readonly source: MatchableProposition;
  readonly statement: TextReading;
  readonly criteria: TextReading;
  /** Names and countries of the statement as groups; the first is its subject. */
  readonly actors: readonly NameGroup[];
  /** Short forms of the names of the statement. */
  readonly shortForms: ReadonlySet<string>;
}

/**
 * Reads an event: words, names, numbers, dates. Pure; linear in its (capped) length; never throws.
 *
 * @example readEvent(event('Finland joins NATO')).title.terms.has('@fi')
 */
export function readEvent(source: MatchableEvent): ReadEvent {
  return {
    source,
    title: readText(source.title, LONGEST_HEADLINE),
    summary: readText(source.summary, LONGEST_BODY),
    initials: initialsOf(
      `${source.title.slice(0, LONGEST_HEADLINE)}\n${source.summary.slice(0, LONGEST_BODY)}`,
    ),
  };
}

/**
 * Reads a proposition; topics count as criteria. Pure; linear in its (capped) length; never throws.
 *
 * @example readProposition(p('Will Finland join NATO?')).actors.map((actor) => actor.label) // ['Finland', 'NATO']
 */
export function readProposition(source: MatchableProposition): ReadProposition {
  const statement = readText(source.statement, LONGEST_HEADLINE);
  const criteria = readText(`${source.criteria}\n${source.topics.join('\n')}`, LONGEST_BODY, true);
  const countries = [...statement.terms.keys()]
    .filter((term) => term.startsWith('@'))
    .map((term) => ({ terms: [term], label: statement.labels.get(term) ?? term }));
  const order = [...statement.terms.keys()];
  const actors = [...statement.names, ...countries].sort(
    (a, b) => order.indexOf(a.terms[0] ?? '') - order.indexOf(b.terms[0] ?? ''),
  );
  const shortForms = new Set(actors.map(shortForm).filter((short) => short !== null));
  return { source, statement, criteria, actors, shortForms };
}
