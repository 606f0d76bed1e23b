import type { Token } from './nlp.js';

/** A verb in -ing after a noun: "the odds of Labour winning"; not "a growing economy". */
export function isDoing(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || !/.{2}ing$/u.test(token.lower) || (token.pos !== 'VERB' && token.pos !== 'AUX'))
    return false;
  return tokens[i - 1]?.pos !== 'DET' && tokens[i - 1]?.pos !== 'ADJ';
}
