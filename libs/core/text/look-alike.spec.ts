import { findAlikeNames, lookAlikeKey, outerNames } from './index.js';

describe('names that look alike', () => {
  it.each([
    ['Anna Low', '\u0410nn\u0430 L\u043ew', 'letters of another script'],
    ['Anna Low', 'ANNA  low', 'other letters and spaces'],
    ['Bill Ilves', 'BiII IIves', 'a large i for an l'],
    ['Berner', 'Bemer', 'r and n for an m'],
    ['Agency 10', 'Agency lO', 'letters for digits'],
    ['Zoë Ströhm', 'Zoe Strohm', 'without its marks'],
    ['Παναγιώτης', 'Παναγιωτης', 'Greek without accents'],
  ])('%s and %s: %s', (a, b) => {
    expect(lookAlikeKey(a)).toBe(lookAlikeKey(b));
  });

  it.each([
    ['Anna Low', 'Anna Law'],
    ['Anna Low', 'Hanna Low'],
    ['Иван Петров', 'Иван Сидоров'],
  ])('%s and %s do not', (a, b) => {
    expect(lookAlikeKey(a)).not.toBe(lookAlikeKey(b));
  });
});

describe('first and last words', () => {
  it.each([
    ['Anna B. Low', 'anna low'],
    ['Low', null],
    ['', null],
    ['…', null],
  ])('of "%s" are %s', (name, outer) => {
    expect(outerNames(name)).toBe(outer);
  });
});

describe('groups of names that may be one', () => {
  const named = (...names: string[]) => names.map((name, k) => ({ id: String(k + 1), name }));
  const groups = (...names: string[]) =>
    findAlikeNames(named(...names)).map(({ likeness, names: group }) => [
      likeness,
      ...group.map(({ id }) => id),
    ]);

  it('are those that look alike, and those with the same outer names', () => {
    expect(groups('Anna Low', 'Anna B. Low', 'Ben Ott', 'Аnna Low')).toEqual([
      ['looks_alike', '1', '4'],
      ['same_outer_names', '1', '2'],
    ]);
  });

  it('are named once', () => {
    expect(groups('Anna Low', 'anna low')).toEqual([['looks_alike', '1', '2']]);
  });

  it('of nobody are none', () => {
    expect(groups()).toEqual([]);
    expect(groups('Anna Low', 'Ben Ott', '…', '!')).toEqual([]);
  });
});
