import { rankMoves } from './rank-moves.js';

const board = (text: string) =>
  text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => ({ subjectId: part[0] ?? '', name: part[0] ?? '', rank: Number(part.slice(1)) }));
const told = (before: string, after: string) =>
  rankMoves(board(before), board(after)).map(({ name, from, to }) => `${name} ${String(from)}>${String(to)}`);

describe('who moved between two boards', () => {
  it.each([
    ['nobody', 'A1 B2', 'A1 B2', []],
    ['two who changed places', 'A1 B2', 'B1 A2', ['B 2>1', 'A 1>2']],
    [
      'the longest way first, who is new last',
      'A1 B2 C3',
      'C1 A2 D3 B4',
      ['C 3>1', 'B 2>4', 'A 1>2', 'D null>3'],
    ],
    ['who is gone is not named', 'A1 B2', 'B2', []],
    ['ranks that are shared', 'A1 B1', 'A1 B2', ['B 1>2']],
    ['ways as long to ranks that are shared', 'A2 B2 C3', 'B1 A1 C3', ['A 2>1', 'B 2>1']],
    ['the same, named in another order', 'A2 B2 C3', 'A1 B1 C3', ['A 2>1', 'B 2>1']],
    ['a first board', '', 'A1', ['A null>1']],
  ])('%s', (_name, before, after, moves) => {
    expect(told(before, after)).toEqual(moves);
  });
});
