/** Where a condition without a finite verb stands in the words of a clause. */
export interface ConditionPhrase {
  readonly at: number;
  readonly words: string;
}

/** "without reform", "barring a miracle", "in the event of a tie", "at current rates". */
const PHRASE =
  /(?:^|[\s(,;\u2014"\u201c\u2018-])((?:without|absent|barring|failing|short of|but for) (?:a|an|any|the|some|that|such|further|more|new|\p{L}+ )?[^,;.:]{2,60}|(?:in|except in) the (?:absence|event) of [^,;.:]{2,60}|in (?:that|this|such a|which|either) (?:case|event|scenario)|failing that|otherwise|given (?:another|enough|more|sufficient|time|half) ?[^,;.:]{0,40}|(?:on (?:the )?condition|on the assumption) that [^,;.:]{2,80}|provid(?:ed|ing) (?:that )?[^,;.:]{2,80}|(?:at|on|under) (?:current|present|existing|unchanged|this|today['\u2019]s) (?:rates?|pace|levels?|prices|trends?|form|plans|polic(?:y|ies)|speed))/iu;
/** "at ten euros a head the toll would": a price that is supposed. */
const PRICE =
  /(?:^|[\s(,;\u2014"\u201c\u2018-])((?:at|with oil at|with gas at) (?:about |around )?(?:[$\u20ac\u00a3]\s?\d[\d.,]*|[\p{L}\d.,-]+ (?:dollars|euros|pounds|cents|francs|yen))(?: (?:a|an|per|the) \p{L}+)?)/iu;
/** Holds wherever it stands; the others only of what would, could or will happen. */
const ALWAYS = /^(?:in (?:that|this|such a|which|either) (?:case|event|scenario)|failing that|provid|on )/iu;
/** What a thing cannot do without, rather than how it is done. */
const NEEDED =
  /\b(?:aid|help|support|funding|funds|money|cash|reforms?|investment|intervention|action|rain|agreement|deal|changes?|subsid(?:y|ies)|bail-?outs?|backing|consent|approval|guarantees?|credit|loans?|rescue|supplies|ceasefire|truce|permits?|being \p{L}+ed|being found|being \p{L}+en)\b/iu;
const IDIOM =
  /^without (?:a |any |the )?(?:fight|fuss|struggle|protest|doubt|question|delay|fail|end|exception|warning|notice|incident)\b/iu;

/**
 * The condition that a clause carries without a verb of its own, or null. "Without" after a plain "will" says how rather
 * than on which condition, unless the clause is denied ("will not pass without") or names what is needed.
 *
 * @param words the clause
 * @param modal its modal; null where the verb has none
 * @param isDenied the clause is negative
 */
export function conditionPhrase(
  words: string,
  modal: string | null,
  isDenied: boolean,
): ConditionPhrase | null {
  const found = PHRASE.exec(words) ?? (modal === 'would' ? PRICE.exec(words) : null);
  const said = found?.[1];
  if (found === null || said === undefined) return null;
  if (ALWAYS.test(said)) return phraseAt(found.index, said);
  if (modal === null || !/^(?:would|could|might|may|will)$/u.test(modal)) return null;
  if (/^(?:without|absent|short)/iu.test(said) && !words.startsWith(said)) {
    if (IDIOM.test(said) || /^without \p{L}{2,}ing\b/iu.test(said)) return null;
    const isInner = /\b(?:that|which|who)\b/u.test(words.slice(0, found.index));
    if (modal === 'will' && !(isDenied && !isInner) && !NEEDED.test(said)) return null;
  }
  return phraseAt(found.index, said);
}

const phraseAt = (at: number, said: string): ConditionPhrase => ({ at, words: said.trim() });
