import { COPULAS, EXTREME, INTENSIFIERS, isDegreeWord, MODERATORS, VANISHING } from './degree-words.js';
import type { Reading } from './likelihood-bands.js';
import { plainHit } from './likelihood-hit.js';
import type { Hit } from './likelihood-hit.js';
import type { Word } from './likelihood-words.js';
import { negatorBefore } from './negation.js';

type Kind = 'chance' | 'possibility' | 'risk' | 'hope';
type Size =
  | 'none'
  | 'tiny'
  | 'least'
  | 'small'
  | 'modest'
  | 'middling'
  | 'some'
  | 'realistic'
  | 'good'
  | 'strong'
  | 'great'
  | 'compared';

/** What is said to be good, slim or even. Risks are named without leaning to a side: "a serious risk" is a possibility. */
const NOUNS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...list('chance', 'chance chances odds probability probabilities likelihood prospect prospects'),
  ...list('possibility', 'possibility possibilities'),
  ...list('risk', 'risk risks danger threat'),
  ...list('hope', 'hope hopes'),
]);

const SIZES: ReadonlyMap<string, Size> = new Map<string, Size>([
  ...list('none', 'zero nil nonexistent none nothing'),
  ...list('tiny', 'remote negligible infinitesimal minuscule microscopic vanishing tiny minute trivial'),
  ...list('least', 'slightest faintest remotest smallest least foggiest'),
  ...list(
    'small',
    'slim slight small low little poor faint thin long scant slender marginal minimal bleak dim',
  ),
  ...list('small', 'outside off bare minor meagre meager pitiful unpromising short insignificant'),
  ...list('modest', 'modest limited lowish smallish'),
  ...list('middling', 'even equal level moderate medium'),
  ...list(
    'some',
    'some distinct real serious genuine credible plausible tangible live clear fighting sporting definite',
  ),
  ...list(
    'some',
    'possible theoretical outright actual significant substantial considerable appreciable nonzero grave',
  ),
  ...list('realistic', 'realistic'),
  ...list(
    'good',
    'good decent fair reasonable solid sizeable sizable healthy favorable promising respectable bright',
  ),
  ['strong', 'strong'],
  ...list('great', 'great excellent high overwhelming every superb terrific outstanding'),
  ...list(
    'compared',
    'better higher greater lower smaller worse bigger growing rising increasing falling slimmer elevated heightened',
  ),
]);

function list<T extends Kind | Size>(value: T, words: string): [string, T][] {
  return words.split(' ').map((word) => [word, value]);
}

const ARTICLES: ReadonlySet<string> = new Set(
  'a an the any its his her their our of that at all really quite just only still too terribly particularly such earthly'.split(
    ' ',
  ),
);
const HARDLY: ReadonlySet<string> = new Set(['hardly', 'scarcely', 'barely', 'much']);
const TOWARDS: ReadonlySet<string> = new Set(
  'close next near almost virtually practically effectively to now about as good'.split(' '),
);
const OPENS_CLAUSE: ReadonlySet<string> = new Set('that it he she they we the a there'.split(' '));
const ARTICLE: ReadonlySet<string> = new Set(['a', 'an', 'any']);
const NAMES_WHAT: ReadonlySet<string> = new Set('that of it he she they we for is but this there'.split(' '));
const BACK = 6;
const AHEAD = 14;

interface Described {
  readonly from: number;
  readonly size: Size | null;
  readonly degrees: ReadonlySet<string>;
  readonly hasNo: boolean;
}

/** "A very good chance", "no prospect", "little hope", "the odds of a deal are slim", "there is a risk". */
export function chanceHits(words: readonly Word[]): Hit[] {
  const hits: Hit[] = [];
  words.forEach(({ word }, at) => {
    const kind = NOUNS.get(word);
    // "A high-risk plan" names no chance of anything.
    if (kind === undefined || (kind === 'risk' && words[at]?.gap === 'hyphen')) return;
    const hit = before(words, at, kind) ?? after(words, at, kind) ?? bare(words, at, kind);
    if (hit !== null)
      hits.push(
        plainHit({ from: hit.from, to: hit.to, reading: hit.reading, denied: null, isWeak: hit.isWeak }),
      );
  });
  return hits;
}

function before(words: readonly Word[], at: number, kind: Kind): Hit | null {
  const noun = describe(words, at);
  const negator = noun.hasNo ? null : negatorBefore(words, noun.from);
  const from = negator?.from ?? noun.from;
  const to = at + 1;
  if (noun.hasNo) return { from, to, reading: denyNoun(noun.size, noun.degrees) };
  if (negator === null || negator.isConcession || negator.isFocus) {
    const reading =
      noun.size === null ? null : sizeNoun(noun.size, noun.degrees, kind, words[at]?.word ?? '');
    return reading === null ? null : { from, to, reading };
  }
  const between = new Set(words.slice(from, at).map(({ word }) => word));
  // "Does not risk", "do not hope": no noun of chance without an article or a size.
  if (noun.size === null && !['a', 'an', 'any', 'the', 'much'].some((word) => between.has(word))) return null;
  return { from, to, reading: denyNoun(noun.size, between) };
}

/** What stands directly before the noun: sizes, degrees, articles. */
function describe(words: readonly Word[], at: number): Described {
  const degrees = new Set<string>();
  let size: Size | null = null;
  let from = at;
  for (let i = at - 1; i >= 0 && i >= at - BACK; i -= 1) {
    const gap = words[i + 1]?.gap;
    const word = words[i]?.word ?? '';
    if (gap === 'stop' || gap === 'comma') break;
    if (word === 'no') return { from: nearlyNo(words, i), size, degrees, hasNo: true };
    // "A non-negligible chance".
    if (word === 'non' && size !== null) size = 'some';
    const own = word === 'non' ? 'some' : SIZES.get(word);
    if (own !== undefined && (size === null || own === 'none')) size = own;
    else if (isDegreeWord(word)) degrees.add(word);
    else if (own === undefined && !ARTICLES.has(word)) break;
    from = i;
  }
  return { from, size, degrees, hasNo: false };
}

/** "Almost no", "next to no", "virtually no" begin before the "no". */
function nearlyNo(words: readonly Word[], at: number): number {
  const before = words[at - 1]?.word ?? '';
  if (before === 'to' && words[at - 2]?.word === 'next') return at - 2;
  return TOWARDS.has(before) && before !== 'to' && before !== 'as' ? at - 1 : at;
}

function denyNoun(size: Size | null, degrees: ReadonlySet<string>): Reading {
  switch (size) {
    case 'good':
    case 'strong':
    case 'great':
    case 'middling':
      return 'unlikely';
    case 'some':
    case 'realistic':
      return 'veryUnlikely';
    case 'none':
    case 'tiny':
    case 'small':
    case 'modest':
      return 'possible';
    case 'compared':
      return 'rank';
    default:
      return [...HARDLY].some((word) => degrees.has(word)) ? 'veryUnlikely' : 'almostNoChance';
  }
}

function sizeNoun(size: Size, degrees: ReadonlySet<string>, kind: Kind, noun: string): Reading | null {
  const has = (set: ReadonlySet<string>): boolean => [...degrees].some((word) => set.has(word));
  switch (size) {
    case 'none':
    case 'tiny':
      return 'almostNoChance';
    case 'small':
      if (has(VANISHING)) return 'almostNoChance';
      if (has(MODERATORS)) return 'unlikely';
      return has(EXTREME) || has(INTENSIFIERS) ? 'extremelyUnlikely' : 'veryUnlikely';
    case 'modest':
      return 'unlikely';
    case 'middling':
      if (kind === 'risk') return 'possible';
      return kind === 'hope' ? null : 'even';
    case 'some':
      return 'possible';
    case 'realistic':
      return noun === 'possibility' ? 'realistic' : 'possible';
    case 'good':
    case 'strong':
    case 'great':
      return kind === 'hope'
        ? null
        : leaning(noun, size, has(INTENSIFIERS) || has(EXTREME), has(MODERATORS), kind);
    default:
      return null;
  }
}

function leaning(
  noun: string,
  said: 'good' | 'great' | 'strong',
  isIntense: boolean,
  isModerate: boolean,
  kind: Kind,
): Reading {
  const isSure = said === 'strong' && (noun === 'likelihood' || noun === 'probability');
  const size = said === 'great' || isSure ? 'great' : 'good';
  if (kind === 'risk') return size === 'good' ? 'possible' : isIntense ? 'veryLikely' : 'likely';
  if (size === 'good') return isIntense ? 'veryLikely' : 'likely';
  return isModerate ? 'likely' : 'veryLikely';
}

/** "The chances of a deal are slim": the size stands after a form of "be" in the same sentence. */
function after(words: readonly Word[], at: number, kind: Kind): Hit | null {
  if (kind === 'hope') return null;
  const next = words[at + 1]?.word ?? '';
  let found: Hit | null = null;
  for (let i = at + 1; i < words.length && i <= at + AHEAD; i += 1) {
    if (words[i]?.gap === 'stop') break;
    if (!COPULAS.has(words[i]?.word ?? '')) continue;
    // "Chances are that support is low" says nothing low of the chances.
    if (i === at + 1 && OPENS_CLAUSE.has(words[i + 1]?.word ?? '')) return null;
    const hit = sizeAfter(words, at, i, kind);
    if (hit === null) continue;
    found = hit;
    // In "the probability that the offer is good is low" the last one counts.
    if (next !== 'that') break;
  }
  return found;
}

const BETWEEN: ReadonlySet<string> = new Set(['not', 'far', 'from', ...ARTICLES, ...TOWARDS]);
const AFTER_ADVERB_EVEN: ReadonlySet<string> = new Set(
  'more less if though better worse lower higher greater smaller'.split(' '),
);

function sizeAfter(words: readonly Word[], at: number, copula: number, kind: Kind): Hit | null {
  const degrees = new Set<string>();
  for (let i = copula + 1; i < words.length && i <= copula + 5; i += 1) {
    const word = words[i];
    if (word === undefined || word.gap === 'stop') return null;
    const size = sizeOf(words, i);
    if (size !== null) {
      const reading = readAfter(words, { at, copula, place: i, size, degrees, kind });
      return reading === null ? null : { from: at, to: i + 1, reading };
    }
    if (isDegreeWord(word.word)) degrees.add(word.word);
    else if (!BETWEEN.has(word.word)) return null;
  }
  return null;
}

/** Null also for "better than even", which the lexicon has, and for "even" as an adverb. */
function sizeOf(words: readonly Word[], at: number): Size | null {
  const word = words[at]?.word ?? '';
  const size = SIZES.get(word);
  if (size === undefined || size === 'least') return null;
  if (size === 'compared' && words[at + 2]?.word === 'even') return null;
  return word === 'even' && AFTER_ADVERB_EVEN.has(words[at + 1]?.word ?? '') ? null : size;
}

interface SizedAfter {
  readonly at: number;
  readonly copula: number;
  readonly place: number;
  readonly size: Size;
  readonly degrees: ReadonlySet<string>;
  readonly kind: Kind;
}

function readAfter(words: readonly Word[], said: SizedAfter): Reading | null {
  const { at, copula, place, size, degrees, kind } = said;
  if (size === 'compared') return kind === 'risk' ? 'possible' : 'rank';
  const negator = negatorBefore(words, place);
  // The denial belongs to this verb: "are not good", not "no deal is good".
  const isDenied = negator !== null && negator.from >= copula - 1;
  return isDenied ? denyNoun(size, degrees) : sizeNoun(size, degrees, kind, words[at]?.word ?? '');
}

/** "There is a chance", "a risk that": a possibility, and nothing said of its size. */
function bare(words: readonly Word[], at: number, kind: Kind): Hit | null {
  const noun = words[at]?.word ?? '';
  if (kind === 'hope' || noun.endsWith('s') || noun === 'probability' || noun === 'likelihood') return null;
  const hasArticle = ARTICLE.has(words[at - 1]?.word ?? '');
  const isThere = hasArticle && COPULAS.has(words[at - 2]?.word ?? '') && words[at - 3]?.word === 'there';
  const next = words[at + 1];
  const isClause = next !== undefined && next.gap === 'none' && NAMES_WHAT.has(next.word);
  const isLast = next === undefined || next.gap !== 'none';
  const isAlone = words.length === 1 && kind === 'possibility';
  // "It poses a risk" names a harm, "a possibility" a likelihood.
  const isSaid = isThere || (hasArticle && (isClause || (isLast && kind !== 'risk')));
  if (!isSaid && !isAlone) return null;
  const isWeak = kind === 'risk' && !isThere && next?.word === 'of';
  return { from: hasArticle ? at - 1 : at, to: at + 1, reading: 'possible', ...(isWeak ? { isWeak } : {}) };
}
