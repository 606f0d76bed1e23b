import { allMatches } from '#core/text';
/** What the words around a number make of it: a probability, a bound of one, or a quantity of something else. */

const NOUN = String.raw`chances?|odds|probabilit(?:y|ies)|likelihood|shot|risk|possibility|prospects?|credence|prob\.?`;
const NOUNS = new RegExp(String.raw`\b(?:${NOUN})(?!\p{L})`, 'giu');
const SIDE = 90;

/** Directly after the number: "70% chance", "30% likely", "1 in 5 annual risk". */
const AFTER = new RegExp(
  String.raw`^[\s,)\]-]{0,2}(?:(?:the|or (?:more|less|better|higher|so|greater|lower)|implied|subjective|overall|annual|estimated|rough|market|conditional|cumulative|combined|prior|posterior|maximum|minimum)[\s-]){0,2}(?:${NOUN}|likely|probable|certain(?:ty)?|sure\b|confident|confidence(?! (?:interval|limit|bound|band|region))|of the time\b|favou?rites?\b|bet\b)`,
  'iu',
);

const LINK = String.raw`(?:(?:of|is|are|was|were|be|being|at|to|as|near|around|remains?|stands?|stood|about|from|than|between|exceeds?|above|below|over|under|a|an|the|only|just|roughly|approximately|some|maybe|perhaps|nearly|almost|least|most|more|less|greater|higher|lower|better|worse|up|close|somewhere|high|low|no|still|now|currently|well|even|estimated|put|given|rated|implied|said)\b|[=:(~\u2248,<>\u2264\u2265\u2014\u2013-])`;
/** Nothing but links between the noun and the number: "probability of about 70%". */
const LINKED = new RegExp(String.raw`^\s*(?:${LINK}\s*){0,8}$`, 'iu');
/** Words between them, links at the end: "the chances of a deal are only 30%". */
const LINKED_LATER = new RegExp(
  String.raw`\b(?:of|is|are|was|were|be|being|at|to|as|near|around|remains?|stands?|stood)\s*(?:${LINK}\s*){0,5}$`,
  'iu',
);
const INDEFINITE = /\b(?:an?|every|some|no|little|not much)\s+(?:[\p{L}-]+\s+){0,2}$/iu;
/** Other ways to hand a probability over: "p = 0.3", "I give it 70%", "my estimate is 40%". */
const SAID =
  /(?:\b(?:p|pr)\s?(?:\([^)]{0,40}\))?\s?[=:]|\b(?:confident|certain|sure|certainty)\s*[=:(]|\b(?:put|puts|place|places|peg|pegs|give|gives|gave|rate|rates|price|prices|priced) (?:it|this|that|him|her|them) (?:at|to)?|\b(?:i|we)(?:['\u2019]d| would| should)? put\b[^.;:!?%]{0,60}\bat|\b(?:i['\u2019]d|i would|we['\u2019]d) (?:say|guess|go with|estimate)|\bmy (?:estimate|forecast|guess|prediction|credence) (?:is|was|would be|remains))(?:\s+(?:a|an|the|only|just|about|around|roughly|maybe|perhaps|nearly|at|least|most|more|less|than|close|to|between)){0,4}\s*(?:[~<>\u2264\u2265\u2248]\s?)?$/iu;

/** A market or a forecaster speaks in probabilities. */
const FORECASTER =
  /\b(?:prediction markets?|betting markets?|forecasters?|metaculus|polymarket|predictit|manifold|kalshi|good judgment|bookmakers?|bookies|bettors|punters|implied|assigns?|assigned)\b/iu;

/** "A chance of 4% inflation", "odds of 30% turnout": the number belongs to the noun after it. */
const QUANTITY_AFTER =
  /^[\s-]?(?:points?\b|of (?!the time\b|happening|it\b|that\b|this\b|success\b|winning|a\b)|\(?(?:annual(?:ly|ised|ized)?|a year|a month|per (?:year|annum|month|capita|week)|year[- ]on|y\/y|yoy|more|less|higher|lower|bigger|larger|smaller|faster|slower|cheaper|dearer|owned|rise|rises|fall|falls|increase|decrease|drop|decline|gain|loss|growth|cut|hike|jump|surge|slump|swing|lead|raise|reduction|expansion|contraction|interest|tariffs?|tax(?:es)?|dut(?:y|ies)|levy|inflation|gdp|unemployment|turnout|discount|stake|share|majority|threshold|target|margin|pay|wage|rate|yield|coupon|return|approval|support|vote|backing|ethanol|alcohol|renewables?|recycled|increment|basis|credible interval|stronger|weaker|unemployed|vaccinated|complete|full|effective|efficient|solution|mark|level|limit|ceiling|floor|cap|premium|deficit|surplus|moisture|humidity|confidence (?:interval|limit|bound|band|region)|ci)\b)/iu;
const QUANTITY_BEFORE =
  /\b(?:by|up(?! to)|down|inflation|growth|unemployment|turnout|rise|rises|rose|risen|rising|fall|falls|fell|fallen|falling|grow|grows|grew|grown|growing|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|drop(?:s|ped|ping)?|jump(?:s|ed)?|cuts?|shrinks?|shrank|shrunk|contract(?:s|ed)?|expand(?:s|ed)?|gain(?:s|ed)?|los[et]s?|climb(?:s|ed)?|slump(?:s|ed)?|surg(?:e|es|ed)|gdp|yields?|tariffs?|tax(?:es)?|interest|rates?|share|stake|majority|margin|reach(?:es|ed)?|hits?|tops?|topped|poll(?:s|ed|ing)?|w[io]ns?|votes?|approval|support|discount|pric(?:e|es|ed)|costs?|deficit|debt|target|wages?|sales|revenues?|exports?|imports?|output|spending|budget|capacity|efficiency|level|levels|temperature|pay|score|grade|battery|complete|population|market share)\b[^.;!?%(,\u2013\u2014]{0,24}$/iu;

/** The words directly before and after say that the number is a probability. */
export function isAttached(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - SIDE), start);
  const after = text.slice(end, end + SIDE);
  if (/\b(?:by|rose|fell|up|down)\s*$/iu.test(before)) return false;
  if (AFTER.test(after)) return true;
  return (SAID.test(before) || isAfterNoun(before)) && !QUANTITY_AFTER.test(after);
}

function isAfterNoun(before: string): boolean {
  const noun = allMatches(NOUNS, before).pop();
  if (noun === undefined) return false;
  const between = before.slice(noun.index + noun[0].length);
  if (/[.;!?%]/u.test(between)) return false;
  if (LINKED.test(between)) return true;
  // "A good chance that inflation is 4%" speaks of inflation, "the chance that it falls is 4%" of the chance.
  return LINKED_LATER.test(between) && !INDEFINITE.test(before.slice(0, noun.index));
}

/** A market or forecaster is named in the same clause, and nothing makes the number a quantity. */
export function isForecast(text: string, start: number, end: number): boolean {
  return FORECASTER.test(text.slice(Math.max(0, start - SIDE), start)) && !isQuantity(text, start, end);
}

/** "Will get 30%", "could be about 5 percent": the amount of what the verb says. */
const AMOUNT_OF_VERB = /\b(?:will|would|could|may|might|should|shall|to)\s+(?:\p{L}+\s+){1,4}$/iu;

/** "Inflation of 4%", "up 30 percent", "a 5% rise", "30% of voters". */
export function isQuantity(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - SIDE), start);
  if (AMOUNT_OF_VERB.test(before) || QUANTITY_AFTER.test(text.slice(end, end + SIDE))) return true;
  // "X wins - 70%": a dash sets the number apart.
  return QUANTITY_BEFORE.test(before) && !/\s-\s*$/u.test(before);
}

export type Bound = 'above' | 'justAbove' | 'below' | 'justBelow' | null;

const COMPARING = String.raw`(?:\b(?:just|slightly|marginally|barely|little|bit|a shade|a touch|a hair|somewhat|fractionally|well|far|much|significantly|considerably|substantially|comfortably)\s+)?`;
const ABOVE = new RegExp(
  String.raw`(${COMPARING})(?:\b(?:over|above|at least|more than|greater than|better than|higher than|upwards? of|north of|in excess of|exceeding|exceeds|no (?:less|fewer|lower) than|not less than|a minimum of|not below)|[>\u2265]=?)\s*(?:an? |the )?$`,
  'iu',
);
const BELOW = new RegExp(
  String.raw`(${COMPARING})(?:\b(?:under|below|at (?:the )?most|less than|lower than|fewer than|worse than|no (?:more|better|greater|higher) than|not (?:more|even|above|over)(?: than)?|up to|south of|a maximum of|at best|short of|sub-?|does not have|doesn't have|doesn\u2019t have|do not have|don't have|don\u2019t have)|[<\u2264]=?)\s*(?:an? |the )?$`,
  'iu',
);
const OR_MORE =
  /^(?:\s(?:chance|probability|likelihood|odds|shot))?\s?(?:\+|(?:or|and) (?:more|better|higher|greater|above|over|up)\b|plus\b|at least\b|upwards?\b)/iu;
const OR_LESS =
  /^(?:\s(?:chance|probability|likelihood|odds|shot))?\s?(?:(?:or|and) (?:less|lower|fewer|below|under|worse)\b|at (?:the )?(?:most|best)\b|tops\b|max\b)/iu;
const SLIGHT = /\b(?:just|slightly|marginally|barely|little|bit|shade|touch|hair|somewhat|fractionally)\b/iu;

/** "More than", "at least", "just under": what kind of bound the number is. */
export function boundOf(text: string, start: number, end: number): Bound {
  const before = text.slice(Math.max(0, start - 48), start);
  const after = text.slice(end, end + 24);
  const below = BELOW.exec(before);
  if (below !== null) return SLIGHT.test(below[1] ?? '') ? 'justBelow' : 'below';
  const above = ABOVE.exec(before);
  if (above !== null) return SLIGHT.test(above[1] ?? '') ? 'justAbove' : 'above';
  const isNear = /\b(?:nearly|almost|close to|virtually|practically|approaching)\s*$/iu.test(before);
  if (isNear && /^100/u.test(text.slice(start, end))) return 'justBelow';
  if (isNear && /^0(?!\.)/u.test(text.slice(start, end))) return 'justAbove';
  if (OR_MORE.test(after)) return 'above';
  return OR_LESS.test(after) ? 'below' : null;
}
