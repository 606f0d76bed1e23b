import { wordSet } from './word-set.js';
import type { Attribution } from './attribution.js';
import type { Token } from './nlp.js';
import { isPossessivePronoun } from './noun-phrase.js';
import { attribution } from './phrase-place.js';
import type { Place } from './phrase-place.js';
import { remembered } from './remembered.js';
import { speakerOf } from './speaker-name.js';
import { groupStart, subjectBefore } from './subject-of.js';

/** What is thought or said, as the object of a verb that says little itself: "takes the view that", "has no doubt that". */
const THOUGHT = wordSet(
  'view opinion doubt doubts feeling hunch suspicion belief hope hopes fear fears word promise prediction claim warning warnings expectation conviction impression case point assurance assurances pledge vow forecast argument worry guess bet confidence optimism concern concerns certainty scepticism skepticism mind position',
);
const LIGHT = wordSet(
  'have take hold express voice give make share raise issue repeat offer reach form harbour harbor retain leave advance renew sound',
);
const OPENLY = wordSet('clear plain known certain obvious explicit felt');

/** Whether a word can be the one that `lightReport` is asked about. */
export const isLightReportWord = remembered(
  (lower: string): boolean => THOUGHT.has(lower) || OPENLY.has(lower),
);

/** "Ada Low takes the view that", "is of the opinion that", "has made it clear that", "let it be known that". */
export function lightReport(place: Place, i: number): Attribution | null {
  const { tokens, text, memory } = place;
  const word = tokens[i]?.lower ?? '';
  if (tokens[i + 1]?.lower !== 'that' || !isLightReportWord(word)) return null;
  const verb = OPENLY.has(word) ? openingVerb(tokens, i) : lightVerb(tokens, i);
  if (verb === null) return null;
  const group = tokens.slice(groupStart(tokens, verb), verb);
  if (group.some((token) => /^(?:will|'ll|would|should|must|can|could|may|might)$/u.test(token.lower)))
    return null;
  const subject = subjectBefore(tokens, groupStart(tokens, verb));
  if (subject === null || /^(?:that|which|it|this|there|what)$/u.test(tokens[subject.head]?.lower ?? ''))
    return null;
  const speaker = speakerOf(text, tokens, subject, memory, true);
  if (speaker === null) return null;
  return attribution(tokens, i, {
    name: speaker.name,
    from: subject.from,
    bodyFrom: i + 2,
    isTrailing: false,
    covers: 'after',
    kind: 'think',
  });
}

/** The verb a thought is the object of: over its article, adjectives and "of". */
function lightVerb(tokens: readonly Token[], noun: number): number | null {
  let k = noun - 1;
  while (
    k > 0 &&
    noun - k < 5 &&
    (/^(?:DET|ADJ|ADV)$/u.test(tokens[k]?.pos ?? '') || isPossessivePronoun(tokens[k]))
  )
    k -= 1;
  const token = tokens[k];
  if (token === undefined) return null;
  // "is of the view that", "is in no doubt that".
  if (/^(?:of|in)$/u.test(token.lower)) return tokens[k - 1]?.lemma === 'be' ? k - 1 : null;
  const lemma = token.lower === 'left' ? 'leave' : token.lemma;
  return (token.pos === 'VERB' || token.pos === 'AUX') && LIGHT.has(lemma) ? k : null;
}

/** "made it clear", "let it be known", "makes no secret of it" without the rest: the verb before "it". */
function openingVerb(tokens: readonly Token[], i: number): number | null {
  let k = i - 1;
  while (
    k > 0 &&
    i - k < 4 &&
    /^(?:it|be|very|quite|perfectly|abundantly|more|become)$/u.test(tokens[k]?.lower ?? '')
  )
    k -= 1;
  return /^(?:make|makes|made|making|let|lets)$/u.test(tokens[k]?.lower ?? '') ? k : null;
}
