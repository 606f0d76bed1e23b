import type { Token } from './nlp.js';

/** What is left to be said while a statement is worked out of a clause. */
export interface Body {
  /**
   * `clause`: a subject with a finite verb. `action`: a verb without tense ("to fall", "falling"), its subject apart.
   * `thing`: a noun phrase that is said to come about.
   */
  readonly shape: 'clause' | 'action' | 'thing';
  readonly tokens: readonly Token[];
  /** Of an action: who does it; null where the sentence does not say. */
  readonly subject: readonly Token[] | null;
  /** Whether its subject took a plural verb in the text; null where nothing tells. */
  readonly isPlural: boolean | null;
  /** A phrase of time or place that stood before the frame and belongs to the statement. */
  readonly lead: readonly Token[];
  /** The frame denies the statement: "unlikely", "doubt", "rule out". */
  readonly isFrameDenied: boolean;
  /** The claim's own negation ("will not", "fails to"), as far as it has been taken out already. */
  readonly isDenied: boolean;
}

export const clauseBody = (tokens: readonly Token[]): Body => ({
  shape: 'clause',
  tokens,
  subject: null,
  isPlural: null,
  lead: [],
  isFrameDenied: false,
  isDenied: false,
});

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const PHRASE_START = new Set(['DET', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'SYM']);

export const isNominal = (token: Token | undefined): boolean => token !== undefined && NOMINAL.has(token.pos);

/** Whether a noun phrase can begin at this token. */
export function startsPhrase(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (PHRASE_START.has(token.pos) ||
      /^(?:there|even|only|nearly|about|almost|both|not|neither|either|roughly|around|some|no|most|more|fewer|less|perhaps|just)$/u.test(
        token.lower,
      ))
  );
}

export const hasNominal = (tokens: readonly Token[]): boolean => tokens.some(isNominal);
