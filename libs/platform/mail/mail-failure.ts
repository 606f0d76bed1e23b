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
}

/** Commands whose refusal is about the mail itself; what comes before them is about the server and our account. */
const ABOUT_THE_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
/** "Bad sequence of commands" says that the session went wrong, not that the mail is bad. */
const BAD_SEQUENCE = 503;

/** Judges an error of the SMTP client. `wasHandedOver`: the last byte of the mail had been written. */
export function judgeSmtpError(error: unknown, wasHandedOver: boolean): MailFailure {
  const smtp: SmtpError = isSmtpError(error) ? error : { message: String(error) };
  const kind = kindOf(smtp, wasHandedOver);
  const detail =
    kind === 'unknown'
      ? `The server may have taken the mail, its answer was lost: ${smtp.message}`
      : smtp.message;
  return new MailFailure(detail.replace(/\s+/g, ' ').slice(0, 1_000), kind, { cause: error });
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

function isSmtpError(error: unknown): error is SmtpError {
  return error instanceof Error;
}
