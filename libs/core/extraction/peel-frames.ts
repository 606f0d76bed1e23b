import { narrowTo } from './find-focus.js';
import { FRAME_NOUNS } from './hedge-words.js';
import { findMainGroup } from './split-lead.js';
import { clauseBody, hasNominal, startsPhrase } from './statement-body.js';
import type { Body } from './statement-body.js';
import { beliefFrame, nounFrame } from './belief-frames.js';
import { chanceAlone, chanceOfFrame, existsFrame, hasChanceFrame, noDoubtFrame } from './chance-frames.js';
import { readMain } from './frame.js';
import type { Frame, Peeled } from './frame.js';
import { adjectiveFrame, linkFrame } from './link-frames.js';
import { favouriteFrame, giveFrame } from './odds-frames.js';
import {
  estimateFrame,
  matterOfTimeFrame,
  mistakenFrame,
  toldFrame,
  whichIsFrame,
} from './opinion-frames.js';
import { guaranteeFrame, seenDoingFrame } from './seen-frames.js';
import {
  hardToSeeFrame,
  ideaFrame,
  ruleOutFrame,
  surpriseFrame,
  verdictFrame,
  whatFrame,
} from './verdict-frames.js';
import { consideredFrame, scheduledFrame } from './scheduled-frames.js';
import type { Token } from './nlp.js';
import { thatFrame } from './that-frame.js';

/** Frames in the order in which they are tried; the outermost first. */
const FRAMES: readonly Frame[] = [
  ideaFrame,
  mistakenFrame,
  toldFrame,
  matterOfTimeFrame,
  whichIsFrame,
  estimateFrame,
  chanceOfFrame,
  surpriseFrame,
  hardToSeeFrame,
  ruleOutFrame,
  ({ tokens }, anchorAt) => thatFrame(tokens, anchorAt),
  whatFrame,
  existsFrame,
  noDoubtFrame,
  hasChanceFrame,
  giveFrame,
  favouriteFrame,
  guaranteeFrame,
  seenDoingFrame,
  consideredFrame,
  scheduledFrame,
  verdictFrame,
  nounFrame,
  adjectiveFrame,
  linkFrame,
  beliefFrame,
];
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
  for (const frame of FRAMES) {
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
