import { wordSet } from './word-set.js';
import type { PropositionKind } from '#core/domain';
import type { Token } from './nlp.js';
import { isTimeNoun } from './split-lead.js';

/** Verbs of lasting, in their base form: "not until May" says of them how long, of others how soon. */
export const PERSISTS = wordSet(
  'remain continue keep stay last persist survive endure linger retain maintain hold limp',
);
const STATES = wordSet(
  'be have own exist contain live know belong consist include need want like believe mean depend matter cost lie sit',
);
const MULTIPLIES = wordSet('double triple treble quadruple halve');
const UNIT = wordSet(
  '% percent percentage cent points point seats seat million billion trillion m bn tn k dollars dollar euros euro pounds pound yen francs franc degrees degree ppm deaths death cases case people votes vote tonnes tonne tons ton barrels barrel bushels bushel jobs job units unit vehicles vehicle homes home users user subscribers subscriber doses dose km kilometres kilometre kilometers kilometer centimetres centimetre centimeters centimeter millimetres millimetre millimeters millimeter miles mile feet metres metre meters meter kg basis bps c f mm cm inches hectares hectare acres acre litres litre watts watt mw gw share',
);
/** "at least 50 seats", "below 2,500": answered with yes or no, however many it turns out to be. */
const THRESHOLD = wordSet(
  'above below over under beyond exceed exceeds exceeding top tops pass passes beat beats surpass surpasses outperform least most more less fewer higher lower better worse largest warmest',
);
/** A number after these is a date or a span of time. */
const OF_TIME = wordSet('on after before until since within over for during next last first by');
const NO_NUMBER = /^(?:one|1[5-9]\d\d|20\d\d|21\d\d)$/u;

/** What a statement is made of, as far as its kind depends on it. */
export interface StatementWords {
  /** The verb in its base form. */
  readonly verb: string;
  readonly subject: readonly Token[];
  readonly rest: readonly Token[];
  /** "is dimmed": something is done, whatever the auxiliary says. */
  readonly isPassive: boolean;
  /** The claim denies it: "until" was "before". */
  readonly isDenied: boolean;
}

/**
 * The kind of a proposition. A number with a unit that is the point ("growth is 3 percent", "deaths reach 410,000") makes
 * a quantity; a threshold ("at least 50 seats", "below 2,500") can be answered yes or no and makes a change. A verb of
 * lasting, "still" and "until" make a persistence. Being or having something makes a
 * state. All else is a change.
 *
 * @example kindOf(wordsOf('Growth is 3 percent in 2031')) === 'quantity'
 */
export function kindOf(words: StatementWords): PropositionKind {
  const { verb, subject, rest } = words;
  if (PERSISTS.has(verb) && isPersistence(words)) return 'persistence';
  if (isQuantity(words)) return 'quantity';
  if (isPersistence(words)) return 'persistence';
  const isDone = words.isPassive || (verb === 'be' && /\p{L}{3}[^e]ed$/u.test(rest[0]?.lower ?? ''));
  const isObliged = verb === 'have' && rest[0]?.lower === 'to';
  if (isDone || isObliged || subject[0]?.lower === 'there') return 'change';
  return STATES.has(verb) ? 'state' : 'change';
}

function isQuantity({ verb, subject, rest, isPassive }: StatementWords): boolean {
  if (THRESHOLD.has(verb)) return false;
  if (MULTIPLIES.has(verb)) return !isPassive;
  const isShare =
    subject
      .slice(0, 5)
      .some(({ lower }) => /^(?:half|percent|cent|thirds?|quarters?|fifths?|tenths?|%)$/u.test(lower)) &&
    subject.some(({ lower }) => lower === 'of');
  if (isShare && !subject.some(({ lower }) => THRESHOLD.has(lower))) return true;
  if (isCounted(verb, subject, rest)) return true;
  const end = rest.findIndex(({ lower }, i) => lower === ',' && (rest[i + 1]?.lower ?? '').endsWith('ing'));
  return rest.some((_, i) => i <= 10 && (end === -1 || i < end) && isMeasure(rest, i));
}

/** "There are 14 named storms", "it is 90 in 2100": how many is the point. */
function isCounted(verb: string, subject: readonly Token[], [first, second]: readonly Token[]): boolean {
  if (first?.pos !== 'NUM' || NO_NUMBER.test(first.lower)) return false;
  if (subject[0]?.lower === 'there')
    return !/^(?:two|three|1|2|3)$/u.test(first.lower) && second !== undefined && !isTimeNoun(second);
  return verb === 'be' && (second === undefined || second.pos === 'ADP' || second.lower === 'and');
}

/** A number with a unit that no threshold and no word of time comes before. */
function isMeasure(rest: readonly Token[], at: number): boolean {
  const token = rest[at];
  const isMoney = /^(?:US)?[$\u20ac\u00a3]/u.test(token?.text ?? '');
  if (token === undefined || (!isMoney && (token.pos !== 'NUM' || NO_NUMBER.test(token.lower)))) return false;
  const before = rest.slice(Math.max(0, at - 4), at);
  const after = rest.slice(at + 1, at + 4);
  const hasUnit = after.slice(0, 2).some(({ lower }) => UNIT.has(lower));
  if (before.some(({ lower }) => THRESHOLD.has(lower))) return false;
  if (OF_TIME.has(rest[at - 1]?.lower ?? '') && !(rest[at - 1]?.lower === 'by' && hasUnit)) return false;
  if (!isMoney && after.slice(0, 2).some(isTimeNoun) && !after.some(({ lower }) => UNIT.has(lower)))
    return false;
  const isLarge = /\d[.,]\d/u.test(token.text) || /%$/u.test(token.text);
  return isMoney || isLarge || after.some(({ lower }) => UNIT.has(lower));
}

function isPersistence({ verb, rest, isDenied }: StatementWords): boolean {
  if (verb === 'go') return rest[0]?.lower === 'on' && (rest[1]?.lower ?? '').endsWith('ing');
  if (PERSISTS.has(verb))
    return verb !== 'hold' || rest.length === 0 || rest[0]?.pos === 'ADP' || rest[0]?.lower === 'on';
  if (rest.some(({ lower }) => lower === 'still')) return true;
  const isUntil = !isDenied && rest.some(({ lower }) => lower === 'until' || lower === 'till');
  const at = rest.findIndex(({ lower }) => lower === 'for');
  const isLonger =
    at !== -1 &&
    rest.slice(at, at + 7).some(isTimeNoun) &&
    rest.slice(at, at + 8).some(({ lower }) => lower === 'more' || lower === 'come' || lower === 'another');
  return isUntil || isLonger;
}
