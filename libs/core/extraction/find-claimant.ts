import type { Clause } from './clauses.js';
import type { Paragraph } from './document-structure.js';
import type { Attribution } from './find-attributions.js';
import type { Token } from './nlp.js';
import { governingReport } from './report-scope.js';
import type { QuoteSpeakers } from './quote-speakers.js';
import { speaksForBody } from './text-voice.js';
import type { TextVoice } from './text-voice.js';

export type ClaimantRole = 'author' | 'speaker' | 'outlet';

export interface Claimant {
  readonly name: string;
  readonly role: ClaimantRole;
}

/** What is known about who speaks in a sentence. */
export interface SpeakerContext {
  readonly paragraph: Paragraph;
  /** Of this sentence. */
  readonly attributions: readonly Attribution[];
  readonly clauses: readonly Clause[];
  /** Who is quoted, for every quotation of the paragraph. */
  readonly quoted: QuoteSpeakers;
  /** Whose indirect speech goes on in this sentence, if it does ("He said it would pass. It would then go to ..."). */
  readonly carried: string | null;
  readonly voice: TextVoice;
  /** Whom the paragraph as a whole is quoted from, if anybody. */
  readonly introducedBy: string | null;
  readonly author: string;
}

/**
 * Who makes the claim whose cue is token `anchorIndex`: the speaker of the quotation it stands in, the subject of the
 * reporting verb it depends on, "according to X", the body whose plan or announcement a text retells or for which its
 * author speaks, else the author (or who speaks in this part of a panel or an interview).
 */
export function findClaimant(
  tokens: readonly Token[],
  anchorIndex: number,
  context: SpeakerContext,
): Claimant {
  const own = ownVoice(context);
  const anchor = tokens[anchorIndex];
  if (anchor === undefined) return own;
  const quote = context.paragraph.quotes.find(
    (item) => item.isSpeech && anchor.start >= item.start && anchor.end <= item.end,
  );
  if (quote !== undefined) {
    const name = context.quoted.get(quote) ?? null;
    return name === null ? own : speaker(name, context.author);
  }
  const report = governingReport(tokens, context.attributions, context.clauses, anchorIndex);
  if (report !== null && report.name !== null) return speaker(report.name, context.author);
  const { voice } = context;
  if (context.introducedBy !== null) return own;
  if (
    voice.body !== null &&
    context.paragraph.speaker === null &&
    speaksForBody(tokens, anchorIndex, report, voice.body)
  )
    return speaker(voice.body.name, context.author);
  if (report !== null) return own;
  if (context.carried !== null && isFutureInPast(tokens, anchorIndex))
    return speaker(context.carried, context.author);
  if (voice.retold !== null && context.paragraph.speaker === null)
    return speaker(voice.retold, context.author);
  return own;
}

/** Who writes or speaks this part of the text. */
export function ownVoice({
  paragraph,
  author,
  introducedBy,
}: Pick<SpeakerContext, 'paragraph' | 'author' | 'introducedBy'>): Claimant {
  if (introducedBy !== null) return speaker(introducedBy, author);
  return paragraph.speaker === null
    ? { name: paragraph.sectionAuthor ?? author, role: 'author' }
    : speaker(paragraph.speaker, author);
}

function speaker(name: string, author: string): Claimant {
  return { name, role: name === author ? 'author' : 'speaker' };
}

/** "would", "was expected to": a future seen from the moment of speaking. */
function isFutureInPast(tokens: readonly Token[], anchor: number): boolean {
  return (
    /^(?:would|'d|was|were)$/u.test(tokens[anchor]?.lower ?? '') ||
    /^(?:was|were)$/u.test(tokens[anchor - 1]?.lower ?? '')
  );
}
