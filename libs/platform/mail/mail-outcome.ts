import { createHash } from 'node:crypto';
import { MAIL_TRIES, mailRetryWaitMs } from '#core/domain';
import type { MailOutcome } from '../db/repositories/mail-queue.repo.js';
import type { StoredNotice } from '../db/repositories/notice.repo.js';
import type { MailFailure } from './mail-failure.js';

/** The time on both clocks, and a number from 0 to 1 that spreads retries. */
export interface OutcomeTimes {
  readonly now: Date;
  readonly realNow: Date;
  readonly chance: number;
}

/**
 * What a hand-over means for a notice; `failure` is null where the server took it. `notice` is as it was reserved,
 * before this try was counted.
 *
 * What may have arrived is not sent again, except where a second copy does less harm than none: mail that belongs to no
 * stream, such as an invitation. It carries the same Message-ID.
 */
export function outcomeOf(
  notice: Pick<StoredNotice, 'id' | 'stream' | 'attempts' | 'toAddress'>,
  failure: MailFailure | null,
  times: OutcomeTimes,
): MailOutcome {
  const noticeId = notice.id;
  const base = { noticeId, sentAt: null, nextTryAt: null, error: null, deadAddressHash: null };
  if (failure === null) return { ...base, state: 'sent', sentAt: times.now };
  const error = failure.message;
  if (failure.kind === 'permanent') {
    const deadAddressHash = failure.about === 'address' ? hashAddress(notice.toAddress) : null;
    return { ...base, state: 'failed', error: withoutAddress(error, notice.toAddress), deadAddressHash };
  }
  if (failure.kind === 'unknown' && notice.stream !== null) return { ...base, state: 'unknown', error };
  const tries = notice.attempts + 1;
  if (tries >= MAIL_TRIES) return { ...base, state: 'failed', error: `Given up. ${error}` };
  const wait = mailRetryWaitMs(tries, times.chance);
  return { ...base, state: 'queued', error, nextTryAt: new Date(times.realNow.getTime() + wait) };
}

/** Under this an address is known as dead; without upper case, which few servers tell apart. */
export function hashAddress(address: string): string {
  return createHash('sha256').update(address.toLowerCase()).digest('hex');
}

/** Servers repeat the address in their refusal; it is kept with the suppression, which must not hold addresses. */
function withoutAddress(text: string, address: string): string {
  return text.replaceAll(address, '…').replaceAll(address.toLowerCase(), '…');
}
