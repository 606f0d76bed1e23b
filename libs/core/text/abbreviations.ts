const words = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** No sentence ends with them. All sets are in lower case, without the last full stop. */
export const NEVER_LAST = words(
  'mr mrs ms mx messrs mme mlle dr drs e.g eg i.e cf vs v viz capt wm chas thos jas',
);

/** Written before a name: a sentence ends with them only if a word follows that begins one ("Wall St. The firm ..."). */
export const BEFORE_A_NAME = words(
  'prof gen lt lieut col sgt maj cmdr cpl pvt adm brig sen rep reps sens gov pres amb hon rev fr msgr supt insp det',
  'atty dist asst st ste mt ft approx est ca incl esp resp op loc ibid',
);

/** Written before a number; before a word they are words like others ("The answer was no."). */
export const BEFORE_A_NUMBER = words(
  'no nos nr art arts sec secs fig figs p pp par para paras vol vols ch chap chs pt pts ver c eq tab app ex n l col',
);

/** Months and days, in capitals: a number follows, or the sentence is over. */
export const DATES = words(
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun',
);

/** In capitals; they stand as well inside a sentence as at its end: what follows decides. */
export const IN_CAPITALS = words(
  'inc corp ltd co cos llc plc bros assn assoc dept univ inst govt intl natl mfg jr sr esq ph.d d.phil ave blvd rd sq',
  'bldg hwy ariz ala ark calif colo conn del fla ind kan ky la mass md mich minn miss mo mont neb nev okla ont ore pa',
  'penn tenn tex va vt wash wis wyo',
);

/** As those, in small letters too. */
export const ANYWHERE = words('etc al govt avg mln bn tn a.m p.m');

/** Written after a clock time without a new sentence: "5 p.m. Monday", "9 a.m. Eastern time". */
export const AFTER_CLOCK = words(
  'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april',
  'may june july august september october november december est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet',
  'cest eet msk ist jst eastern central mountain pacific greenwich local moscow london',
);

/** Words that, in capitals after an abbreviation, begin a sentence: hardly any is the second part of a name. */
export const STARTERS = words(
  'the a an this that these those he she it they we i you there here who what when where why how which whose whether',
  'his her its their our my your some many most all both each every no not none nobody nothing neither nor either few',
  'several another other others one two three anyone anything everyone everybody everything somebody someone something',
  'such more less fewer but and or so yet if unless once because since until although though while whereas as in on at',
  'by for from with without within under over after before during despite through throughout against among between',
  'beyond about above across along around behind below beside besides like unlike to of per via however meanwhile',
  'moreover nevertheless nonetheless still then thus therefore hence instead later earlier now today yesterday tomorrow',
  'tonight soon perhaps maybe probably possibly likely unlikely presumably certainly clearly indeed even only also again',
  'first second third finally next last nowadays otherwise rather whatever whoever whichever critics officials analysts',
  'experts investors people supporters opponents',
);

/** Who spoke, after a quote that ends in a mark of its own: "Will it rain?" Anna Low asked. */
export const SAYING =
  /^(?:[Tt]he |[Aa]n? )?(?:[\p{L}.'\u2019-]{1,24} ){1,4}?(?:said|says|asked|asks|added|adds|replied|replies|wrote|writes|wondered|wonders|cried|shouted|exclaimed|declared|tweeted|quipped|demanded|told|responded|insisted|warned)\b/u;
