import { createTransport, type Transporter } from 'nodemailer';
import { realNow } from '../clock/index.js';
import { judgeSmtpError } from './mail-failure.js';
import type { MailMessage } from './mail-message.js';

const CONNECT_MS = 10_000;
const GREETING_MS = 10_000;
const SILENCE_MS = 30_000;
const ALL_MS = 60_000;
/** Servers are known to count the mails of a connection. */
const MAILS_PER_CONNECTION = 100;
/** Before a byte of a mail is sent, a connection that the server had closed meanwhile may be replaced. */
const NEW_CONNECTIONS = 2;

/**
 * One connection to an SMTP server, kept open from mail to mail, which carries one mail at a time: only so is it known
 * of each whether its last byte was written before something broke.
 */
export class SmtpLine {
  private wasHandedOver = false;
  private transport: Transporter | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly smtpUrl: string,
    private readonly from: string,
  ) {}

  /** Resolves when the server has taken the mail; throws a {@link MailFailure} otherwise. One after the other. */
  async send(mail: MailMessage): Promise<void> {
    const turn = this.last.then(() => this.sendNow(mail));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the connection when the mail on it is through; the next mail opens another. */
  close(): void {
    this.last = this.last.then(() => {
      this.transport?.close();
      this.transport = null;
    });
  }

  private async sendNow(mail: MailMessage): Promise<void> {
    this.wasHandedOver = false;
    this.transport ??= this.open();
    const transport = this.transport;
    // A server that trickles its answers never falls silent for long.
    const timer = setTimeout(() => {
      this.transport = null;
      transport.close({ force: true });
    }, ALL_MS);
    try {
      await transport.sendMail({
        ...mail,
        headers: { ...mail.headers },
        from: this.from,
        date: realNow(),
        textEncoding: 'quoted-printable',
      });
    } catch (error) {
      throw judgeSmtpError(error, this.wasHandedOver);
    } finally {
      clearTimeout(timer);
    }
  }

  private open(): Transporter {
    return createTransport({
      pool: true,
      maxConnections: 1,
      maxMessages: MAILS_PER_CONNECTION,
      maxRequeues: NEW_CONNECTIONS,
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
          if (isMessageWritten(entry)) this.wasHandedOver = true;
        },
        debug: ignore,
        trace: ignore,
        warn: ignore,
        error: ignore,
        fatal: ignore,
      },
    });
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
