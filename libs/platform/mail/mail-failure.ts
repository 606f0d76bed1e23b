/** Why a mail was not taken, and whether trying again can help. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';

  constructor(
    message: string,
    /**
     * `permanent`: the server refuses this mail, or it cannot be written. `transient`: the server is away, busy, or does
     * not let us in. `unknown`: the whole mail was handed over and the answer lost; it may have arrived.
     */
    readonly kind: 'permanent' | 'transient' | 'unknown',
    /**
     * `server`: it does not answer or does not let us in, so other mails would fare no better. `address`: the server
     * says that there is no such mailbox. `mail`: anything else.
     */
    readonly about: 'server' | 'address' | 'mail' = 'mail',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What nodemailer attaches to its errors. */
interface SmtpError {
  readonly message: string;
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Commands whose refusal is about the mail itself; what comes before them is about the server and our account. */
const ABOUT_THE_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
/** "Bad sequence of commands" says that the session went wrong, not that the mail is bad. */
const BAD_SEQUENCE = 503;
/** The server closes the connection, whatever it was asked. */
const SHUTTING_DOWN = 421;

/** Judges an error of the SMTP client. `wasHandedOver`: the last byte of the mail had been written. */
export function judgeSmtpError(error: unknown, wasHandedOver: boolean): MailFailure {
  const smtp: SmtpError = isSmtpError(error) ? error : { message: String(error) };
  const kind = kindOf(smtp, wasHandedOver);
  const detail =
    kind === 'unknown'
      ? `The server may have taken the mail, its answer was lost: ${smtp.message}`
      : smtp.message;
  return new MailFailure(detail.replace(/\s+/g, ' ').slice(0, 1_000), kind, aboutOf(smtp, kind), {
    cause: error,
  });
}

function kindOf(error: SmtpError, wasHandedOver: boolean): MailFailure['kind'] {
  const { code, command = '', responseCode } = error;
  if (responseCode === undefined) {
    if (wasHandedOver) return 'unknown';
    // Without an answer of the server these are our own: an address or a text that cannot be sent.
    return code === 'EENVELOPE' || code === 'EMESSAGE' ? 'permanent' : 'transient';
  }
  const isRefusal = responseCode >= 500 && responseCode !== BAD_SEQUENCE && ABOUT_THE_MAIL.has(command);
  return isRefusal ? 'permanent' : 'transient';
}

/** Refusals of a recipient that say there is no such mailbox, where the server gives no enhanced code. */
const DEAD_CODES = new Set([550, 551, 553]);
/** The same by RFC 3463: 5.1.x is about the address; 5.2.1 a mailbox that is closed. Full ones (5.2.2) come back. */
const DEAD_ENHANCED = /^5\.(?:1\.\d{1,3}|2\.1)$/;
const ENHANCED = /\b5\.\d{1,3}\.\d{1,3}\b/;

function aboutOf(error: SmtpError, kind: MailFailure['kind']): MailFailure['about'] {
  const { command = '', responseCode, response = '' } = error;
  if (kind === 'transient')
    return responseCode !== undefined && ABOUT_THE_MAIL.has(command) && responseCode !== SHUTTING_DOWN
      ? 'mail'
      : 'server';
  if (kind !== 'permanent' || command !== 'RCPT TO' || responseCode === undefined) return 'mail';
  const enhanced = ENHANCED.exec(response)?.[0];
  const isDead = enhanced === undefined ? DEAD_CODES.has(responseCode) : DEAD_ENHANCED.test(enhanced);
  return isDead ? 'address' : 'mail';
}

function isSmtpError(error: unknown): error is SmtpError {
  return error instanceof Error;
}
