import type { ClauseDraft } from './clause-drafts.js';
import { spanOf } from './clause-span.js';
import type { CuedClause } from './cues.js';
import { isHypotheticalSubject } from './hypothetical-subject.js';
import type { Token } from './nlp.js';
import type { Scene } from './scene.js';
import { findVerbGroups } from './verb-groups.js';

/** Conditions without a verb: "without reform", "in that case", "at current rates", "barring a miracle". */
const PHRASE =
  /(?:^|[\s(,;\u2014-])((?:without|absent|barring|failing|short of) (?:a|an|any|the|some|that|such|further|more|new|\p{L}+ )?[^,;.:]{2,60}|in the (?:absence|event) of [^,;.:]{2,60}|in (?:that|this|such a|which|either) (?:case|event|scenario)|failing that|otherwise|(?:at|on|under) (?:current|present|existing|unchanged|this|today['\u2019]s) (?:rates?|pace|levels?|prices|trends?|form|plans|polic(?:y|ies)|speed))/iu;
const HYPOTHETICAL = new Set(['would', 'could', 'might', 'may', 'will']);
/** "Then", "in that case", "this would": what was supposed before still holds. */
const GOES_ON =
  /^(?:and |but |so )?(?:then|in that case|in that event|that|this|it|these|those|such|such a|doing so|the result|as a result|after that|next|from there|otherwise|having|doing)\b/iu;

/** The words of the condition a clause stands under, or null. */
export function findCondition(scene: Scene, draft: ClauseDraft): string | null {
  const { text, tokens } = scene;
  const { clause } = draft;
  if (draft.condition !== null) {
    const span = spanOf(tokens, draft.condition.from, draft.condition.to);
    return text.slice(span.start, span.end).replace(/(?<![.,;])[.,;]+$/u, '');
  }
  const modal = modalAt(tokens, clause);
  const phrase = phraseOf(scene, clause, modal);
  if (phrase !== null) return phrase;
  if (
    (modal?.word === 'would' || modal?.word === 'will') &&
    isHypotheticalSubject(tokens, clause, modal.at)
  ) {
    const span = spanOf(tokens, clause.from, modal.at);
    return text.slice(span.start, span.end);
  }
  if (scene.section.condition !== null && scene.section.isScenario) return scene.section.condition;
  return draft.supposition !== null && goesOn(scene, clause, modal?.word ?? null) ? draft.supposition : null;
}

function modalAt(tokens: readonly Token[], clause: CuedClause): { word: string; at: number } | null {
  const group = findVerbGroups(tokens, clause.from, clause.to).find(({ modal }) => modal !== null);
  return group === undefined || group.modal === null ? null : { word: group.modal, at: group.from };
}

function phraseOf(scene: Scene, clause: CuedClause, modal: { word: string } | null): string | null {
  if (modal === null || !HYPOTHETICAL.has(modal.word)) return null;
  const span = spanOf(scene.tokens, clause.from, clause.to);
  const words = scene.text.slice(span.start, span.end);
  const phrase = PHRASE.exec(words)?.[1] ?? null;
  if (phrase === null) return null;
  // "without a vote" at the end of a plain future says how, not on which condition.
  const isManner =
    /^(?:without|absent|short)/iu.test(phrase) && modal.word === 'will' && !words.startsWith(phrase);
  return isManner ? null : phrase.trim();
}

/** A supposition of an earlier sentence holds for what "would" happen, and for what goes on from it. */
function goesOn(scene: Scene, clause: CuedClause, modal: string | null): boolean {
  if (modal === 'would') return true;
  const span = spanOf(scene.tokens, clause.from, clause.to);
  const isConnected = GOES_ON.test(scene.text.slice(span.start, span.start + 24));
  return isConnected && (modal === 'could' || modal === 'might' || modal === 'may' || modal === 'will');
}
