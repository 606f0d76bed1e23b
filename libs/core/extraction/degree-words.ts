/** Words that stand before a word of likelihood and change it, or leave it, or deny it. */

/** One step away from even. */
export const INTENSIFIERS: ReadonlySet<string> = new Set(
  'very highly most so really deeply vastly especially strongly awfully damn damned eminently decidedly mighty super bloody'.split(
    ' ',
  ),
);

/** As far as the yardstick goes without being certain. */
export const EXTREME: ReadonlySet<string> = new Set(
  'extremely exceedingly exceptionally extraordinarily overwhelmingly immensely incredibly hugely supremely astronomically'.split(
    ' ',
  ),
);

/** So small that only "almost no chance" is left. */
export const VANISHING: ReadonlySet<string> = new Set(
  'vanishingly infinitesimally negligibly impossibly absurdly ridiculously'.split(' '),
);

/** "Almost certain", "virtually impossible": as near as a yardstick goes. */
export const NEARLY: ReadonlySet<string> = new Set(
  'almost virtually practically nearly near effectively essentially basically nigh but'.split(' '),
);

/** Take the certainty out of "certain" and "sure"; "likely" stays where it is: readers do not agree on a direction. */
export const MODERATORS: ReadonlySet<string> = new Set(
  'fairly pretty reasonably rather somewhat relatively moderately tolerably'.split(' '),
);

/** Leave it where it is: "quite likely", "increasingly likely", "all too likely". */
export const DEGREE_FILLERS: ReadonlySet<string> = new Set(
  'quite still also now all too increasingly even ever absolutely completely entirely totally wholly fully altogether utterly perfectly dead well'.split(
    ' ',
  ),
);

/** What may stand between a denial and what it denies: adverbs, articles, forms of "be" and "have". */
export const FILLERS: ReadonlySet<string> = new Set(
  [
    'quite still also now all too at increasingly even just ever that particularly terribly remotely only seriously',
    'absolutely completely entirely totally wholly fully altogether utterly perfectly positively yet currently actually',
    'necessarily presently by any means in the least itself exactly widely generally realistically always dead equally',
    'is are be was were been being s re am seem seems look looks appear appears remain remains feel feels sound sounds',
    'considered regarded deemed seen thought a an any much as of have has had having got stand stands to do does did',
    'anything like overly wildly especially inherently clearly 100 hundred percent per cent',
  ]
    .join(' ')
    .split(' '),
);

const DEGREE_WORDS: ReadonlySet<string> = new Set([...INTENSIFIERS, ...EXTREME, ...VANISHING, ...MODERATORS]);

/** Changes the strength of what it stands before: "very", "extremely", "vanishingly", "fairly". */
export function isDegreeWord(word: string): boolean {
  return DEGREE_WORDS.has(word);
}

/** Forms of "be" and verbs like it: a word of likelihood after them is said of the subject. */
export const COPULAS: ReadonlySet<string> = new Set(
  'is are be was were been being s re am look looks looked looking seem seems seemed appear appears appeared remain remains remained feel feels felt sound sounds become becomes became becoming stay stays stand stands'.split(
    ' ',
  ),
);

/** Articles and possessives: a verb is no verb after them. */
export const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an its his her their our my your this these those latest official new each every no any some s'.split(
    ' ',
  ),
);
