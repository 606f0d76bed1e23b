import type { Parsed, TimeScene } from './time-scene.js';
import { wordAt } from './time-tokens.js';

/** Names of times that are other words too; as times they need a capital, a determiner or a number. */
const ORDINARY = new Set('may march mar sun sat dec jan fall spring wed mon august second'.split(' '));

/** "may", "march", "fall", "spring" in lower case and alone are ordinary words: "prices fall by ...". */
export function isOrdinaryWord(scene: TimeScene, at: number, parsed: Parsed): boolean {
  if (parsed.next - at !== 1) return false;
  const token = scene.tokens[at];
  // "it ends by spring." is a season; "sales by fall fashion" may be anything.
  const isSeason = /^(?:fall|spring)$/u.test(wordAt(scene.tokens, at));
  const isLimit = /^(?:by|before|until|till)$/u.test(wordAt(scene.tokens, at - 1));
  if (
    isSeason &&
    isLimit &&
    /^(?:|[^a-z]|and|or|but|if|at|when|as|of)$/u.test(wordAt(scene.tokens, parsed.next))
  )
    return false;
  return token === undefined || (!token.isCapital && ORDINARY.has(wordAt(scene.tokens, at)));
}
