import type { CalendarDate } from '#core/domain';
import { parseHeaderLines, parseWrittenDate, splitParagraphs, splitSentences } from '#core/text';
import type { TextSpan } from '#core/text';
import { findQuotations } from './quotations.js';
import type { Quotation } from './quotations.js';
import { sectionAuthors } from './section-authors.js';
import { findSpeakerLabels } from './speaker-labels.js';
import type { Label } from './speaker-labels.js';

/** What the caller knows about a text; what is missing is looked for in its opening lines. */
export interface TextMeta {
  readonly title?: string;
  readonly author?: string;
  readonly outlet?: string;
  readonly publishedOn?: CalendarDate;
}

export type ParagraphKind = 'prose' | 'heading' | 'list' | 'note';

export interface Paragraph extends TextSpan {
  readonly kind: ParagraphKind;
  readonly sentences: readonly TextSpan[];
  /** What it quotes, marks excluded; a quotation left open runs to the paragraph's end. */
  readonly quotes: readonly Quotation[];
  /** The author of this part, where bare name lines divide the text among several. */
  readonly sectionAuthor: string | null;
  /** Who speaks, in a transcript or an interview; null elsewhere. */
  readonly speaker: string | null;
  /** A question of an interviewer: it claims nothing. */
  readonly isAsked: boolean;
}

export interface Structure {
  readonly paragraphs: readonly Paragraph[];
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly publishedOn: CalendarDate | null;
}

const BYLINE =
  /(?:^|[|\u2022\u2014-] ?)[Bb]y:? ((?:(?:Dr|Prof|Sir|Gen)\.? )?\p{Lu}[\p{L}'\u2019.-]*(?: (?:de|van|von|al|bin|\p{Lu}[\p{L}'\u2019.-]*)){1,4})\*?\s*$/u;
/** After these lines nothing of the article follows. */
const TAIL =
  /^(?:share this|leave a (?:reply|comment)|related (?:articles|posts|stories)|read more|sign up|subscribe|comments?$|footnotes?:?$|notes?:?$|references:?$|copyright|all rights reserved|filed under|tags?:|about the author)/iu;
/** Words of the house, not of the author, wherever they stand in a paragraph. */
const BOILERPLATE =
  /\b(?:forward-looking statements (?:within|are|involve|contain|about|made|and)|contains? forward-looking statements|undue reliance|safe harbou?r (?:statement|provision)s?|views? expressed (?:in this|here|are)|past performance is no|may not be (?:published|reproduced|rewritten|redistributed)|all rights reserved|originally (?:published|appeared) (?:on|in|at)|(?:be|not) logged in|your e-?mail address|cookies?\b.{0,40}\b(?:consent|policy|settings))\b/iu;
/** The same in a line or two; in a longer paragraph somebody may write about a newsletter. */
const SHORT_BOILERPLATE =
  /\b(?:newsletter|subscribe|sign up|click here|share this|follow us on|advertisement|download (?:the|our) app)\b/iu;
const SHORT_PARAGRAPH = 240;
const NOTE =
  /^(?:\[(?:\d{1,3}|[ivxl]{1,5})\]|[\u00b9\u00b2\u00b3\u2070-\u2079\u2020\u2021]\s?\p{L}|\*{1,2}\s?\p{Lu}[^*]*$|\^|(?:source|photo|image|caption|credit|picture|illustration|disclaimer|disclosure|editor['\u2019]s note|correction)s?:|(?:figure|fig\.|chart|table|exhibit|map) \d{1,3}\s?[:.]|\((?:source|photo|image)|\(?reporting by\b|pictured[,:])/iu;

/** Cuts a text into paragraphs with kinds, sentences, quotes, and finds title, author and date where the caller gave none. */
export function readStructure(text: string, meta: TextMeta): Structure {
  const header = parseHeaderLines(text);
  const spans = splitParagraphs(text).filter((span) => span.start >= header.bodyStart);
  const opening = readOpening(text, spans.slice(0, OPENING_PARAGRAPHS));
  const lineOf = (span: TextSpan): string => text.slice(span.start, Math.min(span.end, span.start + 240));
  const sections = sectionAuthors(text, spans);
  const starred = starredEntries(spans, lineOf);
  const paragraphs: Paragraph[] = [];
  let isTail = false;
  const title = meta.title ?? header.title ?? opening.title;
  const author = bylineOf(meta.author ?? header.author ?? opening.author);
  const labels = findSpeakerLabels(text, spans, title, author);
  let label: Label | null = null;
  const bodies = spans.map((span, i) => ({ start: labels[i]?.bodyStart ?? span.start, end: span.end }));
  const quotations = findQuotations(text, bodies);
  for (const [i, span] of spans.entries()) {
    const line = lineOf(span);
    label = labels[i] ?? label;
    // A tail line early in the text is a widget, not the end.
    isTail ||= TAIL.test(line) && line.length < 120 && span.start > text.length * 0.4;
    const kind = isTail ? 'note' : starred.has(span) ? 'list' : kindOf(text, span, line);
    const body = bodies[i] ?? span;
    paragraphs.push({
      start: body.start,
      end: body.end,
      kind,
      sentences: splitSentences(text, [body]),
      quotes: quotations[i] ?? [],
      sectionAuthor: sections[i] ?? null,
      speaker: label?.speaker ?? null,
      isAsked: label !== null && label.isAsking,
    });
  }
  return {
    paragraphs,
    title,
    author,
    outlet: meta.outlet ?? header.outlet ?? opening.outlet,
    publishedOn: meta.publishedOn ?? header.publishedOn ?? opening.publishedOn,
  };
}

const WROTE =
  /^(?:(?:compiled|edited|written|reported|collected|introduced|interview(?:ed)?|words|text|story) (?:and \p{Ll}+ )?)?by:? (?=\p{Lu})/iu;

/** "Compiled by Ada Low", "By Ada Low": the name alone. */
function bylineOf(author: string | null): string | null {
  return author === null ? null : author.replace(WROTE, '');
}

/** What a text says of itself in its header lines, else in its opening: title, byline, publisher, dateline. */
export function readTextMetadata(text: string): TextMetadata {
  const header = parseHeaderLines(text);
  const spans = splitParagraphs(text.slice(0, OPENING_CHARACTERS)).filter(
    (span) => span.start >= header.bodyStart,
  );
  const opening = readOpening(text, spans.slice(0, OPENING_PARAGRAPHS));
  return {
    title: header.title ?? opening.title,
    author: bylineOf(header.author ?? opening.author),
    outlet: header.outlet ?? opening.outlet,
    publishedOn: header.publishedOn ?? opening.publishedOn,
    address: header.address,
  };
}

const OPENING_CHARACTERS = 20_000;
const OPENING_PARAGRAPHS = 8;

export interface TextMetadata extends Opening {
  readonly address: string | null;
}

interface Opening {
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly publishedOn: CalendarDate | null;
}

function readOpening(text: string, spans: readonly TextSpan[]): Opening {
  let title: string | null = null;
  let author: string | null = null;
  let outlet: string | null = null;
  let publishedOn: CalendarDate | null = null;
  for (const span of spans) {
    const line = text.slice(span.start, span.end);
    if (line.length > 160) break;
    const date = parseWrittenDate(line);
    author ??= BYLINE.exec(line)?.[1] ?? null;
    outlet ??= /^Publication: ([^:]{3,60}?)(?: Volume:.*)?$/u.exec(line)?.[1] ?? null;
    // "Council meeting, January 12, 2022 (Source: ...)" dates a picture, not the text.
    if (date !== null && line.length < 80 && !/\b(?:source|photo|image|meeting)\b/iu.test(line))
      publishedOn ??= date;
    else if (date === null && !/[:|]/u.test(line) && /\s/u.test(line)) title ??= line;
  }
  return { title, author, outlet, publishedOn };
}

/** Lines that open with a star, two or more in a row: a list. A single one is a footnote. */
function starredEntries(spans: readonly TextSpan[], lineOf: (span: TextSpan) => string): Set<TextSpan> {
  const isStarred = (span: TextSpan | undefined): boolean =>
    span !== undefined && /^\*\s/u.test(lineOf(span));
  return new Set(
    spans.filter((span, i) => isStarred(span) && (isStarred(spans[i - 1]) || isStarred(spans[i + 1]))),
  );
}

function kindOf(text: string, span: TextSpan, line: string): ParagraphKind {
  const words = text.slice(span.start, Math.min(span.end, span.start + 2_000));
  if (NOTE.test(line) || BOILERPLATE.test(words)) return 'note';
  if (words.length < SHORT_PARAGRAPH && SHORT_BOILERPLATE.test(words)) return 'note';
  const length = span.end - span.start;
  if (/^(?:[-*\u2022\u2013\u25e6\u25aa]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s/u.test(line)) return 'list';
  if (/\d ?%\.?$/u.test(line) && length < 240) return 'list';
  if (length < 120 && !/[.!?:;,\u2026"\u201d\u2019')\]]$/u.test(line)) return 'heading';
  return 'prose';
}
