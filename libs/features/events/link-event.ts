import { type Actor, DomainError } from '#core/domain';
import {
  auditRepo,
  type HandMadeLink,
  matchRepo,
  propositionRepo,
  type StoredMatch,
  type Tx,
} from '#platform/db';

/**
 * Links an event to a proposition because somebody says so. A suggestion of the pair is confirmed by it, and a link that
 * is there takes the new stance. Throws DomainError PROPOSITION.NOT_FOUND, MATCH.REJECTED.
 */
export async function linkEvent(actor: Actor, link: HandMadeLink, at: Date, tx: Tx): Promise<StoredMatch> {
  const proposition = await propositionRepo.find(link.propositionId, tx);
  if (proposition === null)
    throw new DomainError('PROPOSITION.NOT_FOUND', `There is no proposition ${link.propositionId}.`);
  const known = await matchRepo.findPair(link.eventId, link.propositionId, tx);
  if (known?.state === 'rejected')
    throw new DomainError('MATCH.REJECTED', 'This pair was rejected; a rejected pair does not return.');
  if (known === null) await matchRepo.linkByHand(link, actor.userId, at, tx);
  else {
    const decision = { to: 'confirmed', stance: link.stance } as const;
    await matchRepo.decide(known.id, ['suggested', 'confirmed'], decision, actor.userId, at, tx);
  }
  const match = await matchRepo.findPair(link.eventId, link.propositionId, tx);
  if (match === null) throw new Error('a link was made and is not there');
  await auditRepo.appendAudit(tx, {
    at,
    actor: actor.userId,
    action: 'match.linked',
    subjectType: 'match',
    subjectId: match.id,
    payload: { ...link },
  });
  return match;
}
