import type { Inclusion } from '#core/scoring';

const WORDS: Record<Inclusion, string> = {
  scored: 'Counts: settled, and its deadline has passed.',
  pending: 'Does not count yet: no final verdict.',
  before_deadline:
    'Does not count yet: settled early. It counts once its deadline has passed, as all others do.',
  ambiguous: 'Counted, never scored: the outcome is ambiguous.',
  void: 'Counted, never scored: the question turned out void.',
  condition_unmet: 'Counted, never scored: its condition was not met.',
  condition_unresolved: 'Counted, never scored: whether its condition was met could not be settled.',
  no_probability: 'Counted, never scored: no likelihood was stated that could be scored.',
  no_deadline: 'Counted, never scored: it names no deadline.',
  policy_deadline: 'Set apart: the deadline is this project’s own, not the claimant’s.',
  quantity: 'Set apart: a quantity is shown with its error, not as yes or no.',
  retrospective: 'Set apart: recorded after the fact.',
};

/** Why a claim counts or does not, as a sentence for readers. */
export function inclusionInWords(inclusion: Inclusion): string {
  return WORDS[inclusion];
}
