import { t } from '#ui/i18n';
import type { PublicInstallation } from './installation.js';
import { PublicLayout } from './public-layout.js';

interface BadAddressPageProps {
  readonly installation: PublicInstallation;
  /** What is wrong with which part of the address. */
  readonly fields: readonly { readonly path: string; readonly message: string }[];
}

/** What an address with a part that makes no sense answers, with status 400. */
export function BadAddressPage({ installation, fields }: BadAddressPageProps) {
  return (
    <PublicLayout
      installation={installation}
      title={t('badAddress.title')}
      description={t('badAddress.text')}
      path="/400"
      noIndex
    >
      <header className="ot-page-header">
        <h1>{t('badAddress.title')}</h1>
        <p className="ot-lead">{t('badAddress.text')}</p>
        {fields.length === 0 ? null : (
          <ul>
            {fields.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{t('badAddress.field', { path, message })}</li>
            ))}
          </ul>
        )}
        <p>
          <a href="/">{t('notFound.back')}</a>
        </p>
      </header>
    </PublicLayout>
  );
}
