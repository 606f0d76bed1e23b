import { wordSet } from './word-set.js';
import type { Token } from './nlp.js';
import { isTimeNoun } from './split-lead.js';
import { findSubject, findVerbGroups } from './verb-groups.js';

const OPENER = wordSet('when once after whenever');
/** What comes by itself or is in the calendar: it says when, not whether. */
const COURSE = new Set(
  (
    'be have get expire lapse end finish complete conclude close open reopen begin start arrive come go run melt thaw fade settle retire mature return turn ' +
    'resume meet gather vote rise set dry ripen bloom flower freeze cool warm die age grow graduate land publish release report leave fall wear clear ' +
    'hatch migrate ship convene sit speak count become reach'
  ).split(' '),
);
/** "once it starts to", "when they come to": what follows decides. */
const PHASE = wordSet('start begin come get go');
const INDEFINITE = wordSet('an a one any another some somebody someone anybody anyone no');

/**
 * Whether a clause of time names an event that may as well not come: "once the board signs", "when one is launched". What is in
 * the calendar ("when the term ends"), has a date or is under way says only when.
 *
 * @param clause tokens of the clause, its "when" first
 */
export function isUncertainEvent(clause: readonly Token[]): boolean {
  const opener = clause.findIndex(({ pos }) => pos !== 'PUNCT' && pos !== 'CCONJ');
  if (!OPENER.has(clause[opener]?.lower ?? '') || clause.some(isDated)) return false;
  const group = findVerbGroups(clause, opener + 1).find(
    ({ form }) => form !== 'infinitive' && form !== 'participle',
  );
  if (group === undefined || group.isProgressive || (group.form !== 'present' && group.form !== 'perfect'))
    return false;
  const subject = findSubject(clause, group.from, opener + 1);
  const first = clause[subject?.from ?? -1];
  if (first === undefined || /^(?:i|we|you|nobody|nothing|everybody|everything)$/u.test(first.lower))
    return false;
  if (group.isPassive) return INDEFINITE.has(first.lower) && group.form === 'present';
  const verb = clause[group.verb]?.lemma.toLowerCase() ?? '';
  const next = clause[group.to];
  if (PHASE.has(verb) && next?.lower === 'to' && next.pos === 'PART') return true;
  // "once the reply reaches the court": a thing sent is not sent by itself; a season or a number is reached by itself.
  if (verb === 'reach') return next !== undefined && next.pos !== 'NUM' && !isTimeNoun(next);
  return !COURSE.has(verb);
}

const isDated = (token: Token): boolean =>
  /\d/u.test(token.text) ||
  (isTimeNoun(token) && !/^(?:now|then|time|point|moment|run|term|half)$/u.test(token.lower));
