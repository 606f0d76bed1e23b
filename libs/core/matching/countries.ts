import { LEADER_TABLE, REGION_TABLE } from './regions.js';

/**
 * Countries by code, then every way news names them: country, demonyms, then after "|" places that stand for the
 * government (capital, seat). Lower case, no diacritics. A bare "us" is read only where it is written in capitals.
 */
const TABLE = `
ru russia,russian,russians,russian federation | moscow,kremlin
ua ukraine,ukrainian,ukrainians | kyiv,kiev
us united states,us,usa,american,americans,america,united states of america | white house,pentagon,washington,capitol hill
gb united kingdom,uk,britain,british,great britain,briton,britons | downing street,london,westminster,whitehall
cn china,chinese,prc | beijing
tw taiwan,taiwanese | taipei
de germany,german,germans | berlin,bundestag
fr france,french,frenchman | paris,elysee
it italy,italian,italians | rome
es spain,spanish,spaniards | madrid
pl poland,polish,poles | warsaw
by belarus,belarusian,belarusians | minsk
hu hungary,hungarian,hungarians | budapest
tr turkey,turkiye,turkish,turks | ankara
ir iran,iranian,iranians | tehran
iq iraq,iraqi,iraqis | baghdad
il israel,israeli,israelis | jerusalem,tel aviv,knesset
ps palestine,palestinian,palestinians,gaza,west bank | ramallah
lb lebanon,lebanese | beirut
sy syria,syrian,syrians | damascus
sa saudi arabia,saudi,saudis | riyadh
ae united arab emirates,uae,emirati | abu dhabi
ye yemen,yemeni,yemenis | sanaa
jo jordan,jordanian,jordanians | amman
qa qatar,qatari | doha
eg egypt,egyptian,egyptians | cairo
ly libya,libyan,libyans | tripoli
tn tunisia,tunisian | tunis
dz algeria,algerian | algiers
ma morocco,moroccan | rabat
sd sudan,sudanese | khartoum
ss south sudan,south sudanese | juba
et ethiopia,ethiopian,ethiopians | addis ababa
er eritrea,eritrean | asmara
so somalia,somali | mogadishu
ke kenya,kenyan,kenyans | nairobi
ug uganda,ugandan | kampala
rw rwanda,rwandan | kigali
cd democratic republic of the congo,democratic republic of congo,dr congo,drc,congolese | kinshasa
cg republic of the congo,republic of congo | brazzaville
cf central african republic | bangui
ng nigeria,nigerian,nigerians | abuja
gh ghana,ghanaian | accra
ml mali,malian | bamako
ne niger,nigerien | niamey
bf burkina faso,burkinabe | ouagadougou
td chad,chadian | n'djamena
sn senegal,senegalese | dakar
ci ivory coast,cote d'ivoire,ivorian | abidjan
cm cameroon,cameroonian | yaounde
za south africa,south african,south africans | pretoria
zw zimbabwe,zimbabwean | harare
zm zambia,zambian | lusaka
mz mozambique,mozambican | maputo
ao angola,angolan | luanda
tz tanzania,tanzanian | dodoma
in india,indian,indians | new delhi,delhi
pk pakistan,pakistani,pakistanis | islamabad
bd bangladesh,bangladeshi,bangladeshis | dhaka
lk sri lanka,sri lankan,sri lankans | colombo
np nepal,nepali,nepalese | kathmandu
af afghanistan,afghan,afghans | kabul
kz kazakhstan,kazakh,kazakhs | astana,nur-sultan
uz uzbekistan,uzbek | tashkent
kg kyrgyzstan,kyrgyz | bishkek
tj tajikistan,tajik | dushanbe
tm turkmenistan,turkmen | ashgabat
am armenia,armenian,armenians | yerevan
az azerbaijan,azerbaijani,azeri | baku
ge georgia,georgian,georgians | tbilisi
md moldova,moldovan | chisinau
ro romania,romanian,romanians | bucharest
bg bulgaria,bulgarian | sofia
gr greece,greek,greeks | athens
rs serbia,serbian,serb,serbs | belgrade
xk kosovo,kosovar | pristina
ba bosnia,bosnian,bosnia and herzegovina | sarajevo
hr croatia,croatian | zagreb
si slovenia,slovenian | ljubljana
me montenegro,montenegrin | podgorica
mk north macedonia,macedonian | skopje
al albania,albanian | tirana
at austria,austrian | vienna
ch switzerland,swiss | bern
cz czech republic,czechia,czech | prague
sk slovakia,slovak | bratislava
nl netherlands,dutch | the hague
be belgium,belgian |
lu luxembourg |
dk denmark,danish,dane,danes | copenhagen
se sweden,swedish,swede,swedes | stockholm
no norway,norwegian | oslo
fi finland,finnish,finn,finns | helsinki
is iceland,icelandic | reykjavik
ie ireland,irish | dublin
pt portugal,portuguese | lisbon
ee estonia,estonian | tallinn
lv latvia,latvian | riga
lt lithuania,lithuanian | vilnius
cy cyprus,cypriot | nicosia
mt malta,maltese | valletta
jp japan,japanese | tokyo
kr south korea,south korean,south koreans | seoul
kp north korea,north korean,north koreans,dprk | pyongyang
mn mongolia,mongolian | ulaanbaatar
vn vietnam,vietnamese | hanoi
th thailand,thai,thais | bangkok
mm myanmar,burma,burmese | naypyidaw
kh cambodia,cambodian | phnom penh
la laos,laotian | vientiane
my malaysia,malaysian | kuala lumpur
sg singapore,singaporean |
id indonesia,indonesian,indonesians | jakarta
ph philippines,philippine,filipino,filipinos | manila
au australia,australian,australians | canberra
nz new zealand,new zealander | wellington
pg papua new guinea | port moresby
sb solomon islands | honiara
fj fiji,fijian | suva
ca canada,canadian,canadians | ottawa
mx mexico,mexican,mexicans | mexico city
gt guatemala,guatemalan |
hn honduras,honduran | tegucigalpa
sv el salvador,salvadoran | san salvador
ni nicaragua,nicaraguan | managua
cr costa rica,costa rican |
pa panama,panamanian |
cu cuba,cuban,cubans | havana
ht haiti,haitian,haitians | port-au-prince
do dominican republic,dominican | santo domingo
ve venezuela,venezuelan,venezuelans | caracas
co colombia,colombian,colombians | bogota
ec ecuador,ecuadorian | quito
pe peru,peruvian | lima
bo bolivia,bolivian | la paz
br brazil,brazilian,brazilians | brasilia
ar argentina,argentine,argentinian,argentines | buenos aires
cl chile,chilean,chileans | santiago
uy uruguay,uruguayan | montevideo
py paraguay,paraguayan | asuncion
eu european union,eu | brussels,european commission,european council
un united nations,un |
nato nato,north atlantic treaty organization,north atlantic treaty organisation,atlantic alliance |
`;

/** One way to name a country (a bloc, a region that acts like one): the words, the code, whether it is only a seat. */
export interface CountryPhrase {
  readonly words: readonly string[];
  readonly code: string;
  /** As people are told it: "Russia", "Democratic Republic of the Congo". */
  readonly country: string;
  readonly isSeat: boolean;
}

const readList = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const toTitle = (name: string): string =>
  name === 'nato' ? 'NATO' : name.replace(/\b(?!of\b|the\b|and\b)\p{Ll}/gu, (letter) => letter.toUpperCase());

type PhraseTable = ReadonlyMap<string, readonly CountryPhrase[]>;

/** Looked up by the first word, the longest name first. */
function toTable(phrases: readonly CountryPhrase[]): PhraseTable {
  const byFirstWord = new Map<string, CountryPhrase[]>();
  for (const phrase of phrases) {
    const first = phrase.words[0] ?? '';
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), phrase]);
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirstWord;
}

const splitWords = (name: string): string[] => name.split(/[\s'-]+/u);

const splitLine = (line: string): readonly [code: string, names: string] => {
  const code = line.slice(0, line.indexOf(' '));
  return [code, line.slice(code.length)];
};

function readPlaces(): readonly CountryPhrase[] {
  return `${TABLE.trim()}\n${REGION_TABLE.trim()}`.split('\n').flatMap((line) => {
    const [code, rest] = splitLine(line);
    const [names = '', seats = ''] = rest.split('|');
    const country = toTitle(readList(names)[0] ?? code);
    const toPhrase = (isSeat: boolean) => (name: string) => ({
      words: splitWords(name),
      code,
      country,
      isSeat,
    });
    return [...readList(names).map(toPhrase(false)), ...readList(seats).map(toPhrase(true))];
  });
}

const PLACES = toTable(readPlaces());
const LEADERS = toTable(
  LEADER_TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [code, names] = splitLine(line);
      return readList(names).map((name) => ({ words: splitWords(name), code, country: code, isSeat: true }));
    }),
);

const longestAt = (table: PhraseTable, folded: readonly string[], at: number): CountryPhrase | null =>
  table.get(folded[at] ?? '')?.find((phrase) => phrase.words.every((word, i) => folded[at + i] === word)) ??
  null;

/**
 * The country named by the words from `at` on, the longest name first ("South Sudan" is not Sudan), or null.
 *
 * @param folded words in lower case without diacritics
 * @example countryAt(['the', 'russian', 'army'], 1)?.code === 'ru'
 */
export function countryAt(folded: readonly string[], at: number): CountryPhrase | null {
  return longestAt(PLACES, folded, at);
}

/**
 * The code of the country that somebody leads or led whose name stands at `at`, or null.
 *
 * @param folded words in lower case without diacritics
 * @example countryOfLeaderAt(['vladimir', 'putin'], 1) === 'ru'
 */
export function countryOfLeaderAt(folded: readonly string[], at: number): string | null {
  return longestAt(LEADERS, folded, at)?.code ?? null;
}
