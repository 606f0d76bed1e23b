import { type RankedSubject, whoPassed } from './index.js';

const board = (ranks: Record<string, number>): RankedSubject[] =>
  Object.entries(ranks).map(([subjectId, rank]) => ({ subjectId, name: subjectId.toUpperCase(), rank }));

it.each([
  ['nobody while the order stays', { me: 2, a: 1, b: 3 }, { me: 3, a: 1, b: 4 }, []],
  ['who was passed, and who passed', { me: 2, a: 1, b: 3 }, { b: 1, me: 2, a: 3 }, ['b 3 to 1', 'a 1 to 3']],
  ['who came level', { me: 2, a: 1 }, { me: 1, a: 1 }, ['a 1 to 1']],
  ['who was level before', { me: 1, a: 1 }, { me: 1, a: 2 }, ['a 1 to 2']],
  ['nobody who came or went', { me: 1, gone: 2 }, { new: 1, me: 2 }, []],
  ['nobody where the subject had no rank', { a: 1 }, { me: 1, a: 2 }, []],
  ['nobody where the subject has none', { me: 1, a: 2 }, { a: 1 }, []],
])('names %s', (_name, before, after, passed) => {
  const found = whoPassed('me', board(before), board(after));
  expect(
    found.map(({ subjectId, rankFrom, rankTo }) => `${subjectId} ${String(rankFrom)} to ${String(rankTo)}`),
  ).toEqual(passed);
  for (const { subjectId, name } of found) expect(name).toBe(subjectId.toUpperCase());
});
