import type { Paragraph, Structure } from './document-structure.js';
import { isOddsLine } from './forecast-line.js';
import type { AboutText, Section } from './scene.js';

const ODDS_LIST_FROM = 3;
/** Fewer sentences than this say little about a share. */
const MIN_SENTENCES = 8;
const ROUND_UP =
  /\b(?:prediction markets?|forecasting (?:site|platform|tournament|league)s?|metaculus|polymarket|predictit|manifold markets?|betting (?:markets?|odds)|bookmakers?)\b/iu;
const FORECAST_TITLE = /\b(?:predict|forecast|outlook|what to expect|look(?:ing)? ahead|preview|will|next)/iu;
const FORECAST_HEADING =
  /\b(?:predict|forecast|outlook|guidance|expect|look(?:ing)? ahead|preview|scenario|odds|chances?|probabilit|likely|next|to come|will|calls?|picks|tips|bets?|prospects?|what (?:happens|comes)|for (?:19|20)\d\d|in (?:19|20)\d\d|by (?:20|21)\d\d)\b/iu;
const GRADING =
  /\b(?:graded?|scored?|how (?:i|we) did|got (?:right|wrong)|(?:i|we) (?:said|predicted|guessed) (?:a|last) year|what happened|last year|in review|looking back|post-?mortem|report card|how did)\b/iu;
const LEAD_IN =
  /\b(?:likely|scenario|course of events|predict|forecast|expect|unfold|sequence|goes? (?:something )?like this|what happens next|my guess|picks?|calls?|odds|chances|guidance|outlook|by (?:20|21)\d\d)\b/iu;
const LEAD_IN_LENGTH = 200;

export function describeText(text: string, structure: Structure): AboutText {
  const sentences = structure.paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0);
  const futures = text.match(/\b(?:will|won['\u2019]t)\b|['\u2019]ll\b|\d ?%$/gmu)?.length ?? 0;
  const readers = text.match(/\byour?\b/giu)?.length ?? 0;
  const oddsLines = structure.paragraphs.reduce(
    (sum, paragraph) =>
      sum + paragraph.sentences.filter(({ start, end }) => isOddsLine(text.slice(start, end))).length,
    0,
  );
  return {
    isRoundUp: ROUND_UP.test(text),
    isForecastTitle: structure.title !== null && FORECAST_TITLE.test(structure.title),
    futureShare: Math.min(1, futures / Math.max(sentences, MIN_SENTENCES)),
    adviceShare: Math.min(1, (readers * 2) / Math.max(sentences, MIN_SENTENCES)),
    isOddsList: oddsLines >= ODDS_LIST_FROM,
  };
}

/** Whether a sentence announces steps or calls ("the likely sequence is this:") and claims nothing itself. */
export function leadsToScenario(sentence: string): boolean {
  return sentence.endsWith(':') && LEAD_IN.test(sentence.slice(-LEAD_IN_LENGTH));
}

export const OPENING_SECTION: Section = {
  isForecast: false,
  isPast: false,
  isScenario: false,
  condition: null,
  leadIn: null,
};

/** The section a paragraph stands in, from the section before it and the paragraph itself. */
export function sectionAt(
  text: string,
  paragraph: Paragraph,
  before: Section,
  publishedOn: string | null,
): Section {
  if (paragraph.kind === 'heading') {
    const title = text.slice(paragraph.start, paragraph.end);
    return {
      isForecast: FORECAST_HEADING.test(title),
      isPast: isAboutPast(title, publishedOn),
      isScenario: false,
      condition: null,
      leadIn: null,
    };
  }
  return before;
}

/** What a paragraph leaves behind for the next: a colon at its end announces steps, calls or grades. */
export function sectionAfter(
  text: string,
  paragraph: Paragraph,
  section: Section,
  publishedOn: string | null,
): Section {
  if (paragraph.kind === 'heading') return section;
  const last = text.slice(Math.max(paragraph.start, paragraph.end - LEAD_IN_LENGTH), paragraph.end);
  if (!last.endsWith(':'))
    return paragraph.kind === 'list'
      ? section
      : { ...section, isScenario: false, condition: null, leadIn: null };
  const sentence = last.slice(Math.max(last.lastIndexOf('. '), 0));
  const isPast = isAboutPast(sentence, publishedOn);
  return {
    isForecast: section.isForecast,
    isPast: section.isPast || isPast,
    isScenario: !isPast && LEAD_IN.test(last),
    leadIn: sentence,
    condition:
      /\b((?:if|should|once|in case) [^,:;\u2013\u2014]{4,80})/iu
        .exec(sentence)?.[1]
        ?.replace(/ (?:it|this|that|things) (?:goes|go|unfolds?|happens?)\b.*$/u, '') ?? null,
  };
}

function isAboutPast(title: string, publishedOn: string | null): boolean {
  if (GRADING.test(title)) return true;
  if (publishedOn === null) return false;
  const years = title.match(/\b(?:19|20)\d\d\b/gu) ?? [];
  return years.length > 0 && years.every((year) => year < publishedOn.slice(0, 4));
}
