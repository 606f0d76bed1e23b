import { changedByOthers, mergeFresh } from './fresh-candidates.js';

const at = (id: string, version: number, state: 'pending' | 'accepted' | 'rejected' = 'pending') => ({
  id,
  version,
  state,
});

it('takes over what others did, and keeps what was done here and the answer had not heard of', () => {
  const known = [at('a', 1), at('b', 2, 'rejected'), at('gone', 1)];
  const fresh = [at('a', 2, 'accepted'), at('b', 1), at('new', 1)];
  expect(mergeFresh(known, fresh)).toEqual([at('a', 2, 'accepted'), at('b', 2, 'rejected'), at('new', 1)]);
});

it('keeps what is shown before the server has answered', () => {
  expect(mergeFresh([at('a', 1, 'rejected')], [at('a', 1)])).toEqual([at('a', 1, 'rejected')]);
});

it('tells of what others did, not of what was decided here or is new', () => {
  const known = [at('theirs', 1), at('mine', 2, 'accepted'), at('still', 1)];
  const fresh = [at('theirs', 2, 'accepted'), at('mine', 2, 'accepted'), at('still', 1), at('new', 1)];
  expect(changedByOthers(known, fresh).map(({ id }) => id)).toEqual(['theirs']);
});
