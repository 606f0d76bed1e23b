import { startsCapital } from '#core/text';
import type { Token } from './nlp.js';
import { phraseAfter, tailOf } from './noun-phrase.js';
import type { Phrase } from './noun-phrase.js';
import type { Place } from './phrase-place.js';
import { reportAt } from './report-verbs.js';
import { properName, speakerOf } from './speaker-name.js';
import type { Speaker } from './speaker-name.js';
import { subjectOf } from './subject-of.js';
import { canSayAnything, looksLikePerson } from './who-speaks.js';

function isClosingQuote(tokens: readonly Token[], i: number): boolean {
  return /^["\u201d\u2019']$/u.test(tokens[i]?.text ?? '') && reportAt(tokens, i + 1) === 'say';
}

/** Verbs that let their subject follow; "told reporters" and "gives Labour" have an object there. */
const INVERTING =
  /^(?:sa(?:id|ys?)|w(?:rote|rites?)|add(?:s|ed)|argue[sd]?|repl(?:y|ies|ied)|explain(?:s|ed)?|note[sd]?|insist(?:s|ed)?|warn(?:s|ed)?|declare[sd]?|announce[sd]?|predict(?:s|ed)?|joke[sd]?|claim(?:s|ed)?|report(?:s|ed)?|agree[sd]?|admit(?:s|ted)?|conclude[sd]?|caution(?:s|ed)?|think(?:s)?|thought|reckon(?:s|ed)?|believe[sd]?|tweet(?:s|ed)?|forecast(?:s|ed)?|recall(?:s|ed)?|quip(?:s|ped)?|state[sd]?|remark(?:s|ed)?|observe[sd]?)$/u;

interface Inverted {
  readonly speaker: Speaker;
  readonly to: number;
}

/** '..., said the minister': the subject after its verb. */
export function invertedSpeaker({ text, tokens, memory }: Place, verb: number): Inverted | null {
  const token = tokens[verb];
  if (
    token === undefined ||
    token.lower.endsWith('ing') ||
    !(
      INVERTING.test(token.lower) ||
      (isClosingQuote(tokens, verb - 1) && !/^(?:tell|inform|assure|remind|brief|promise)/u.test(token.lemma))
    )
  )
    return null;
  const phrase = phraseAfter(tokens, verb + 1);
  if (phrase === null || tokens[verb + 1]?.lower === 'that') return null;
  const head = tokens[phrase.head];
  if (head === undefined || !canSayAnything(head) || opensWithSubject(tokens, verb)) return null;
  const tail = tailOf(tokens, phrase);
  // "said he would": a clause follows; the subject stood before.
  const next = tokens[tail];
  if (next !== undefined && (next.pos === 'AUX' || (next.pos === 'VERB' && !next.lower.endsWith('ing'))))
    return null;
  const speaker = speakerOf(
    text,
    tokens,
    subjectOf(phrase, apposedAfter(text, tokens, phrase, tail), tail),
    memory,
    true,
  );
  return speaker === null ? null : { speaker, to: tail };
}

/** "Our treasurer, Ada, says a sum that size will do": nothing is said before the verb, only who says it. */
function opensWithSubject(tokens: readonly Token[], verb: number): boolean {
  const before = tokens.slice(0, verb);
  return (
    tokens[verb - 1]?.lower === ',' &&
    before.filter((token) => token.lower === ',').length === 2 &&
    !before.some(
      (token) =>
        token.pos === 'AUX' ||
        (token.pos === 'VERB' && !startsCapital(token.text)) ||
        /["\u201d]/u.test(token.text),
    ) &&
    tokens.slice(verb + 1).some((token) => token.pos === 'AUX')
  );
}

/** "said the bank's chief economist, Ada Low". */
function apposedAfter(text: string, tokens: readonly Token[], phrase: Phrase, tail: number): Phrase | null {
  if (tokens[tail]?.lower !== ',' || properName(text, tokens, phrase) !== null) return null;
  const apposed = phraseAfter(tokens, tail + 1);
  const name = apposed === null ? null : properName(text, tokens, apposed);
  return name !== null && looksLikePerson(name.split(' '), false) ? apposed : null;
}
