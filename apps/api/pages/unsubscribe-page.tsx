import { PublicLayout, type PublicInstallation } from '#ui/pages';

/** Where the person is: asked, done, or with a link that is none. */
export type UnsubscribeState = 'asked' | 'done' | 'unknown';

const TEXT: Readonly<Record<UnsubscribeState, { readonly title: string; readonly text: string }>> = {
  asked: {
    title: 'Stop these mails?',
    text: 'You will get no more mails of this kind. Mails of other kinds, and your account, stay as they are.',
  },
  done: {
    title: 'You are unsubscribed',
    text: 'No more mails of this kind will be sent to you. You can turn them on again in your settings.',
  },
  unknown: {
    title: 'This link does not work',
    text: 'It may be cut off or very old. Use the link at the end of a newer mail, or your settings.',
  },
};

interface UnsubscribePageProps {
  readonly state: UnsubscribeState;
  readonly installation: PublicInstallation;
}

/** Asks before anything happens: mail scanners open every link of a mail, but they press no buttons. */
export function UnsubscribePage({ state, installation }: UnsubscribePageProps) {
  const { title, text } = TEXT[state];
  return (
    <PublicLayout installation={installation} title={title} description={text} path="/unsubscribe" noIndex>
      <header className="ot-page-header">
        <h1>{title}</h1>
        <p className="ot-lead">{text}</p>
      </header>
      {state === 'asked' ? (
        <form method="post">
          <button type="submit">Stop these mails</button>
        </form>
      ) : null}
    </PublicLayout>
  );
}
