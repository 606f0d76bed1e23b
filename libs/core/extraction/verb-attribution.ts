import { wordSet } from './word-set.js';
import type { Attribution } from './attribution.js';
import type { Token } from './nlp.js';
import { invertedSpeaker } from './inverted-speaker.js';
import { phraseAfter, phraseBefore, tailOf } from './noun-phrase.js';
import { attribution, isRejected } from './phrase-place.js';
import type { Place } from './phrase-place.js';
import { reportAt, strandedAt } from './report-verbs.js';
import type { ReportKind } from './report-verbs.js';
import { speakerOf } from './speaker-name.js';
import type { Speaker } from './speaker-name.js';
import { groupStart, subjectBefore, subjectOf } from './subject-of.js';
import type { SubjectPhrase } from './subject-of.js';
import { canSayAnything, canSpeak, isForecastNoun } from './who-speaks.js';

/** A sentence under work, with what was found in it so far. */
interface Reading extends Place {
  readonly found: readonly Attribution[];
}

/** A reporting verb with its subject: "X says that", "..., said X", "as X put it", "officials warning that". */
export function verbAttribution(reading: Reading, i: number): Attribution | null {
  const { tokens } = reading;
  const token = tokens[i];
  const kind = reportAt(tokens, i);
  if (token === undefined || kind === null) return null;
  const inverted = isAfterMark(tokens, i) ? invertedSpeaker(reading, i) : null;
  if (inverted !== null)
    return attribution(tokens, i, {
      name: inverted.speaker.name,
      bodyFrom: inverted.to,
      isTrailing: true,
      covers: 'before',
      kind,
    });
  const start = verbStart(tokens, i);
  if (isSupposed(tokens, start, i, kind) || isInvertedFuture(tokens, start)) return null;
  const bodyFrom = tokens[i + 1]?.lower === 'that' ? i + 2 : i + 1;
  const again = speakerAgain(reading, start, i);
  if (again !== null)
    return attribution(tokens, i, {
      name: again.name,
      from: start,
      bodyFrom,
      isTrailing: false,
      covers: 'after',
      kind,
    });
  const subject = reportSubject(reading, start, i, kind);
  if (
    subject === null ||
    isConcessive(tokens, subject.from) ||
    (kind === 'plan' && isObjectRelative(tokens, subject.from))
  )
    return null;
  const speaker = speakerOfReport(reading, subject, i, kind);
  if (speaker === null || (kind === 'number' && tokens[subject.from]?.lower === 'no')) return null;
  const from = isJoined(tokens, start) ? start : subject.from;
  const isAside = isAsClause(tokens, subject.from, i);
  const isTrailing = !isAside && isAfterwards(tokens, subject, i, kind);
  return attribution(tokens, i, {
    name: speaker.name,
    from,
    bodyFrom,
    isTrailing: isTrailing || isAside,
    covers: isAside ? 'all' : isTrailing ? 'before' : 'after',
    kind,
  });
}

/** "said Ada Low, an economist, who expects ...", "said growth would fall and predicted ...": the speaker of the report before. */
function speakerAgain({ tokens, found }: Reading, start: number, verb: number): Speaker | null {
  const last = found[found.length - 1];
  if (last === undefined || last.covers === 'all') return null;
  const between = tokens.slice(last.verbIndex + 1, start);
  if (between.some((token) => token.lower === ';')) return null;
  if (last.covers === 'before')
    return /^(?:who|which)$/u.test(tokens[start - 1]?.lower ?? '') &&
      !between.some((token) => token.pos === 'VERB' || token.pos === 'AUX')
      ? { name: last.name }
      : null;
  const isParticiple = start === verb && (tokens[verb]?.lower ?? '').endsWith('ing');
  return isJoined(tokens, start) && !isParticiple ? { name: last.name } : null;
}

/** The first token of "has already senselessly uttered", and of what leads in to it ("hastened to say"). */
function verbStart(tokens: readonly Token[], verb: number): number {
  const start = groupStart(tokens, verb);
  if (tokens[start - 1]?.lower !== 'to') return start;
  const stranded = strandedAt(tokens, verb);
  if (stranded !== null) return stranded;
  const leading = tokens[start - 2];
  if (leading?.pos === 'VERB' || leading?.pos === 'AUX') return groupStart(tokens, start - 2);
  // "went on to say", "is right to warn", "was quick to add".
  const verbal = tokens[start - 3];
  return verbal?.pos === 'VERB' || verbal?.pos === 'AUX' ? groupStart(tokens, start - 3) : start;
}

/** "will say", "has not said whether", "did not say": nothing is reported, or the saying itself is foretold. */
function isSupposed(tokens: readonly Token[], start: number, verb: number, kind: ReportKind): boolean {
  const group = tokens.slice(start, verb).map((token) => token.lower);
  if (group.some((word) => /^(?:will|'ll|wo|shall|can|ca|cannot|should|must)$/u.test(word))) return true;
  const isDenied = group.some((word) => /^(?:not|n't|never|hardly|barely)$/u.test(word));
  if (/^(?:think|say)$/u.test(kind) && group.some((word) => /^(?:may|might|could)$/u.test(word))) return true;
  // "does not expect" expects the contrary; "did not say" says nothing.
  return (
    isDenied &&
    !/^(?:expect|believe|think|anticipate|foresee|see|plan|intend|forecast|predict|rule|project|envisage|suggest|feel|doubt|imagine|consider|assume|aim)/u.test(
      tokens[verb]?.lemma ?? '',
    ) &&
    !/^(?:ruled?|pencil)/u.test(tokens[verb]?.lower ?? '')
  );
}

/** "so will the pundits insist": the modal stands before the subject. */
function isInvertedFuture(tokens: readonly Token[], start: number): boolean {
  let i = start - 1;
  while (i > 0 && start - i < 12 && /^(?:NOUN|PROPN|DET|ADJ|ADP|NUM|CCONJ)$/u.test(tokens[i]?.pos ?? ''))
    i -= 1;
  return (
    i < start - 1 &&
    tokens[i]?.pos === 'AUX' &&
    /^(?:will|would|may|might|could|can|should|do|does|did)$/u.test(tokens[i]?.lower ?? '')
  );
}

function reportSubject(
  reading: Reading,
  start: number,
  verb: number,
  kind: ReportKind,
): SubjectPhrase | null {
  const { tokens } = reading;
  const before = tokens[start - 1];
  if (before === undefined) return null;
  const isParticiple =
    (tokens[verb]?.lower ?? '').endsWith('ing') &&
    !tokens.slice(start, verb).some((token) => token.pos === 'AUX');
  if (isParticiple)
    return quotedAs(tokens, start) ?? keepsOn(tokens, start) ?? participleSubject(reading, start);
  if (isJoined(tokens, start)) return sharedSubject(reading, start);
  const near = subjectBefore(tokens, start);
  if (near === null) return null;
  return kind === 'number' || isAgreeing(tokens, near, start, verb) ? near : null;
}

/** "and said", ", then said", "but declared". */
function isJoined(tokens: readonly Token[], start: number): boolean {
  const before = tokens[start - 1];
  return before?.pos === 'CCONJ' || (before?.lower === 'then' && tokens[start - 2]?.lower === ',');
}

/** "He consented to this but declared", "revised its model and predicts": the subject of the nearest verb before that can speak. */
function sharedSubject(reading: Reading, at: number): SubjectPhrase | null {
  const { tokens } = reading;
  let first: SubjectPhrase | null = null;
  for (let i = at - 1; i >= 0 && at - i < 48; i -= 1) {
    const token = tokens[i];
    if (token?.lower === ';') break;
    if (token === undefined || (token.pos !== 'VERB' && token.pos !== 'AUX') || tokens[i - 1]?.lower === 'to')
      continue;
    if (tokens[i + 1]?.pos === 'AUX' || (token.pos === 'AUX' && tokens[i + 1]?.pos === 'VERB')) continue;
    const start = groupStart(tokens, i);
    if (isJoined(tokens, start)) continue;
    const subject = subjectBefore(tokens, start);
    const head = subject === null ? undefined : tokens[subject.head];
    if (subject === null || head === undefined) continue;
    if (canSpeak(head) || head.pos === 'PRON') return subject;
    // "The airport would not confirm it, but said": any noun, if it is what the sentence is about.
    first = canSayAnything(head) ? subject : null;
  }
  return first;
}

/** "quotes Ada Low as saying", "Ada Low is quoted as saying". */
function quotedAs(tokens: readonly Token[], verb: number): SubjectPhrase | null {
  if (tokens[verb - 1]?.lower !== 'as') return null;
  const isQuoting = (token: Token | undefined): boolean =>
    /^(?:quot|cit|report)(?:e|es|ed|s|ing)?$/u.test(token?.lower ?? '');
  if (isQuoting(tokens[verb - 2])) return subjectBefore(tokens, groupStart(tokens, verb - 2));
  const object = phraseBefore(tokens, verb - 1);
  if (object === null) return null;
  // "The Gazette quotes Ada Low": the tagger may take the verb for a noun.
  let from = object.to;
  while (from > object.from && !isQuoting(tokens[from - 1])) from -= 1;
  return isQuoting(tokens[from - 1]) ? subjectOf({ ...object, from }, null, object.to) : null;
}

/** "keeps saying", "started warning": the subject of the verb before. */
function keepsOn(tokens: readonly Token[], verb: number): SubjectPhrase | null {
  const before = tokens[verb - 1];
  return before?.pos === 'VERB' &&
    /^(?:keep|kept|start|begin|began|stop|continue|go|went|end|be)/u.test(before.lower)
    ? subjectBefore(tokens, groupStart(tokens, verb - 1))
    : null;
}

/** "with officials warning that": its own; ", warning that": who the sentence is about. */
function participleSubject(reading: Reading, verb: number): SubjectPhrase | null {
  const { tokens } = reading;
  const before = tokens[verb - 1];
  if (before?.lower === ',' || before?.pos === 'CCONJ') return sharedSubject(reading, verb - 1);
  const phrase = phraseBefore(tokens, verb);
  const head = phrase === null ? undefined : tokens[phrase.head];
  // "flights to Ukraine fearing war": a name before a bare participle is the object of something else.
  const isBare = tokens[(phrase?.from ?? 0) - 1]?.lower !== 'with';
  if (phrase === null || head === undefined || !canSpeak(head) || (isBare && head.pos === 'PROPN'))
    return null;
  return subjectOf(phrase, null, phrase.to);
}

/** "growth of the economy report": a base form wants a plural (or a name, a pronoun); a singular noun takes "says". */
function isAgreeing(tokens: readonly Token[], subject: SubjectPhrase, start: number, verb: number): boolean {
  const token = tokens[verb];
  const head = tokens[subject.head];
  if (token === undefined || head === undefined || start !== verb || head.pos !== 'NOUN') return true;
  const isBase = token.lower === token.lemma && !/(?:put|cut|set|bet|forecast|hit|read)$/u.test(token.lower);
  const isSingular =
    /^(?:an?|this|that|each|every)$/u.test(tokens[subject.from]?.lower ?? '') &&
    !head.lower.endsWith('s') &&
    !/^(?:third|quarter|fifth|tenth|half|majority|minority|number|handful|couple|people|lot)$/u.test(
      head.lower,
    );
  return !(isBase && isSingular);
}

/** Whose words they are; what merely shows something is a claimant only where it is a forecast. */
function speakerOfReport(
  reading: Reading,
  subject: SubjectPhrase,
  verb: number,
  kind: ReportKind,
): Speaker | null {
  const { text, tokens, memory } = reading;
  const head = tokens[subject.head];
  if (head === undefined) return null;
  if (isForecastNoun(head.lower) && head.pos === 'NOUN' && kind === 'plan') return null;
  if (kind === 'show' && head.pos === 'PROPN' && !hasThat(tokens, verb)) return null;
  if (
    kind === 'show' &&
    (head.pos === 'NOUN' || head.pos === 'PRON') &&
    !isForecastNoun(head.lower) &&
    !/^(?:he|she|they|we|i)$/u.test(head.lower)
  )
    return null;
  if (isRejected(tokens, verb + 1) && kind === 'say' && tokens[verb]?.pos === 'NOUN') return null;
  // "Neither Low nor Dunn expects": a denial is the author's own.
  if (/^(?:nor|neither)$/u.test(tokens[subject.from - 1]?.lower ?? '')) return { name: null };
  return speakerOf(text, tokens, subject, memory, needsPerson(tokens[verb], kind));
}

/** Verbs that only people and bodies do; "suggest" and "threaten" are done by clouds, too. */
function needsPerson(verb: Token | undefined, kind: ReportKind): boolean {
  if (kind === 'show' || kind === 'number') return false;
  return !/^(?:suggest|mean|threat|estimat|project|assum|consider|figur|calculat|conclud|not(?:e|ed|es)$|report|add|aim|state|confirm|hint|signal|point|dread|tip|prepar|agree)/u.test(
    verb?.lower ?? '',
  );
}

/** "the pace that the president has pledged to achieve": the noun is what the sentence is about. */
function isObjectRelative(tokens: readonly Token[], from: number): boolean {
  const noun = tokens[from - 2]?.pos;
  return /^(?:that|which)$/u.test(tokens[from - 1]?.lower ?? '') && (noun === 'NOUN' || noun === 'PROPN');
}

const CONCESSIVE = wordSet(
  'whatever whoever whichever however wherever regardless how what than whether if unless until lest once',
);

/** "whatever the opposition says", "later than management implies", "if X says": nobody is quoted. */
function isConcessive(tokens: readonly Token[], from: number): boolean {
  const own = tokens[from]?.lower ?? '';
  const before = tokens[from - 1]?.lower ?? '';
  if (/^(?:whatever|whoever|whichever|what)$/u.test(own)) return true;
  // "Forget what the experts say: ...".
  if (
    before === 'what' &&
    tokens
      .slice(Math.max(0, from - 4), from)
      .some((token) =>
        /^(?:forget|ignore|contrary|despite|never|disregard|mind|unlike|not|whatever)$/u.test(token.lower),
      )
  )
    return true;
  if (before === 'what')
    return !tokens.slice(from).some((token) => token.lower === ':' || token.lower === 'is');
  return CONCESSIVE.has(before);
}

/** "As X noted, ...", "..., as X has said, ...": the report is an aside; what is said is all around it. */
function isAsClause(tokens: readonly Token[], from: number, verb: number): boolean {
  if (tokens[from - 1]?.lower !== 'as') return false;
  const next = tokens[verb + 1];
  return (
    next === undefined ||
    next.pos === 'PUNCT' ||
    next.pos === 'ADP' ||
    next.pos === 'ADV' ||
    next.lower === 'it'
  );
}

/** "..., X says." at the end of a clause: nothing follows that X could be saying. */
function isAfterwards(
  tokens: readonly Token[],
  subject: SubjectPhrase,
  verb: number,
  kind: ReportKind,
): boolean {
  if (subject.from <= 2) return false;
  const mark = tokens[subject.from - 1];
  const isApart =
    mark !== undefined &&
    (/^[,"\u201d\u2019'?!)\u2013\u2014-]$/u.test(mark.text) || mark.lower === 'as' || mark.lower === 'so');
  if (!isApart) return false;
  const next = tokens[verb + 1];
  if (next?.lower === ':') return false;
  if (next === undefined || verb >= tokens.length - 2) return true;
  return (
    /^[,.;!?"\u201c\u201d)\u2013\u2014-]$/u.test(next.text) ||
    (next.pos === 'ADP' && kind === 'say' && next.lower !== 'for' && !hasThat(tokens, verb)) ||
    isWhenSaid(tokens, verb)
  );
}

function hasThat(tokens: readonly Token[], verb: number): boolean {
  return tokens.slice(verb + 1, verb + 12).some((token) => token.lower === 'that');
}

/** "..., he told CNN on Thursday.": whom and when, no more. */
function isWhenSaid(tokens: readonly Token[], verb: number): boolean {
  const object = phraseAfter(tokens, verb + 1);
  if (object === null || !/^(?:tell|say|write|add|tweet)$/u.test(tokens[verb]?.lemma ?? '')) return false;
  let to = tailOf(tokens, object);
  for (let steps = 0; steps < 3 && (tokens[to]?.pos === 'ADP' || tokens[to]?.pos === 'ADJ'); steps += 1) {
    const inner = phraseAfter(tokens, to + (tokens[to]?.pos === 'ADP' ? 1 : 0));
    if (inner === null) break;
    to = inner.to;
  }
  const end = tokens[to];
  return end === undefined || /^[.,;"\u201c\u201d!?]$/u.test(end.text);
}

function isAfterMark(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  return before !== undefined && /^[,"\u201d\u2019'?!\u2013\u2014-]$/u.test(before.text);
}
