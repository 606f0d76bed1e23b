import type { Deadline, LikelihoodBand } from '#core/domain';
import type { Cue } from './candidate.js';
import type { CueHit } from './cues.js';
import type { HorizonSource } from './horizon.js';
import type { Token } from './nlp.js';

const LABELS: Readonly<Record<string, string>> = {
  WILL: 'future verb',
  WOULD: 'conditional verb',
  COULD: 'verb of possibility',
  MAY: 'verb of possibility',
  FUTURE_PHRASE: 'says what is to come:',
  FUTURE_HINT: 'hints at what is to come:',
  LIKELIHOOD_WORD: 'says how likely:',
  POSSIBILITY_WORD: 'calls it possible:',
  FORECASTER_SEES: 'says what to look for:',
  SHOULD: 'verb of expectation or duty',
  CAN: 'verb of ability',
  BE_TO: 'says what is arranged:',
  NEGATED_HOPE: 'rules out or delays:',
  IMPOSSIBLE_TO_SEE: 'calls it implausible:',
  RANKED_OUTCOME: 'ranks outcomes:',
  EXPECTATION: 'verb of expectation',
  COMMITMENT: 'plan, vow or threat:',
  FORECAST_NOUN: 'cites a forecast:',
  HEADLINE_TO: 'headline future',
  CONDITIONAL_PRESENT: 'present tense after a condition:',
  PRESENT_FOR_FUTURE: 'present tense with a future time:',
  SCENARIO_STEP: 'a step of a scenario:',
  NUMBER: 'states a probability:',
  PLAIN_PRESENT: 'stands among forecasts:',
  VERBLESS: 'stands among forecasts:',
};

/** Turns the hits behind a candidate into reasons a person can read, strongest first. */
export function cueReasons(
  text: string,
  tokens: readonly Token[],
  hits: readonly CueHit[],
  fields: {
    band: LikelihoodBand | null;
    condition: string | null;
    deadline: Deadline | null;
    from: HorizonSource | null;
  },
): Cue[] {
  const cues = [...hits]
    .sort((a, b) => b.weight - a.weight || a.from - b.from)
    .map((hit) => ({
      code: hit.code,
      text: `${LABELS[hit.code] ?? 'speaks of the future:'} '${wordsOf(text, tokens, hit)}'`,
    }));
  const isSaid = hits.some((hit) => wordsOf(text, tokens, hit) === fields.band?.phrase);
  if (fields.band !== null && fields.band.phrase !== '' && !isSaid)
    cues.push({ code: 'LIKELIHOOD', text: `says '${fields.band.phrase}'` });
  if (fields.condition !== null)
    cues.push({ code: 'CONDITION', text: `on a condition: '${fields.condition}'` });
  if (fields.deadline !== null && fields.deadline.phrase !== '') {
    cues.push({ code: 'TIME', text: timeReason(fields.deadline, fields.from) });
  }
  return cues;
}

/** The words of a hit; "won't" is one word, though two tokens. */
function wordsOf(text: string, tokens: readonly Token[], { from, to }: CueHit): string {
  const isContracted = /^n['\u2019]t$/u.test(tokens[to]?.lower ?? '');
  return text.slice(tokens[from]?.start ?? 0, tokens[isContracted ? to : to - 1]?.end ?? 0);
}

const SOURCES: Readonly<Record<HorizonSource, string>> = {
  'own words': 'a date in it',
  title: 'the title',
  heading: 'the heading above',
  'lead-in': 'the words that lead in to the list',
  question: 'the question before it',
  event: 'the event that the text is about',
  'same sentence': 'the same sentence',
  'sentence before': 'the sentence before',
  reference: 'a time named before, which it points to',
};

/** Where a deadline comes from, for people. */
function timeReason({ basis, phrase }: Deadline, from: HorizonSource | null): string {
  if (from !== null) return `names no time; taken from ${SOURCES[from]}: '${phrase}'`;
  return `names a time (${basis === 'inferred' ? 'taken from the context' : basis}): '${phrase}'`;
}
