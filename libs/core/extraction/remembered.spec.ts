import { remembered } from './remembered.js';

describe('a function that remembers its answers', () => {
  it('asks once for each word, answers of false and the empty word included', () => {
    const asked: string[] = [];
    const isLong = remembered((word) => {
      asked.push(word);
      return word.length > 3;
    });
    expect(['ferry', 'sea', '', 'sea', 'ferry', ''].map(isLong)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
    expect(asked).toEqual(['ferry', 'sea', '']);
  });

  it('forgets rather than grow without end, and answers as before', () => {
    let count = 0;
    const shout = remembered((word) => {
      count += 1;
      return word.toUpperCase();
    });
    for (let i = 0; i < 25_000; i += 1) shout(`w${String(i)}`);
    expect(shout('w0')).toBe('W0');
    expect(count).toBe(25_001);
  });
});
