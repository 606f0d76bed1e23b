import type { Attribution } from './attribution.js';
import { readLabel } from './inline-label.js';
import type { NameMemory } from './name-memory.js';
import { withNames } from './name-tokens.js';
import type { Token } from './nlp.js';
import { isFinite, isInRelativeClause, noteMentions, noteSubject } from './note-mentions.js';
import { phraseAttribution } from './report-phrases.js';
import { reportAt } from './report-verbs.js';
import type { Quotation } from './quotations.js';
import { speakerOf } from './speaker-name.js';
import { groupStart, subjectBefore } from './subject-of.js';
import { verbAttribution } from './verb-attribution.js';

export type { Attribution } from './attribution.js';

/** Who is said to say something in a sentence, in order; pronouns and short names resolved, the names met noted. */
export function findAttributions(
  text: string,
  tagged: readonly Token[],
  quotes: readonly Quotation[],
  memory: NameMemory,
): Attribution[] {
  const tokens = withNames(tagged, (word) => memory.isNameWord(word));
  const start = tokens[0]?.start ?? 0;
  const end = tokens[tokens.length - 1]?.end ?? 0;
  const speech = quotes.filter((quote) => quote.isSpeech && quote.start < end && quote.end > start);
  const isInSpeech = (token: Token): boolean =>
    speech.some((quote) => token.start >= quote.start && token.end <= quote.end);
  const found: Attribution[] = [];
  const place = { text, tokens, memory, found };
  memory.startSentence();
  let hasSubject = false;
  tokens.forEach((token, i) => {
    if (isInSpeech(token)) return;
    noteMentions(place, i);
    if (
      isFinite(tokens, i) &&
      !isInRelativeClause(tokens, i) &&
      (!hasSubject || !found.some((item) => item.covers === 'after'))
    )
      hasSubject = noteSubject(place, i, hasSubject) || hasSubject;
    const attribution =
      phraseAttribution(place, i) ??
      (token.text === ':' || token.text === '):' ? readLabel(text, tokens, i, speech, memory) : null) ??
      verbAttribution(place, i);
    if (attribution === null) return;
    if (attribution.name !== null) memory.noteSpoken(attribution.name);
    if (attribution.name !== null && reportAt(tokens, i) !== null) memory.noteSubject(attribution.name);
    found.push(attribution);
  });
  return found;
}

/** Who the clause before a colon is about: "She was blunt: "No cut before the summer.""; null where nobody can speak. */
export function subjectBeforeColon(
  text: string,
  tokens: readonly Token[],
  memory: NameMemory,
): string | null {
  const verb = tokens.findIndex((_, i) => isFinite(tokens, i));
  const subject = verb === -1 ? null : subjectBefore(tokens, groupStart(tokens, verb));
  return subject === null ? null : (speakerOf(text, tokens, subject, memory)?.name ?? null);
}
