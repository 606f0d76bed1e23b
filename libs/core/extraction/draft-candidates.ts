import { hasWords } from '#core/text';
import type { Candidate } from './candidate.js';
import { clauseCandidate, quoteSpan } from './clause-candidate.js';
import type { ClauseReading } from './clause-candidate.js';
import { clauseDrafts, featuresOf, scoreOf } from './clause-drafts.js';
import type { ClauseDraft } from './clause-drafts.js';
import type { Features } from './clause-features.js';
import type { TextMeta } from './document-structure.js';
import { findCondition } from './find-condition.js';
import { readForecastLine } from './forecast-line.js';
import type { ForecastLine } from './forecast-line.js';
import { NO_TIME_CONTEXT } from './horizon.js';
import { lineCandidate } from './line-candidate.js';
import type { LikelihoodOptions } from './read-likelihood.js';
import { continued } from './state-line.js';
import { readScenes } from './read-scenes.js';
import type { ReadParagraph } from './read-scenes.js';
import type { Scene } from './scene.js';

/** A passage that might be a prediction. What would be stored of it is worked out only when asked for. */
export interface Draft {
  readonly start: number;
  readonly end: number;
  /** What the trained model sees, worked out when asked for; null for an entry of a list of forecasts, which needs no weighing. */
  readonly features: Features | null;
  readonly score: number;
  /** The clause to be read, so that those of a text can be read together; null for an entry of a list. */
  readonly clause: ClauseReading | null;
  read(score: number): Candidate;
}

/** Everything a text offers, however doubtful; `extractCandidates` chooses. For training and evaluation, too. */
export function draftCandidates(text: string, meta: TextMeta, options: LikelihoodOptions = {}): Draft[] {
  const found: (Draft | OpenDraft)[] = [];
  let entry: string | null = null;
  for (const paragraph of readScenes(text, meta, options)) {
    const lines = questionLines(text, paragraph);
    if (lines.length > 0) {
      const timeContext = paragraph.scenes[0]?.timeContext ?? NO_TIME_CONTEXT;
      const scene = { ...paragraph, sentence: paragraph.paragraph, timeContext };
      found.push(...lines.map((line) => lineDraft(scene, line, null)));
      continue;
    }
    let supposition: string | null = null;
    for (const scene of paragraph.scenes) {
      const raw = text.slice(scene.sentence.start, scene.sentence.end);
      const entries = readForecastLine(raw, takesNames(scene));
      if (entries.length > 0) {
        const before = entry;
        found.push(...entries.map((line) => lineDraft(scene, line, before)));
        entry = continued(entries[0]?.words.said ?? '', before);
        continue;
      }
      const drafts = clauseDrafts(scene, supposition);
      found.push(...drafts.flatMap((draft) => openDraft(scene, draft)));
      supposition = suppositionOf(scene, drafts) ?? askedSupposition(raw) ?? supposition;
    }
  }
  return weighed(found);
}

/** A clause with its place, not weighed yet. */
type OpenDraft = ClauseReading;

/** Weighs the clauses of a text together: the code that describes them stays at hand. */
function weighed(found: readonly (Draft | OpenDraft)[]): Draft[] {
  const scores = found.map((item) => ('span' in item ? scoreOf(item.scene, item.draft) : item.score));
  return found.map((item, k): Draft => {
    if (!('span' in item)) return item;
    return {
      start: item.span.start,
      end: item.span.end,
      get features() {
        return featuresOf(item.scene, item.draft);
      },
      score: scores[k] ?? 0,
      clause: item,
      read: (score) => clauseCandidate(item, score),
    };
  });
}

/** Whether a name and a number make an entry here, without a verb ("Sweden: 40%"): among others of the kind, or where forecasts are announced. */
function takesNames({ about, section }: Scene): boolean {
  return about.isOddsList || about.isForecastTitle || section.isForecast;
}

/** "Will it rain? - 54%": a question and its numbers make one entry, though they are two sentences. */
function questionLines(text: string, { paragraph }: ReadParagraph): ForecastLine[] {
  const line = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 400));
  return /\?["'\u201d\u2019*_]*\s*[\u2013\u2014:(-]\s*\D{0,40}\d/u.test(line)
    ? readForecastLine(line, true)
    : [];
}

const LINE_SCORE = 0.95;
/** Entries under a heading such as "2013, graded", or with their verdict beside them, are forecasts of the past. */
const PAST_LINE_SCORE = 0.2;
const VERDICT =
  /^[\s.;:)\]*_\u2013\u2014-]{0,8}(?:(?:RIGHT|WRONG|YES|NO|TRUE|FALSE|HIT|MISS|Right|Wrong|Correct|Incorrect|True|False|Happened|Did(?:n['\u2019]t| not) happen)(?![\p{L}])|[\u2713\u2714\u2717\u2718\u2705\u274c])/u;
const VERDICT_REACH = 32;

/** "The bridge opens (70%). WRONG, by a week." */
function isGraded({ text, sentence }: Parameters<typeof lineCandidate>[0], line: ForecastLine): boolean {
  const end = sentence.start + line.end;
  return VERDICT.test(text.slice(end, end + VERDICT_REACH));
}

function lineDraft(
  scene: Parameters<typeof lineCandidate>[0],
  line: ForecastLine,
  before: string | null,
): Draft {
  return {
    start: scene.sentence.start + line.start,
    end: scene.sentence.start + line.end,
    features: null,
    score: scene.section.isPast || isGraded(scene, line) ? PAST_LINE_SCORE : LINE_SCORE,
    clause: null,
    read: (score) => lineCandidate(scene, line, score, before),
  };
}

function openDraft(scene: Scene, draft: ClauseDraft): OpenDraft[] {
  const span = quoteSpan(scene, draft);
  const quote = scene.text.slice(span.start, span.end);
  const place = hasSubstance(quote) ? span : scene.sentence;
  return hasSubstance(scene.text.slice(place.start, place.end)) ? [{ scene, draft, span: place }] : [];
}

/** Fewer than three words cannot be judged by anyone. */
const hasSubstance = (quote: string): boolean => hasWords(quote, 3);

/** What a sentence supposes for those after it. */
function suppositionOf(scene: Scene, drafts: readonly ClauseDraft[]): string | null {
  for (const draft of drafts) {
    const isOpen = draft.condition !== null || isHypothetical(scene, draft);
    const condition = isOpen ? findCondition(scene, draft) : null;
    // What had been is over.
    if (condition !== null && !/\bhad\b/iu.test(condition)) return condition;
  }
  return null;
}

/** Says what "would" be. */
function isHypothetical({ tokens }: Scene, { clause }: ClauseDraft): boolean {
  for (let i = clause.from; i < clause.to; i += 1) if (tokens[i]?.lower === 'would') return true;
  return false;
}

/** "What if it collapses?": what follows answers under that. */
const askedSupposition = (raw: string): string | null =>
  /^(?:(?:and|but|so),? )?what (?:happens |then |about )?(if [^?]{3,120})\?$/iu.exec(raw)?.[1] ?? null;
