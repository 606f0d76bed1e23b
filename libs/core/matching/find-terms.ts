import { relatedActions } from './action-families.js';
import { ROOT } from './roots.js';
import type { Quantity } from './quantities.js';
import type { ReadEvent, ReadProposition } from './read-pair.js';
import type { NameGroup, TextReading } from './read-text.js';
import type { TermWeigher } from './term-statistics.js';
import { GENERIC_STEMS } from './word-lists.js';

/**
 * Where an event has a term of a statement. `implied`: by something that stands for it (Moscow for Russia, a number of
 * the same unit, a word of the same root).
 */
export type Place = 'title' | 'summary' | 'implied';

/** Longer beginnings in common than this, and most of the longer word: the same root ("ranch", "rancher"). */
const ROOT_SHARE = 0.7;
/** A part of a name that weighs less than this share of a word never seen before tells nobody apart. */
const TELLING = 0.6;
/** Bare numbers below this count anything. */
const SMALL = 100;
const NEAR = 0.5;

/** Where the event has each term of the statement; terms it does not have are left out. */
export function findStatementTerms(
  event: ReadEvent,
  { statement, actors, shortForms }: ReadProposition,
  weigh: TermWeigher,
): Map<string, Place> {
  const found = new Map<string, Place>();
  for (const term of statement.terms.keys()) {
    const place = placeOf(term, event, statement);
    if (place !== null) found.set(term, place);
  }
  for (const [short, terms] of shortForms) {
    const place = hasShortForm(event.title, short)
      ? 'title'
      : hasShortForm(event.summary, short)
        ? 'summary'
        : null;
    if (place === 'title') terms.forEach((term) => found.set(term, place));
    else if (place !== null)
      terms.filter((term) => !found.has(term)).forEach((term) => found.set(term, place));
  }
  for (const actor of actors) completeName(actor, event, found, weigh);
  return found;
}

/** Short forms are written in capitals: "CAR" is the Central African Republic, a "car" is not. */
function hasShortForm({ terms, labels }: TextReading, short: string): boolean {
  return terms.has(short) && labels.get(short)?.toLowerCase() !== labels.get(short);
}

/**
 * "Harris", "President Harris" and "Kamala D. Harris" are Kamala Harris; "Doug Harris" and "Harris Smith" are others,
 * and "Bank" alone is no name.
 */
function completeName({ terms }: NameGroup, event: ReadEvent, found: Map<string, Place>, weigh: TermWeigher) {
  const last = terms.at(-1) ?? '';
  if (terms.length < 2 || !found.has(last) || weigh(last) < TELLING * weigh('')) return;
  if (terms.every((term) => found.has(term))) return;
  const groups = [...event.title.names, ...event.summary.names].filter((name) => name.terms.includes(last));
  const isMeant = groups.some(
    (name) =>
      name.terms.at(-1) === last &&
      name.terms.every((term) => term === last || GENERIC_STEMS.has(term) || terms.includes(term)),
  );
  if (groups.length > 0 && !isMeant) return;
  for (const term of terms) if (!found.has(term)) found.set(term, 'implied');
}

function placeOf(term: string, event: ReadEvent, statement: TextReading): Place | null {
  const { title, summary, initials } = event;
  if (title.terms.has(term)) return 'title';
  if (summary.terms.has(term)) return 'summary';
  if (term.startsWith('@')) return title.seats.has(term) || summary.seats.has(term) ? 'implied' : null;
  if (term.startsWith('#')) return hasUnit(event, statement, term) ? 'implied' : null;
  if (term.startsWith('!')) {
    const isNear = relatedActions(term.slice(1)).some(
      (label) => title.terms.has(`!${label}`) || summary.terms.has(`!${label}`),
    );
    return isNear ? 'implied' : null;
  }
  if (initials.has(term) && /^[a-z]{3,}$/u.test(term)) return 'summary';
  const country = statement.seatOf.get(term);
  if (country !== undefined) {
    const isThere = [title, summary].some(({ terms, seats }) => terms.has(country) || seats.has(country));
    return isThere ? 'implied' : null;
  }
  return hasRoot(event, term) ? 'implied' : null;
}

/** "exceed 9%" and a report of "9.1%": numbers of one unit belong together; bare ones where they are near. */
function hasUnit(event: ReadEvent, statement: TextReading, term: string): boolean {
  const wanted = statement.quantities.get(term);
  if (wanted === undefined) return false;
  return wanted.unit === ''
    ? nearness(wanted, event) >= NEAR
    : [event.title, event.summary].some(({ quantities }) =>
        [...quantities.values()].some((quantity) => quantity.unit === wanted.unit),
      );
}

/**
 * How near the event's nearest number of the same unit is: the smaller by the larger, 0-1; 0 where there is none. Small
 * bare numbers count anything and are near nothing.
 *
 * @example a statement of 250,000 and a report of 200,000: 0.8
 */
export function nearness(wanted: Quantity, { title, summary }: ReadEvent): number {
  if (wanted.unit === '' && wanted.value < SMALL) return 0;
  let best = 0;
  for (const { quantities } of [title, summary]) {
    for (const { value, unit } of quantities.values()) {
      if (unit !== wanted.unit) continue;
      const larger = Math.max(value, wanted.value);
      best = Math.max(best, larger === 0 ? 1 : Math.min(value, wanted.value) / larger);
    }
  }
  return best;
}

/**
 * Whether the event has a number beyond a threshold of the statement, however far: 20 % has exceeded 10 %.
 *
 * @example a statement of "exceed 10%" and a report of 20%: true
 */
export function isPassed(
  { value: threshold, unit, passedBy }: Quantity,
  { title, summary }: ReadEvent,
): boolean {
  if (passedBy === undefined) return false;
  return [title, summary].some(({ quantities }) =>
    [...quantities.values()].some(
      (one) => one.unit === unit && (passedBy === 'more' ? one.value >= threshold : one.value <= threshold),
    ),
  );
}

function hasRoot({ roots }: ReadEvent, term: string): boolean {
  const others = roots.get(term.slice(0, ROOT)) ?? [];
  return others.some((other) => {
    let same = ROOT;
    while (same < term.length && term[same] === other[same]) same += 1;
    return same >= ROOT_SHARE * Math.max(term.length, other.length);
  });
}
