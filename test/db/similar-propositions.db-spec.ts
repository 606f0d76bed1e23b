import type { Actor } from '#core/domain';
import { MatchingService } from '#features/events';
import { TriageService } from '#features/triage';
import { ReviewWorld, yes } from '../support/review-world.js';

/** Joining instead of duplicating: what is open already is offered while a statement is typed. */
describe('similar propositions', () => {
  let world: ReviewWorld;
  let strike: string;
  beforeAll(async () => {
    world = await ReviewWorld.start();
    strike = await open('The dockers of Norvik strike by 28 February 2022');
    for (const statement of [
      'The parliament in Vilnius adopts the border law by May 2022',
      'Sweden applies to join NATO by the end of June 2022',
      'The central bank of Brenn raises its key rate by April 2022',
    ])
      await open(statement);
  });
  afterAll(() => world.stop());

  /** An open proposition, as the job that follows its opening puts it into the index. */
  const open = async (statement: string, fields: Parameters<ReviewWorld['claim']>[0] = {}) => {
    const { propositionId } = await world.claim({ statement, ...fields });
    await world.get(MatchingService).matchProposition(propositionId);
    return propositionId;
  };
  const suggest = async (statement: string) =>
    (await world.get(TriageService).suggestPropositions(statement)).items;

  it('offers the one that says the same in other words first, and nothing that is about something else', async () => {
    const items = await suggest('Dock workers at Norvik go on strike');
    expect(items[0]).toMatchObject({ id: strike, claims: 1 });
    expect(await suggest('The ferry to Ulm is cancelled')).toEqual([]);
  });

  it('says where only the deadline differs', async () => {
    const [item] = await suggest('The dockers of Norvik strike by the end of 2022');
    expect(item).toMatchObject({ id: strike, isVariant: true });
    const [other] = await suggest('The parliament in Vilnius rejects the border law by May 2022');
    expect(other?.isVariant ?? false).toBe(false);
  });

  it('links variants to one family, so that an answer about one speaks of the other', async () => {
    const reviewers: Actor[] = await world.people(2, ['reviewer']);
    const [item] = await suggest('The dockers of Norvik strike by the end of 2022');
    expect(item?.family).toBe('');
    const late = await world.claim({
      statement: 'The dockers of Norvik strike by the end of 2022',
      deadlineOn: '2022-12-31',
      criteria: item?.criteria ?? '',
      variantOfId: strike,
    });
    for (const who of reviewers) await world.answer(who, strike, yes('2022-02-18'));
    const seen = await world.reviews.getProposition(reviewers[0] as Actor, late.propositionId);
    expect(seen.variants).toMatchObject([{ id: strike, outcome: 'OCCURRED', implies: 'OCCURRED' }]);
  });

  it('offers no more what has its verdict, and links nothing to it', async () => {
    expect((await suggest('The dockers of Norvik strike')).map(({ id }) => id)).not.toContain(strike);
    await expect(
      world.claim({ statement: 'Dockers strike by 2023', variantOfId: strike }),
    ).rejects.toMatchObject({
      code: 'PROPOSITION.CLOSED',
    });
  });
});
