import { stem } from './stem.js';

/**
 * What is done in the news, by family: a label people read, then words of the family (any form; compared by stem).
 * British and American spellings, verbs and nouns are one family. Opposites are families of their own.
 */
const FAMILIES: Readonly<Record<string, string>> = {
  recognise: 'recognise recognize recognition recognised recognized',
  invade: 'invade invasion invaded incursion',
  attack: 'attack strike airstrike bomb bombing shell shelling assault missile raid',
  withdraw: 'withdraw withdrawal withdrawn withdrew pullout retreat',
  sanction: 'sanction embargo blacklist',
  ceasefire: 'ceasefire truce armistice',
  annex: 'annex annexation',
  mobilise: 'mobilise mobilize mobilisation mobilization conscription',
  deploy: 'deploy deployment',
  negotiate: 'negotiate negotiation talks',
  sign: 'sign signed signing signature',
  ratify: 'ratify ratification',
  'agree to': 'agree agreement accord treaty pact',
  approve: 'approve approval approved authorise authorize authorisation authorization',
  reject: 'reject rejection veto vetoed',
  ban: 'ban banned prohibit prohibition outlaw',
  suspend: 'suspend suspension halt pause',
  reinstate: 'reinstate reinstatement restore restoration',
  elect: 'elect election elections reelect electoral',
  win: 'win won winner victory',
  lose: 'lose lost defeat defeated',
  resign: 'resign resignation quit',
  remove: 'remove removal oust ouster dismiss dismissal impeach impeachment',
  appoint: 'appoint appointment nominate nomination nominee',
  endorse: 'endorse endorsement',
  arrest: 'arrest detain detention jail imprison imprisonment',
  release: 'release free freed',
  charge: 'charge indict indictment prosecute prosecution',
  convict: 'convict conviction guilty',
  sentence: 'sentence sentenced sentencing',
  sue: 'sue lawsuit sued litigation',
  kill: 'kill killed death deaths dead die died fatality fatalities assassinate assassination',
  'take over': 'merge merger acquire acquisition takeover',
  launch: 'launch launched',
  raise: 'raise hike raised increase rise rose',
  cut: 'cut reduce reduction lower decrease fall fell drop decline',
  'default on': 'default insolvency bankruptcy bankrupt',
  ship: 'supply deliver delivery shipment',
  expel: 'expel expulsion deport deportation',
  join: 'join accession accede joined membership',
  'protest against': 'protest demonstration riot unrest',
  'evacuate from': 'evacuate evacuation',
  visit: 'visit visited trip',
  'meet with': 'summit meeting',
  recall: 'recall recalled',
  tariff: 'tariff tariffs duties',
  hack: 'hack cyberattack hacked breach',
  test: 'test tested testing',
  vaccinate: 'vaccinate vaccination vaccine jab',
  reopen: 'reopen reopening',
  nationalise: 'nationalise nationalize nationalisation nationalization expropriate',
  legalise: 'legalise legalize legalisation legalization',
};

const FAMILY_BY_STEM: ReadonlyMap<string, string> = new Map(
  Object.entries(FAMILIES).flatMap(([label, forms]) =>
    forms.split(' ').map((form) => [stem(form), label] as const),
  ),
);

/**
 * The family of actions a stem belongs to, as its label, or null.
 *
 * @example actionFamily(stem('recognition')) === 'recognise'
 */
export function actionFamily(stemmed: string): string | null {
  return FAMILY_BY_STEM.get(stemmed) ?? null;
}
