import type { CalendarDate, Yardstick } from '#core/domain';
import { EXTRACTOR_VERSION, lexiconVersion, MODEL_READER_VERSION, type TextMeta } from '#core/extraction';
import type { CandidateVersion } from '#platform/db';

/** What is known about a text, as intake and the database have it. */
export interface TextDetails {
  readonly title: string;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly publishedOn: CalendarDate | null;
}

/** What the rules read with, stored beside their candidates. */
export function rulesVersion(yardstick: Yardstick): CandidateVersion {
  return { origin: 'rules', extractor: EXTRACTOR_VERSION, lexicon: lexiconVersion(yardstick) };
}

/** The version by which a model's candidates are keyed: our questions and checks, and its name. */
export function modelVersion(model: string): string {
  return `${MODEL_READER_VERSION} ${model}`;
}

export function metaOf({ title, authors, outlet, publishedOn }: TextDetails): TextMeta {
  return {
    title,
    author: authors.join(' and '),
    ...(outlet === null ? {} : { outlet }),
    ...(publishedOn === null ? {} : { publishedOn }),
  };
}
