import type { TextSpan } from '#core/text';
import type { Attribution } from './attribution.js';
import { readLabel } from './inline-label.js';
import type { NameMemory } from './name-memory.js';
import { withNames } from './name-tokens.js';
import type { Token } from './nlp.js';
import { phraseAttribution } from './report-phrases.js';
import { reportAt } from './report-verbs.js';
import { speakerOf } from './speaker-name.js';
import { groupStart, subjectBefore } from './subject-of.js';
import { verbAttribution } from './verb-attribution.js';
import type { Reading } from './verb-attribution.js';

export type { Attribution } from './attribution.js';

/** Short quotations are borrowed words; verbs in longer ones belong to who is quoted. */
export const QUOTED_SPEECH_FROM = 24;

/** Whether a quotation is long enough to be speech of its own. */
export function isSpeech(quote: TextSpan): boolean {
  return quote.end - quote.start > QUOTED_SPEECH_FROM;
}

/** Who is said to say something in a sentence, in order; pronouns and short names resolved, the names met noted. */
export function findAttributions(
  text: string,
  tagged: readonly Token[],
  quotes: readonly TextSpan[],
  memory: NameMemory,
): Attribution[] {
  const tokens = withNames(tagged, (word) => memory.isNameWord(word));
  const speech = quotes.filter(isSpeech);
  const isInSpeech = (token: Token): boolean =>
    speech.some((quote) => token.start >= quote.start && token.end <= quote.end);
  const found: Attribution[] = [];
  const place = { text, tokens, memory, found };
  memory.startSentence();
  let hasSubject = false;
  tokens.forEach((token, i) => {
    if (isInSpeech(token)) return;
    noteName(tokens, i, memory);
    if (
      isFinite(tokens, i) &&
      !isInRelativeClause(tokens, i) &&
      (!hasSubject || !found.some((item) => item.covers === 'after'))
    )
      hasSubject = noteSubject(place, i, hasSubject) || hasSubject;
    const attribution =
      phraseAttribution(place, i) ?? readLabel(text, tokens, i, speech, memory) ?? verbAttribution(place, i);
    if (attribution === null) return;
    if (attribution.name !== null) memory.noteSpoken(attribution.name);
    if (attribution.name !== null && reportAt(tokens, i) !== null) memory.noteSubject(attribution.name);
    found.push(attribution);
  });
  return found;
}

function isFinite(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || (token.pos !== 'VERB' && token.pos !== 'AUX')) return false;
  return tokens[i - 1]?.lower !== 'to' && !/ing$/u.test(token.lower);
}

/** "who sells", "that had been": not the verb of the sentence. */
function isInRelativeClause(tokens: readonly Token[], verb: number): boolean {
  const before = tokens[groupStart(tokens, verb) - 1]?.lower ?? '';
  return /^(?:who|which|that|whose|where|when|if|as|since|because|while|although)$/u.test(before);
}

/** The subject of a sentence is who "he" or "it" means in the next one. */
function noteSubject({ text, tokens, memory }: Reading, verb: number, isSecond: boolean): boolean {
  const subject = subjectBefore(tokens, groupStart(tokens, verb));
  if (subject === null) return false;
  const speaker = speakerOf(text, tokens, subject, memory);
  if (speaker === null || speaker.name === null) return true;
  // Of later clauses only persons are remembered: "it" seldom means what stands in them.
  if (isSecond && memory.referentOf(speaker.name) !== 'person') return true;
  memory.noteSubject(speaker.name);
  const noun = subject.apposed === null ? undefined : tokens[subject.apposed.head];
  if (noun?.pos === 'NOUN') memory.noteAlias(noun.lower, speaker.name);
  return true;
}

/** Takes in a proper name where it ends. */
function noteName(tokens: readonly Token[], i: number, memory: NameMemory): void {
  const token = tokens[i];
  if (token?.pos !== 'PROPN' || tokens[i + 1]?.pos === 'PROPN') return;
  let from = i;
  while (from > 0 && tokens[from - 1]?.pos === 'PROPN' && i - from < 6) from -= 1;
  memory.noteName(
    tokens.slice(from, i + 1).map((part) => part.text),
    tokens[from - 1]?.lower ?? '',
  );
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
