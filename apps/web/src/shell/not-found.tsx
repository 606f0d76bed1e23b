import { Link } from '@tanstack/react-router';
import { t } from '#ui/i18n';
import { EmptyState } from '../feedback/states.js';

export function NotFound() {
  return (
    <div className="page">
      <EmptyState title={t('notFound.title')} action={<Link to="/">{t('app.home')}</Link>}>
        {t('app.notFound')}
      </EmptyState>
    </div>
  );
}
