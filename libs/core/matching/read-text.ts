import { actionFamily, actionPhraseAt } from './action-families.js';
import { countryAt, countryOfLeaderAt, type CountryPhrase } from './countries.js';
import { isNumberWord, quantityAt, type Quantity, thresholdOf } from './quantities.js';
import { RoleReader, type Role } from './roles.js';
import { stem } from './stem.js';
import { canonicalStem, expandShortForm } from './synonyms.js';
import { readTokens, type Token } from './tokens.js';
import { MONTH_WORDS, NEGATIONS, SETTLING_WORDS, STOP_WORDS } from './word-lists.js';

/** People, bodies, places named by capitals: the terms they are made of and how to print them. */
export interface NameGroup {
  readonly terms: readonly string[];
  readonly label: string;
}

/**
 * What matching sees of a text. A term is a stem, or "@ru" (country), "!recognise" (action family), "#1500000", "#5%"
 * or "#1200000000$" (number). Dates are no terms: they are compared as dates.
 */
export interface TextReading {
  /** Term -> how often. */
  readonly terms: ReadonlyMap<string, number>;
  /** Neighbouring terms, "a b". */
  readonly pairs: ReadonlySet<string>;
  readonly names: readonly NameGroup[];
  /** Countries meant by their capital, seat of government or leader ("Moscow", "Putin"). */
  readonly seats: ReadonlySet<string>;
  /** Term of a capital or seat -> the country it may stand for. */
  readonly seatOf: ReadonlyMap<string, string>;
  /** Term -> the words as written; of a country, its name. */
  readonly labels: ReadonlyMap<string, string>;
  /** Action families that stand behind a "not", "never", "refuses to". */
  readonly negated: ReadonlySet<string>;
  /** Number term -> the number. */
  readonly quantities: ReadonlyMap<string, Quantity>;
  /** Who does what to whom, as far as the order of words tells. */
  readonly roles: readonly Role[];
}

/** Bare numbers up to this are everywhere ("two people"), and say nothing. */
const FEW = 12;
/** Words a negation reaches ahead: "will not formally recognise". */
const NEGATION_REACH = 4;

/** Gathers a reading while the tokens go by. */
class Reader {
  readonly terms = new Map<string, number>();
  readonly pairs = new Set<string>();
  readonly names: NameGroup[] = [];
  readonly seats = new Set<string>();
  readonly labels = new Map<string, string>();
  readonly negated = new Set<string>();
  readonly seatOf = new Map<string, string>();
  readonly quantities = new Map<string, Quantity>();
  private readonly roleReader = new RoleReader();
  private previous: string | null = null;
  private openName: { terms: string[]; words: string[] } | null = null;
  private negationLeft = 0;

  get roles(): readonly Role[] {
    return this.roleReader.roles;
  }

  openSentence(): void {
    this.previous = null;
    this.roleReader.openSentence();
    this.negationLeft = 0;
    this.closeName();
  }

  negate(): void {
    this.negationLeft = NEGATION_REACH;
  }

  skip(folded: string): void {
    this.negationLeft -= 1;
    this.roleReader.skip(folded);
  }

  add(term: string, label: string): void {
    this.terms.set(term, (this.terms.get(term) ?? 0) + 1);
    if (!this.labels.has(term)) this.labels.set(term, label);
    if (this.previous !== null && this.previous !== term) this.pairs.add(`${this.previous} ${term}`);
    this.previous = term;
    if (term.startsWith('!')) {
      if (this.negationLeft > 0) this.negated.add(term);
      this.roleReader.addAction(term);
    } else if (term.startsWith('@')) this.roleReader.addActor(term);
    this.negationLeft -= 1;
  }

  /** A capital is a place of its own, and may stand for its government. */
  addSeat(country: string, term: string, label: string): void {
    this.seats.add(country);
    this.seatOf.set(term, country);
    this.names.push({ terms: [term], label });
    this.roleReader.addActor(country);
    this.add(term, label);
  }

  addQuantity(quantity: Quantity, label: string): void {
    const term = `#${String(quantity.value)}${quantity.unit}`;
    this.quantities.set(term, quantity);
    this.add(term, label);
  }

  addToName(term: string, token: Token): void {
    if (!token.touchesPrevious) this.closeName();
    this.openName ??= { terms: [], words: [] };
    this.openName.terms.push(term);
    if (this.openName.words.at(-1) !== token.raw) this.openName.words.push(token.raw);
    this.roleReader.addActor(term);
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
  const isAllCapitals = isTitleCase && mostlyAcronyms(tokens);
  const hasCapitals = tokens.some((token) => token.isCapitalised);
  const reader = new Reader();
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.opensSentence) reader.openSentence();
    i +=
      readAt(reader, { tokens, folded, at: i, token, isCriteria, isTitleCase, isAllCapitals, hasCapitals }) -
      1;
  }
  reader.openSentence();
  return reader;
}

interface Position {
  readonly tokens: readonly Token[];
  readonly folded: readonly string[];
  readonly at: number;
  readonly token: Token;
  readonly isCriteria: boolean;
  readonly isTitleCase: boolean;
  readonly isAllCapitals: boolean;
  readonly hasCapitals: boolean;
}

/** Reads what stands at a position; returns how many tokens it took. */
function readAt(reader: Reader, position: Position): number {
  const { token, folded, at } = position;
  const country = countryAt(folded, at);
  if (country !== null && !isOtherwise(country, position)) return readCountry(reader, position, country);
  if (isNumberWord(token.folded)) return readNumber(reader, position);
  const phrase = actionPhraseAt(folded, at);
  if (phrase !== null) {
    reader.closeName();
    reader.add(`!${phrase.label}`, phrase.words.join(' '));
    return phrase.words.length;
  }
  if (NEGATIONS.has(token.folded) || /n['’]t$/u.test(token.folded)) reader.negate();
  if (isLeftOut(position)) {
    reader.skip(token.folded);
    reader.closeName();
    return 1;
  }
  readWord(reader, position);
  return 1;
}

function readWord(reader: Reader, position: Position): void {
  const { token, folded, at, isAllCapitals } = position;
  const isPartOfName = isName(position);
  const words = (isAllCapitals ? null : expandShortForm(token.raw)) ?? [token.folded];
  if (!isPartOfName) reader.closeName();
  if (token.isCapitalised) {
    const led = countryOfLeaderAt(folded, at);
    if (led !== null) reader.seats.add(`@${led}`);
  }
  for (const word of words) {
    const stemmed = stem(word);
    const family = isPartOfName && !token.opensSentence ? null : actionFamily(stemmed);
    const term = family === null ? (isPartOfName ? stemmed : canonicalStem(stemmed)) : `!${family}`;
    if (isPartOfName) reader.addToName(term, token);
    reader.add(term, token.raw);
  }
}

function isLeftOut({ token, folded, at, isCriteria }: Position): boolean {
  return (
    (STOP_WORDS.has(token.folded) && token.raw !== 'WHO') ||
    MONTH_WORDS.has(token.folded) ||
    (token.raw === 'March' && !token.opensSentence) ||
    (isCriteria && SETTLING_WORDS.has(token.folded)) ||
    token.folded.length < 2 ||
    (token.folded === 'end' && folded[at - 1] === 'the' && folded[at + 1] === 'of')
  );
}

/** "turkey" and "jordan" are countries where they are written as names, "us" and "un" where in capitals. */
function isOtherwise({ words }: CountryPhrase, { token, hasCapitals }: Position): boolean {
  if (words.length > 1) return false;
  if (token.folded.length <= 3) return !token.isAcronym;
  return !token.isCapitalised && hasCapitals;
}

function readCountry(reader: Reader, { tokens, at }: Position, country: CountryPhrase): number {
  reader.closeName();
  const term = `@${country.code}`;
  if (country.isSeat) {
    const words = tokens.slice(at, at + country.words.length).map((t) => t.raw);
    reader.addSeat(term, stem(country.words.join('')), words.join(' '));
  } else reader.add(term, country.country);
  return country.words.length;
}

function isName({ token, tokens, at, isTitleCase, isAllCapitals }: Position): boolean {
  if (token.isAcronym && !isAllCapitals) return true;
  if (!token.isCapitalised || isTitleCase) return false;
  if (!token.opensSentence) return true;
  const next = tokens[at + 1];
  return next !== undefined && next.isCapitalised && next.touchesPrevious && !STOP_WORDS.has(next.folded);
}

const isMonth = (word: string): boolean => MONTH_WORDS.has(word) || word === 'march' || word === 'may';

/** Years and days of a month are dates, not numbers. */
function readNumber(reader: Reader, { token, tokens, folded, at }: Position): number {
  const next = folded[at + 1] ?? '';
  const isDay = isMonth(folded[at - 1] ?? '') || isMonth(next);
  const isYear = /^(?:19|20)\d\d$/u.test(token.raw) && !token.isMoney;
  const quantity = isDay || isYear ? null : quantityAt(folded, at, token.isMoney);
  if (quantity === null || (quantity.unit === '' && quantity.value <= FEW)) return quantity?.length ?? 1;
  const words = tokens.slice(at, at + quantity.length).map((t) => t.raw);
  const passedBy = thresholdOf(folded.slice(Math.max(0, at - 3), at));
  const whole = passedBy === null ? quantity : { ...quantity, passedBy };
  reader.addQuantity(whole, quantity.unit === '%' ? `${String(quantity.value)}%` : words.join(' '));
  return quantity.length;
}

/** A headline in title case shows no names by its capitals. */
function mostlyCapitalised(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => /^\p{L}/u.test(token.raw) && !STOP_WORDS.has(token.folded));
  return words.length > 3 && words.filter((token) => token.isCapitalised).length > 0.8 * words.length;
}

/** "IRAN SIGNS DEAL": capitals say nothing at all. */
function mostlyAcronyms(tokens: readonly Token[]): boolean {
  return tokens.filter((token) => token.isAcronym).length > 0.6 * tokens.length;
}
