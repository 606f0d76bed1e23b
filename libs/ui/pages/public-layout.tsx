import type { ReactNode } from 'react';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';
import { zoneOf, type PublicInstallation } from './installation.js';

export interface PublicLayoutProps {
  readonly installation: PublicInstallation;
  readonly title: string;
  /** One or two sentences for search results and previews. */
  readonly description: string;
  /** Path of the page, such as `/claims/…`; used for the canonical link and to mark the current entry of the menu. */
  readonly path: string;
  /** Pages that are not for search machines: not found, private. */
  readonly noIndex?: boolean;
  /** For pages whose table needs the room. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A whole HTML document. Everything is readable without JavaScript; light or dark is the reader's setting. */
export function PublicLayout(props: PublicLayoutProps) {
  const { installation } = props;
  const title = isBoard(props.path)
    ? installation.projectName
    : `${props.title} · ${installation.projectName}`;
  const canonical = installation.baseUrl === undefined ? null : `${installation.baseUrl}${props.path}`;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <meta name="description" content={props.description} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={props.description} />
        {props.noIndex === true ? <meta name="robots" content="noindex" /> : null}
        {canonical === null ? null : <link rel="canonical" href={canonical} />}
        <link rel="icon" href="/app/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={installation.stylesheet ?? '/public.css'} />
      </head>
      <body className={props.isWide === true ? 'ot-public ot-wide' : 'ot-public'}>
        <a className="ot-skip" href="#content">
          {t('site.skip')}
        </a>
        {installation.mode === 'demo' ? <DemoBanner installation={installation} /> : null}
        <Header projectName={installation.projectName} path={props.path} />
        <main id="content" tabIndex={-1}>
          {props.children}
        </main>
        <Footer installation={installation} />
      </body>
    </html>
  );
}

function DemoBanner({ installation }: { readonly installation: PublicInstallation }) {
  const date = formatInstantDay(installation.now, zoneOf(installation));
  return (
    <aside className="ot-demo" aria-label={t('site.demo')}>
      <p>
        <strong>{t('site.demo')}</strong> {t('site.demo.text', { date })}
      </p>
    </aside>
  );
}

const isBoard = (path: string) => path === '/' || path.startsWith('/?');

function Header({ projectName, path }: { readonly projectName: string; readonly path: string }) {
  return (
    <header className="ot-header">
      <a className="ot-wordmark" href="/">
        {projectName}
      </a>
      <span className="ot-tagline">{t('site.tagline')}</span>
      <nav aria-label={t('site.nav')}>
        <a href="/" aria-current={isBoard(path) ? 'page' : undefined}>
          {t('site.board')}
        </a>
        <a href="/method" aria-current={path === '/method' ? 'page' : undefined}>
          {t('site.method')}
        </a>
        <a href="/app/">{t('site.workspace')}</a>
      </nav>
    </header>
  );
}

function Footer({ installation }: { readonly installation: PublicInstallation }) {
  return (
    <footer className="ot-footer">
      <div className="ot-footer-columns">
        <section>
          <h2>{t('site.footer.measures.title')}</h2>
          <p>{t('site.footer.measures')}</p>
        </section>
        <section>
          <h2>{t('site.footer.not.title')}</h2>
          <p>{t('site.footer.not')}</p>
        </section>
        <section>
          <h2>{t('site.footer.answer.title')}</h2>
          <p>{t('site.footer.answer')}</p>
        </section>
      </div>
      <p className="ot-colophon">
        <a href="/corrections">{t('site.corrections')}</a>
        {' · '}
        {t('site.footer.shown', { date: formatInstantDay(installation.now, zoneOf(installation)) })}
      </p>
    </footer>
  );
}
