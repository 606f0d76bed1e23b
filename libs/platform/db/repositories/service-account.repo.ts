import type { Tx } from '../database.js';

const COMMAND_LINE = 'command-line@outturn.invalid';

/** Accounts that are nobody: they give history a name to show, have no password and are disabled. */
export const serviceAccountRepo = {
  /** Who acts when somebody works at the terminal. */
  async ensureCommandLine(at: Date, tx: Tx): Promise<{ id: string; name: string }> {
    const row = await tx.user.upsert({
      where: { email: COMMAND_LINE },
      create: { email: COMMAND_LINE, name: 'Command line', roles: [], emailVerified: false, disabledAt: at },
      update: {},
    });
    return { id: row.id, name: row.name };
  },
};
