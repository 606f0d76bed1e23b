import type { CalendarDate, Deadline } from '#core/domain';
import type { TextSpan } from '#core/text';
import { bestDeadline, eventDeadline, isAhead, timesIn } from './attach-deadline.js';
import type { ClauseDraft } from './clause-drafts.js';
import { spanOf } from './clause-span.js';
import { horizonOfClause } from './horizon-of-clause.js';
import { isSettled } from './horizon.js';
import type { HorizonSource } from './horizon.js';
import { inItsContext } from './own-deadline.js';
import { besideAnchor, isInBrackets, isJustOver, isOfMeasure, isOfPastVerb } from './times-of-others.js';
import { readDeadline } from './read-deadline.js';
import type { FoundDeadline } from './read-deadline.js';
import type { Scene } from './scene.js';
import { findVerbGroups } from './verb-groups.js';

/** A deadline, and where it was taken from if not from the claim's own words. */
export interface PlacedDeadline {
  readonly deadline: Deadline | null;
  readonly from: HorizonSource | null;
}

/**
 * The deadline of what a clause says: a date of its own, else its time clause, else a vague time, else what the text
 * around it sets.
 *
 * @param own the clause without its condition and time clause
 * @param isDenied "no money flows until May" says that none flows before May
 */
export function deadlineOf(
  scene: Scene,
  draft: ClauseDraft,
  own: TextSpan,
  isDenied: boolean,
): PlacedDeadline {
  const { text, structure, sentence } = scene;
  const ahead = (span: TextSpan, isUnreal = false): Deadline | null => {
    const items = timesIn(scene, span).filter(
      (item) =>
        isAhead(item, structure.publishedOn) &&
        !isInBrackets(text, item.start, sentence) &&
        !COMPARED.test(text.slice(Math.max(sentence.start, item.start - 24), item.start)) &&
        !isTimeOfReport(scene, draft, item) &&
        !isOfMeasure(text, item) &&
        !isJustOver(item, structure.publishedOn) &&
        (isUnreal || !isOfPastVerb(scene.tokens, item)),
    );
    const best = bestDeadline(
      besideAnchor(scene.tokens, draft, items),
      scene.tokens[draft.reasons.anchor]?.end ?? span.start,
    );
    return best !== null && isDenied ? untilDenied(best, structure.publishedOn) : best;
  };
  const found = ahead(own);
  if (found !== null && found.basis !== 'vague')
    return { deadline: inItsContext(scene, draft, found), from: null };
  if (draft.time !== null && !isOver(scene, draft)) {
    const span = spanOf(scene.tokens, draft.time.from, draft.time.to);
    return { deadline: ahead(span) ?? eventDeadline(text.slice(span.start, span.end)), from: null };
  }
  if (found !== null) return { deadline: found, from: null };
  if (SURPRISES.test(text.slice(own.start, own.end)) && UNDER_IF.test(text.slice(own.start, sentence.end))) {
    const supposed = ahead({ start: own.start, end: sentence.end }, true);
    if (supposed !== null) return { deadline: supposed, from: null };
  }
  return horizonOfClause(scene, draft, own) ?? { deadline: null, from: null };
}

/** "Half full, I guessed when I passed": when it was said, or seen; in "would leave once it was over" the past is only reported. */
function isOver({ tokens }: Scene, { time, reasons }: ClauseDraft): boolean {
  if (time === null || reasons.hits.some(({ code }) => code === 'WOULD')) return false;
  return (
    findVerbGroups(tokens, time.from, time.to).find(
      ({ form }) => form !== 'infinitive' && form !== 'participle',
    )?.form === 'past'
  );
}

/** "Higher than in May": a measure, not a time. */
const COMPARED = /\b(?:than|unlike|compared (?:with|to|against)|as against) $/iu;

/** "Said on Monday that", "told me on Thursday that", "a study finished in March puts": when it was said. */
function isTimeOfReport(scene: Scene, draft: ClauseDraft, item: FoundDeadline): boolean {
  const { tokens } = scene;
  const { anchor } = draft.reasons;
  return scene.attributions.some((report) => {
    if (report.isTrailing || report.verbIndex >= anchor) return false;
    const body = bodyToken(scene, report.verbIndex, anchor);
    const bodyAt = tokens[body]?.start ?? 0;
    const subjectAt = tokens[Math.max(0, report.verbIndex - 14)]?.start ?? 0;
    return item.start < bodyAt && item.start >= subjectAt && item.start > scene.sentence.start + 2;
  });
}

/** Where what is reported begins: after "that" before the anchor, else right after the verb. */
function bodyToken(scene: Scene, verbIndex: number, anchor: number): number {
  for (let i = verbIndex + 1; i < Math.min(anchor, verbIndex + 9); i += 1)
    if (scene.tokens[i]?.lower === 'that') return i;
  return verbIndex + 1;
}

/** "It would be astonishing if the tunnel opened before 2033": what is claimed stands under the "if". */
const SURPRISES =
  /\b(?:would|['\u2019]d|will|['\u2019]ll) be (?:very |quite |rather |most |a |an |no |genuinely |absolutely )?(?:astonish|surpris|amaz|astound|shock|stunn|remarkabl|extraordinar|unusual|odd|strange|miracle|wonder|delighted)/iu;

const UNDER_IF = /\bif\b/iu;

/** Nothing happens "until May": what is denied is that it happens before May begins. */
function untilDenied(deadline: Deadline, publishedOn: CalendarDate | null): Deadline {
  const { deadlineOn, phrase } = deadline;
  if (deadlineOn === null || publishedOn === null || !UNTIL.test(phrase)) return deadline;
  const read = readDeadline(phrase.replace(UNTIL, 'before'), publishedOn);
  return read === null || !isSettled(read, publishedOn) ? deadline : { ...read, phrase };
}

const UNTIL = /^(?:until|till|til)\b/iu;
