import { Readability } from '@mozilla/readability';
import { joinBlocks, type TextBlock } from '#core/text';
import { parseHTML } from 'linkedom';
import type { ReadDocument } from './document.js';
import { DocumentFailure } from './document-failure.js';
import { blocksOf } from './page-blocks.js';
import { readPageMetadata, saysItIsPaid } from './page-metadata.js';

const BANNER =
  /cookie|consent|gdpr|onetrust|didomi|newsletter-?(?:signup|form)|paywall-?(?:overlay|modal)|skip-?link/iu;
const NAVIGATION = 'nav, header, footer, aside, [role="navigation"], [role="banner"], [role="contentinfo"]';
/** A banner is small beside the page. */
const BANNER_SHARE = 0.3;
/** In words; a page has more, unless it is a paywall or made by scripts. */
const LEAST_WORDS = 40;
const MOST_LINKED = 0.6;

const PAID =
  'The page says that only subscribers may read it, and gives hardly any of its text. Open it in your browser and paste the text.';

type Page = Omit<ReadDocument, 'kind' | 'mediaType' | 'charset'>;

/** The article of a web page, without what stands around it, and what the page says of itself. */
export function readPage(html: string, address: string | undefined): Page {
  const { document } = parseHTML(whole(html));
  const metadata = readPageMetadata(document, address);
  const isPaid = saysItIsPaid(document);
  const article = articleOf(document);
  const text = joinBlocks(withoutTitle(blocksOf(article), metadata.title?.value ?? ''));
  return { text, ...metadata, doubt: doubtOf(text, article, isPaid) };
}

function doubtOf(text: string, article: Element, isPaid: boolean): Page['doubt'] {
  const words = wordsIn(text);
  if (words < LEAST_WORDS)
    return {
      fault: 'TOO_LITTLE_TEXT',
      message: isPaid ? PAID : new DocumentFailure('TOO_LITTLE_TEXT').message,
    };
  const linked = [...article.querySelectorAll('a')].reduce((sum, a) => sum + wordsIn(a.textContent ?? ''), 0);
  if (linked <= words * MOST_LINKED) return null;
  return { fault: 'NOT_ARTICLE', message: new DocumentFailure('NOT_ARTICLE').message };
}

/** A document as HTML that holds nothing but itself: its pieces in their order. */
export function textOfHtml(html: string): { text: string; heading: string | null } {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const blocks = blocksOf(document.body);
  const heading = blocks[0]?.kind === 'heading' ? blocks[0].text : null;
  return { text: joinBlocks(blocks), heading };
}

function articleOf(document: Document): Element {
  removeBanners(document);
  // Readability takes the page apart, so it works on a copy; without an article, the page without its edges is taken.
  const { document: copy } = parseHTML(document.documentElement.outerHTML);
  const found = new Readability(copy, { keepClasses: false }).parse();
  if (found?.content !== null && found?.content !== undefined && wordsIn(found.textContent ?? '') > 0)
    return parseHTML(`<!doctype html><html><body>${found.content}</body></html>`).document.body;
  for (const edge of document.querySelectorAll(NAVIGATION)) edge.remove();
  return document.body;
}

function removeBanners(document: Document): void {
  const whole = (document.body.textContent ?? '').length;
  for (const element of document.querySelectorAll('body [id], body [class]')) {
    const names = `${element.id} ${element.getAttribute('class') ?? ''}`;
    if (BANNER.test(names) && (element.textContent ?? '').length < whole * BANNER_SHARE) element.remove();
  }
}

/** The title is kept by itself; where the article repeats it above its text it is not said twice. */
function withoutTitle(blocks: readonly TextBlock[], title: string): readonly TextBlock[] {
  const [head, ...rest] = blocks;
  return head?.kind === 'heading' && head.text.trim() === title ? rest : blocks;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** linkedom, unlike a browser, adds no root and no body where a page leaves them out, as it may. */
function whole(html: string): string {
  if (/<html[\s>]/iu.test(html) && /<body[\s>]/iu.test(html)) return html;
  return `<!doctype html><html><body>${html.replace(/<!doctype[^>]*>|<\/?html[^>]*>/giu, '')}</body></html>`;
}
