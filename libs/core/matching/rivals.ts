import type { Place } from './find-terms.js';
import type { ReadProposition } from './read-pair.js';
import type { TextReading } from './read-text.js';
import type { TermWeigher } from './term-statistics.js';

/** A proposition as it stands beside others for the same event. */
export interface Contender {
  readonly proposition: ReadProposition;
  readonly found: ReadonlyMap<string, Place>;
}

/** Another proposition of nearly the same wording that fits the event better. */
export interface Rival {
  /** 0-1: how alike the two are, and how clearly the report has what tells them apart. */
  readonly strength: number;
  /** What the report has of the other one, as written there. */
  readonly instead: string;
}

/** Statements that share less of their weight than this are about different things. */
const ALIKE = 0.45;
/** A difference that weighs as much as this share of a word never seen before is clear. */
const CLEAR = 0.6;
/** Below this share of a word never seen before, a word is common and tells nothing apart. */
const SPECIFIC = 0.45;
/** A headline says what a report is about; what stands below it may be there for comparison. */
const PRESENCE: Readonly<Record<Place, number>> = { title: 1, summary: 0.5, implied: 0.5 };
const TINY = 1e-9;

/**
 * The contender that says the same of another actor, place or thing, and whose actor, place or thing is the one in the
 * report; null where there is none. "Will Sweden join NATO?" stands back where the report says Finland and "Will
 * Finland join NATO?" is there too. Numbers and dates tell nothing apart: variants of a deadline or a threshold all
 * bear on it. Independent of the order of the contenders.
 */
export function findRival(
  own: Contender,
  contenders: readonly Contender[],
  weigh: TermWeigher,
): Rival | null {
  let best: Rival | null = null;
  for (const other of contenders) {
    if (other === own) continue;
    const rival = compareContenders(own, other, weigh);
    if (rival === null) continue;
    const isBetter =
      best === null ||
      rival.strength > best.strength ||
      (rival.strength === best.strength && rival.instead < best.instead);
    if (isBetter) best = rival;
  }
  return best;
}

function compareContenders(own: Contender, other: Contender, weigh: TermWeigher): Rival | null {
  const mine = own.proposition.statement.terms;
  const theirs = other.proposition.statement.terms;
  const difference = weighDifference(own, theirs, weigh);
  if (difference.telling === 0 || difference.there === difference.telling) return null;
  const otherDifference = weighDifference(other, mine, weigh);
  if (otherDifference.there === 0) return null;
  const alike = difference.shared / Math.max(difference.whole, otherDifference.whole, TINY);
  const better = otherDifference.there / otherDifference.telling - difference.there / difference.telling;
  if (alike < ALIKE || better <= 0) return null;
  const clear = CLEAR * weigh('');
  const clarity = Math.min(1, difference.telling / clear) * Math.min(1, otherDifference.telling / clear);
  return { strength: alike * better * clarity, instead: otherDifference.label };
}

/** How much of what one statement has and the other has not is in the event. */
function weighDifference(
  { proposition, found }: Contender,
  others: TextReading['terms'],
  weigh: TermWeigher,
) {
  const { terms, labels } = proposition.statement;
  const specific = SPECIFIC * weigh('');
  const sums = { whole: 0, shared: 0, telling: 0, there: 0, label: '' };
  let heaviest = 0;
  for (const term of terms.keys()) {
    if (term.startsWith('#')) continue;
    const weight = weigh(term);
    sums.whole += weight;
    if (others.has(term)) sums.shared += weight;
    else if (term.startsWith('@') || (!term.startsWith('!') && weight >= specific)) {
      const place = found.get(term);
      sums.telling += weight;
      sums.there += place === undefined ? 0 : PRESENCE[place] * weight;
      if (place !== undefined && weight > heaviest) {
        const actor = proposition.actors.find((name) => name.terms.includes(term));
        sums.label = actor?.label ?? labels.get(term) ?? term;
      }
      if (place !== undefined) heaviest = Math.max(heaviest, weight);
    }
  }
  return sums;
}
