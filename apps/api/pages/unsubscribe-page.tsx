import { t } from '#ui/i18n';
import { PublicLayout, type PublicInstallation } from '#ui/pages';

/** Where the person is: asked, done, or with a link that is none. */
export type UnsubscribeState = 'asked' | 'done' | 'unknown';

interface UnsubscribePageProps {
  readonly state: UnsubscribeState;
  readonly installation: PublicInstallation;
}

/** Asks before anything happens: mail scanners open every link of a mail, but they press no buttons. */
export function UnsubscribePage({ state, installation }: UnsubscribePageProps) {
  const title = t(`unsubscribe.${state}.title`);
  const text = t(`unsubscribe.${state}.text`);
  return (
    <PublicLayout installation={installation} title={title} description={text} path="/unsubscribe" noIndex>
      <header className="ot-page-header">
        <h1>{title}</h1>
        <p className="ot-lead">{text}</p>
      </header>
      {state === 'asked' ? (
        <form method="post">
          <button type="submit">{t('unsubscribe.stop')}</button>
        </form>
      ) : null}
    </PublicLayout>
  );
}
