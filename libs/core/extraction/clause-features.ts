import { wordSet } from './word-set.js';
import type { ClauseReasons } from './clause-reasons.js';
import { REPORTING_VERBS } from './clauses.js';
import { DISCOURSE_VERBS, STATIVE_VERBS } from './cue-patterns.js';
import type { CuedClause } from './cues.js';
import type { ParagraphKind } from './document-structure.js';
import type { Token } from './nlp.js';
import { remembered } from './remembered.js';
import type { AboutText, Section } from './scene.js';
import type { Mood } from './sentence-mood.js';
import { findSubject, findVerbGroups, modalOf } from './verb-groups.js';
import type { Subject, VerbGroup } from './verb-groups.js';

/** Named observations about a clause; 1 for what is so, other numbers for how much. Absent names are 0. */
export type Features = ReadonlyMap<string, number>;

/** What stands around a clause, as far as it changes how its words are meant. */
export interface ClauseContext {
  readonly kind: ParagraphKind;
  readonly hasCondition: boolean;
  readonly hasTimeClause: boolean;
  /** An earlier sentence of the paragraph set up a supposition. */
  readonly isSupposed: boolean;
  /** Whether the subject has one verb here, or which of several this is. */
  readonly verbs: 'only' | 'first' | 'further';
  /** Times the clause names: a date after publication, a vague future, one before publication. */
  readonly hasDatedFuture: boolean;
  readonly hasVagueFuture: boolean;
  readonly hasPastTime: boolean;
  readonly about: AboutText;
  readonly section: Section;
  /** The only clause of its sentence. */
  readonly isAlone: boolean;
  readonly isAmongForecasts: boolean;
  readonly isQuoted: boolean;
  /** In a transcript or an interview. */
  readonly isSpoken: boolean;
  readonly inBrackets: boolean;
  /** Somebody other than the author is said to say it. */
  readonly isReported: boolean;
  readonly futureAround: number;
  readonly mood: Mood;
  readonly pastShare: number;
  readonly pastAround: number;
  /** Place in the text, 0 (opening) to 1 (end). */
  readonly place: number;
}

const NECESSITY = /^(?:must|ought|need|needs|needed)$/u;
const HABIT =
  /^(?:always|often|usually|typically|generally|sometimes|tend|tends|rarely|normally|regularly|commonly)$/u;
const WISH = /^(?:hope|hopes|hoped|hoping|wish|wishes|want|wants|wanted|would-be|prefer|prefers|dream)$/u;
const ASKING = wordSet('ask asks asked wonder wonders question questions whether how why what which who');
const DOUBTING_BELIEF =
  /^(?:believe|believes|think|thinks|say|says|argue|argues|claim|claims|insist|insists|fear|fears)$/u;
const THEN = /^(?:then|later|afterwards|subsequently|eventually|thereafter)$/u;
const ABILITY = /^(?:able|unable|capable|ability)$/u;
const ASKED = /^(?:if|whether)$/u;
const IDEA = /^(?:myth|idea|notion|claim|illusion|fantasy)$/u;
/** Most words are none of these, which one look-up tells. */
const isNotedWord = remembered((word) =>
  [NECESSITY, HABIT, WISH, THEN, ABILITY, ASKED, IDEA, DOUBTING_BELIEF].some((pattern) => pattern.test(word)),
);
/** The name of the feature that a word is. */
export const wordFeature = remembered((lemma) => `word ${lemma.toLowerCase()}`);

const NAMES = new Map<string, Map<string, string>>();

/** The name of a feature made of two parts, put together once: a text has the same few hundred again and again. */
function named(kind: string, what: string): string {
  const ofKind = NAMES.get(kind);
  if (ofKind === undefined) {
    NAMES.set(kind, new Map());
    return named(kind, what);
  }
  const known = ofKind.get(what);
  if (known !== undefined) return known;
  const name = kind + what;
  ofKind.set(what, name);
  return name;
}
/** Single words say less than how they are put together: below 1, the penalty keeps their weights small. */
const WORD_VALUE = 0.3;
const RELATIVE = wordSet('which who that whose');
const GENERIC_DETERMINER = wordSet('a an any every each no');
const SCHEDULE_VERBS = new Set(
  'hold begin start open close resume meet vote end expire host publish release announce visit travel speak decide join leave launch return report take arrive'.split(
    ' ',
  ),
);
const CHANGE_VERBS = new Set(
  'rise fall increase decrease grow shrink slow decline drop climb win lose collapse remain stay continue become reach exceed fail succeed improve worsen ease cut raise hike double halve surge recover survive last persist spread peak replace overtake'.split(
    ' ',
  ),
);

/** All that is observed of a clause, by name. Pure; linear in the length of the clause. */
export function clauseFeatures(
  tokens: readonly Token[],
  clause: CuedClause,
  reasons: ClauseReasons,
  context: ClauseContext,
): Features {
  const features = new Map<string, number>();
  const add = (name: string, value = 1): void => {
    const before = features.get(name);
    if (before === undefined || before < value) features.set(name, value);
  };
  observeClause(tokens, clause, reasons, context, {
    add,
    addWord: (lemma, value) => {
      add(wordFeature(lemma), value);
    },
  });
  return features;
}

/** Takes in what is observed. Of a name that comes again the highest value counts. */
export interface Observer {
  readonly add: Add;
  /** One of the words of the clause, by its lemma: the feature `wordFeature` names. */
  readonly addWord: (lemma: string, value: number) => void;
}

/** Describes a clause for the trained model, to whoever wants to know. */
export function observeClause(
  tokens: readonly Token[],
  clause: CuedClause,
  reasons: ClauseReasons,
  context: ClauseContext,
  observer: Observer,
): void {
  const { add } = observer;
  const codes = cueFeatures(reasons, add);
  const group = anchorGroup(tokens, clause, reasons.anchor);
  const subject = group === null ? null : findSubject(tokens, group.from, clause.from);
  verbFeatures(tokens, group, codes, context, add);
  subjectFeatures(tokens, clause, subject, group, add);
  contextFeatures(clause, group, codes, context, add);
  reportFeatures(tokens, clause, group, add);
  wordFeatures(tokens, clause, group, observer);
}

type Add = (name: string, value?: number) => void;

function cueFeatures(reasons: ClauseReasons, add: Add): ReadonlySet<string> {
  let miss = 1;
  for (const hit of reasons.hits) {
    add(named('cue ', hit.code));
    if (hit.weight > 0) {
      add(named('strength of ', hit.code), hit.weight);
      miss *= 1 - Math.min(0.95, hit.weight);
    }
  }
  add('joint strength of the cues', 1 - miss);
  const positive = reasons.hits.filter((hit) => hit.weight > 0);
  if (positive.length > 1) add('several cues');
  return new Set(reasons.hits.map((hit) => hit.code));
}

/** The verb group that holds the anchor, else the nearest before it, else the clause's first finite one. */
function anchorGroup(
  tokens: readonly Token[],
  clause: { from: number; to: number },
  anchor: number,
): VerbGroup | null {
  const groups = findVerbGroups(tokens, clause.from, clause.to);
  const holding = groups.find((group) => anchor >= group.from && anchor < group.to);
  if (holding !== undefined) return holding;
  const finite = groups.filter((group) => group.form !== 'infinitive' && group.form !== 'participle');
  return finite.filter((group) => group.to <= anchor).pop() ?? finite[0] ?? groups[0] ?? null;
}

/** "is to be dimmed" is no plain present. */
function shapeOf(group: VerbGroup, codes: ReadonlySet<string>): string {
  return codes.has('BE_TO') && group.form === 'present' ? 'be to' : (group.modal ?? group.form);
}

function verbFeatures(
  tokens: readonly Token[],
  group: VerbGroup | null,
  codes: ReadonlySet<string>,
  context: ClauseContext,
  add: Add,
): void {
  if (group === null) {
    add('no verb');
    return;
  }
  const lemma = tokens[group.verb]?.lemma.toLowerCase() ?? '';
  const shape = shapeOf(group, codes);
  add(named('verb form ', shape));
  if (group.modal === 'should') {
    if (CHANGE_VERBS.has(lemma)) add('should, verb of change');
    if (group.isPassive || group.isProgressive) add('should, passive or progressive');
    if (context.hasDatedFuture || context.hasVagueFuture) add('should, with a time');
  }
  if (group.isNegated) {
    add('negated');
    add(named('negated ', shape));
  }
  if (group.isPerfect && group.modal !== null) {
    add('modal with a perfect');
    add(`${group.modal} with a perfect`);
  }
  if (group.isProgressive) add(`progressive ${group.modal === null ? group.form : 'after a modal'}`);
  if (group.isPassive) add('passive');
  if (lemma === 'be') add(named('be, ', shape));
  else if (STATIVE_VERBS.has(lemma)) add(named('verb of state, ', shape));
  if (DISCOURSE_VERBS.has(lemma)) add('verb of discourse');
  if (SCHEDULE_VERBS.has(lemma)) add('verb of scheduling');
  if (CHANGE_VERBS.has(lemma)) add('verb of change');
  const isTense = group.modal === null;
  if (isTense && context.hasDatedFuture) add(named('dated future with ', group.form));
  if (context.hasCondition) add(named('condition with ', shape));
  if (context.hasTimeClause) add(named('time clause with ', shape));
  if (context.isSupposed && group.modal === 'would') add('would after a supposition');
  if (isTense && codes.has('LIKELIHOOD_WORD')) add(named('likelihood word with ', group.form));
  if (isTense && codes.has('EXPECTATION')) add(named('expectation in the ', group.form));
}

function subjectFeatures(
  tokens: readonly Token[],
  clause: CuedClause,
  subject: Subject | null,
  group: VerbGroup | null,
  add: Add,
): void {
  if (group === null) return;
  const shape = group.modal ?? group.form;
  if (subject === null) {
    add('no subject found');
    return;
  }
  const kind = subjectKind(tokens, subject);
  add(named('subject: ', kind));
  if (group.modal !== null) add(`subject: ${kind}, ${shape}`);
  if (subject.from > clause.from && tokens[subject.from - 1]?.pos === 'SCONJ')
    add('subject after a subordinator');
}

function subjectKind(tokens: readonly Token[], subject: Subject): string {
  const head = tokens[subject.head];
  const first = tokens[subject.from];
  if (head === undefined || first === undefined) return 'other';
  const word = head.lower;
  if (word === 'i') return 'I';
  if (word === 'we') return 'we';
  if (word === 'you' || word === 'one') return 'you or one';
  if (RELATIVE.has(word)) return 'relative';
  if (word === 'there') return 'there';
  if (/^(?:it|this|that|these|those)$/u.test(word)) return 'it or this';
  if (head.pos === 'PRON') return 'he, she, they';
  if (head.pos === 'PROPN') return 'a name';
  if (GENERIC_DETERMINER.has(first.lower) || (first.pos === 'VERB' && first.lower.endsWith('ing')))
    return 'indefinite';
  return head.lower !== head.lemma.toLowerCase() && head.lower.endsWith('s') ? 'plural noun' : 'noun';
}

function contextFeatures(
  clause: CuedClause,
  group: VerbGroup | null,
  codes: ReadonlySet<string>,
  context: ClauseContext,
  add: Add,
): void {
  const shape = group === null ? 'no verb' : shapeOf(group, codes);
  add(named('clause: ', clause.kind));
  add(named('paragraph: ', context.kind));
  if (context.hasCondition) add('has a condition');
  if (context.hasTimeClause) add('has a time clause');
  if (context.isSupposed) add('after a supposition');
  if (context.verbs !== 'only') add(`${context.verbs} of several verbs`);
  if (context.hasDatedFuture) add('names a future date');
  if (context.hasVagueFuture) add('names a vague future');
  if (context.hasPastTime) add('names a past time');
  if (context.isSpoken) add('in an interview');
  if (context.isAlone) add(named('whole sentence, ', shape));
  sectionFeatures(context, codes, shape, add);
  if (context.isQuoted) add('in a quotation');
  if (context.inBrackets) add('in brackets');
  if (context.isReported) {
    add('reported');
    add(named('reported ', shape));
  }
  add('place in the text', context.place);
  if (codes.has('NUMBER') && context.kind === 'list') add('number in a list');
}

function sectionFeatures(context: ClauseContext, codes: ReadonlySet<string>, shape: string, add: Add): void {
  const { about, section } = context;
  const isPlain = codes.has('PLAIN_PRESENT') || codes.has('VERBLESS');
  if (section.isScenario) add(named('step of a scenario, ', shape));
  if (section.isForecast) {
    add('under a forecast heading');
    if (isPlain) add(named('under a forecast heading, ', shape));
  }
  if (section.isPast) add('under a heading about the past');
  if (about.isForecastTitle) add('forecast in the title');
  add('share of futures in the text', about.futureShare);
  add('share of advice in the text', about.adviceShare);
  add('futures around it', context.futureAround);
  add('past around it', context.pastAround);
  add(named('past around it, ', shape), context.pastAround);
  add(named('told in the past, ', shape), context.pastShare);
  add(named('advice, ', shape), about.adviceShare);
  if (context.mood === 'order') add(named('in an instruction, ', shape));
  if (isPlain) add('futures around a plain statement', context.futureAround);
}

/** The verb the clause hangs on inside its own tokens: "hopes it will", "fear that it would", "told him it would". */
function reportFeatures(
  tokens: readonly Token[],
  clause: CuedClause,
  group: VerbGroup | null,
  add: Add,
): void {
  if (group === null) return;
  const shape = group.modal ?? group.form;
  for (let i = group.from - 1; i >= Math.max(0, group.from - 14); i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.text === ';' || token.text === ':' || token.text === '.') return;
    if (token.pos !== 'VERB' || modalOf(token) !== null) continue;
    const isPast = token.lower !== token.lemma && !/(?:s|ing)$/u.test(token.lower);
    const isInside = i >= clause.from;
    if (WISH.test(token.lower)) add(named('under a wish, ', shape));
    else if (ASKING.has(token.lower)) add('under a question');
    else if (REPORTING_VERBS.has(token.lemma))
      add(`under a report, ${isPast ? 'past' : 'present'}, ${shape}`);
    else if (isInside) add(named('under another verb, ', shape));
    return;
  }
}

function wordFeatures(
  tokens: readonly Token[],
  clause: CuedClause,
  group: VerbGroup | null,
  { add, addWord }: Observer,
): void {
  let words = 0;
  for (let i = clause.from; i < clause.to; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'PUNCT') continue;
    words += 1;
    if (token.pos !== 'PROPN' && token.pos !== 'NUM') addWord(token.lemma, WORD_VALUE);
    const isNoted = isNotedWord(token.lower);
    if (isNoted && NECESSITY.test(token.lower)) add('necessity');
    else if (token.lower === 'to' && tokens[i - 1]?.lemma === 'have') add('necessity');
    else if (isNoted && HABIT.test(token.lower)) add('habit');
    else if (isNoted && WISH.test(token.lower)) add('wish');
    else if (isNoted && THEN.test(token.lower)) add('then or later');
    if (token.lower === 'you' || token.lower === 'your') add('speaks to the reader');
    if (token.pos === 'NUM') add('a number');
    if (token.pos === 'PROPN') add('a name');
    if (isNoted && ABILITY.test(token.lower)) add('ability');
    if (isNoted && ASKED.test(token.lower) && i > clause.from) add('if or whether inside');
    if (token.lower === 'so' && tokens[i + 1]?.lower === 'that') add('purpose');
    if (isNoted && IDEA.test(token.lower)) add('an idea named');
    if (isNoted && DOUBTING_BELIEF.test(token.lower)) add('belief or claim');
  }
  add('words', Math.min(words, 40) / 40);
  if (words < 4) add('under four words');
  if (words > 30) add('over thirty words');
  const opening = tokens[clause.from]?.lower ?? '';
  if (/^(?:what|how|why|who|where|when|whether|which)$/u.test(opening)) add('opens with a question word');
  if (group !== null && isAskedBefore(tokens, clause, group)) add('indirect question');
  if (group !== null && isRelativeBefore(tokens, clause, group))
    add(`relative clause, ${group.modal ?? group.form}`);
}

const ASKED_FOR = wordSet('what how why whether whatever whichever where who');

/** "What will happen", "how it would end", "whether it may": asked, not said. */
function isAskedBefore(tokens: readonly Token[], clause: CuedClause, group: VerbGroup): boolean {
  for (let i = group.from - 1; i >= Math.max(clause.from, group.from - 6); i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'VERB' || token.lower === ',') return false;
    if (ASKED_FOR.has(token.lower)) return true;
  }
  return false;
}

/** "an order that would include": what a thing is like, not what happens. */
function isRelativeBefore(tokens: readonly Token[], clause: CuedClause, group: VerbGroup): boolean {
  const before = tokens[group.from - 1];
  const noun = tokens[group.from - 2];
  return (
    group.from > clause.from &&
    before !== undefined &&
    RELATIVE.has(before.lower) &&
    (noun?.pos === 'NOUN' || noun?.pos === 'PROPN' || noun?.lower === ',')
  );
}
