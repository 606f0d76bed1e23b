import { stem } from './stem.js';

/**
 * What is done in the news, by family: a label people read, then words of the family (any form; compared by stem) and,
 * after "|", phrases. British and American spellings, verbs and nouns are one family. Opposites are families of their
 * own.
 */
const FAMILIES: Readonly<Record<string, string>> = {
  recognise: 'recognise recognize recognition recognised recognized',
  invade: 'invade invasion invaded incursion',
  attack: 'attack strike airstrike bomb bombing bombard bombardment shell shelling assault missile raid',
  capture:
    'capture captured seize seizure conquer | enter the city, take control, falls to, fall to, fell to',
  withdraw:
    'withdraw withdrawal withdrawn withdrew pullout retreat | pull out, pulls out, pull back, pulls back',
  sanction: 'sanction embargo blacklist',
  ceasefire: 'ceasefire truce armistice | cessation of hostilities, cease fire, lay down arms',
  annex: 'annex annexation',
  mobilise: 'mobilise mobilize mobilisation mobilization conscription',
  deploy: 'deploy deployment | send troops, sends troops, sent troops',
  negotiate: 'negotiate negotiation talks mediate mediation',
  sign: 'sign signed signing signature',
  ratify: 'ratify ratification',
  'agree to': 'agree agreement accord treaty pact deal settlement',
  approve:
    'approve approval approved authorise authorize authorisation authorization permit greenlight uphold upheld | gives nod, gets nod, green light, clear the way, clears the way, sign off',
  reject:
    'reject rejection veto vetoed refuse refusal rebuff | vote down, votes down, voted down, turn down, strike down, strikes down',
  ban: 'ban banned prohibit prohibition outlaw',
  suspend: 'suspend suspension halt pause freeze froze frozen | put on hold, puts on hold, holds up, on hold',
  cancel:
    'cancel cancellation scrap scrapped abandon axe abolish abolition repeal | call off, calls off, called off, do away with',
  postpone: 'postpone postponement delay defer deferral | put off, puts off, push back, pushes back',
  reinstate: 'reinstate reinstatement restore restoration resume resumption',
  overturn: 'overturn overrule quash annul',
  elect: 'elect election elections reelect electoral | go to the polls, goes to the polls',
  win: 'win won winner victory triumph victorious champion crowned prevail landslide | sweep to victory, sweeps to victory, comes first',
  lose: 'lose lost defeat defeated beaten concede',
  award: 'award awarded honour honor prize laureate',
  'leave office':
    'resign resignation quit oust ouster depose impeach impeachment unseat topple sack dismiss dismissal | step down, steps down, stepped down, stepping down, steps aside, step aside, stand down, stands down, stood down, leave office, leaves office, left office, cease to be, ceases to be, out of office, removed from office, remove from office, forced out, lose power, loses power, no longer be, drop out, drops out, dropped out, drop out of the race',
  appoint:
    'appoint appointment nominate nomination nominee | becomes president, become president, becomes prime minister, become prime minister, picks as, sworn in',
  endorse: 'endorse endorsement',
  arrest: 'arrest detain detention jail imprison imprisonment prison custody',
  release: 'release free freed liberate',
  charge: 'charge indict indictment prosecute prosecution arraign',
  convict: 'convict conviction guilty',
  acquit: 'acquit acquittal exonerate | not guilty',
  sentence: 'sentence sentenced sentencing',
  sue: 'sue lawsuit sued litigation | take to court, takes to court, class action, legal action',
  appeal: 'appeal',
  kill: 'kill killed death deaths dead die died fatality fatalities assassinate assassination massacre slain murder',
  'take over': 'merge merger acquire acquisition takeover buyout purchase bought buy',
  sell: 'sell sold sale divest divestiture',
  invest: 'invest investment fund funding',
  launch:
    'launch launched unveil debut | lift off, lifts off, lifted off, blast off, blasts off, roll out, rolls out',
  land: 'landing lander touchdown | touch down, touches down, touched down, soft landing, lands on, land on',
  raise: 'raise hike raised increase rise rose risen climb surge soar jump | go up, goes up',
  cut: 'cut reduce reduction lower decrease fall fell fallen drop decline plunge slump tumble slash | go down, goes down, falls below, fall below',
  exceed: 'exceed surpass | tops, climbs past',
  'default on':
    'default insolvency insolvent bankruptcy bankrupt liquidation | file for bankruptcy, go bankrupt, goes bankrupt, chapter 11',
  collapse: 'collapse fail failure',
  close: 'closure close closed shut shutdown shutter | shut down, shuts down, closes down',
  'lay off':
    'layoff layoffs redundancy redundancies | lay off, lays off, laid off, cut jobs, cuts jobs, job cuts',
  'go on strike': 'walkout picket | go on strike, goes on strike, industrial action, down tools',
  ship: 'supply deliver delivery shipment',
  expel: 'expel expulsion deport deportation extradite extradition',
  join: 'join accession accede joined | become a member, becomes member, become member',
  leave: 'secede secession exit brexit',
  'protest against': 'protest demonstration riot unrest demonstrator protester rally',
  'evacuate from': 'evacuate evacuation flee fled',
  visit: 'visit visited trip',
  'meet with': 'summit meeting meet met',
  recall: 'recall recalled',
  tariff: 'tariff tariffs duties levy',
  hack: 'hack cyberattack hacked breach ransomware',
  test: 'test tested testing',
  vaccinate: 'vaccinate vaccination vaccine jab inoculate immunise immunize',
  reopen: 'reopen reopening',
  nationalise: 'nationalise nationalize nationalisation nationalization expropriate',
  privatise: 'privatise privatize privatisation privatization',
  legalise: 'legalise legalize legalisation legalization decriminalise decriminalize',
  investigate: 'investigate investigation probe inquiry inquest',
  fine: 'fine penalty fined penalise penalize',
  apologise: 'apologise apologize apology',
  vote: 'vote referendum plebiscite ballot',
  strengthen: 'tighten strengthen toughen',
  ease: 'ease relax loosen',
  build: 'build construct construction built',
  destroy: 'destroy destruction demolish demolition raze',
  rescue: 'rescue bailout | bail out, bails out, bailed out',
  qualify: 'qualify qualification',
  'break up': 'breakup | break up, breaks up, split up, spin off',
  retire: 'retire retirement',
  coup: 'coup putsch junta | seize power, seizes power, take power, takes power, army takes over',
  'go to war': 'war warfare | go to war, goes to war',
  condemn: 'condemn condemnation denounce',
};

/**
 * Actions on one question: opposites first ("approve" and "reject" answer the same question), then steps on the same
 * way. A report of one bears on a statement of the other, less than the thing itself.
 */
const ON_ONE_QUESTION = `
approve reject
approve overturn
approve ratify
approve ban
approve suspend
ratify reject
ratify join
win lose
win elect
elect lose
elect vote
win award
raise cut
raise exceed
exceed cut
strengthen ease
ban legalise
ban suspend
ban sanction
join leave
close reopen
close collapse
arrest release
arrest charge
charge convict
convict acquit
convict sentence
charge sue
charge investigate
ceasefire agree to
ceasefire attack
ceasefire negotiate
invade withdraw
invade attack
invade capture
invade go to war
deploy withdraw
deploy invade
attack kill
attack go to war
suspend reinstate
suspend cancel
suspend postpone
cancel postpone
agree to sign
agree to negotiate
agree to ratify
agree to approve
sign ratify
negotiate meet with
leave office appoint
leave office coup
leave office lose
leave office elect
collapse default on
collapse rescue
take over sell
launch land
nationalise privatise
build destroy
hack attack
overturn cancel
overturn reinstate
sanction tariff
release acquit
capture withdraw
reopen reinstate
`;

interface ActionPhrase {
  readonly words: readonly string[];
  readonly label: string;
}

const FAMILY_BY_STEM = new Map<string, string>();
const PHRASES_BY_FIRST_WORD = new Map<string, ActionPhrase[]>();

for (const [label, forms] of Object.entries(FAMILIES)) {
  const [words = '', phrases = ''] = forms.split('|');
  for (const form of words.trim().split(' ')) FAMILY_BY_STEM.set(stem(form), label);
  for (const phrase of phrases.split(',').map((part) => part.trim())) {
    const [first = '', ...rest] = phrase.split(' ');
    if (first === '') continue;
    const known = PHRASES_BY_FIRST_WORD.get(first) ?? [];
    PHRASES_BY_FIRST_WORD.set(first, [...known, { words: [first, ...rest], label }]);
  }
}
for (const phrases of PHRASES_BY_FIRST_WORD.values()) phrases.sort((a, b) => b.words.length - a.words.length);

const RELATED = new Map<string, readonly string[]>();
/** Labels have up to two words: where the second one begins is found by the list of families. */
for (const line of ON_ONE_QUESTION.trim().split('\n')) {
  const words = line.split(' ');
  for (let cut = 1; cut < words.length; cut += 1) {
    const [one, other] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    if (!Object.hasOwn(FAMILIES, one) || !Object.hasOwn(FAMILIES, other)) continue;
    RELATED.set(one, [...(RELATED.get(one) ?? []), other]);
    RELATED.set(other, [...(RELATED.get(other) ?? []), one]);
  }
}

/**
 * Families that answer the same question as this one: opposites, and steps on the same way.
 *
 * @example relatedActions('approve').includes('reject')
 */
export function relatedActions(label: string): readonly string[] {
  return RELATED.get(label) ?? [];
}

/**
 * The family of actions a stem belongs to, as its label, or null.
 *
 * @example actionFamily(stem('recognition')) === 'recognise'
 */
export function actionFamily(stemmed: string): string | null {
  return FAMILY_BY_STEM.get(stemmed) ?? null;
}

/**
 * The action a phrase names from `at` on, the longest phrase first, or null.
 *
 * @param folded words in lower case without diacritics
 * @example actionPhraseAt(['she', 'steps', 'down'], 1)?.label === 'leave office'
 */
export function actionPhraseAt(folded: readonly string[], at: number): ActionPhrase | null {
  const phrases = PHRASES_BY_FIRST_WORD.get(folded[at] ?? '');
  return phrases?.find(({ words }) => words.every((word, k) => folded[at + k] === word)) ?? null;
}
