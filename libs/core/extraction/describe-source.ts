import { describeFlaws, readableText } from '#core/text';
import type { TextFlaw } from '#core/text';
import { readLanguage } from './looks-english.js';
import type { LanguageReading } from './looks-english.js';

export type SourceNoteCode = TextFlaw | 'NOT_ENGLISH' | 'PARTLY_ENGLISH';

/** Something whoever gave a text should know about how it is read. */
export interface SourceNote {
  readonly code: SourceNoteCode;
  /** What is the matter and what to do, in English. */
  readonly message: string;
  /** The other language, in English ("German"); null where none is meant or it cannot be told. */
  readonly languageName: string | null;
}

/**
 * What to tell about a text that passed `checkText`: whether it is read at all, and what was odd in it.
 * Never throws; linear in the length of the text.
 *
 * @example describeSource('Der Krieg wird noch in diesem Jahr enden.')[0]?.code === 'NOT_ENGLISH'
 */
export function describeSource(text: string): SourceNote[] {
  const flaws = describeFlaws(text).map((flaw) => ({ ...flaw, languageName: null }));
  const language = describeLanguage(readLanguage(readableText(text).text));
  return language === null ? flaws : [language, ...flaws];
}

function describeLanguage({ isEnglish, languageName, foreign }: LanguageReading): SourceNote | null {
  if (!isEnglish)
    return {
      code: 'NOT_ENGLISH',
      message:
        languageName === null
          ? 'There are no words in the text that could be told to be English, so no predictions are looked for.'
          : `The text is in ${languageName}, not in English, so no predictions are looked for. Give an English version of it.`,
      languageName,
    };
  if (foreign.length === 0) return null;
  return {
    code: 'PARTLY_ENGLISH',
    message: `Parts of the text are in ${languageName ?? 'another language'}; predictions are looked for in its English paragraphs only.`,
    languageName,
  };
}
