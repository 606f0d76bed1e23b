import * as fc from 'fast-check';
import {
  MATCH_THRESHOLDS,
  type MatchableProposition,
  rankMatches,
  readEvent,
  readProposition,
} from './index.js';
import { isOpenToMeaning, meaningOfEvent, weighMeaning, type WordedMatch } from './meaning.js';
import { strengthOf } from './match-thresholds.js';

const { suggest, strong, floor } = MATCH_THRESHOLDS;
const JUST_BELOW_STRONG = strong - 0.0001;

const words = (score: number, more: Partial<WordedMatch> = {}): WordedMatch => ({
  score,
  strength: strengthOf(score),
  isContradicted: false,
  ...more,
});

describe('nearness in meaning beside words', () => {
  it.each([
    // by words, nearness -> score, strength, for, against
    [words(0.3), 0.5, 0.3, 'suggest', null, null],
    [words(0.3), 1, 0.5381, 'suggest', 'near in meaning', null],
    [words(0.3), 0.75, 0.414, 'suggest', 'near in meaning', null],
    [words(0.3), 0, 0.1362, 'suggest', null, 'far in meaning'],
    // Nothing becomes strong by it, however near.
    [words(0.55), 1, JUST_BELOW_STRONG, 'suggest', 'near in meaning', null],
    // No suggestion of the words is taken away.
    [words(0.12), 0, suggest, 'suggest', null, 'far in meaning'],
    // Strong is withheld from what is barely strong, and stays with what is beyond doubt.
    [words(0.62), 0, 0.3751, 'suggest', null, 'far in meaning'],
    [words(0.62), 0.4, 0.5719, 'suggest', null, 'far in meaning'],
    [words(0.95), 0, 0.8748, 'strong', null, 'far in meaning'],
    [words(0.95), 1, 0.981, 'strong', 'near in meaning', null],
    // What shares few words is suggested when near, and no more.
    [words(0.05), 1, 0.1252, 'suggest', 'near in meaning, in other words', null],
    [words(0.05), 0.6, 0.0604, 'weak', null, null],
    // Another country, actor, place, number or day: as near as the true one, and raised by nothing.
    [words(0.3, { isContradicted: true }), 1, 0.3, 'suggest', null, null],
    [words(0.3, { isContradicted: true }), 0, 0.1362, 'suggest', null, 'far in meaning'],
    // A score that dates keep from being strong.
    [words(0.9, { strength: 'suggest', isContradicted: true }), 1, 0.9, 'suggest', null, null],
  ] as const)('%j, %d: %d, %s', (match, nearness, score, strength, supporting, opposing) => {
    expect(weighMeaning(match, nearness)).toEqual({ score, strength, supporting, opposing });
  });

  const anyMatch = fc
    .record({
      score: fc.integer({ min: floor * 10_000, max: 10_000 }).map((n) => n / 10_000),
      isCapped: fc.boolean(),
      isContradicted: fc.boolean(),
    })
    .map(({ score, isCapped, isContradicted }) => {
      const byWords = strengthOf(score);
      return words(score, {
        isContradicted,
        strength: isCapped && byWords === 'strong' ? 'suggest' : byWords,
      });
    });
  const anyNearness = fc.oneof(fc.double({ min: -2, max: 3, noNaN: true }), fc.constantFrom(0, 0.5, 1));

  it('never makes strong, never takes a suggestion away, and rises with nearness', () => {
    const rank = { weak: 0, suggest: 1, strong: 2 };
    fc.assert(
      fc.property(anyMatch, anyNearness, anyNearness, (match, a, b) => {
        const [far, near] = [weighMeaning(match, Math.min(a, b)), weighMeaning(match, Math.max(a, b))];
        expect(near.score).toBeGreaterThanOrEqual(far.score);
        for (const { score, strength } of [far, near]) {
          expect(score >= 0 && score <= 1).toBe(true);
          if (match.strength !== 'strong') expect(strength).not.toBe('strong');
          if (match.strength !== 'weak') expect(strength).not.toBe('weak');
          if (match.isContradicted) expect(rank[strength]).toBeLessThanOrEqual(rank[match.strength]);
          if (strength === 'suggest' && match.strength !== 'suggest') expect(score).toBeLessThan(strong);
        }
      }),
    );
  });

  it('is asked for only where it could change something', () => {
    fc.assert(
      fc.property(anyMatch, (match) => {
        const isChanged = [0, 0.25, 0.5, 0.75, 1].some(
          (near) => weighMeaning(match, near).strength !== match.strength,
        );
        if (isChanged) expect(isOpenToMeaning(match)).toBe(true);
      }),
    );
    expect(isOpenToMeaning(words(0.02))).toBe(false);
    expect(isOpenToMeaning(words(0.09, { isContradicted: true }))).toBe(false);
    expect(isOpenToMeaning(words(0.09))).toBe(true);
  });

  it('reads no more of an event than a model takes', () => {
    const event = { title: 'A', summary: 'b'.repeat(5_000), publishedOn: null, occurredOn: null };
    expect(meaningOfEvent(event)).toHaveLength(1_000);
    expect(meaningOfEvent({ ...event, summary: '' })).toBe('A');
  });
});

describe('ranking with nearness', () => {
  const proposition = (id: string, statement: string): MatchableProposition => ({
    id,
    statement,
    criteria: '',
    topics: [],
    windowStartOn: null,
    deadlineOn: '2022-12-31',
    firstClaimOn: null,
  });
  const FINLAND = proposition('fi', 'Finland will apply for NATO membership');
  const SWEDEN = proposition('se', 'Sweden will apply for NATO membership');
  const PIPELINE = proposition('ns', 'Germany will halt the certification of Nord Stream 2');
  const report = readEvent({
    title: 'Finland applies for NATO membership',
    summary: 'Germany welcomed it.',
    publishedOn: '2022-05-18',
    occurredOn: null,
  });
  const rank = (nearnessOf?: (one: MatchableProposition) => number | null) =>
    rankMatches(report, [FINLAND, SWEDEN, PIPELINE].map(readProposition), () => 1, nearnessOf);

  it('changes nothing where nobody says how near they are', () => {
    const byWords = rank();
    expect(rank(() => null)).toEqual(byWords);
    expect(byWords.every(({ isByMeaning }) => !isByMeaning)).toBe(true);
  });

  it('does not lift a copy with another country, however near, and says of the true one that it is near', () => {
    const byWords = new Map(rank().map((match) => [match.propositionId, match]));
    const found = new Map(rank(() => 1).map((match) => [match.propositionId, match]));
    expect(found.get('fi')).toMatchObject({ strength: 'strong', isByMeaning: true });
    expect(found.get('fi')?.reasons).toContain('near in meaning');
    expect(found.get('se')?.strength).toBe(byWords.get('se')?.strength);
    expect(found.get('se')?.score).toBe(byWords.get('se')?.score);
  });

  it('asks for few of them', () => {
    const asked: string[] = [];
    rank(({ id }) => {
      asked.push(id);
      return null;
    });
    expect(asked).toContain('fi');
    expect(asked).not.toContain('ns');
  });
});
