import type { MatchableEvent, MatchableProposition } from './matchable.js';
import { rootsOf } from './roots.js';
import { abbreviationsOf } from './initials.js';
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
  /** First letters of a word -> the words of the event that begin so. */
  readonly roots: ReadonlyMap<string, readonly string[]>;
}

/** A proposition, read once for all events. Says nothing of how rare a word is: that is for the comparison. */
export interface ReadProposition {
  readonly source: MatchableProposition;
  readonly statement: TextReading;
  readonly criteria: TextReading;
  /** Names and countries of the statement as groups; the first is its subject. */
  readonly actors: readonly NameGroup[];
  /** Short form of a name of the statement -> the terms of the name: "uaw" -> unit, auto, worker. */
  readonly shortForms: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads an event: words, names, numbers, dates. Pure; linear in its (capped) length; never throws.
 *
 * @example readEvent(event('Finland joins NATO')).title.terms.has('@fi')
 */
export function readEvent(source: MatchableEvent): ReadEvent {
  const title = readText(source.title, LONGEST_HEADLINE);
  const summary = readText(source.summary, LONGEST_BODY);
  return {
    source,
    title,
    summary,
    roots: rootsOf([title, summary]),
    initials: new Set(
      abbreviationsOf(
        `${source.title.slice(0, LONGEST_HEADLINE)}\n${source.summary.slice(0, LONGEST_BODY)}`,
      ).map(({ short }) => short),
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
  const shortForms = new Map(
    abbreviationsOf(source.statement.slice(0, LONGEST_HEADLINE)).map(({ short, words }) => [
      short,
      [...readText(words.join(' '), LONGEST_HEADLINE).terms.keys()].filter((term) =>
        statement.terms.has(term),
      ),
    ]),
  );
  return { source, statement, criteria, actors, shortForms };
}
