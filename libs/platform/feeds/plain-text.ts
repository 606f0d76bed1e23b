import { Parser } from 'htmlparser2';

const UNSEEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'head',
]);
const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
/** Enough for a summary; what follows is not read. */
const READ_AT_MOST = 100_000;

/** The words of HTML, in one line. Text without markup stays as it is, in one line. */
export function plainText(html: string): string {
  const part = html.slice(0, READ_AT_MOST);
  return oneLine(/[<&]/.test(part) ? readMarkup(part) : part);
}

/** Without line breaks and without what cannot be seen or stored. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/\p{Cs}/gu, '')
    .replaceAll(/[\u200b\u2060\ufeff]/g, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** At most `limit` characters, ending with a whole word. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replaceAll(/\p{Cs}/gu, '')}…`;
}

function readMarkup(html: string): string {
  const words: string[] = [];
  let unseen = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (UNSEEN.has(name)) unseen += 1;
      if (!INLINE.has(name)) words.push(' ');
    },
    onclosetag: (name) => {
      if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
      if (!INLINE.has(name)) words.push(' ');
    },
    ontext: (text) => {
      if (unseen === 0) words.push(text);
    },
  });
  parser.end(html);
  return words.join('');
}
