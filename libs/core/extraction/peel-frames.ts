import { narrowTo } from './find-focus.js';
import { CHANCE_NOUNS, FRAME_NOUNS, HEDGE_ADJECTIVES } from './hedge-words.js';
import { findMainGroup } from './split-lead.js';
import { clauseBody, hasNominal, startsPhrase } from './statement-body.js';
import type { Body } from './statement-body.js';
import { BELIEF_WORDS, beliefFrame, nounFrame } from './belief-frames.js';
import { chanceAlone, chanceOfFrame, existsFrame, hasChanceFrame, noDoubtFrame } from './chance-frames.js';
import { REPORTING_VERBS } from './clauses.js';
import { readMain } from './frame.js';
import type { Frame, Peeled } from './frame.js';
import { adjectiveFrame, linkFrame } from './link-frames.js';
import { GIVERS, favouriteFrame, giveFrame } from './odds-frames.js';
import {
  estimateFrame,
  matterOfTimeFrame,
  mistakenFrame,
  toldFrame,
  whichIsFrame,
} from './opinion-frames.js';
import { SEEN_DOING, guaranteeFrame, seenDoingFrame } from './seen-frames.js';
import {
  SILLY,
  VERDICT_WORDS,
  hardToSeeFrame,
  ideaFrame,
  ruleOutFrame,
  surpriseFrame,
  verdictFrame,
  whatFrame,
} from './verdict-frames.js';
import { CONSIDERS, SCHEDULED, consideredFrame, scheduledFrame } from './scheduled-frames.js';
import type { Token } from './nlp.js';
import { thatFrame } from './that-frame.js';

/** A frame, and words (forms or lemmas) one of which must stand in a clause for it to apply. */
type WordedFrame = readonly [Frame, Iterable<string>];

const words = (list: string): readonly string[] => list.split(' ');

/** Frames in the order in which they are tried; the outermost first. */
const FRAMES: readonly WordedFrame[] = [
  [ideaFrame, SILLY],
  [mistakenFrame, words('anyone anybody those people whoever everyone investors voters readers')],
  [toldFrame, words('told assured promised')],
  [matterOfTimeFrame, words('matter question')],
  [whichIsFrame, words('which')],
  [estimateFrame, words('say guess take reckon estimate')],
  [chanceOfFrame, CHANCE_NOUNS],
  [surpriseFrame, words('surprise surprised astonish astonished amaze amazed shock shocked')],
  [hardToSeeFrame, words('hard difficult impossible tough easy')],
  [
    ruleOutFrame,
    words('rule ruled rules ruling exclude excludes excluded discount discounts discounted dismiss'),
  ],
  [({ tokens }, anchorAt) => thatFrame(tokens, anchorAt), [...REPORTING_VERBS, 'that']],
  [whatFrame, words('what')],
  [existsFrame, words('there')],
  [noDoubtFrame, words('doubt doubts')],
  [hasChanceFrame, CHANCE_NOUNS],
  [giveFrame, GIVERS],
  [favouriteFrame, words('favourite favorite favourites favorites')],
  [guaranteeFrame, words('guarantee guarantees guaranteed ensure ensures assure assures')],
  [seenDoingFrame, SEEN_DOING],
  [consideredFrame, CONSIDERS],
  [scheduledFrame, SCHEDULED],
  [verdictFrame, VERDICT_WORDS],
  [nounFrame, FRAME_NOUNS],
  [
    adjectiveFrame,
    [
      ...HEDGE_ADJECTIVES.keys(),
      ...words('expected predicted forecast anticipated assured guaranteed feared'),
    ],
  ],
  [linkFrame, words('to')],
  [beliefFrame, BELIEF_WORDS],
];

/** For each word a bit for every frame that may apply where it stands. */
const FRAMES_BY_WORD = new Map<string, number>();
FRAMES.forEach(([, needed], k) => {
  for (const word of needed) FRAMES_BY_WORD.set(word, (FRAMES_BY_WORD.get(word) ?? 0) | (1 << k));
});

/** The frames, as bits, that the words of a clause let apply. */
function framesIn(tokens: readonly Token[]): number {
  let frames = 0;
  for (const { lower, lemma } of tokens) {
    frames |= FRAMES_BY_WORD.get(lower) ?? 0;
    if (lemma !== lower) frames |= FRAMES_BY_WORD.get(lemma.toLowerCase()) ?? 0;
  }
  return frames;
}

const MOST_FRAMES = 5;

/**
 * Takes off what only says who thinks it and how likely it is: "I think it is likely that X will fall" is "X will fall",
 * "there is a 30% chance of X falling" is X falling.
 *
 * @param anchorAt place in the text of the word that makes the clause a prediction
 */
export function peelFrames(tokens: readonly Token[], anchorAt: number): Body {
  let body = clauseBody(tokens);
  for (let depth = 0; depth < MOST_FRAMES; depth += 1) {
    const next = body.shape === 'clause' ? peelOnce(body, anchorAt) : null;
    if (next === null) break;
    body = next.shape === 'clause' ? { ...next, tokens: narrowTo(next.tokens, anchorAt) } : next;
  }
  return body;
}

function peelOnce(body: Body, anchorAt: number): Body | null {
  const announced = announcedIn(body.tokens);
  if (announced !== null)
    return { ...body, tokens: announced, shape: findMainGroup(announced) === null ? 'thing' : 'clause' };
  const alone = chanceAlone(body.tokens);
  if (alone !== null) return joined(body, alone, []);
  const main = readMain(body.tokens);
  if (main === null) return null;
  const mayApply = framesIn(main.tokens);
  for (const [k, [frame]] of FRAMES.entries()) {
    if ((mayApply & (1 << k)) === 0) continue;
    const peeled = frame(main, anchorAt);
    if (peeled !== null && peeled.tokens.length > 0)
      return joined(body, peeled, peeled.keepsLead === true ? main.lead : []);
  }
  return null;
}

/** "My guess: a score between 0.16 and 0.20": what comes after the colon. */
function announcedIn(tokens: readonly Token[]): readonly Token[] | null {
  const colon = tokens.findIndex(({ text }) => text === ':');
  if (colon < 1 || colon > 4 || !FRAME_NOUNS.has(tokens[colon - 1]?.lower ?? '')) return null;
  const said = tokens.slice(colon + 1);
  const isRanking = said[0]?.pos === 'NUM' && said[1]?.pos === 'PROPN';
  return startsPhrase(said[0]) && hasNominal(said) && !isRanking ? said : null;
}

function joined(body: Body, peeled: Peeled, lead: readonly Token[]): Body {
  return {
    shape: peeled.shape,
    tokens: peeled.tokens,
    subject: peeled.subject,
    isPlural: peeled.isPlural ?? null,
    lead: [...body.lead, ...lead],
    isFrameDenied: body.isFrameDenied !== peeled.isDenied,
    isDenied: body.isDenied,
  };
}
