export { allMatches } from './all-matches.js';
export { makeCalendarDate, monthNumber, parseWrittenDate } from './calendar-date.js';
export { MAX_TEXT_CHARACTERS, TEXT_FLAWS, TEXT_PROBLEMS, checkText, describeFlaws } from './check-text.js';
export type { TextCheck, TextFlaw, TextNote, TextProblem } from './check-text.js';
export { compareTexts } from './compare-texts.js';
export type { ComparedPart, ComparedRow } from './compare-texts.js';
export { findCopies } from './find-copies.js';
export type { CopyPair } from './find-copies.js';
export { guessUtf16 } from './guess-utf16.js';
export { parseHeaderLines } from './header-lines.js';
export type { TextHeader } from './header-lines.js';
export { normaliseText } from './normalise-text.js';
export {
  isLetterAt,
  isLetterOrMarkAt,
  isLetterOrNumberAt,
  beginsWord,
  hasWords,
  lettersEnd,
  lettersIn,
  wordsIn,
  startsCapital,
  startsSmall,
  widthAt,
} from './letters.js';
export { findAlikeNames, lookAlikeKey, outerNames } from './look-alike.js';
export type { AlikeNames, NamedOne, NameLikeness } from './look-alike.js';
export { makeQuoteAnchor } from './quote-anchor.js';
export type { QuoteAnchor } from './quote-anchor.js';
export { reanchorQuote } from './reanchor-quote.js';
export type { QuotePlace, Reanchoring } from './reanchor-quote.js';
export { readableText } from './readable-text.js';
export { splitLines, splitParagraphs } from './split-paragraphs.js';
export { splitSentences } from './split-sentences.js';
export type { EditedText } from './text-edit.js';
export { isBlank, trimSpan } from './text-span.js';
export type { TextSpan } from './text-span.js';
export { SYNDICATED_SIMILARITY, fingerprintText, textSimilarity } from './text-similarity.js';
export type { TextFingerprint } from './text-similarity.js';
export { cleanByline } from './clean-byline.js';
export { joinBlocks } from './join-blocks.js';
export type { BlockKind, TextBlock } from './join-blocks.js';
export { joinPrintedLines } from './join-printed-lines.js';
export type { PrintedLine } from './join-printed-lines.js';
export { chooseDate, readPageDate } from './page-date.js';
export type { Found } from './page-date.js';
