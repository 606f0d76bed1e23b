import { type CalendarDate, isDenial } from '#core/domain';
import { type Candidate, findDeadlines, readPassage } from '#core/extraction';
import { ADVICE_CODES, type Advice, type AdviceFix, type CoachedStatement } from './advice.js';
import { secondEvent } from './two-events.js';
import { findDenials, findWords } from './word-advice.js';

export { ADVICE_CODES } from './advice.js';

/** What is known besides the card. */
export interface CoachContext {
  /** When it was said; null where the source has no date yet. */
  readonly publishedOn: CalendarDate | null;
  /** The business date: what fell due before it is no forecast any more. */
  readonly today: CalendarDate;
}

/** It says that something is over: "has resigned", "was signed". A passive of the present ("is signed") is none. */
const PAST = /\b(?:(?:has|have|had) (?:already )?(?:been |\w+(?:ed|en|wn|ne)\b)|was|were|already)\b/iu;

/**
 * Advice on the wording of a statement, the most pressing first. Deterministic and offline; reads at most a sentence.
 *
 * @example coachStatement({ ...card, statement: 'Rain will not fall' }, context)[0] // NEGATED, with the positive wording as fix
 */
export function coachStatement(card: CoachedStatement, context: CoachContext): Advice[] {
  const { statement } = card;
  if (statement.trim() === '') return [];
  const read = readPassage(
    statement,
    context.publishedOn === null ? {} : { publishedOn: context.publishedOn },
    { start: 0, end: statement.length },
  );
  const found: Advice[] = [
    ...denialAdvice(card, read),
    ...hedgeAdvice(card, read),
    ...eventAdvice(statement),
    ...findWords(statement).map(({ code, words }): Advice => ({ code, weight: 'should', words, fix: null })),
    ...deadlineAdvice(card, context),
  ];
  return found.sort((a, b) => ADVICE_CODES.indexOf(a.code) - ADVICE_CODES.indexOf(b.code));
}

function denialAdvice(card: CoachedStatement, read: Candidate | null): Advice[] {
  const { statement } = card;
  const denials = findDenials(statement);
  if (denials.length > 1)
    return [{ code: 'DOUBLE_NEGATION', weight: weightOf(statement), words: denials.join(' … '), fix: null }];
  if (denials.length === 0) return [];
  const isPositive = read !== null && read.negated && findDenials(read.statement).length === 0;
  const fix = isPositive ? { statement: read.statement, ...mirrored(card) } : null;
  return [{ code: 'NEGATED', weight: weightOf(statement), words: denials[0] ?? '', fix }];
}

/** Of some denials the server is sure, and refuses them. */
const weightOf = (statement: string) => (isDenial(statement) ? 'must' : 'should');

/**
 * The likelihood of the opposite. "Will not, 80-99 %" is the statement at 1-20 %. A band of no number stays; the phrase stays
 * as it stands in the text.
 */
function mirrored({ low, point, high }: CoachedStatement): AdviceFix {
  if (low === null || point === null || high === null) return {};
  return { low: opposite(high), point: opposite(point), high: opposite(low) };
}

/** Sums of decimals are not exact; four digits are. */
const opposite = (probability: number): number => Number((1 - probability).toFixed(4));

/** A statement is the thing itself; how likely it is stands beside it. */
function hedgeAdvice(card: CoachedStatement, read: Candidate | null): Advice[] {
  const band = read?.probability ?? null;
  if (read === null || band === null || band.phrase === '' || read.negated) return [];
  if (findDenials(card.statement).length > 0 || !HEDGES.has(band.basis)) return [];
  const isGone = !read.statement.toLowerCase().includes(band.phrase.toLowerCase());
  // A band somebody chose is left; only where none was stated the words of the statement are one.
  const fromWords = card.basis === 'not_stated' ? { ...band } : {};
  return [
    {
      code: 'HEDGED',
      weight: 'should',
      words: band.phrase,
      fix: isGone ? { statement: read.statement, ...fromWords } : null,
    },
  ];
}

/** Plain "will" says nothing of likelihood; it is how one speaks of what is to come. */
const HEDGES: ReadonlySet<string> = new Set(['words', 'number', 'possibility', 'rank']);

function eventAdvice(statement: string): Advice[] {
  const found: Advice[] = [];
  const second = secondEvent(statement);
  if (second !== null) found.push({ code: 'TWO_EVENTS', weight: 'should', words: second, fix: null });
  const past = PAST.exec(statement);
  if (past !== null) found.push({ code: 'PAST', weight: 'should', words: past[0], fix: null });
  return found;
}

function deadlineAdvice(card: CoachedStatement, { publishedOn, today }: CoachContext): Advice[] {
  const { deadlineOn } = card;
  const named = publishedOn === null ? null : namedDeadline(card.statement, publishedOn);
  if (deadlineOn === null) {
    if (card.deadlineBasis === 'event') return [];
    return [{ code: 'NO_DEADLINE', weight: 'note', words: named?.deadlinePhrase ?? '', fix: named }];
  }
  const found: Advice[] = [];
  if (publishedOn !== null && deadlineOn < publishedOn)
    found.push({
      code: 'DEADLINE_BEFORE_PUBLICATION',
      weight: 'must',
      words: deadlineOn,
      fix: named ?? laterYear(deadlineOn, publishedOn),
    });
  else if (named !== null && named.deadlineOn !== deadlineOn)
    found.push({ code: 'DEADLINE_DIFFERS', weight: 'should', words: named.deadlinePhrase, fix: named });
  if (deadlineOn < today && (publishedOn === null || deadlineOn >= publishedOn))
    found.push({ code: 'ALREADY_DUE', weight: 'note', words: deadlineOn, fix: null });
  return found;
}

/** The last day a statement itself names, where it names one and no other. */
function namedDeadline(
  statement: string,
  publishedOn: CalendarDate,
): Pick<CoachedStatement, 'deadlineOn' | 'precision' | 'deadlineBasis' | 'deadlinePhrase'> | null {
  const dated = findDeadlines(statement, publishedOn).filter(
    ({ deadline, isWeak }) =>
      !isWeak &&
      deadline.deadlineOn !== null &&
      deadline.deadlineOn >= publishedOn &&
      deadline.basis !== 'vague',
  );
  const only = dated[0];
  if (only === undefined || dated.length > 1) return null;
  const { deadlineOn, precision, basis, phrase } = only.deadline;
  return { deadlineOn, precision, deadlineBasis: basis, deadlinePhrase: phrase };
}

/** The same day in the year in which it lies ahead: in January one writes last year's number. */
function laterYear(on: CalendarDate, publishedOn: CalendarDate): AdviceFix | null {
  const year = Number(publishedOn.slice(0, 4));
  // The 29th of February is not in every year; a person has to say which day is meant.
  if (on.endsWith('-02-29')) return null;
  const same = `${String(year)}${on.slice(4)}`;
  return { deadlineOn: same >= publishedOn ? same : `${String(year + 1)}${on.slice(4)}` };
}
