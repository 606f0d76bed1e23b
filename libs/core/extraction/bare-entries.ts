import { chanceAlone } from './chance-frames.js';
import type { Token } from './nlp.js';
import { findMainGroup } from './split-lead.js';
import { clauseBody, hasNominal } from './statement-body.js';
import type { Body } from './statement-body.js';
import { beVerb } from './statement-parts.js';
import type { Parts } from './statement-parts.js';
import { findVerbGroups } from './verb-groups.js';

/** "A launch before the new year: one in five": the words before a colon after which only a chance comes. */
export function entryWithoutChance(tokens: readonly Token[]): readonly Token[] | null {
  const colon = tokens.findIndex(({ text }, i) => text === ':' && i > 1);
  const after = tokens.slice(colon + 1);
  if (colon === -1 || after.length === 0 || after.length > 9) return null;
  const isChance = after.some(
    ({ lower }) =>
      /^(?:in|chance|chances|even|evens|likely|unlikely|doubtful|probable)$/u.test(lower) ||
      /-in-/u.test(lower),
  );
  const isOnly = after.every(
    ({ pos, lower }) =>
      pos !== 'VERB' &&
      pos !== 'AUX' &&
      (pos !== 'NOUN' || /^(?:chance|chances|cent|percent|odds|ten|half|third|quarter)$/u.test(lower)) &&
      pos !== 'PROPN' &&
      lower !== ',',
  );
  return isChance && isOnly ? tokens.slice(0, colon) : null;
}

/** "Nothing for the south before Monday": no verb, and a denial. */
export const isNothing = (tokens: readonly Token[]): boolean =>
  /^(?:no|nothing|none)$/u.test(tokens[0]?.lower ?? '') && findVerbGroups(tokens).length === 0;

/** "Winning margin: 48 points", "Net sales: $1.66 billion": a thing and its number. */
export function measured(tokens: readonly Token[]): Parts | null {
  const colon = tokens.findIndex(({ text }) => text === ':');
  const after = tokens.slice(colon + 1);
  const first = after.findIndex(
    ({ pos, lower }) =>
      pos !== 'ADV' && !/^(?:about|around|roughly|between|just|over|under|up|to)$/u.test(lower),
  );
  const isNumber =
    (after[first]?.pos === 'NUM' || /^[$\u20ac\u00a3]|^US\$/u.test(after[first]?.text ?? '')) &&
    !/^(?:%|percent|cent)$/u.test(after[after.length - 1]?.lower ?? '');
  const subject = tokens.slice(0, colon);
  // "Final call: 1 Sweden, 2 Finland"
  const isRanking = after[0]?.pos === 'NUM' && after[1]?.pos === 'PROPN';
  if (
    colon < 1 ||
    colon > 7 ||
    !isNumber ||
    isRanking ||
    !hasNominal(subject) ||
    findMainGroup(tokens) !== null
  )
    return null;
  const verb = beVerb(tokens[colon]?.start ?? 0);
  if (verb === null) return null;
  return {
    lead: [],
    subject,
    verb,
    rest: after,
    isDenied: false,
    isFrameDenied: false,
    isPlural: null,
    flags: [],
  };
}

/** "Chance of a top five" */
export function joinedChance(tokens: readonly Token[]): Body | null {
  const peeled = chanceAlone(tokens);
  return peeled === null
    ? null
    : { ...clauseBody(tokens), ...peeled, isPlural: null, isDenied: false, isFrameDenied: peeled.isDenied };
}

export const thingBody = (tokens: readonly Token[]): Body => ({
  ...clauseBody(tokens),
  shape: hasNominal(tokens) ? 'thing' : 'clause',
});
