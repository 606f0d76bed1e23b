import type { PropositionKind } from '#core/domain';
import type { Token } from './nlp.js';

const PERSISTS =
  /^(?:remain|continue|keep|stay|last|persist|survive|endure|linger|retain|maintain|hold|limp)$/u;
const STATES =
  /^(?:be|have|own|exist|contain|live|know|belong|consist|include|need|want|like|believe|mean|depend|matter|cost|lie|sit)$/u;
const MEASURES =
  /^(?:be|reach|hit|total|average|stand|amount|number|come|fall|rise|drop|climb|grow|shrink|slip|slow|increase|decrease|decline|widen|narrow|run|top|peak|go|double|triple|halve|cost|earn|spend|trade|yield|pay|weigh|have|score|win|take|get|ease|edge|jump|surge|soar|plunge|dip|settle|end|close|finish)$/u;
const UNIT =
  /^(?:%|percent|percentage|cent|points?|seats?|million|billion|trillion|m|bn|tn|k|dollars?|euros?|pounds?|yen|degrees?|ppm|deaths?|cases?|people|votes?|tonnes?|tons?|barrels?|bushels?|jobs?|units?|vehicles?|homes?|users?|subscribers?|doses?|km|kilometres?|kilometers?|miles?|feet|metres?|meters?|kg|years|basis|bps|gdp|c|f|mm|inches|hectares?|acres?|litres?|watts?|mw|gw|third|half|quarter)$/u;
const THRESHOLD =
  /^(?:above|below|over|under|beyond|exceed|exceeds|exceeding|top|tops|pass|passes|beat|beats|surpass|surpasses|least|most|more|less|fewer|higher|lower|better|worse)$/u;

/**
 * The kind of a proposition, from its verb and what follows. A number with a unit that is the point ("growth is 3
 * percent") makes a quantity; a threshold ("at least 50 seats", "below 2,500") can be answered yes or no and makes a
 * change. A verb of lasting makes a persistence, a verb of being a state, all else a change.
 *
 * @param verb the verb of the statement, in its base form
 * @param rest what follows it
 * @param isPassive "is dimmed": something is done, whatever the auxiliary says
 */
export function kindOf(
  verb: string,
  subject: readonly Token[],
  rest: readonly Token[],
  isPassive: boolean,
): PropositionKind {
  if (isQuantity(verb, subject, rest)) return 'quantity';
  if (isPersistence(verb, rest)) return 'persistence';
  if (isPassive) return 'change';
  return STATES.test(verb) && subject[0]?.lower !== 'there' ? 'state' : 'change';
}

function isQuantity(verb: string, subject: readonly Token[], rest: readonly Token[]): boolean {
  if (THRESHOLD.test(verb)) return false;
  const isShare =
    subject.slice(0, 5).some(({ lower }) => /^(?:half|percent|cent|third|quarter|%)$/u.test(lower)) &&
    subject.some(({ lower }) => lower === 'of');
  if (isShare && !subject.some(({ lower }) => THRESHOLD.test(lower))) return true;
  if (!MEASURES.test(verb)) return false;
  const at = rest.findIndex(
    ({ pos, lower }) =>
      (pos === 'NUM' && !/^(?:one|1[5-9]\d\d|20\d\d|21\d\d)$/u.test(lower)) ||
      /^[$\u20ac\u00a3]/u.test(lower),
  );
  if (at === -1 || at > 8) return false;
  const before = rest.slice(0, at);
  if (
    before.some(
      ({ lower }) =>
        THRESHOLD.test(lower) ||
        /^(?:on|after|before|until|since|within|over|for|during|next|last|first)$/u.test(lower),
    )
  )
    return false;
  return (
    /^[$\u20ac\u00a3]/u.test(rest[at]?.text ?? '') ||
    /[.,]\d/u.test(rest[at]?.text ?? '') ||
    rest.slice(at + 1, at + 5).some(({ lower }) => UNIT.test(lower)) ||
    before.some(({ text }) => /^[$\u20ac\u00a3]|US\$/u.test(text))
  );
}

function isPersistence(verb: string, rest: readonly Token[]): boolean {
  if (verb === 'go') return rest[0]?.lower === 'on' && /ing$/u.test(rest[1]?.lower ?? '');
  if (PERSISTS.test(verb))
    return verb !== 'hold' || rest.length === 0 || rest[0]?.pos === 'ADP' || rest[0]?.lower === 'on';
  return rest.some(({ lower }) => lower === 'still');
}
