/**
 * A sender of mail in a process of its own, from the built code, for being killed. Sends what waits until it is.
 * Arguments: database address, address of the mail server.
 */
import { Clock } from '../../dist/libs/platform/clock/index.js';
import { readConfig } from '../../dist/libs/platform/config/index.js';
import { Database } from '../../dist/libs/platform/db/index.js';
import { Mailer, MailServerAwayError } from '../../dist/libs/platform/mail/index.js';

const [databaseUrl, smtpUrl] = process.argv.slice(2);
const database = new Database({ url: databaseUrl, poolSize: 4 });
const config = readConfig({
  OUTTURN_SECRET: '6f1c9a0d5be24873a1f0c2d94e7b8356',
  DATABASE_URL: databaseUrl,
  SMTP_URL: smtpUrl,
  MAIL_CONNECTIONS: '4',
  MAIL_PER_MINUTE: '100000',
});
const mailer = new Mailer(config, database, new Clock(database));
process.stdout.write('ready\n');
for (;;) {
  try {
    if (!(await mailer.sendWaiting())) await new Promise((resolve) => setTimeout(resolve, 200));
  } catch (error) {
    if (!(error instanceof MailServerAwayError)) throw error;
  }
}
