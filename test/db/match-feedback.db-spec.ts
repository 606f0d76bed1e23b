import { EventInput } from '#contracts/http';
import { EventsService, MatchFeedbackService, MatchingService } from '#features/events';
import { ReviewWorld } from '../support/review-world.js';

const RECOGNITION = 'Russia recognises Donetsk and Luhansk as independent states';
const UNKNOWN = '00000000-0000-7000-8000-000000000000';

describe('what people say of matches', () => {
  let world: ReviewWorld;

  beforeEach(async () => {
    world = await ReviewWorld.start();
  });
  afterEach(() => world.stop());

  const feedback = () => world.get(MatchFeedbackService);
  const events = () => world.get(EventsService);
  const input = (title: string, feed = '') => EventInput.parse({ title, publishedAt: '2022-02-21', feed });
  const matches = () => world.database.direct.match.findMany({ orderBy: { id: 'asc' } });

  async function proposition(statement = RECOGNITION): Promise<string> {
    const { propositionId } = await world.claim({
      statement,
      saidOn: '2022-01-10',
      deadlineOn: '2022-12-31',
    });
    await world.get(MatchingService).matchProposition(propositionId);
    return propositionId;
  }

  async function suggested(feed = ''): Promise<string> {
    await proposition();
    await events().addEvent(world.curator, input(RECOGNITION, feed));
    await world.get(MatchingService).matchWaiting();
    const [match] = await matches();
    return match?.id ?? '';
  }

  it('links an event that was recorded because of a proposition, in one go', async () => {
    const propositionId = await proposition('The ferry to Helgoland is cancelled');
    const about = { propositionId, stance: 'supports' } as const;
    const { event } = await events().addEvent(world.curator, input('Storm over the North Sea'), about);
    expect(event.matches).toMatchObject([
      { propositionId, state: 'confirmed', stance: 'supports', byHand: true, reasons: ['linked by hand'] },
    ]);
    const reviewer = await world.person(['reviewer']);
    expect(await world.isAsked(reviewer, propositionId)).toBe(true);
  });

  it('stores no event whose proposition is not there', async () => {
    const about = { propositionId: UNKNOWN, stance: 'supports' } as const;
    await expect(events().addEvent(world.curator, input('Storm'), about)).rejects.toMatchObject({
      code: 'PROPOSITION.NOT_FOUND',
    });
    expect(await world.database.direct.eventReport.count()).toBe(0);
  });

  it('confirms a suggestion of the pair that is linked by hand, and takes another stance later', async () => {
    const id = await suggested();
    const [match] = await matches();
    const { eventId = '', propositionId = '' } = match ?? {};
    const linked = await feedback().linkEvent(world.curator, eventId, {
      propositionId,
      stance: 'background',
    });
    expect(linked).toMatchObject({ id, state: 'confirmed', stance: 'background', byHand: false });
    const again = await feedback().decideMatch(world.curator, id, { to: 'confirmed', stance: 'contradicts' });
    expect(again.stance).toBe('contradicts');
    expect(await matches()).toMatchObject([{ id, stance: 'contradicts' }]);
  });

  it('does not link what was rejected, or what is not there', async () => {
    const id = await suggested();
    const [match] = await matches();
    const { eventId = '', propositionId = '' } = match ?? {};
    await feedback().decideMatch(world.curator, id, { to: 'rejected', stance: null });
    const about = { propositionId, stance: 'supports' } as const;
    await expect(feedback().linkEvent(world.curator, eventId, about)).rejects.toMatchObject({
      code: 'MATCH.REJECTED',
    });
    await expect(feedback().linkEvent(world.curator, UNKNOWN, about)).rejects.toMatchObject({
      code: 'EVENT.NOT_FOUND',
    });
  });

  it('mutes a proposition: no event finds it until it is unmuted, and then those of meanwhile do', async () => {
    const propositionId = await proposition();
    await feedback().muteProposition(world.curator, propositionId, true);
    await events().addEvent(world.curator, input(RECOGNITION));
    await world.get(MatchingService).sweep();
    expect(await matches()).toEqual([]);
    await feedback().muteProposition(world.curator, propositionId, false);
    await world.get(MatchingService).sweep();
    expect(await matches()).toMatchObject([{ propositionId }]);
    expect(await feedback().muteProposition(world.curator, propositionId, false)).toEqual({ muted: false });
  });

  it('mutes a feed: its events are kept and not matched', async () => {
    await proposition();
    await events().addEvent(world.curator, input('Something else', 'Noise'));
    const { feeds } = await feedback().getMatchQuality();
    await feedback().muteFeed(world.curator, feeds.find(({ title }) => title === 'Noise')?.id ?? '', true);
    await events().addEvent(world.curator, input(RECOGNITION, 'Noise'));
    await world.get(MatchingService).matchWaiting();
    expect(await matches()).toEqual([]);
    expect(await world.database.direct.eventReport.count({ where: { matchedAt: null } })).toBe(0);
    await expect(feedback().muteFeed(world.curator, UNKNOWN, true)).rejects.toMatchObject({
      code: 'FEED.NOT_FOUND',
    });
  });

  it('tells how many suggestions were right, by feed and by score, without what was linked by hand', async () => {
    const id = await suggested('Agency');
    const other = await proposition('The ferry to Helgoland is cancelled');
    const { event } = await events().addEvent(world.curator, input('Storm', 'Agency'));
    await feedback().linkEvent(world.curator, event.id, { propositionId: other, stance: 'supports' });
    const before = await feedback().getMatchQuality();
    expect(before.feeds).toMatchObject([
      { title: 'Agency', events: 2, suggested: 1, confirmed: 0, precision: null },
    ]);
    await feedback().decideMatch(world.curator, id, { to: 'confirmed', stance: 'supports' });
    const { feeds, scores } = await feedback().getMatchQuality();
    expect(feeds).toMatchObject([{ confirmed: 1, suggested: 0, precision: { share: 1, high: 1 } }]);
    expect(feeds[0]?.precision?.low).toBeCloseTo(0.2065, 3);
    expect(scores).toMatchObject([{ from: 0.9, confirmed: 1 }]);
  });

  it('filters the events that wait for a word, came by a feed, or matched nothing', async () => {
    const id = await suggested('Agency');
    await events().addEvent(world.curator, input('Nothing of the kind', 'Other'));
    await world.get(MatchingService).matchWaiting();
    const titles = async (query: object) =>
      (await events().listEvents({ limit: 20, ...query } as never)).items.map(({ title }) => title);
    expect(await titles({ show: 'suggested' })).toEqual([RECOGNITION]);
    expect(await titles({ show: 'strong' })).toEqual([RECOGNITION]);
    expect(await titles({ show: 'unmatched' })).toEqual(['Nothing of the kind']);
    expect(await titles({ feed: 'Other' })).toEqual(['Nothing of the kind']);
    await feedback().decideMatch(world.curator, id, { to: 'confirmed', stance: null });
    expect(await titles({ show: 'suggested' })).toEqual([]);
    expect(await titles({ show: 'all', feed: '' })).toHaveLength(2);
  });
});
