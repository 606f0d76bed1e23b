import { type KnownMatch, mergeMatches, type StoryMatch } from './merge-matches.js';

const found = (
  clusterId: string,
  propositionId: string,
  score: number,
  strength: StoryMatch['strength'] = 'suggest',
): StoryMatch => ({ clusterId, propositionId, score, strength });
const known = (state: KnownMatch['state'], score: number, id = 'm'): KnownMatch => ({
  id,
  state,
  clusterId: 'storm',
  propositionId: 'p',
  score,
  strength: 'suggest',
});

describe('one suggestion for a story and a proposition', () => {
  it('is of the report that fits best, however many there are', () => {
    const best = found('storm', 'p', 0.8);
    const merged = mergeMatches([found('storm', 'p', 0.5), best, found('storm', 'p', 0.7)], []);
    expect(merged).toEqual({ fresh: [best], better: [] });
  });

  it('is made for each story and each proposition', () => {
    const matches = [found('storm', 'p', 0.5), found('flood', 'p', 0.5), found('storm', 'q', 0.5)];
    expect(mergeMatches(matches, []).fresh).toEqual(matches);
  });

  it('of equal reports is of the first', () => {
    const first = { ...found('storm', 'p', 0.5), eventId: '1' };
    expect(mergeMatches([first, { ...first, eventId: '2' }], []).fresh).toEqual([first]);
  });

  it('never returns once a report of the story was rejected, however well another fits', () => {
    const merged = mergeMatches(
      [found('storm', 'p', 0.99)],
      [known('suggested', 0.3, 'a'), known('rejected', 0.2, 'b')],
    );
    expect(merged).toEqual({ fresh: [], better: [] });
  });

  it('stays as it was confirmed', () => {
    expect(mergeMatches([found('storm', 'p', 0.99)], [known('confirmed', 0.3)])).toEqual({
      fresh: [],
      better: [],
    });
  });

  it('becomes as strong as a later report makes it, and never weaker', () => {
    const stronger = found('storm', 'p', 0.9);
    expect(mergeMatches([stronger], [known('suggested', 0.3)]).better).toEqual([{ id: 'm', by: stronger }]);
    expect(mergeMatches([found('storm', 'p', 0.2)], [known('suggested', 0.3)])).toEqual({
      fresh: [],
      better: [],
    });
  });

  it('is strong where one report makes it so, though another scores higher and is of another time', () => {
    const strong = found('storm', 'p', 0.65, 'strong');
    const late = found('storm', 'p', 0.8);
    expect(mergeMatches([late, strong], []).fresh).toEqual([strong]);
    const before = { ...known('suggested', 0.65), strength: 'strong' as const };
    expect(mergeMatches([late], [before]).better).toEqual([]);
    expect(mergeMatches([strong], [known('suggested', 0.8)]).better).toEqual([{ id: 'm', by: strong }]);
  });

  it('of several suggestions of before, the best is made better', () => {
    const stronger = found('storm', 'p', 0.9);
    const before = [known('suggested', 0.3, 'a'), known('suggested', 0.5, 'b')];
    expect(mergeMatches([stronger], before).better).toEqual([{ id: 'b', by: stronger }]);
  });
});
