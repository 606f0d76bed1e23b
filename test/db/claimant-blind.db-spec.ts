import type { Actor } from '#core/domain';
import { ReviewWorld, NO } from '../support/review-world.js';

/** A project in which reviewers judge what was said before they see who said it. */
describe('reviewing without the claimants', () => {
  let world: ReviewWorld;
  let reviewer: Actor;
  let propositionId: string;

  beforeEach(async () => {
    world = await ReviewWorld.start({ hideClaimants: true });
    reviewer = await world.person(['reviewer']);
    ({ propositionId } = await world.claim({ outlet: 'The Fictional Courier' }));
  });
  afterEach(() => world.stop());

  const seenBy = async (who: Actor) => JSON.stringify(await world.reviews.getProposition(who, propositionId));
  const GIVEN_AWAY = /Venn|Ottokar|Courier|70 %|0\.7/;

  it('no word of author, outlet or likelihood reaches who has yet to answer', async () => {
    await world.lease(reviewer, propositionId);
    expect(await seenBy(reviewer)).not.toMatch(GIVEN_AWAY);
    expect(JSON.stringify(await world.inbox.listChoices(reviewer))).not.toMatch(GIVEN_AWAY);
    const claimant = await world.database.direct.claimant.findFirstOrThrow();
    await expect(world.inbox.listInbox(reviewer, { claimant: claimant.id })).rejects.toMatchObject({
      code: 'INPUT.INVALID',
    });
  });

  it('all of it is there once they have answered, and for who does not review', async () => {
    await world.answer(reviewer, propositionId, NO);
    expect(await seenBy(reviewer)).toMatch(/Ottokar Venn.*Courier/);
    expect(await seenBy(world.curator)).toMatch(/Ottokar Venn/);
  });

  it('who asks before sees it, and that they asked is written down, once', async () => {
    const shown = await world.reviews.unblind(reviewer, propositionId);
    await world.reviews.unblind(reviewer, propositionId);
    expect(shown).toMatchObject({ isBlind: false, claims: [{ claimant: 'Ottokar Venn' }] });
    const where = { action: 'review.unblinded', subjectId: propositionId, actor: reviewer.userId };
    expect(await world.database.direct.auditEntry.count({ where })).toBe(1);
  });
});
