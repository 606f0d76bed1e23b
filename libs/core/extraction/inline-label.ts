import { startsCapital } from '#core/text';
import type { TextSpan } from '#core/text';
import type { Attribution } from './attribution.js';
import type { NameMemory } from './name-memory.js';
import type { Token } from './nlp.js';
import { looksLikePerson, withoutTitles } from './who-speaks.js';

const LABEL_LENGTH = 60;

/** 'Against that, Marek: "No strike before the autumn."': a name, a colon and a quotation, bold or italic marks and all. */
export function readLabel(
  text: string,
  tokens: readonly Token[],
  i: number,
  speech: readonly TextSpan[],
  memory: NameMemory,
): Attribution | null {
  const colon = tokens[i];
  // The tokeniser takes "):" for one sign.
  if (colon === undefined || (colon.text !== ':' && colon.text !== '):') || i === 0) return null;
  if (
    !speech.some(
      (quote) =>
        quote.start > colon.start &&
        quote.start - colon.end <= 5 &&
        /^[\s*_"'\u201c\u2018]*$/u.test(text.slice(colon.end, quote.start)),
    )
  )
    return null;
  let from = i;
  while (
    from > 0 &&
    colon.start - (tokens[from - 1]?.start ?? 0) <= LABEL_LENGTH &&
    !isBreak(tokens, from - 1)
  )
    from -= 1;
  const parts = tokens.slice(from, i);
  const isMarked =
    /^[*_]|^From\b/u.test(text.slice(Math.max(0, (parts[0]?.start ?? 0) - 1), colon.start)) ||
    /[*_]/u.test(parts[0]?.text ?? '');
  if (parts.length === 0 || (!isMarked && parts.some(isOfClause))) return null;
  const words = text
    .slice(parts[0]?.start ?? 0, colon.end - 1)
    .replace(/[*_]{1,3}$|^[*_]{1,3}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^From (?=an? |the |\p{Lu})/u, '');
  if (
    words === '' ||
    !/\p{L}/u.test(words) ||
    /^(?:this|that|it|here|thus|example|note|update|question|answer|result)$/iu.test(words)
  )
    return null;
  const bare = withoutTitles(words.split(' '));
  const name = looksLikePerson(bare, false) || bare.length === 1 ? bare.join(' ') : words;
  // "Against that, tomcod:": what leads up to the name belongs to it where it has no verb.
  const first = tokens.slice(0, from).some((token) => token.pos === 'VERB' || token.pos === 'AUX') ? from : 0;
  return {
    name: memory.inFull(name),
    from: first,
    fromAt: parts[0]?.start ?? 0,
    verbAt: colon.start,
    verbIndex: i,
    bodyFrom: i + 1,
    isTrailing: false,
    covers: 'after',
    kind: 'say',
  };
}

/** "she offered one:" is a clause, no label. */
function isOfClause(token: Token): boolean {
  return token.pos === 'AUX' || token.pos === 'PRON' || (token.pos === 'VERB' && !startsCapital(token.text));
}

/** A mark that ends what stands before a label: not an underscore, hyphen or bracket inside it. */
function isBreak(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return (
    token !== undefined &&
    /^(?:[.!?,;:"\u201c\u201d\u2013\u2014])$/u.test(token.text) &&
    !(token.text === '.' && tokens[i + 1]?.start === token.end)
  );
}
