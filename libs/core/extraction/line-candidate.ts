import { bestDeadline, deadlinesIn, isAhead } from './attach-deadline.js';
import type { Candidate } from './candidate.js';
import { roleOf } from './clause-candidate.js';
import { dateWords } from './date-words.js';
import type { ForecastLine } from './forecast-line.js';
import { ownVoice } from './find-claimant.js';
import { horizonOfLine } from './horizon-of-clause.js';
import type { ParagraphScene, Scene } from './scene.js';
import { settleDenial } from './settle-denial.js';
import { stateLine } from './state-line.js';

const BOOKMAKERS = /\b(?:bookmakers|bookies|bookmaker|layers|sportsbooks?|betting markets?)\b/iu;

/** Whose number an entry gives: fractional odds are the bookmakers'; else whoever leads in to the list, else the author. */
function lineClaimant(
  scene: ParagraphScene,
  line: ForecastLine,
): { name: string; role: Candidate['claimantRole'] } {
  if (/^\d+\s?\/\s?\d+/u.test(line.band.phrase))
    return { name: BOOKMAKERS.exec(scene.text)?.[0].toLowerCase() ?? 'bookmakers', role: 'speaker' };
  return ownVoice(scene);
}

/** What is stored of an entry in a list of forecasts. */
export function lineCandidate(
  scene: ParagraphScene & Pick<Scene, 'sentence' | 'timeContext'>,
  line: ForecastLine,
  score: number,
  before: string | null,
): Candidate {
  const { text, sentence, structure } = scene;
  const start = sentence.start + line.start;
  const end = sentence.start + line.end;
  const found = bestDeadline(
    deadlinesIn(text, sentence, structure.publishedOn).filter((item) => isAhead(item, structure.publishedOn)),
  );
  const deadline = found ?? horizonOfLine(scene, text.slice(start, end))?.deadline ?? null;
  const claimant = lineClaimant(scene, line);
  const speaker = { name: claimant.name, isUnknown: claimant.name === 'author' };
  const stated = stateLine({ ...line.words, before }, speaker);
  const likelihood = settleDenial({ band: line.band, negated: false }, stated);
  return {
    quote: text.slice(start, end),
    start,
    end,
    also: [],
    claimant: claimant.name,
    claimantRole: roleOf(claimant, structure),
    statement: dateWords(stated.text, structure.publishedOn, deadline),
    kind: stated.kind,
    needsEdit: stated.needsEdit,
    probability: likelihood.band,
    negated: likelihood.negated,
    condition: null,
    deadline,
    tier: 'maybe',
    cues: [{ code: 'FORECAST_LINE', text: `a list entry with a probability, '${line.band.phrase}'` }],
    score,
  };
}
