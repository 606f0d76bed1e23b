import { t } from '#ui/i18n';
import type { PublicInstallation } from './installation.js';
import { PublicLayout } from './public-layout.js';

/** What any address without a page answers, with status 404. */
export function NotFoundPage({ installation }: { readonly installation: PublicInstallation }) {
  return (
    <PublicLayout
      installation={installation}
      title={t('notFound.title')}
      description={t('notFound.text')}
      path="/404"
      noIndex
    >
      <header className="ot-page-header">
        <h1>{t('notFound.title')}</h1>
        <p className="ot-lead">{t('notFound.text')}</p>
        <p>
          <a href="/">{t('notFound.back')}</a>
        </p>
      </header>
    </PublicLayout>
  );
}
