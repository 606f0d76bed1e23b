import { Link } from '@tanstack/react-router';
import { t } from '#ui/i18n';

export function NotFound() {
  return (
    <main className="door" id="content">
      <h1>{t('notFound.title')}</h1>
      <p>{t('app.notFound')}</p>
      <p>
        <Link to="/">{t('app.home')}</Link>
      </p>
    </main>
  );
}
