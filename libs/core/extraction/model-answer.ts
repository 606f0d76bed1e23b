import { z } from 'zod';
import { nameKey } from '#core/domain';
import type { DropReason } from '#core/domain';
import { readableText } from '#core/text';
import type { TextSpan } from '#core/text';
import { overlapShare } from './match-spans.js';
import { AnsweredFinding } from './model-schema.js';
import type { ModelRequest, NumberedSentence } from './model-request.js';
import { findShown } from './shown-text.js';
import type { ShownText } from './shown-text.js';
import { isFoundedStatement } from './founded-statement.js';

/** More than any part of a text holds; a model that goes on is in a loop. */
const MAX_FINDINGS = 60;
const MAX_QUOTE = 600;
const MAX_NAME = 120;
/** Words for a likelihood, a time or a condition are a few; what is longer is no such words. */
const MAX_WORDS = 250;
/** Two findings that share this much of the shorter one are one. */
const SAME_FROM = 0.9;

/**
 * What is left of a finding after the checks: places in the text, and the model's wording of the statement. Every word
 * of the text that is shown later is cut from the text at these places.
 */
export interface ModelFinding extends TextSpan {
  /** Null where the model's wording was not founded in the text; then ours stands in. */
  readonly statement: string | null;
  /** Where the claimant's name stands; null for the author. */
  readonly claimant: TextSpan | null;
  readonly hedge: TextSpan | null;
  readonly deadline: TextSpan | null;
  readonly condition: TextSpan | null;
}

export type DropCounts = Partial<Record<DropReason, number>>;

export interface CheckedAnswer {
  readonly findings: readonly ModelFinding[];
  readonly dropped: DropCounts;
}

const Answer = z.object({ findings: z.array(z.unknown()) });

/**
 * Reads the JSON out of what a model wrote: bare, in one code fence, or after thoughts between `<think>` marks.
 *
 * @returns the value, or undefined where there is no whole JSON
 * @example parseModelText('```json\n{"findings": []}\n```') // { findings: [] }
 */
export function parseModelText(written: string): unknown {
  const thoughtsEnd = written.trimStart().startsWith('<think>') ? written.indexOf('</think>') : -1;
  const bare = (thoughtsEnd === -1 ? written : written.slice(thoughtsEnd + '</think>'.length)).trim();
  try {
    return JSON.parse(withoutFence(bare)) as unknown;
  } catch {
    return undefined;
  }
}

/** What stands between a line of three backticks, with or without a word after them, and three more at the end. */
function withoutFence(bare: string): string {
  const from = bare.indexOf('\n');
  const isFenced = /^```\w*\s*$/u.test(bare.slice(0, Math.max(0, from))) && bare.endsWith('```');
  return isFenced ? bare.slice(from, -3) : bare;
}

/**
 * Checks a model's answer against the text it was shown. The model is believed nothing: a quote counts only where it
 * stands letter by letter in the sentences it names, and hedge, deadline and condition only where their words do.
 *
 * @param text the whole text the request was made of
 * @param answer the parsed JSON, whatever it is
 * @returns findings in order of place and what was left out, counted by reason; null where it is no answer at all
 */
export function checkModelAnswer(text: string, request: ModelRequest, answer: unknown): CheckedAnswer | null {
  const parsed = Answer.safeParse(answer);
  if (!parsed.success) return null;
  const dropped: DropCounts = {};
  const drop = (reason: DropReason, count = 1): null => {
    dropped[reason] = (dropped[reason] ?? 0) + count;
    return null;
  };
  const kept: ModelFinding[] = [];
  const { findings } = parsed.data;
  if (findings.length > MAX_FINDINGS) drop('TOO_MANY', findings.length - MAX_FINDINGS);
  for (const item of findings.slice(0, MAX_FINDINGS)) {
    const finding = checkFinding(text, request, item, drop);
    if (finding === null) continue;
    if (kept.some((other) => overlapShare(other, finding) >= SAME_FROM)) drop('REPEATED');
    else kept.push(finding);
  }
  kept.sort((a, b) => a.start - b.start || a.end - b.end);
  return { findings: kept, dropped };
}

type Drop = (reason: DropReason) => null;

function checkFinding(text: string, request: ModelRequest, item: unknown, drop: Drop): ModelFinding | null {
  const parsed = AnsweredFinding.safeParse(item);
  if (!parsed.success) return drop('WRONG_SHAPE');
  const { data } = parsed;
  const sentences = findSentences(request, data.sentences);
  if (sentences === null) return drop('SENTENCE_OUT_OF_RANGE');
  if (data.quote.length > MAX_QUOTE || !hasSubstance(data.quote)) return drop('QUOTE_LENGTH');
  const shown = join(sentences);
  const quote = findShown(shown, data.quote);
  if (quote === null) return drop('QUOTE_NOT_VERBATIM');
  if (isAsked(text, quote, sentences)) return drop('QUESTION');
  const claimant = checkClaimant(request, sentences, data.claimant);
  if (claimant === undefined) return drop('CLAIMANT_NOT_IN_TEXT');
  const words = (said: string | null, reason: DropReason): TextSpan | null =>
    said === null ? null : ((said.length > MAX_WORDS ? null : findShown(shown, said)) ?? drop(reason));
  return {
    ...quote,
    statement: isFoundedStatement(data.statement, sentences, request)
      ? data.statement.replace(/\s+/gu, ' ').trim()
      : drop('STATEMENT_REFUSED'),
    claimant,
    hedge: words(data.hedge, 'HEDGE_NOT_VERBATIM'),
    deadline: words(data.deadline, 'DEADLINE_NOT_VERBATIM'),
    condition: words(data.condition, 'CONDITION_NOT_VERBATIM'),
  };
}

/** The named sentences, in order; null unless they are of this part and follow each other. */
function findSentences(
  request: ModelRequest,
  numbers: readonly number[],
): readonly NumberedSentence[] | null {
  const wanted = [...new Set(numbers)].sort((a, b) => a - b);
  const found = request.sentences.filter((one) => wanted.includes(one.number));
  const first = wanted[0] ?? 0;
  const areAdjoining = wanted.every((number, index) => number === first + index);
  return found.length === wanted.length && areAdjoining ? found : null;
}

/** Sentences as one line; the blank between two stands for the white space that follows the first. */
function join(sentences: readonly NumberedSentence[]): ShownText {
  let text = '';
  const places: TextSpan[] = [];
  for (const one of sentences) {
    if (text !== '') {
      text += ' ';
      places.push({ start: one.start, end: one.start });
    }
    text += one.shown.text;
    places.push(...one.shown.places);
  }
  return { text, places };
}

/** Fewer than three words cannot be judged by anyone. */
function hasSubstance(quote: string): boolean {
  return (quote.match(/[\p{L}\p{N}]{2,}/gu) ?? []).length >= 3;
}

/** Whether the quote runs into the question mark that ends its last sentence. */
function isAsked(text: string, quote: TextSpan, sentences: readonly NumberedSentence[]): boolean {
  const last = sentences.find((one) => quote.end <= one.end);
  if (last === undefined) return false;
  return /\?["'\u201d\u2019)\]]*$/u.test(readableText(text.slice(quote.start, last.end)).text);
}

const AUTHOR_WORDS = /^(?:i|we|me|us|(?:the )?authors?)$/iu;
const PRONOUNS = /^(?:he|she|they|it|him|her|them|this|that|who|one|somebody|someone)$/iu;

/**
 * Where the name stands: in these sentences, in the next one, or before them; null for the author; undefined for a
 * pronoun or a name that stands in none: a claim that cannot be laid at somebody's door must not be laid at the author's.
 */
function checkClaimant(
  { authors, whole }: ModelRequest,
  sentences: readonly NumberedSentence[],
  name: string | null,
): TextSpan | null | undefined {
  if (name === null || AUTHOR_WORDS.test(name.trim())) return null;
  if (authors.some((author) => nameKey(author) === nameKey(name))) return null;
  if (PRONOUNS.test(name.trim()) || name.length > MAX_NAME) return undefined;
  const last = sentences[sentences.length - 1]?.number ?? 0;
  for (const { shown } of [...sentences, ...whole.slice(0, last + 1).reverse()]) {
    const place = findShown(shown, name);
    if (place !== null) return place;
  }
  return undefined;
}
