import type { Yardstick } from '#core/domain';
import type { TextSpan } from '#core/text';
import type { CuedClause } from './cues.js';
import type { Paragraph, Structure } from './document-structure.js';
import type { Attribution } from './find-attributions.js';
import type { Token } from './nlp.js';
import type { TimeContext } from './horizon.js';
import type { FoundDeadline } from './read-deadline.js';
import type { Mood } from './sentence-mood.js';
import type { TextVoice } from './text-voice.js';
import type { TextWords } from './text-words.js';

/** What a whole text is like, as far as it changes how its sentences are meant. */
export interface AboutText {
  /** The text reports what markets and forecasters say: a bare percentage is a probability. */
  readonly isRoundUp: boolean;
  readonly isForecastTitle: boolean;
  /** Share of the sentences with a plain "will" or a number for a probability, 0-1. */
  readonly futureShare: number;
  /** Share of the words that speak to the reader ("you", "your"), 0-1: advice rather than report. */
  readonly adviceShare: number;
  /** Several lines end in a probability: a name and a number is an entry, too. */
  readonly isOddsList: boolean;
}

/** What the part of the text around a paragraph is about. */
export interface Section {
  /** A heading or a lead-in announces forecasts, scenarios, odds. */
  readonly isForecast: boolean;
  /** A heading speaks of a year that is over, or of forecasts being graded. */
  readonly isPast: boolean;
  /** Steps of a scenario follow ("it goes like this:"). */
  readonly isScenario: boolean;
  /** What the scenario supposes ("if war breaks out, it goes like this:"). */
  readonly condition: string | null;
  /** The words that lead to the scenario. */
  readonly leadIn: string | null;
}

/** Everything known about the sentence under work. */
export interface Scene {
  readonly text: string;
  readonly about: AboutText;
  readonly structure: Structure;
  readonly section: Section;
  readonly paragraph: Paragraph;
  readonly sentence: TextSpan;
  readonly tokens: readonly Token[];
  readonly clauses: readonly CuedClause[];
  readonly attributions: readonly Attribution[];
  /** Times the sentence names, in order. */
  readonly times: readonly FoundDeadline[];
  readonly quoted: ReadonlyMap<TextSpan, string | null>;
  /** Whose indirect speech goes on in this sentence; null where none does. */
  readonly carried: string | null;
  readonly voice: TextVoice;
  /** Whom the paragraph as a whole is quoted from (a list somebody's words lead in to, a passage set off); null mostly. */
  readonly introducedBy: string | null;
  /** The sentences before, nearest first: what pronouns may refer to. */
  readonly earlier: readonly (readonly Token[])[];
  /** Filled while the text is read, complete when it has been. */
  readonly words: TextWords;
  readonly author: string;
  /** When claims are due that name no time of their own. */
  readonly timeContext: TimeContext;
  /** By which words of likelihood are read. */
  readonly yardstick: Yardstick;
  /** Share of the two sentences before and after, in the paragraph, that speak of the future, 0-1. */
  readonly futureAround: number;
  readonly mood: Mood;
  /** Share of the sentences of the whole text that tell what was, 0-1. */
  readonly pastShare: number;
  /** The same of the two sentences before and after, in the paragraph. */
  readonly pastAround: number;
}

/** What is known of a paragraph before its sentences are read. */
export type ParagraphScene = Pick<
  Scene,
  'text' | 'about' | 'structure' | 'section' | 'paragraph' | 'author' | 'voice' | 'introducedBy' | 'yardstick'
>;
