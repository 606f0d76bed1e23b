import type { MetadataOrigin } from '#core/domain';
import { chooseDate, cleanByline, type Found } from '#core/text';
import { linkedNodes, namesOf, type LinkedNode } from './linked-data.js';
import type { ReadDocument } from './document.js';

type PageMetadata = Pick<
  ReadDocument,
  'title' | 'authors' | 'outlet' | 'publishedOn' | 'language' | 'address'
>;

const ARTICLE = /(?:Article|Report|BlogPosting|Posting|Review|WebPage|CreativeWork)$/u;
const LONGEST = 500;

/** What a page says of itself: first what is meant for machines, then what it shows. */
export function readPageMetadata(page: Document, address: string | undefined): PageMetadata {
  const nodes = linkedNodes(page);
  const article =
    nodes.find(({ type }) => ARTICLE.test(type) && type !== 'WebPage') ??
    nodes.find(({ type }) => ARTICLE.test(type));
  const title = titleOf(page, article);
  return {
    title,
    authors: authorsOf(page, article),
    outlet: outletOf(page, article, address),
    publishedOn: chooseDate(datesOf(page, article)),
    language: first([
      found('meta', page.documentElement.getAttribute('lang') ?? undefined),
      found('open-graph', metaOf(page, 'og:locale')?.replace('_', '-')),
      found('meta', metaOf(page, 'content-language', 'language', 'dc.language')),
    ]),
    address: first([
      found('meta', webAddress(page.querySelector('link[rel="canonical"]')?.getAttribute('href'), address)),
      found('open-graph', webAddress(metaOf(page, 'og:url'), address)),
      found('address', address),
    ]),
  };
}

/** Whether the page says that only subscribers may read it whole. */
export function saysItIsPaid(page: Document): boolean {
  return [...page.querySelectorAll('script[type="application/ld+json"]')].some((script) =>
    /"isAccessibleForFree"\s*:\s*"?false/iu.test(script.textContent ?? ''),
  );
}

function titleOf(page: Document, article: LinkedNode | undefined): Found<string> | null {
  const headings = [...page.querySelectorAll('h1')].map((h1) => textOf(h1)).filter((text) => text !== '');
  const printed = textOf(page.querySelector('head > title, title'));
  const declared = first([
    found('open-graph', metaOf(page, 'og:title')),
    found('json-ld', article?.text('headline')),
    found(
      'meta',
      metaOf(page, 'citation_title', 'dc.title', 'dcterms.title', 'parsely-title', 'twitter:title'),
    ),
  ]);
  if (declared !== null) return declared;
  // "Rain tomorrow | The Daily": the heading says which half is the title.
  const heading = headings.find(
    (text) => text.length > 3 && printed.includes(text) && text.length < printed.length,
  );
  if (heading !== undefined) return { value: heading.slice(0, LONGEST), origin: 'heading' };
  return first([found('page-title', withoutSite(printed)), found('heading', headings[0])]);
}

/** "Rain tomorrow - The Daily" without the site, where enough is left. */
function withoutSite(title: string): string {
  const at = Math.max(...['|', '»', '–', '—', '·', '-'].map((mark) => title.lastIndexOf(` ${mark} `)));
  const cut = at === -1 ? title : title.slice(0, at);
  return cut.split(' ').length >= 4 ? cut : title;
}

function authorsOf(page: Document, article: LinkedNode | undefined): Found<readonly string[]> | null {
  const shown =
    '[rel="author"], [itemprop~="author"] [itemprop="name"], [itemprop~="author"], .byline, .author, [class*="byline"], .p-author, [class*="author-name"]';
  const cited = metasOf(page, 'citation_author', 'dc.creator', 'dcterms.creator', 'dc.contributor');
  const tries: readonly (readonly [MetadataOrigin, readonly string[]])[] = [
    ['json-ld', article === undefined ? [] : namesOf(article, 'author')],
    [
      'meta',
      metasOf(page, 'author', 'parsely-author', 'sailthru.author', 'byl').flatMap((raw) => cleanByline(raw)),
    ],
    ['open-graph', metasOf(page, 'article:author', 'og:article:author').flatMap((raw) => cleanByline(raw))],
    ['meta', cited.flatMap((raw) => cleanByline(raw, true))],
    ['byline', bylinesIn(page, shown)],
  ];
  for (const [origin, names] of tries) {
    const value = [...new Set(names)];
    if (value.length > 0) return { value, origin };
  }
  return null;
}

/** The first byline that holds a name; pages repeat it, and add those of other articles. */
function bylinesIn(page: Document, selector: string): string[] {
  for (const element of page.querySelectorAll(selector)) {
    const text = textOf(element);
    if (text.length === 0 || text.length > 150) continue;
    const names = cleanByline(text);
    if (names.length > 0) return names;
  }
  return [];
}

function outletOf(
  page: Document,
  article: LinkedNode | undefined,
  address: string | undefined,
): Found<string> | null {
  return first([
    found('open-graph', metaOf(page, 'og:site_name')),
    found('json-ld', article === undefined ? undefined : namesOf(article, 'publisher')[0]),
    found('meta', metaOf(page, 'application-name', 'citation_journal_title', 'dc.publisher', 'publisher')),
    found('address', address === undefined ? undefined : new URL(address).hostname.replace(/^www\./u, '')),
  ]);
}

function datesOf(page: Document, article: LinkedNode | undefined): Found<string>[] {
  const list: Found<string>[] = [];
  const add = (origin: MetadataOrigin, value: string | null | undefined): void => {
    if (value !== undefined && value !== null && value.trim() !== '') list.push({ value, origin });
  };
  add('json-ld', article?.text('datePublished'));
  add('open-graph', metaOf(page, 'article:published_time', 'og:published_time', 'og:article:published_time'));
  const names =
    'citation_publication_date citation_date dc.date.issued dcterms.issued dc.date.created dc.date dcterms.date parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date date article.published';
  for (const name of names.split(' ')) add('meta', metaOf(page, name));
  const microdata = page.querySelector('[itemprop~="datePublished"]');
  add(
    'microdata',
    microdata?.getAttribute('content') ?? microdata?.getAttribute('datetime') ?? textOf(microdata),
  );
  const printed = page.querySelector(
    'time[pubdate], article time[datetime], header time[datetime], .byline time, .published',
  );
  add('byline', printed?.getAttribute('datetime') ?? textOf(printed));
  for (const element of [
    ...page.querySelectorAll('time, [class*="date"], [class*="byline"], [class*="meta"]'),
  ].slice(0, 40)) {
    const text = textOf(element);
    if (text.length > 0 && text.length < 120) add('byline', element.getAttribute('datetime') ?? text);
  }
  add(
    'address',
    /\/(\d{4}\/\d{2}\/\d{2})\//u.exec(
      page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '',
    )?.[1],
  );
  add('modified', article?.text('dateModified'));
  add('modified', metaOf(page, 'article:modified_time', 'last-modified'));
  add('modified', page.querySelector('[itemprop~="dateModified"]')?.getAttribute('content'));
  return list;
}

/** The content of the first meta element of one of these names, whatever attribute has the name. */
function metaOf(page: Document, ...names: readonly string[]): string | undefined {
  return metasOf(page, ...names)[0];
}

function metasOf(page: Document, ...names: readonly string[]): string[] {
  const metas = [...page.querySelectorAll('meta[content]')];
  return names.flatMap((name) =>
    metas
      .filter((meta) =>
        ['property', 'name', 'http-equiv', 'itemprop'].some(
          (key) => meta.getAttribute(key)?.trim().toLowerCase() === name,
        ),
      )
      .map((meta) => meta.getAttribute('content')?.trim() ?? '')
      .filter((content) => content !== ''),
  );
}

function found(origin: MetadataOrigin, value: string | undefined): Found<string> | null {
  const text = value?.replace(/\s+/gu, ' ').trim().slice(0, LONGEST) ?? '';
  return text === '' ? null : { value: text, origin };
}

function first<T>(tries: readonly (Found<T> | null)[]): Found<T> | null {
  return tries.find((one) => one !== null) ?? null;
}

function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

function webAddress(href: string | null | undefined, base: string | undefined): string | undefined {
  if (href === null || href === undefined) return undefined;
  try {
    const url = new URL(href, base);
    return /^https?:$/u.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
