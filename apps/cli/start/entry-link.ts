import { InvitationsService } from '#features/accounts';
import { Config } from '#platform/config';
import { SAMPLE_ENTRY_EMAIL } from '../demo/sample-people.js';
import { openContext } from '../service/service-context.js';

export interface EntryLink {
  readonly words: string;
  readonly link: string;
}

/** The link to print at start: into the demo, or to make the first administrator's account; null once there is one. */
export async function makeEntryLink(
  settings: ConstructorParameters<typeof Config>[0],
): Promise<EntryLink | null> {
  const app = await openContext(new Config({ ...settings, logLevel: 'warn' }));
  try {
    const invitations = app.get(InvitationsService);
    if (settings.mode === 'demo') {
      const { link } = await invitations.createSignInLink(SAMPLE_ENTRY_EMAIL);
      return { words: 'Sign in (once, within 15 minutes)', link };
    }
    const setup = await invitations.createSetupLink();
    return setup === null
      ? null
      : { words: 'Make the first administrator’s account (once, within a day)', link: setup.link };
  } finally {
    await app.close();
  }
}
