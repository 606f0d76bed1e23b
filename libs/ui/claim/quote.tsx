import type { QuoteShape } from './claim-shapes.js';

/** The exact words, marked, with a little of what stands around them. */
export function Quote({ quote, cite }: { readonly quote: QuoteShape; readonly cite?: string | null }) {
  const address = cite ?? undefined;
  return (
    <blockquote className="ot-quote" cite={address}>
      <p>
        {quote.prefix === '' ? null : <span className="ot-soft">…{quote.prefix}</span>}
        <mark>{quote.exact}</mark>
        {quote.suffix === '' ? null : <span className="ot-soft">{quote.suffix}…</span>}
      </p>
    </blockquote>
  );
}
