import type { ClaimOnProposition } from '#contracts/http';
import { type Actor, hideWords } from '#core/domain';
import { getInstallation, reviewRepo, type StoredRound, type Tx, unblindingRepo } from '#platform/db';
import type { z } from 'zod';

type Claim = z.input<typeof ClaimOnProposition>;

/**
 * Whether who said it, where and how likely is hidden from this person: where the project wants it so, from reviewers
 * who may still answer and have not asked to see it. Nothing here leads to the public pages, which name them; these are the
 * same for everybody and cached, so that who opens one is not looked up, and no such look is on record.
 */
export async function isBlind(
  actor: Actor,
  propositionId: string,
  round: StoredRound | null,
  isDecided: boolean,
  tx: Tx,
): Promise<boolean> {
  const { settings } = await getInstallation(tx);
  if (!settings.hideClaimants || !actor.roles.has('reviewer')) return false;
  const isOpen = round !== null && round.state === 'open';
  if (isDecided && !isOpen) return false;
  if (round !== null && (await reviewRepo.hasAnswered(round.id, actor.userId, tx))) return false;
  return !(await unblindingRepo.has(actor.userId, propositionId, tx));
}

/** A claim without author, outlet and likelihood; the quote without their words, as far as a rule finds them. */
export function blindClaim(claim: Claim): Claim {
  const names = [claim.claimant, claim.outlet].filter((name) => name !== null);
  const { phrase = '' } = claim.probability ?? {};
  const hide = (text: string) => hideWords(text, names, [phrase]);
  return {
    ...claim,
    claimant: null,
    claimantId: null,
    claimantKind: null,
    outlet: null,
    sourceTitle: '',
    probability: null,
    series: null,
    quote: hide(claim.quote),
    prefix: hide(claim.prefix),
    suffix: hide(claim.suffix),
  };
}
