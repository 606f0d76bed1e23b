import type { Place } from './find-terms.js';
import type { ReadProposition } from './read-pair.js';
import type { TermWeigher } from './term-statistics.js';

/** A proposition as it stands beside others for the same event: its words weighed once for all of them. */
export interface Contender {
  readonly proposition: ReadProposition;
  /** What it says, without numbers and dates. */
  readonly terms: readonly SaidTerm[];
  readonly whole: number;
  /** Whether a word that may tell it apart is not in the event: only then can another one fit better. */
  readonly isLacking: boolean;
}

interface SaidTerm {
  readonly term: string;
  readonly weight: number;
  /** Whether the word can tell two statements apart. */
  readonly isTelling: boolean;
  /** How plainly the event has it, 0-1; null where it has not. */
  readonly presence: number | null;
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
 * Weighs what a proposition says, to be compared with others.
 *
 * @param found where the event has each term of its statement
 */
export function toContender(
  proposition: ReadProposition,
  found: ReadonlyMap<string, Place>,
  weigh: TermWeigher,
): Contender {
  const specific = SPECIFIC * weigh('');
  const terms: SaidTerm[] = [];
  let whole = 0;
  let isLacking = false;
  for (const term of proposition.statement.terms.keys()) {
    if (term.startsWith('#')) continue;
    const weight = weigh(term);
    const place = found.get(term);
    const isTelling = term.startsWith('@') || (!term.startsWith('!') && weight >= specific);
    const presence = place === undefined ? null : PRESENCE[place];
    whole += weight;
    if (isTelling && presence !== 1) isLacking = true;
    terms.push({ term, weight, isTelling, presence });
  }
  return { proposition, terms, whole, isLacking };
}

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
  if (!own.isLacking) return null;
  const difference = weighDifference(own, other);
  const alike = difference.shared / Math.max(own.whole, other.whole, TINY);
  if (alike < ALIKE || difference.telling === 0 || difference.there === difference.telling) return null;
  const otherDifference = weighDifference(other, own);
  if (otherDifference.there === 0) return null;
  const better = otherDifference.there / otherDifference.telling - difference.there / difference.telling;
  if (better <= 0) return null;
  const clear = CLEAR * weigh('');
  const clarity = Math.min(1, difference.telling / clear) * Math.min(1, otherDifference.telling / clear);
  return { strength: alike * better * clarity, instead: labelOf(other, otherDifference.heaviest) };
}

/** How much of what one statement has and the other has not is in the event. */
function weighDifference({ terms }: Contender, other: Contender) {
  const others = other.proposition.statement.terms;
  const sums = { shared: 0, telling: 0, there: 0, heaviest: '' };
  let heaviest = 0;
  for (const { term, weight, isTelling, presence } of terms) {
    if (others.has(term)) sums.shared += weight;
    else if (isTelling) {
      sums.telling += weight;
      if (presence === null) continue;
      sums.there += presence * weight;
      if (weight > heaviest) {
        sums.heaviest = term;
        heaviest = weight;
      }
    }
  }
  return sums;
}

function labelOf({ proposition }: Contender, term: string): string {
  const actor = proposition.actors.find((name) => name.terms.includes(term));
  return actor?.label ?? proposition.statement.labels.get(term) ?? term;
}
