import { wordSet } from './word-set.js';
import type { Token } from './nlp.js';
import { findSubject, findVerbGroups } from './verb-groups.js';

/** Words that point back to what was spoken of: as a subject, or inside it ("half of them", "its price"). */
const POINTING = wordSet('it they he she this that these those both neither one them its their his her him');
/** What comes later than what was spoken of, or at no time in particular. */
const SEQUEL =
  /\b(?:then|thereafter|afterwards?|later|subsequently|eventually|ultimately|after (?:that|which|this)|next|beyond that|after (?:[\w-]+ )?(?:days|weeks|months|years|decades) of (?:this|that|it)|ever)\b/iu;

/** Whether words place themselves after what was said before them ("then it starts to fall"). */
export function isSequel(words: string): boolean {
  return SEQUEL.test(words);
}

/**
 * Whether a stretch of a sentence goes on about what came before: its subject points back, or it has none ("and gains a
 * seat", "Final margin: eight points").
 */
export function isContinuing(tokens: readonly Token[], from: number, to: number): boolean {
  const finite = findVerbGroups(tokens, from, to).find(
    ({ form }) => form !== 'infinitive' && form !== 'participle',
  );
  if (finite === undefined) return true;
  const subject = findSubject(tokens, finite.from, from);
  if (subject === null) return true;
  return tokens.slice(subject.from, subject.to).some((token) => POINTING.has(token.lower));
}
