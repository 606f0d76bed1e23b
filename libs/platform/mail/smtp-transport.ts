import { createTransport } from 'nodemailer';
import { realNow } from '../clock/index.js';
import { judgeSmtpError } from './mail-failure.js';
import type { MailMessage } from './mail-message.js';

const CONNECT_MS = 10_000;
const GREETING_MS = 10_000;
const SILENCE_MS = 30_000;
const ALL_MS = 60_000;

/** Hands mails to one SMTP server, a connection each. */
export class SmtpTransport {
  constructor(
    private readonly smtpUrl: string,
    private readonly from: string,
  ) {}

  /** Resolves when the server has taken the mail; throws a {@link MailFailure} otherwise. */
  async send(mail: MailMessage): Promise<void> {
    let wasHandedOver = false;
    const transport = createTransport({
      url: this.smtpUrl,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: GREETING_MS,
      dnsTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
      requireTLS: needsTls(this.smtpUrl),
      // The client's own log is the only place that tells when the last byte of the mail was written.
      logger: {
        info: (entry: unknown) => {
          if (isMessageWritten(entry)) wasHandedOver = true;
        },
        debug: ignore,
        trace: ignore,
        warn: ignore,
        error: ignore,
        fatal: ignore,
      },
    });
    try {
      await transport.sendMail({
        ...mail,
        headers: { ...mail.headers },
        from: this.from,
        date: realNow(),
        textEncoding: 'quoted-printable',
        signal: AbortSignal.timeout(ALL_MS),
      });
    } catch (error) {
      throw judgeSmtpError(error, wasHandedOver);
    } finally {
      transport.close();
    }
  }
}

function ignore(): void {
  // Errors come out of sendMail; the rest is noise.
}

function isMessageWritten(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'message';
}

/** A password must not cross a network in clear text. */
function needsTls(smtpUrl: string): boolean {
  const { protocol, username, hostname } = new URL(smtpUrl);
  return protocol === 'smtp:' && username !== '' && !/^(localhost|127\.|\[::1\])/.test(hostname);
}
