import { wordSet } from './word-set.js';
import type { Attribution } from './attribution.js';
import type { Structure } from './document-structure.js';
import type { Token } from './nlp.js';
import type { ProperNames } from './proper-names.js';
import { looksLikePerson, withoutTitles } from './who-speaks.js';

/** A body an office holder speaks for. */
export interface SpokenForBody {
  readonly name: string;
  /** The noun it goes by in the text ("Bank", "Committee"); null where it has none. */
  readonly noun: string | null;
}

/** For whom a text speaks beside its author. */
export interface TextVoice {
  /** The body whose "we" an office holder uses, in a speech or a statement. */
  readonly body: SpokenForBody | null;
  /** The one body or model whose announcement a news report retells. */
  readonly retold: string | null;
}

const OFFICE =
  /\b(?:governor|chair(?:man|woman)?|president|minister|secretary|commissioner|director|chief|ceo|executive|chancellor|mayor|commander|spokes\p{L}+|head)\b/iu;
const SPOKEN =
  /\b(?:speech|remarks|statement|address|testimony|press conference|briefing|lecture|prepared|hearing|earnings call)\b/iu;
const OFFICIAL =
  /\b(?:bank|reserve|ministry|minister|department|government|commission|committee|council|treasury|authority|agency|parliament|senate|office|administration|board|monetary|exchequer|inc|plc|corp|corporation|company|holdings|group|investor relations|ltd)\b/iu;
const PRESS =
  /\b(?:journal|times|review|news|post|magazine|blog|letter|gazette|herald|tribune|daily|weekly|press|medium|substack|digest|observer|guardian|institute|centre|center|university|research|foundation|think ?tank|ledger|quarterly|mail|radio|television|podcast|newsletter|wire)\b/iu;

/** Finds the body an office holder speaks for: author a person, outlet a body that is neither press nor academy, a spoken genre or an office. */
export function bodySpokenFor(text: string, structure: Structure, names: ProperNames): SpokenForBody | null {
  const { author, outlet, title } = structure;
  if (author === null || outlet === null) return null;
  const [person = '', ...rest] = author.split(',');
  if (!looksLikePerson(withoutTitles(person.trim().split(/\s+/u)), false)) return null;
  const affiliation = outlet.replace(/ ?\([^()]*\)/gu, '').trim();
  if (!OFFICIAL.test(affiliation) || PRESS.test(affiliation)) return null;
  if (!SPOKEN.test(outlet) && !SPOKEN.test(title ?? '') && !OFFICE.test(rest.join(','))) return null;
  return (
    bodyInText(text, names) ?? {
      name: affiliation.replace(/ investor relations$/iu, ''),
      noun: shortNoun(affiliation),
    }
  );
}

const SHORT =
  /\bthe (Committee|Board|Council|Bank|Commission|Ministry|Government|Department|Treasury|Authority|Agency|Company|Group|Fund|Union)\b(?! of\b)/gu;
const ACTS =
  /^ (?:will|expects?|intends?|plans?|judges?|seeks?|decided|has|is|continues|stands|aims|anticipates|would|raised|lowered|remains)\b/u;

/** The body named in full that the text calls "the Committee" where it says what it does. */
function bodyInText(text: string, names: ProperNames): SpokenForBody | null {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(SHORT)) {
    const noun = match[1] ?? '';
    const acts = ACTS.test(text.slice(match.index + match[0].length, match.index + match[0].length + 14));
    if (acts) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  const [noun] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (noun === undefined) return null;
  const full =
    [...names.acronyms.values()].find((name) => name.split(/[ (]/u).includes(noun)) ??
    names.bodies.find((name) => name.split(' ').includes(noun));
  return full === undefined ? null : { name: full, noun };
}

function shortNoun(affiliation: string): string | null {
  return (
    /\b(Bank|Committee|Board|Council|Commission|Ministry|Government|Department|Treasury|Authority|Agency|Company|Group|Fund)\b/u.exec(
      affiliation,
    )?.[1] ?? null
  );
}

const COMMITTING = wordSet(
  "will 'll shall intend plan aim expect anticipate project forecast stand commit propose",
);
/** What "we will" do without willing it: the author's own view. */
const UNWILLED = /^(?:see|find|know|learn|have|need|face|experience|be|return|look back|remember|hear)$/u;

/** Whether "we will", "the Bank will", "we expect to" commit the body, rather than give the author's view of the world. */
export function speaksForBody(
  tokens: readonly Token[],
  anchor: number,
  report: Attribution | null,
  body: SpokenForBody,
): boolean {
  const verb = report === null ? anchor : report.verbIndex;
  if (hasBodySubject(tokens, anchor, body) || (report !== null && hasBodySubject(tokens, verb, body))) {
    const token = tokens[verb];
    const word = token?.lower ?? '';
    const isCommitting =
      COMMITTING.has(word) ||
      COMMITTING.has(token?.lemma ?? '') ||
      /^(?:say|announce|decide)$/u.test(token?.lemma ?? '');
    if (!isCommitting || hasPossibility(tokens, verb)) return false;
    return !(
      isModal(word) &&
      UNWILLED.test(verbAfter(tokens, verb)?.lemma ?? '') &&
      !(verbAfter(tokens, verb + 1)?.lower ?? '').endsWith('ing')
    );
  }
  return false;
}

/** "we will", "the Bank will", "nor will the Bank", "what we will not do". */
function hasBodySubject(tokens: readonly Token[], verb: number, body: SpokenForBody): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - 4); i -= 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (
      token.lower === 'we' ||
      (body.noun !== null && token.text === body.noun && tokens[i - 1]?.lower === 'the')
    )
      return true;
    if (token.pos !== 'AUX' && token.pos !== 'ADV' && token.pos !== 'PART') break;
  }
  const next = tokens[verb + 1];
  return (
    next?.lower === 'we' ||
    (body.noun !== null && next?.lower === 'the' && tokens[verb + 2]?.text === body.noun)
  );
}

function hasPossibility(tokens: readonly Token[], verb: number): boolean {
  return tokens
    .slice(Math.max(0, verb - 3), verb)
    .some((token) => /^(?:might|may|could|can)$/u.test(token.lower));
}

function isModal(word: string): boolean {
  return /^(?:will|'ll|shall)$/u.test(word);
}

function verbAfter(tokens: readonly Token[], from: number): Token | undefined {
  return tokens
    .slice(from + 1, from + 6)
    .find((token) => token.pos === 'VERB' || (token.pos === 'AUX' && token.lower !== 'not'));
}

const STAFF = /\b(?:staff|desk|newsroom|reporters?|agenc(?:y|ies)|correspondents|editors?|wire|team)\b/iu;
/** A single body must be behind this share of the reports, and this many, before the rest is taken for its own. */
const RETOLD_SHARE = 0.5;
const RETOLD_FROM = 3;

/**
 * The one body or model whose announcement or projection a news report retells: a text without a personal author and
 * without "I", most of whose reports are that body's.
 */
export function retoldBody(
  text: string,
  structure: Structure,
  attributions: readonly Attribution[],
  isBody: (name: string) => boolean,
): string | null {
  const { author } = structure;
  const isStaff = author === null ? structure.outlet !== null : STAFF.test(author);
  if (
    !isStaff ||
    /(?:^|[\s"\u201c])I(?:['\u2019](?:m|d|ll|ve))? \p{Ll}/u.test(withoutQuotes(text, structure))
  )
    return null;
  const counts = new Map<string, number>();
  let total = 0;
  for (const { name } of attributions) {
    if (name === null) continue;
    total += 1;
    if (isBody(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  return top !== undefined && top[1] >= RETOLD_FROM && top[1] / total >= RETOLD_SHARE ? top[0] : null;
}

function withoutQuotes(text: string, structure: Structure): string {
  return structure.paragraphs
    .map((paragraph) => {
      let out = '';
      let from = paragraph.start;
      for (const quote of paragraph.quotes) {
        out += text.slice(from, quote.start);
        from = quote.end;
      }
      return out + text.slice(from, paragraph.end);
    })
    .join('\n');
}
