import type { HeardParagraph } from './quote-speakers.js';

/** "said:", "writes:" at the end of a paragraph: what follows is said. Beyond this distance it is about something else. */
const NEAR_END = 40;
/** Whose answer, forecasts or plans a list gives: "the committee's projections are as follows:". */
const OWNER =
  /(?:^|[\s("\u201c])(?:the |The )?(\p{Lu}[\p{L}\p{N}/.&-]{1,30}(?: \p{Lu}[\p{L}\p{N}/.&-]{1,30}){0,4})(?:['\u2019]s?)? (?:\p{Ll}{3,14} )?(?:response|position|demands?|forecasts?|predictions?|projections?|odds|picks|plans?|expectations|view|case|argument|message|outlook|calls|numbers|probabilities|estimates)\b[^.!?]{0,120}:$/u;

/**
 * Who speaks in paragraphs that are quoted as a whole, without marks: the entries of a list that somebody's words lead in
 * to, a paragraph after "she wrote:", a passage set off with ">", a first-person passage in a text that is not one.
 *
 * @returns for each paragraph a name, or null
 */
export function introductions(text: string, heard: readonly HeardParagraph[]): (string | null)[] {
  const found: (string | null)[] = [];
  const isPersonal = isFirstPerson(text, heard);
  heard.forEach((item, k) => {
    const before = heard[k - 1];
    found.push(
      before === undefined || opensQuoted(text, item)
        ? null
        : introducedBy(text, item, before, found[k - 1] ?? null, isPersonal),
    );
  });
  return found;
}

function introducedBy(
  text: string,
  item: HeardParagraph,
  before: HeardParagraph,
  earlier: string | null,
  isPersonal: boolean,
): string | null {
  const isSetOff = text.startsWith('>', item.paragraph.start);
  if (isSetOff && text.startsWith('>', before.paragraph.start)) return earlier;
  if (item.paragraph.kind === 'list' && before.paragraph.kind === 'list') return earlier;
  const isLead = /:["\u201d*_]*$/u.test(text.slice(before.paragraph.start, before.paragraph.end));
  if (item.paragraph.kind === 'list') return isLead ? leadSpeaker(text, before) : null;
  if (isSetOff) return lastNamed(before);
  if (isLead) return saidAtEnd(before);
  return !isPersonal &&
    item.paragraph.kind === 'prose' &&
    /^(?:I|My|We|Our)\b/u.test(text.slice(item.paragraph.start, item.paragraph.start + 4))
    ? closingSpeaker(before)
    : null;
}

function opensQuoted(text: string, { paragraph }: HeardParagraph): boolean {
  return /^["\u201c'\u2018*_]*["\u201c\u2018]/u.test(text.slice(paragraph.start, paragraph.start + 4));
}

/** Who the sentence that leads in to a list quotes. */
function leadSpeaker(text: string, { paragraph, attributions }: HeardParagraph): string | null {
  const sentence = paragraph.sentences[paragraph.sentences.length - 1];
  if (sentence === undefined) return null;
  const said = attributions
    .filter((item) => item.verbAt >= sentence.start && item.covers !== 'before' && item.name !== null)
    .pop();
  return (
    said?.name ??
    OWNER.exec(text.slice(Math.max(sentence.start, sentence.end - 240), sentence.end))?.[1] ??
    null
  );
}

function saidAtEnd({ paragraph, attributions }: HeardParagraph): string | null {
  const last = attributions[attributions.length - 1];
  return last !== undefined && last.kind === 'say' && paragraph.end - last.verbAt <= NEAR_END
    ? last.name
    : null;
}

/** '"...," said X.': the paragraph ends with whoever it quotes. */
function closingSpeaker({ paragraph, attributions }: HeardParagraph): string | null {
  const sentence = paragraph.sentences[paragraph.sentences.length - 1];
  const last = attributions[attributions.length - 1];
  return sentence !== undefined &&
    last !== undefined &&
    last.kind === 'say' &&
    last.covers === 'before' &&
    last.verbAt >= sentence.start
    ? last.name
    : null;
}

function lastNamed({ attributions }: HeardParagraph): string | null {
  return attributions.filter((item) => item.name !== null).pop()?.name ?? null;
}

/** Whether the author says "I" in running text, outside quotations and outside paragraphs that might be quoted as a whole. */
function isFirstPerson(text: string, heard: readonly HeardParagraph[]): boolean {
  return heard.some((item, k) => {
    const before = heard[k - 1];
    if (before !== undefined && closingSpeaker(before) !== null) return false;
    return item.paragraph.sentences.some(({ start, end }) => {
      const at = /(?:^|[\s(])I(?:['\u2019](?:m|d|ll|ve))? \p{Ll}/u.exec(text.slice(start, end));
      return (
        at !== null &&
        !item.paragraph.quotes.some(
          (quote) => start + at.index >= quote.start - 1 && start + at.index < quote.end,
        )
      );
    });
  });
}
