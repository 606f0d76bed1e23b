import { remembered } from './remembered.js';
import { wordSet } from './word-set.js';
import { startsCapital } from '#core/text';
import type { Token } from './nlp.js';
import { BARE, isPossessivePronoun, isGenitive, phraseAfter, tailOf } from './noun-phrase.js';
import { isBodyNoun, isPersonNoun } from './who-speaks.js';

/** What kind of report a verb makes: said, held for true, planned, shown by a forecast, or put as a number. */
export type ReportKind = 'say' | 'think' | 'plan' | 'show' | 'number';

const verbs = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const SAY = verbs(
  'say tell state note add argue claim insist warn announce declare tweet write report assert promise pledge vow threaten maintain acknowledge ' +
    'communicate admit explain conclude caution utter voice contend concede confirm stress underline emphasise emphasize hint allege reply respond ' +
    'comment remark deny swear guarantee complain testify recall repeat reiterate counsel brief reveal disclose propose object protest joke quip ' +
    'mutter whisper boast brag observe describe mention inform assure remind post tip',
);
const THINK = verbs(
  'predict forecast expect project anticipate believe think suggest estimate doubt fear worry reckon assume assess foresee hope agree bet suspect ' +
    'feel understand guess figure calculate envisage envision consider judge deem calculate speculate imagine trust reason infer conjecture dread tip',
);
const PLAN = verbs(
  'intend plan aim vow pledge promise threaten pencil brace guide commit propose undertake decide agree prepare resolve opt',
);
/** Things without a voice do these, too; only forecasts among them are taken for claimants. */
const SHOW = verbs(
  'show indicate signal imply point suggest have assume confirm predict put give produce see',
);

/** These report only where a clause, a quotation or the end of one follows: "maintained that", not "maintained a house". */
const STRICT = verbs(
  'understand maintain contend observe describe recall repeat post object mention conclude feel trust reason threaten counsel complain consider judge signal indicate imply ' +
    'speculate calculate figure guess brief testify communicate voice utter explain reveal disclose propose acknowledge',
);

/** Nouns the tagger gives for these verbs before "that", "it", "a". */
const NOUN_LIKE = verbs(
  'forecast forecasts point points doubt doubts estimate estimates project projects report reports fear fears claim claims warn warns hope hopes bet bets ' +
    'plan plans promise promises pledge pledges vow vows signal signals note notes guess guesses figure figures reckon reckons say says state states expect ' +
    'expects think thinks believe believes argue argues insist insists suspect suspects predict predicts assume assumes worry worries write writes threaten threatens ' +
    'pencil pencils calculate calculates foresee foresees caution cautions tweet tweets',
);

/** Verbs of forecasting that are none of saying, with what must follow: "puts it at 5%", "sees growth of", "has it doubling". */
const NUMBERING: Readonly<Record<string, RegExp>> = {
  see: /^(?:%|growth|recession|slowdown|downturn|recovery|rebound|slump|boom|deficit|surplus|shortage|shortfall|decline|default|inflation|chance|probability|risk|no|little|record|rise|fall|percent|per|ahead|cut|gain|reach|hit|win|top|flat|higher|lower|\p{L}{3,}ing|hold|unchanged|steady|up|down|back)$/u,
  put: /^(?:at|between|around|above|below|on|odds|probability|chance)$/u,
  have: /^(?:%|at|percent|rising|falling|doubling|tripling|halving|growing|first|second|ahead|priced|pencilled|penciled|finished|done|ready|gone|winning|finishing|peaking|going|reaching|hitting|topping|losing|staying|ending|coming|getting)$/u,
  give: /^(?:%|chance|chances|odds|numbers|probability|one-in-.*|percent|in|even|until|twelve|two|three|four|six|ten|\d+)$/u,
  make: /^(?:%|favou?rites?|favou?rite|\d+\/\d+|odds|\d+-\d+)$/u,
  go: /^\d+\/\d+$/u,
  offer: /^(?:\d+\/\d+|\d+-\d+|odds)$/u,
  quote: /^(?:\d+\/\d+|\d+-\d+|odds|at)$/u,
  peg: /^at$/u,
  price: /^(?:in|at)$/u,
  guide: /^(?:to|for)$/u,
  brace: /^for$/u,
  pencil: /^in$/u,
  look: /^for$/u,
  call: /^(?:unlikely|likely|impossible|inevitable|certain|for|it|probable)$/u,
  rate: /^(?:as|at|likely|unlikely|%)$/u,
  like: /^remind$/u,
  produce: /^(?:%|runs|majority)$/u,
  rule: /^out$/u,
  back: /^to$/u,
  lean: /^(?:toward|towards|to)$/u,
  bring: /^(?:mm|around|low|snow|rain|storm)$/u,
  talk: /^of$/u,
  hail: /^as$/u,
  view: /^as$/u,
  regard: /^as$/u,
  portray: /^as$/u,
  dismiss: /^as$/u,
  characterise: /^as$/u,
  characterize: /^as$/u,
};
const REACH = 10;
const OWNERS = wordSet('its their his her our my your');
const BARE_PARTICIPLES = wordSet('foreseen seen written known given shown made');
const PASSIVE_AUXILIARIES = wordSet("be been being is are was were am 's 're get got gets");

/** "went on to say", "hastened to add", "is right to warn": the infinitive is as good as the verb. */
const LEADING_IN = wordSet(
  'go went gone hasten hastened hastens continue continues continued begin began like likes liked want wants wanted seem seems appear appears right quick quicker keen fond careful forced prompted led came come used love loves loved on happy wrong ready first happens prefer prefers lined felt had has have inclined minded tempted',
);

/** What a verb reports, or null where it reports nothing here: a noun, a passive, "declined to say", "will say". */
export function reportAt(tokens: readonly Token[], i: number): ReportKind | null {
  const token = tokens[i];
  if (token === undefined) return null;
  if (token.pos === 'PROPN' && startsCapital(token.text)) return null;
  if (token.pos === 'NOUN' || token.pos === 'PROPN')
    return isVerbAfterAll(tokens, i) ? kindOf(tokens, i, lemmaOf(token)) : null;
  const isProgressive =
    token.pos === 'ADJ' &&
    token.lower.endsWith('ing') &&
    (tokens[i - 1]?.pos === 'AUX' || tokens[i - 2]?.pos === 'AUX');
  if (token.pos !== 'VERB' && !isProgressive && !(token.pos === 'AUX' && token.lemma === 'have')) return null;
  const before = tokens[i - 1]?.lower ?? '';
  // "the March report", "their hopes": the tagger's verb is a noun.
  if (tokens[i - 1]?.pos === 'DET' && !BARE.has(before) && !/(?:ing|ed)$/u.test(token.lower)) return null;
  if (OWNERS.has(before) && !token.lower.endsWith('ing')) return null;
  if (before === 'to' && !isLeadIn(tokens[i - 2]?.lower ?? '') && strandedAt(tokens, i) === null) return null;
  if (isPassive(tokens, i) || isBareParticiple(tokens, i) || isInCompound(tokens, i)) return null;
  return kindOf(tokens, i, lemmaOf(token));
}

/** "the brokers I spoke to think": where the clause that ends in "to" begins; null where there is none. */
export function strandedAt(tokens: readonly Token[], verb: number): number | null {
  const at = verb - 3;
  return tokens[verb - 1]?.lower === 'to' &&
    /^(?:spoke|spoken|talked|listened|wrote|turned)$/u.test(tokens[verb - 2]?.lower ?? '') &&
    /^(?:i|we|he|she|they|have|'ve|had)$/u.test(tokens[at]?.lower ?? '')
    ? tokens[at]?.pos === 'PRON'
      ? at
      : at - 1
    : null;
}

function isLeadIn(word: string): boolean {
  return LEADING_IN.has(word);
}

/** The lemma, where the tagger's is that of a noun or of another verb ("pencilling", "forecasts"). */
function lemmaOf(token: Token): string {
  if (token.lower.startsWith('pencil')) return 'pencil';
  if (token.lower.startsWith('forecast')) return 'forecast';
  if (token.lower === 'warning') return 'warn';
  if (token.pos === 'ADJ')
    return /^(?:guid|giv|mak|pric|brac)ing$/u.test(token.lower)
      ? token.lower.replace(/ing$/u, 'e')
      : token.lower.replace(/ing$/u, '');
  if (token.pos === 'NOUN' || token.pos === 'PROPN') return token.lower.replace(/(?<=\p{L}{2})s$/u, '');
  const lemma = token.lemma.toLowerCase();
  return isKnown(lemma) ? lemma : knownStem(token.lower) || lemma;
}

const KNOWN: ReadonlySet<string> = new Set([...SAY, ...THINK, ...PLAN, ...SHOW, ...Object.keys(NUMBERING)]);

const isKnown = (lemma: string): boolean => KNOWN.has(lemma);

/** The verb of reporting that a form may be one of; '' where it is none. */
const knownStem = remembered((lower: string): string => stems(lower).find(isKnown) ?? '');

/** Base forms a verb may have: the tagger leaves some as they are ("predicting"). */
function stems(lower: string): string[] {
  const stem = lower.replace(/(?:ing|ed|es|s)$/u, '');
  return [stem, `${stem}e`, stem.replace(/(.)\1$/u, '$1'), stem.replace(/i$/u, 'y')];
}

function kindOf(tokens: readonly Token[], i: number, lemma: string): ReportKind | null {
  if (PLAN.has(lemma) && isPlanning(tokens, i)) return 'plan';
  if (STRICT.has(lemma) && !hasClause(tokens, i)) return null;
  if (SAY.has(lemma)) return hasContent(tokens, i) ? 'say' : null;
  if (THINK.has(lemma)) return 'think';
  if (Object.hasOwn(NUMBERING, lemma) && isNumbering(tokens, i, NUMBERING[lemma] ?? /^$/u)) return 'number';
  return SHOW.has(lemma) &&
    (lemma !== 'point' || /^(?:out|to)$/u.test(tokens[i + 1]?.lower ?? '')) &&
    lemma !== 'have' &&
    lemma !== 'give' &&
    lemma !== 'put' &&
    lemma !== 'see' &&
    lemma !== 'produce'
    ? 'show'
    : null;
}

function isPlanning(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  const word = next?.pos === 'ADV' ? tokens[i + 2] : next;
  // "plans two handsets", not "planned the attack".
  if (
    /^plan(?:s|ning)?$/u.test(tokens[i]?.lower ?? '') &&
    word !== undefined &&
    (/^(?:DET|NUM|ADJ|NOUN)$/u.test(word.pos) || word.lower === 'at')
  )
    return true;
  if (/^(?:agree|decide|prepare|resolve|opt)/u.test(tokens[i]?.lower ?? '')) return word?.lower === 'to';
  return (
    word !== undefined &&
    (word.lower === 'to' || word.lower === 'on' || word.lower === 'for' || word.lower === 'in')
  );
}

function isNumbering(tokens: readonly Token[], i: number, follow: RegExp): boolean {
  const isHave = tokens[i]?.lemma === 'have';
  return tokens.slice(i + 1, i + 1 + REACH).some((word, k) => {
    const next = tokens[i + k + 2];
    if (isHave && k === 0 && /^\d+\.\d+$/u.test(word.text)) return true;
    if (isHave && word.lower === 'at')
      return tokens.slice(i + k + 2, i + k + 4).some((token) => token.pos === 'NUM');
    return follow.test(word.lower) || (isHave && word.lower === 'down' && next?.lower === 'for');
  });
}

/** Whether something is said: "says a number that is lower" says nothing that could be claimed. */
function hasContent(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (next === undefined || /^[,"\u201d\u2019]$/u.test(tokens[i - 1]?.text ?? '')) return true;
  if (/^(?:nothing|little)$/u.test(next.lower)) return false;
  // "adding two weeks" adds no words.
  if ((tokens[i]?.lower ?? '').endsWith('ing') && tokens[i]?.lemma === 'add')
    return next.lower === 'that' || next.lower === ':';
  // "told this column that": the object is who was told.
  if (
    next.pos !== 'DET' ||
    /^(?:t[eo]ll?[ds]?|telling|inform|assur|remind|warn|promis|brief)/u.test(tokens[i]?.lower ?? '')
  )
    return true;
  const phrase = phraseAfter(tokens, i + 1);
  if (phrase === null) return true;
  const head = tokens[phrase.head];
  // "told a friend", "told the paper": who was told is no content, but content follows.
  if (head !== undefined && (isPersonNoun(head.lower) || isBodyNoun(head.lower))) return true;
  const tail = tailOf(tokens, phrase);
  const after = tokens[tail];
  return after === undefined || !/^(?:that|which|who|[.;])$/u.test(after.lower) || hasTwoVerbs(tokens, tail);
}

/** "says everyone who wants one will get it": a verb beside that of the relative clause. */
function hasTwoVerbs(tokens: readonly Token[], from: number): boolean {
  let groups = 0;
  for (let k = from; k < Math.min(tokens.length, from + 20) && groups < 2; k += 1) {
    const token = tokens[k];
    if (token === undefined || /^[.;:,]$/u.test(token.text)) break;
    const isVerb = token.pos === 'VERB' || token.pos === 'AUX';
    const goesOn = tokens[k - 1]?.pos === 'AUX' || /^(?:to|not|n't)$/u.test(tokens[k - 1]?.lower ?? '');
    if (isVerb && !goesOn && !token.lower.endsWith('ing')) groups += 1;
  }
  return groups === 2;
}

/** "that", a mark, or a subject with a verb of its own follows. */
function hasClause(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]?.pos === 'ADV' ? tokens[i + 2] : tokens[i + 1];
  if (next === undefined || next.pos === 'PUNCT' || next.lower === 'that' || next.lower === 'to') return true;
  const phrase = phraseAfter(tokens, i + (next === tokens[i + 1] ? 1 : 2));
  if (phrase === null) return false;
  // "briefed the council in May that": whom and when.
  const that = tokens.findIndex((token, k) => k > i && k < i + 9 && token.lower === 'that');
  if (
    that !== -1 &&
    !tokens
      .slice(i + 1, that)
      .some((token) => token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'PUNCT')
  )
    return true;
  const after = tokens[tailOf(tokens, phrase)];
  return (
    after?.pos === 'AUX' || after?.lower === 'that' || (after?.pos === 'VERB' && !after.lower.endsWith('ing'))
  );
}

/** "market-implied", "make-or-break". */
function isInCompound(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  return (
    (before?.text === '-' && before.end === tokens[i]?.start) ||
    (next?.text === '-' && next.start === tokens[i]?.end)
  );
}

/** "the exercise foreseen for May", "has mapped": no verb of its own, or only an auxiliary. */
function isBareParticiple(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.lemma === 'have')
    // "has rates falling": a noun, though the tagger says verb.
    return (
      (tokens[i + 1]?.pos === 'VERB' &&
        !((tokens[i + 1]?.lower ?? '').endsWith('s') && (tokens[i + 2]?.lower ?? '').endsWith('ing'))) ||
      /^(?:will|would|may|might|could|should|must|to)$/u.test(tokens[i - 1]?.lower ?? '')
    );
  return (
    BARE_PARTICIPLES.has(token?.lower ?? '') &&
    !/^(?:has|have|had|'ve|having)$/u.test(tokens[i - 1]?.lower ?? '') &&
    tokens[i - 1]?.pos !== 'ADV'
  );
}

function isPassive(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || token.lower.endsWith('ing')) return false;
  let k = i - 1;
  while (k >= 0 && (tokens[k]?.pos === 'ADV' || tokens[k]?.lower === 'not')) k -= 1;
  if (tokens[k]?.lemma === 'have') return false;
  return (
    PASSIVE_AUXILIARIES.has(tokens[k]?.lower ?? '') &&
    /(?:ed|en|n|d|t|told|said|held|put|seen|made|given)$/u.test(token.lower) &&
    (token.lower !== token.lemma || /^(?:forecast|put|set|cut|cast)$/u.test(token.lower))
  );
}

/** "the site claims to have", "the firm plans to build": a verb where no other follows in the clause; not "its plans to". */
function isFiniteBeforeTo(tokens: readonly Token[], i: number): boolean {
  if (
    !/^(?:claims|hopes|plans|promises|pledges|vows|threatens|expects|aims|intends)$/u.test(
      tokens[i]?.lower ?? '',
    )
  )
    return false;
  const before = tokens[i - 1];
  if (before?.pos === 'DET' || before?.pos === 'ADJ' || isPossessivePronoun(before) || isGenitive(before))
    return false;
  for (let k = i + 2; k < Math.min(tokens.length, i + 14); k += 1) {
    const token = tokens[k];
    if (token === undefined || token.pos === 'PUNCT') return true;
    if (token.pos === 'AUX' && token.lower !== 'have' && token.lower !== 'be') return false;
  }
  return true;
}

/** "The tax, ministers promise, will go": a subject and its verb between two marks. */
function isParenthesis(tokens: readonly Token[], i: number): boolean {
  const head = tokens[i - 1];
  if (head === undefined || !/^(?:[,)\u2013\u2014-]|--)$/u.test(tokens[i + 1]?.text ?? '')) return false;
  let from = i - 1;
  while (from > 0 && i - from < 7 && /^(?:NOUN|PROPN|ADJ|DET)$/u.test(tokens[from - 1]?.pos ?? '')) from -= 1;
  const mark = tokens[from - 1];
  if (mark === undefined || !(/^(?:[,(\u2013\u2014-]|--)$/u.test(mark.text) || mark.lower === 'so'))
    return false;
  const isPlural = /(?:s|people|police)$/u.test(head.lower);
  const isForm = (tokens[i]?.lower ?? '').endsWith('s');
  return isForm
    ? !isPlural && (head.pos === 'PROPN' || tokens[from]?.pos === 'DET')
    : isPlural && head.pos !== 'PROPN';
}

/** "Aid workers on the ground doubt it", "the Department last month forecast exports": verbs the tagger took for nouns. */
function isVerbAfterAll(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  const before = tokens[i - 1];
  if (token === undefined || next === undefined || before === undefined) return false;
  if (token.lower === 'warning')
    return /^(?:that|of)$/u.test(next.lower) && before.pos === 'NOUN' && before.lower.endsWith('s');
  if (!NOUN_LIKE.has(token.lower)) return false;
  if (
    !/^(?:NOUN|PROPN|PRON|ADV|PUNCT)$/u.test(before.pos) ||
    (before.pos === 'PUNCT' && before.lower !== ',' && before.lower !== ')')
  )
    return false;
  if (token.lower.startsWith('point')) return next.lower === 'out';
  if (token.lower.startsWith('pencil')) return next.lower === 'in';
  const isAside =
    next.lower === ',' && tokens.slice(Math.max(0, i - 7), i).some((word) => word.lower === 'as');
  const isOpen =
    isAside ||
    isParenthesis(tokens, i) ||
    next.lower === 'that' ||
    next.lower === 'it' ||
    (next.lower === 'to' && isFiniteBeforeTo(tokens, i)) ||
    next.lower === 'no' ||
    /^(?:DET|PRON|PROPN)$/u.test(next.pos) ||
    (token.lower === 'forecast' && /^(?:NOUN|ADJ)$/u.test(next.pos));
  if (!isOpen) return false;
  // "government report that": a singular noun before a base form is a compound.
  const isBase = !token.lower.endsWith('s') && token.lower !== 'forecast';
  if (isBase && before.pos === 'NOUN')
    return before.lower.endsWith('s') || /^(?:people|ground|police)$/u.test(before.lower);
  return true;
}
