import { wordSet } from './word-set.js';
import type { Token } from './nlp.js';
import { remembered } from './remembered.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Nouns for one human being; plurals are covered by `singularOf`. */
const PERSONS = words(
  'minister official spokesman spokeswoman spokesperson president chancellor secretary senator governor mayor councillor chief head chair chairman ' +
    'chairwoman director manager boss executive officer general colonel major captain admiral commander marshal analyst expert economist strategist scholar scientist ' +
    'engineer doctor professor lecturer researcher historian forecaster bookmaker pundit critic commentator observer insider diplomat ambassador envoy ' +
    'negotiator lawyer judge prosecutor lawmaker legislator mp politician campaigner activist trader investor broker banker consumer voter pollster ' +
    'resident neighbour neighbor villager farmer grower driver worker teacher nurse student pupil protester supporter opponent rival ally friend colleague ' +
    'partner leader founder owner author editor columnist journalist reporter writer correspondent person man woman boy girl mother father brother sister wife ' +
    'husband son daughter aunt uncle grandmother grandfather member delegate representative adviser advisor aide deputy candidate winner loser veteran ' +
    'constable source mate lad gaffer pal guy chap bloke fellow kid youngster physio chairperson agent adviser auctioneer dealer planner physicist meteorologist epidemiologist virologist geologist astronomer developer planner architect operator producer supplier retailer lender ' +
    'creditor thinker sceptic skeptic optimist pessimist hawk dove bull bear coach trainer captain manager player fan pilot sailor soldier priest bishop ' +
    'patient customer merchant shipper trucker fisherman hunter gardener baker barman landlord tenant builder surveyor punter layer tipster modeller ' +
    'modeler counsel solicitor barrister defendant witness suspect king queen prince princess pope premier intermediary mediator ' +
    'predecessor successor counterpart skipper chef organiser organizer entrepreneur philosopher psychologist biologist chemist statistician actuary ' +
    'academic intellectual technocrat loyalist rebel militant fighter refugee migrant citizen neighbour soothsayer doomsayer boomer booster evangelist ' +
    'enthusiast cynic realist watcher participant respondent attendee user member reader viewer parent employee employer steward secretary-general',
);

/** Nouns for bodies and crowds that say things. */
const BODIES = words(
  'ministry government administration cabinet parliament union party opposition coalition camp side authority agency bank fund company firm group ' +
    'team club committee commission board body panel institute institution think-tank thinktank house court army navy police force regime kremlin fed ' +
    'treasury council paper newspaper magazine outlet airline carrier exporter importer contractor community bloc alliance nation country capital state ' +
    'regulator watchdog quango department office service bureau senate congress assembly directorate secretariat consultancy brokerage insurer charity federation league ' +
    'association organisation organization foundation movement campaign family staff management crew leadership delegation mission embassy consulate ' +
    'consortium manufacturer maker utility refiner miner publisher broadcaster network station site website platform exchange market bookie ' +
    'chamber cartel startup start-up lab laboratory university college school hospital church industry sector business branch region city town ' +
    'public people majority minority half third quarter quorum circle quarter press media street crowd folk police kremlin hr desk',
);

/** Words for some, many, others, that stand for people without a noun. */
const STAND_INS = words(
  'other others another many some most few several both all two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty ' +
    'forty fifty dozen hundred thousand one half',
);

/** What shows or suggests something without being anybody. */
const NO_SPEAKER = words(
  'history experience evidence data fact event thing number figure result trend logic precedent example case idea notion view word news rumour rumor ' +
    'speculation theory time past record nature geography arithmetic mathematics math theme answer question point reason problem issue sign article ' +
    'column piece essay text chart table graph page map photo picture sign law rule clock calendar gut instinct heart head-line headline slogan label ' +
    'price cost rate value percent cent dollar euro barrel tonne mile kilometre metre minute degree growth inflation rain weather wind war peace attack invasion move deal vote election game match season summer winter spring ' +
    'autumn week month year day hour decade century end start beginning rest way place part side-effect risk chance hope fear doubt truth story rumour joke',
);

/** Forecasts and their like: these show, suggest and say on somebody's account. */
const FORECASTS = words(
  'model projection forecast simulation poll survey study report estimate scenario consensus outlook market index median research prediction run ' +
    'analysis assessment paper statement note memo letter review futures odds curve guidance plan bulletin census ensemble calculation programme program budget roadmap fanzine modelling modeling polling intelligence',
);

const SPEAKER_SUFFIX =
  /(?:ists?|ologists?|ians?|eers?|woman|women|man|men|maker|makers|holder|holders|watcher|watchers|keeper|keepers|player|players)$/u;

/** A plural in the singular, as well as rules can: "authorities" -> "authority". */
export const singularOf = remembered((lower: string): string => {
  if (lower === 'people' || lower === 'police') return lower;
  if (/^(?:bookies|zombies|rookies|movies)$/u.test(lower)) return lower.slice(0, -1);
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/u.test(lower)) return lower;
  if (/(?:ch|sh|x|ss)es$/u.test(lower)) return lower.slice(0, -2);
  if (lower.endsWith('men') && lower !== 'men') return `${lower.slice(0, -2)}an`;
  return lower.endsWith('s') ? lower.slice(0, -1) : lower;
});

const isIn = (set: ReadonlySet<string>, lower: string): boolean =>
  set.has(lower) || set.has(singularOf(lower)) || set.has(lower.replace(/^.*-/u, ''));

/** "analyst", "policymaker": a noun for a human being. */
export const isPersonNoun = remembered(
  (lower: string): boolean => isIn(PERSONS, lower) || SPEAKER_SUFFIX.test(lower),
);

/** "agency", "government": a noun for a body or a crowd that speaks. */
export const isBodyNoun = remembered((lower: string): boolean => isIn(BODIES, lower));

/** "some", "others", "two": people without a noun. */
export function isStandIn(lower: string): boolean {
  return STAND_INS.has(lower);
}

/** Whether a noun names a forecast or a source of one ("the model shows", "polls suggest"). */
export const isForecastNoun = remembered((lower: string): boolean => isIn(FORECASTS, lower));

/** Whether a noun can be the one who says something. */
export function canSpeak(head: Token): boolean {
  if (head.pos === 'PRON')
    return (
      /^(?:he|she|they|it|who|i|we|anyone|anybody|whoever|some|many|most|others|few|all|both|none|everyone|everybody|someone|somebody|nobody|one)$/u.test(
        head.lower,
      ) || isBodyNoun(head.lower)
    );
  if (
    head.pos === 'PROPN' &&
    /^(?:history|experience|evidence|data|logic|precedent|tradition|geography|arithmetic|mathematics)$/u.test(
      head.lower,
    )
  )
    return false;
  if (head.pos === 'PROPN') return !THING_WORDS.has(head.text) && !CALENDAR.has(head.lower);
  // "Of the 40 asked, 12 expect a cut".
  if (head.pos === 'NUM' && /^\d{1,3}$/u.test(head.lower)) return true;
  if (NO_SPEAKER.has(singularOf(head.lower))) return false;
  if (/^(?:NOUN|ADJ|NUM|DET|VERB|X|ADV)$/u.test(head.pos))
    return (
      isPersonNoun(head.lower) ||
      isBodyNoun(head.lower) ||
      isForecastNoun(head.lower) ||
      isStandIn(head.lower)
    );
  return false;
}

const ABSTRACT = /(?:tion|sion|ment|ness|ity|ism|ance|ence|ship|ure|age|ing|dom|hood)s?$/u;

/**
 * Whether a noun can be the subject of a verb that only people and bodies do ("says", "reckons", "promises"): any but
 * abstract ones and those known to say nothing.
 */
export function canSayAnything(head: Token): boolean {
  if (canSpeak(head)) return true;
  const lower = singularOf(head.lower);
  return (
    head.pos === 'NOUN' &&
    !NO_SPEAKER.has(lower) &&
    !NO_SPEAKER.has(head.lower) &&
    !ABSTRACT.test(lower) &&
    lower.length > 2
  );
}

const CALENDAR = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter',
);
/** Last words of names that are no speakers. */
const THING_WORDS = wordSet(
  'Cup Day Week Year Act Bill Treaty Accords Accord Agreement Protocol Pact Zone Line Stream River Lake Sea Ocean Bay Valley Mount Mountains Mountain Road Bridge Tower Stadium Prize Awards Award Summit War Games Olympics Operation Deal Crisis Election Elections Festival Pipeline Strait Straits Desert Highway Street Airport Plaza Square Station Rover Mission Programme Program Project',
);

const TITLE_WORDS = words(
  'mr mr. mrs mrs. ms ms. dr dr. prof prof. sir lord lady president minister prime foreign finance defence defense interior deputy vice secretary ' +
    'chancellor senator governor chairman chairwoman chair professor general colonel admiral lieutenant captain major ambassador king queen prince ' +
    'princess pope judge justice councillor representative congressman congresswoman mayor chief economist spokesman spokeswoman spokesperson director ' +
    'former ex retired the sen. rep. gov. gen. col. lt. capt. adm. sgt. rev. hon. premier executive analyst lawmaker opposition party leader manager coach head ceo cfo cto coo commissioner founder',
);
const BODY_WORDS =
  /^(?:bank|ministry|committee|party|union|council|university|institute|institution|centre|center|group|fund|agency|department|court|corp|corporation|inc|ltd|plc|association|commission|board|office|company|organisation|organization|federation|league|club|house|treasury|reserve|parliament|senate|congress|army|navy|police|authority|service|administration|foundation|society|network|alliance|coalition|front|movement|times|post|journal|news|airlines|airways|motors|energy|capital|partners|research|analytics|brokers|securities|advisors|advisers|holdings|shipping|logistics|consulting|consultants|networks|systems|technologies|bancorp|exchange|airport|port|canal|college|school|hospital|church|county|city|state|islands?|north|south|east|west|forum|monitor|states|kingdom|republic|nations|government|bureau|survey|trust|chamber|academy|observatory|laboratory|labs|markets?|watch|mission|secretariat|assembly|confederation|consortium|control|health|economics|strategies|international|global|industries|insurance|mutual|petroleum|oil|steel|software|media|press|team)$/iu;

/** "Ada Low" in "Finance Minister Ada Low": the words of a phrase without titles before the name. */
export function withoutTitles(parts: readonly string[]): readonly string[] {
  let from = afterOffice(parts);
  while (from < parts.length - 1 && TITLE_WORDS.has((parts[from] ?? '').toLowerCase())) from += 1;
  return parts.slice(from);
}

const OFFICES = wordSet(
  'CEO CFO CTO COO President Minister Chair Chairman Chairwoman Governor Secretary Director Chancellor Senator Economist Analyst Spokesman Spokeswoman General Professor Commissioner Executive Mayor Founder Editor Ambassador Premier MP',
);

/** "Apple CEO Tim Cook", "Federal Reserve Chair Jerome Powell": where the person's own name begins. */
function afterOffice(parts: readonly string[]): number {
  for (let i = parts.length - 3; i > 0; i -= 1) if (OFFICES.has(parts[i] ?? '')) return i + 1;
  return 0;
}

export function isTitle(word: string): boolean {
  return TITLE_WORDS.has(word.toLowerCase()) && word !== 'the';
}

export const isBodyWord = remembered((word: string): boolean => BODY_WORDS.test(word));

/** Whether a name ends in a word for a thing that says nothing ("World Cup", "Defence Zone"). */
export function isThingName(parts: readonly string[]): boolean {
  return (
    THING_WORDS.has(parts[parts.length - 1] ?? '') ||
    CALENDAR.has((parts[parts.length - 1] ?? '').toLowerCase())
  );
}

const PARTICLE = wordSet('de van von der den al bin ibn da di du la le el dos y ter ten af av');

export function isNameParticle(word: string): boolean {
  return PARTICLE.has(word);
}

/** Words of place names, channels and titles of works that no person is called by. */
const NO_NAME_WORD = wordSet(
  'New Great Grand Upper Lower United El Los Las San Santa St Saint One Two Three First Second Third Channel Radio Republican Democrat Democratic Conservative Labour Liberal Green Social National Royal Supreme European American British Russian Chinese African Asian Western Eastern Northern Southern Central Federal Public Black White Red Gold Open Big',
);

const isCapitals = remembered((word: string): boolean => /^\p{Lu}{2,}$/u.test(word));
const isAcronym = remembered((word: string): boolean => /^\p{Lu}{2,}s?$/u.test(word));
/** "Ada", "O'Neill", "de", "J.". */
const isPersonWord = remembered(
  (word: string): boolean =>
    /^\p{Lu}[\p{Ll}'\u2019.-]/u.test(word) || PARTICLE.has(word) || /^\p{Lu}\.?$/u.test(word),
);

/** Whether a run of capitalised words has the shape of a person's name. */
export function looksLikePerson(parts: readonly string[], hasTitle: boolean): boolean {
  const last = parts[parts.length - 1] ?? '';
  if (
    parts.some((word) => NO_NAME_WORD.has(word)) ||
    (parts.length > 1 && (PERSONS.has(last.toLowerCase()) || isTitle(last)))
  )
    return false;
  if (parts.some((word) => isBodyWord(word) || isCapitals(word)) || isThingName(parts)) return false;
  return hasTitle || (parts.length >= 2 && parts.length <= 5 && parts.every(isPersonWord));
}

/** Whether a name is that of a body: a word such as "Bank", or an acronym. */
export function looksLikeBody(parts: readonly string[]): boolean {
  return parts.some((word) => isBodyWord(word) || isAcronym(word));
}
