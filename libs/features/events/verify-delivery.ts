import { DomainError } from '#core/domain';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

/** A delivery as it came. */
export interface SignedDelivery {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
const ID_AT_MOST = 300;

/**
 * Checks a signature of Standard Webhooks over the bytes as they came, by any of the secrets, and the time it was made
 * at: five minutes either way, by real time. Returns the delivery's id. Throws DomainError HOOK.UNSIGNED, HOOK.STALE,
 * HOOK.BAD_SIGNATURE.
 */
export function verifyDelivery({ body, headers }: SignedDelivery, secrets: readonly string[]): string {
  const given: Record<string, string> = {};
  for (const name of HEADERS) {
    const value = headers[name] ?? '';
    if (value === '')
      throw new DomainError(
        'HOOK.UNSIGNED',
        `The header ${name} is missing. Deliveries are signed by Standard Webhooks.`,
      );
    given[name] = value;
  }
  const id = given['webhook-id'] ?? '';
  if (id.length > ID_AT_MOST)
    throw new DomainError('HOOK.UNSIGNED', `webhook-id is longer than ${String(ID_AT_MOST)} characters.`);
  if (!/^\d{1,12}$/.test(given['webhook-timestamp'] ?? ''))
    throw new DomainError('HOOK.STALE', 'webhook-timestamp is not a number of seconds since 1970.');
  for (const secret of secrets)
    try {
      new Webhook(secret).verify(body, given, { jsonParse: false });
      return id;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (/timestamp too/.test(error.message))
        throw new DomainError(
          'HOOK.STALE',
          'webhook-timestamp is more than five minutes off our clock. Sign anew, and set the clock.',
        );
    }
  throw new DomainError(
    'HOOK.BAD_SIGNATURE',
    'The signature does not fit the body, the id, the time and a secret of this sender.',
  );
}

function isRefusal(error: unknown): error is Error {
  return error instanceof WebhookVerificationError || (error as Error).name === 'WebhookVerificationError';
}
