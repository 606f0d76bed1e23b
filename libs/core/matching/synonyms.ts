import { stem } from './stem.js';

/**
 * Different words for the same thing in any news, a group a line; the first stands for all. Only what can take each
 * other's place: "House" and "Senate" are two things.
 */
const GROUPS = `
coronavirus covid sars-cov-2 ncov
mpox monkeypox
plane airplane aeroplane aircraft jet airliner jetliner
ship vessel tanker freighter
petrol gasoline
troop soldier army military
lawmaker legislator parliamentarian mp mps
parliament legislature
firm company corporation
worker employee staff labour labor
student pupil schoolchildren
doctor physician medic
car automobile vehicle
lorry truck
football soccer
refugee migrant asylum
rebel insurgent guerrilla militant
judge justice
judgment judgement verdict
inquiry enquiry
outbreak epidemic pandemic
cannabis marijuana
earthquake quake tremor
hurricane typhoon cyclone
wildfire blaze bushfire
film movie
pay wage salary
drone uav
satellite spacecraft
astronaut cosmonaut
petroleum crude
euro eur
nuclear atomic
presidency president presidential
embassy embassies consulate
hospital clinic
childcare daycare
climate warming
internet online web
phone smartphone handset
price cost
relation tie
loan debt borrowing
fee surcharge
abortion abortions
teenager teen youth adolescent
immigration immigrant migration
law legislation statute
rule regulation
`;

const CANONICAL = new Map<string, string>();
for (const line of GROUPS.trim().split('\n')) {
  const [first = '', ...others] = line.split(' ').map((word) => stem(word));
  for (const other of others) if (!CANONICAL.has(other)) CANONICAL.set(other, first);
}

/**
 * The stem that stands for all words of the same meaning; most stand for themselves.
 *
 * @example canonicalStem(stem('aircraft')) === stem('plane')
 */
export function canonicalStem(stemmed: string): string {
  return CANONICAL.get(stemmed) ?? stemmed;
}

/** Short forms that are no initials of a name, or of two letters only, as they are written, and what they stand for. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  AI: 'artificial intelligence',
  EV: 'electric vehicle',
  EVs: 'electric vehicle',
  PM: 'prime minister',
  CEO: 'chief executive',
  CFO: 'chief financial officer',
  GDP: 'gross domestic product',
  CPI: 'consumer price index',
  Fed: 'federal reserve',
  BoE: 'bank england',
  Rep: 'representative',
  Reps: 'representative',
  Sen: 'senator',
  Sens: 'senator',
  Gov: 'governor',
  Lt: 'lieutenant',
  Gen: 'general',
  Prof: 'professor',
  IPO: 'initial public offering',
  ICBM: 'intercontinental ballistic missile',
  LNG: 'liquefied natural gas',
  SUV: 'sport utility vehicle',
  FBI: 'federal bureau investigation',
  DOJ: 'justice department',
  GOP: 'republican party',
  Dems: 'democrat',
  Tories: 'conservative party',
  Tory: 'conservative party',
  Covid: 'coronavirus',
  COVID: 'coronavirus',
  IS: 'islamic state',
  ISIS: 'islamic state',
  BTC: 'bitcoin',
};

/**
 * The words a short form stands for, or null.
 *
 * @param raw as written: "AI", not "ai"
 * @example expandShortForm('AI') // ['artificial', 'intelligence']
 */
export function expandShortForm(raw: string): readonly string[] | null {
  return Object.hasOwn(SHORT_FORMS, raw) ? (SHORT_FORMS[raw] ?? '').split(' ') : null;
}
