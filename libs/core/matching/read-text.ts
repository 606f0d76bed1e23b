import { actionFamily } from './action-families.js';
import { countryAt } from './countries.js';
import { stem } from './stem.js';
import { readTokens, type Token } from './tokens.js';
import { MONTH_WORDS, NEGATIONS, SETTLING_WORDS, STOP_WORDS } from './word-lists.js';

/** People, bodies, places named by capitals: the terms they are made of and how to print them. */
export interface NameGroup {
  readonly terms: readonly string[];
  readonly label: string;
}

/**
 * What matching sees of a text. A term is a stem, or "@ru" (country), "!recognise" (action family), "#1500000" or
 * "#5%" (number). Dates are no terms: they are compared as dates.
 */
export interface TextReading {
  /** Term -> how often. */
  readonly terms: ReadonlyMap<string, number>;
  /** Neighbouring terms, "a b". */
  readonly pairs: ReadonlySet<string>;
  readonly names: readonly NameGroup[];
  /** Countries meant by their capital or seat of government ("Moscow"). */
  readonly seats: ReadonlySet<string>;
  /** Term -> the words as written; of a country, its name. */
  readonly labels: ReadonlyMap<string, string>;
  /** Action families that stand behind a "not", "never", "refuses to". */
  readonly negated: ReadonlySet<string>;
}

/** Words a negation reaches ahead: "will not formally recognise". */
const NEGATION_REACH = 4;
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** Gathers a reading while the tokens go by. */
class Reader {
  readonly terms = new Map<string, number>();
  readonly pairs = new Set<string>();
  readonly names: NameGroup[] = [];
  readonly seats = new Set<string>();
  readonly labels = new Map<string, string>();
  readonly negated = new Set<string>();
  private previous: string | null = null;
  private openName: { terms: string[]; words: string[] } | null = null;
  private negationLeft = 0;

  openSentence(): void {
    this.previous = null;
    this.negationLeft = 0;
    this.closeName();
  }

  negate(): void {
    this.negationLeft = NEGATION_REACH;
  }

  skip(): void {
    this.negationLeft -= 1;
  }

  add(term: string, label: string): void {
    this.terms.set(term, (this.terms.get(term) ?? 0) + 1);
    if (!this.labels.has(term)) this.labels.set(term, label);
    if (this.previous !== null && this.previous !== term) this.pairs.add(`${this.previous} ${term}`);
    this.previous = term;
    if (term.startsWith('!') && this.negationLeft > 0) this.negated.add(term);
    this.negationLeft -= 1;
  }

  /** A capital is a place of its own, and may stand for its government. */
  addSeat(country: string, term: string, label: string): void {
    this.seats.add(country);
    this.names.push({ terms: [term], label });
    this.add(term, label);
  }

  addToName(term: string, token: Token): void {
    if (!token.touchesPrevious) this.closeName();
    this.openName ??= { terms: [], words: [] };
    this.openName.terms.push(term);
    this.openName.words.push(token.raw);
  }

  closeName(): void {
    if (this.openName !== null) {
      this.names.push({ terms: this.openName.terms, label: this.openName.words.join(' ') });
    }
    this.openName = null;
  }
}

/**
 * Reads a text into terms, word pairs, names, countries, actions and numbers. Pure; never throws; linear.
 *
 * @param longest characters read at most
 * @param isCriteria leaves out the words that say how a question is settled, and bracketed lists of examples
 * @example [...readText('Russia will recognise Donetsk', 100).terms.keys()] // ['@ru', '!recognise', 'donetsk']
 */
export function readText(text: string, longest: number, isCriteria = false): TextReading {
  const source = isCriteria
    ? text.slice(0, longest).replace(/\((?:such as|e\.g\.|including)[^()]*\)/giu, ' ')
    : text;
  const tokens = readTokens(source, longest);
  const folded = tokens.map((token) => token.folded);
  const isTitleCase = mostlyCapitalised(tokens);
  const reader = new Reader();
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.opensSentence) reader.openSentence();
    i += readAt(reader, { tokens, folded, at: i, token, isCriteria, isTitleCase }) - 1;
  }
  reader.closeName();
  return reader;
}

interface Position {
  readonly tokens: readonly Token[];
  readonly folded: readonly string[];
  readonly at: number;
  readonly token: Token;
  readonly isCriteria: boolean;
  readonly isTitleCase: boolean;
}

/** Reads what stands at a position; returns how many tokens it took. */
function readAt(reader: Reader, position: Position): number {
  const { token, tokens, folded, at } = position;
  const country = token.folded === 'us' && token.raw !== 'US' ? null : countryAt(folded, at);
  if (country !== null) {
    reader.closeName();
    if (country.isSeat) {
      const label = tokens
        .slice(at, at + country.words.length)
        .map((t) => t.raw)
        .join(' ');
      reader.addSeat(`@${country.code}`, stem(country.words.join('')), label);
    } else reader.add(`@${country.code}`, country.country);
    return country.words.length;
  }
  if (/^\p{N}/u.test(token.raw)) return readNumber(reader, position);
  if (NEGATIONS.has(token.folded) || /n['’]t$/u.test(token.folded)) reader.negate();
  const isLeftOut =
    (STOP_WORDS.has(token.folded) && token.raw !== 'WHO') ||
    MONTH_WORDS.has(token.folded) ||
    (token.raw === 'March' && !token.opensSentence) ||
    (position.isCriteria && SETTLING_WORDS.has(token.folded)) ||
    token.folded.length < 2;
  if (isLeftOut) {
    reader.skip();
    reader.closeName();
    return 1;
  }
  const stemmed = stem(token.folded);
  const family = actionFamily(stemmed);
  const term = family === null ? stemmed : `!${family}`;
  if (isName(position)) reader.addToName(term, token);
  else reader.closeName();
  reader.add(term, token.raw);
  return 1;
}

function isName({ token, tokens, at, isTitleCase }: Position): boolean {
  if (token.isAcronym) return true;
  if (!token.isCapitalised || isTitleCase) return false;
  if (!token.opensSentence) return true;
  const next = tokens[at + 1];
  return next !== undefined && next.isCapitalised && next.touchesPrevious && !STOP_WORDS.has(next.folded);
}

const isMonth = (word: string): boolean => MONTH_WORDS.has(word) || word === 'march' || word === 'may';

/** "233,000", "1.5 million", "5 per cent"; years and days of a month are dates, not numbers. */
function readNumber(reader: Reader, { token, folded, at }: Position): number {
  const next = folded[at + 1] ?? '';
  const isDay = isMonth(folded[at - 1] ?? '') || isMonth(next);
  const value = Number(token.raw.replace('%', '').replaceAll(',', ''));
  const isYear = /^(?:19|20)\d\d$/u.test(token.raw);
  if (isDay || isYear || !Number.isFinite(value)) return 1;
  const scale = Object.hasOwn(SCALES, next) ? (SCALES[next] ?? 1) : 1;
  if (scale !== 1) {
    reader.add(`#${String(value * scale)}`, `${token.raw} ${next}`);
    return 2;
  }
  const perWords = next === 'percent' ? 2 : next === 'per' && folded[at + 2] === 'cent' ? 3 : 1;
  const isPercent = token.raw.endsWith('%') || perWords > 1;
  reader.add(`#${String(value)}${isPercent ? '%' : ''}`, isPercent ? `${String(value)}%` : token.raw);
  return perWords;
}

/** A headline in title case shows no names by its capitals. */
function mostlyCapitalised(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => /^\p{L}/u.test(token.raw) && !STOP_WORDS.has(token.folded));
  return words.length > 3 && words.filter((token) => token.isCapitalised).length > 0.8 * words.length;
}
