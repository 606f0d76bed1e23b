import { Parser } from 'htmlparser2';
import type { FetchedPage } from './safe-fetch.js';

/** What a web page says of itself, and its words. */
export interface WebPage {
  readonly title: string;
  /** As the page says it was published; null where it does not, or not as a date. */
  readonly publishedOn: string | null;
  /** One line a block, without markup. */
  readonly text: string;
}

export const WEB_PAGE_TYPES = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)\b/i;

const UNSEEN: ReadonlySet<string> = new Set(
  'script style template noscript iframe object svg head nav footer form button select'.split(' '),
);
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const DATE_NAMES: ReadonlySet<string> = new Set([
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'pubdate',
  'citation_publication_date',
]);
const MOST_CHARACTERS = 200_000;

/** Reads HTML or plain text as it was fetched. Never throws: what cannot be understood is left out. */
export function readWebPage({ headers, body }: Pick<FetchedPage, 'headers' | 'body'>): WebPage {
  const type = headers['content-type'] ?? 'text/html';
  const decoded = decode(body, type);
  if (/^text\/plain/i.test(type))
    return { title: '', publishedOn: null, text: tidy(decoded).slice(0, MOST_CHARACTERS) };
  return readHtml(decoded);
}

function readHtml(html: string): WebPage {
  const words: string[] = [];
  const titles: Record<'given' | 'shown', string> = { given: '', shown: '' };
  let publishedOn: string | null = null;
  let unseen = 0;
  let isInTitle = false;
  const dateOf = (written: string | undefined) => {
    publishedOn ??= /^\d{4}-\d\d-\d\d/.exec(written?.trim() ?? '')?.[0] ?? null;
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'title' && titles.shown === '') isInTitle = true;
      if (name === 'meta') {
        const key = (
          attributes['property'] ??
          attributes['name'] ??
          attributes['itemprop'] ??
          ''
        ).toLowerCase();
        if (key === 'og:title') titles.given = attributes['content'] ?? '';
        if (DATE_NAMES.has(key)) dateOf(attributes['content']);
      }
      if (name === 'time') dateOf(attributes['datetime']);
      if (UNSEEN.has(name)) unseen += 1;
      if (BLOCKS.has(name)) words.push('\n');
    },
    onclosetag: (name) => {
      if (name === 'title') isInTitle = false;
      if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
      if (BLOCKS.has(name)) words.push('\n');
    },
    ontext: (text) => {
      if (isInTitle) titles.shown += text;
      if (unseen === 0 && !isInTitle) words.push(text);
    },
  });
  parser.end(html);
  const title = tidy(titles.given === '' ? titles.shown : titles.given).replaceAll('\n', ' ');
  return { title: title.slice(0, 500), publishedOn, text: tidy(words.join('')).slice(0, MOST_CHARACTERS) };
}

/** Without what cannot be seen or stored, blanks single, empty lines gone. */
function tidy(text: string): string {
  return text
    .replaceAll(/\p{Cs}/gu, '')
    .replaceAll(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .split(/[\n\r]+/)
    .map((line) => line.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** By the charset of the header, else of the page itself, else UTF-8. */
function decode(body: Buffer, type: string): string {
  const head = body.subarray(0, 2048).toString('latin1');
  const named =
    /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1] ?? /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8').decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
