import fc from 'fast-check';
import { tokenise } from './nlp.js';
import type { Token } from './nlp.js';
import { findSubject, findVerbGroups, isNegation, modalOf } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

const tokensOf = (text: string): Token[] => tokenise(text, { start: 0, end: text.length });

/** "will not have been told: told modal will not perfect passive" for every group of a sentence. */
function describeGroup(tokens: readonly Token[], group: VerbGroup): string {
  const words = tokens.slice(group.from, group.to).map(({ text }) => text);
  const marks = [
    group.form,
    group.modal ?? '',
    group.isNegated ? 'not' : '',
    group.isPerfect ? 'perfect' : '',
    group.isProgressive ? 'progressive' : '',
    group.isPassive ? 'passive' : '',
  ].filter((mark) => mark !== '');
  return `${words.join(' ')}: ${marks.join(' ')}`;
}

const groupsOf = (text: string): string[] => {
  const tokens = tokensOf(text);
  return findVerbGroups(tokens).map((group) => describeGroup(tokens, group));
};

describe('verb groups', () => {
  it.each([
    ['The baker sells bread.', ['sells: present']],
    ['The baker sold bread.', ['sold: past']],
    ['The baker has sold the mill.', ['has sold: perfect perfect']],
    ['The baker had sold the mill.', ['had sold: past perfect']],
    ['The mill was sold.', ['was sold: past passive']],
    ['The mill is being sold.', ['is being sold: present passive']],
    ['The baker is selling bread.', ['is selling: present progressive']],
    ['The baker will sell bread.', ['will sell: modal will']],
    ['The mill will not have been sold.', ['will not have been sold: modal will not perfect passive']],
    ["The baker won't sell bread.", ["wo n't sell: modal will not"]],
    ["They'd sell bread.", ["'d sell: modal would"]],
    ['The baker cannot sell bread.', ['can not sell: modal can not']],
    ['The baker ought to sell bread.', ['ought: modal should', 'to sell: infinitive']],
    ['The baker will hardly ever sell bread.', ['will hardly ever sell: modal will not']],
    ['The baker never sells bread.', ['sells: present not']],
    ['The baker is not ready.', ['is: present not']],
    ['The baker knows not why.', ['knows: present not']],
    ['The baker wants to sell the mill.', ['wants: present', 'to sell: infinitive']],
    ['The baker may, perhaps, sell.', ['may: modal may', 'sell: present']],
    ['Bread.', []],
  ])('%s', (text, expected) => {
    expect(groupsOf(text)).toEqual(expected);
  });

  it('looks only between the tokens it is given', () => {
    const tokens = tokensOf('The baker sells bread and the miller grinds corn.');
    const second = tokens.findIndex(({ lower }) => lower === 'and');
    expect(findVerbGroups(tokens, second).map(({ verb }) => tokens[verb]?.lower)).toEqual(['grinds']);
    expect(findVerbGroups(tokens, 0, second).map(({ verb }) => tokens[verb]?.lower)).toEqual(['sells']);
  });

  it('tells a modal by its tag, too: the month and the noun are none', () => {
    const modals = (text: string): (string | null)[] => tokensOf(text).map((token) => modalOf(token));
    expect(modals('It may rain.')).toContain('may');
    expect(modals('It rains in May.')).not.toContain('may');
    expect(modals('The will was read.')).not.toContain('will');
  });

  it('are in order, apart, within the sentence, and hold their verb, whatever the words', () => {
    const word = fc.constantFrom(
      ...'the baker will not have been sold to never and is being , bread may n\u2019t hardly selling of that had " would'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const tokens = tokensOf(words.join(' '));
        let last = 0;
        for (const group of findVerbGroups(tokens)) {
          expect(group.from).toBeGreaterThanOrEqual(last);
          expect(group.verb).toBe(group.to - 1);
          expect(group.verb).toBeGreaterThanOrEqual(group.from);
          expect(group.to).toBeLessThanOrEqual(tokens.length);
          expect(tokens.slice(group.from, group.verb).some((token) => token.lower === ',')).toBe(false);
          last = group.to;
        }
      }),
    );
  });
});

describe('negation words', () => {
  it('are those that deny a verb, and no others', () => {
    const said = tokensOf(
      "It is not so, it isn't so, it never was, it hardly will, nor can it, no one came.",
    );
    expect(said.filter(isNegation).map(({ lower }) => lower)).toEqual([
      'not',
      "n't",
      'never',
      'hardly',
      'nor',
    ]);
  });
});

describe('the subject before a verb', () => {
  /** The phrase and its head, for the first verb with a modal or, without one, the last. */
  function subjectOf(text: string): string | null {
    const tokens = tokensOf(text);
    const groups = findVerbGroups(tokens);
    const group = groups.find(({ modal }) => modal !== null) ?? groups[groups.length - 1];
    const subject = group === undefined ? null : findSubject(tokens, group.from);
    if (subject === null) return null;
    const words = tokens.slice(subject.from, subject.to).map((token) => token.text);
    return `${words.join(' ')} | ${tokens[subject.head]?.text ?? ''}`;
  }

  it.each([
    ['The old baker will sell.', 'The old baker | baker'],
    ['The owner of the mill will sell.', 'The owner of the mill | owner'],
    ['The number of barges on the canal will fall.', 'The number of barges on the canal | number'],
    ['Bell and Novak will sell.', 'Bell and Novak | Novak'],
    ['The baker, a former miller, will sell.', 'The baker | baker'],
    ['The baker (now 80) will sell.', 'The baker | baker'],
    ['The baker on Monday will sell.', 'The baker | baker'],
    ['The baker probably will sell.', 'The baker | baker'],
    ['Most will sell.', 'Most | Most'],
    ['Will sell.', null],
  ])('%s', (text, expected) => {
    expect(subjectOf(text)).toBe(expected);
  });

  it('is not looked for before the place it is told to begin at', () => {
    const tokens = tokensOf('The owner of the mill will sell.');
    const of = tokens.findIndex(({ lower }) => lower === 'of');
    const modal = tokens.findIndex(({ lower }) => lower === 'will');
    expect(findSubject(tokens, modal, of + 1)).toEqual({ from: of + 1, to: modal, head: modal - 1 });
    expect(findSubject(tokens, modal, modal)).toBeNull();
  });
});
