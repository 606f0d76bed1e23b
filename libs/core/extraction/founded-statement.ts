import { isDenial } from '#core/domain';
import type { ModelRequest, NumberedSentence } from './model-request.js';
import { foldWords } from './shown-text.js';

const MAX_STATEMENT = 300;
/** A wording turns nouns into verbs and denials into their opposite; half of what it says must still be the text's. */
const FOUNDED_FROM = 0.5;
/** Letters by which two forms of a word are taken for one ("recognises", "recognition"). */
const STEM = 5;
/** How far back the name may stand that a wording puts for "he" or "it". */
const LOOK_BACK = 60;

const LITTLE_WORDS = new Set(
  'the and for are was were will would has have had been being with that this these those from into onto its their his her not but who whom than then over under about after before until they them him she you our out off per via any all'.split(
    ' ',
  ),
);

/**
 * Whether a model's wording may stand as a first statement: one plain, positive line of ordinary length, worded mostly
 * with words of the sentences it is about, with no number and few words of its own; names may come from what stood
 * before. So a text that talks the model into saying something else cannot put words before an analyst.
 *
 * @param sentences those the finding names
 * @param request what the model was shown
 * @example "The council passes the levy" is founded on "It will pass the levy.", where the council was named before
 */
export function isFoundedStatement(
  statement: string,
  sentences: readonly NumberedSentence[],
  request: ModelRequest,
): boolean {
  const line = foldWords(statement);
  if (line === '' || line.length > MAX_STATEMENT || isDenial(line) || line.includes('?')) return false;
  // Control and format characters (line breaks went above), markup, addresses: no statement needs them.
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Surrogate}<>{}`]|\w:\/\/|\bwww\.|@\w/u.test(line)) return false;
  const own = sentences.map((one) => one.shown.text).join(' ');
  const before = [...request.known, ...standsBefore(sentences, request)].join(' ');
  const stems = new Set(contentWords(own).map(stem));
  const names = new Set(before.match(/\p{Lu}[\p{L}\p{M}]*/gu) ?? []);
  const said = contentWords(line);
  const founded = said.filter((word) => stems.has(stem(word)) || names.has(word)).length;
  const numbers = new Set(`${own} ${before}`.match(NUMBER) ?? []);
  return (
    said.length > 0 &&
    founded >= said.length * FOUNDED_FROM &&
    (line.match(NUMBER) ?? []).every((number) => numbers.has(number))
  );
}

const NUMBER = /\d+(?:[.,]\d+)*/gu;

function standsBefore(sentences: readonly NumberedSentence[], request: ModelRequest): string[] {
  const first = sentences[0]?.number ?? 1;
  // Numbers count from 1 through the whole text, so they are places in it too.
  return request.whole.slice(Math.max(0, first - 1 - LOOK_BACK), first - 1).map((one) => one.shown.text);
}

function contentWords(text: string): string[] {
  return (text.match(/\p{L}[\p{L}\p{M}]{2,}/gu) ?? []).filter(
    (word) => !LITTLE_WORDS.has(word.toLowerCase()),
  );
}

function stem(word: string): string {
  return word.toLowerCase().slice(0, STEM);
}
