import { isPluralPhrase } from './agreement.js';
import type { Token } from './nlp.js';
import { madeUp } from './print-tokens.js';
import { isTimeNoun } from './split-lead.js';
import type { Complement } from './read-complement.js';

/** What is brought rather than takes place. */
const COMES =
  /^(?:awards?|reports?|decisions?|rulings?|verdicts?|answers?|results?|data|figures|money|help|aid|news|rain|snow|relief|statements?|licen[cs]es?|permits?|approvals?|letters?|bills?|laws?|jobs|orders?|cheques?|checks?|updates?|releases?|versions?|products?|vaccines?|doses|troops|ships?|trains?|buses|funds|funding)$/u;

const INDEFINITE =
  /^(?:a|an|some|more|another|further|new|no|any|few|fewer|several|many|such|additional|one|two|three|\d[\d,.]*)$/u;

/** "X is unlikely" says that X happens, comes or exists, at a probability. */
export function comesAbout(subject: readonly Token[], rest: readonly Token[]): Complement {
  const measured = ofNumber(subject);
  if (measured !== null) return { ...measured, tokens: [...measured.tokens, ...rest] };
  const head = headOf(subject);
  const at = rest[0]?.start ?? subject[subject.length - 1]?.end ?? 0;
  const first = subject[0]?.lower ?? '';
  const isDoing = (subject[0]?.lower ?? '').endsWith('ing') && subject[1]?.lower === 'of';
  const isBare =
    !isDoing &&
    subject[0] !== undefined &&
    subject[0].pos !== 'DET' &&
    !subject.some(({ text }) => /^['\u2019]s?$/u.test(text)) &&
    (subject[0].pos !== 'PROPN' || isPluralPhrase(subject)) &&
    subject[0].pos !== 'PRON';
  if ((INDEFINITE.test(first) || isBare) && first !== 'that' && first !== 'this')
    return { shape: 'thing', tokens: [...subject, ...rest], subject: null };
  // "Velsk around tenth": a name is somewhere, it does not happen.
  const isPlaced =
    head?.pos === 'PROPN' &&
    subject[0]?.pos === 'PROPN' &&
    /^(?:in|on|at|around|about|from)$/u.test(rest[0]?.lower ?? '');
  if (isPlaced && !rest.some(isTimeNoun))
    return { shape: 'action', tokens: [...madeUp('be', at, 'VERB'), ...rest], subject };
  const isBrought = COMES.test(head?.lower ?? '');
  const verb = madeUp(isBrought ? 'come' : 'happen', at, 'VERB');
  return { shape: 'action', tokens: [...verb, ...rest], subject };
}

/** "growth of 3 percent" is growth that is 3 percent. */
export function ofNumber(phrase: readonly Token[]): Complement | null {
  const of = phrase.findIndex(({ lower }) => lower === 'of');
  const after = phrase[of + 1];
  const number = /^(?:about|around|roughly|nearly|almost|some|at|up|between|just|over|under)$/u.test(
    after?.lower ?? '',
  )
    ? phrase[of + 2]
    : after;
  const isNumber =
    number !== undefined && (number.pos === 'NUM' || /^[$\u20ac\u00a3]|^US\$/u.test(number.text));
  const isBare = phrase[0]?.pos === 'NOUN' || phrase[0]?.pos === 'ADJ' || phrase[0]?.lower === 'net';
  if (of < 1 || of > 4 || !isNumber || !isBare) return null;
  return {
    shape: 'action',
    tokens: [...madeUp('be', after?.start ?? 0, 'VERB'), ...phrase.slice(of + 1)],
    subject: phrase.slice(0, of),
  };
}

/** A thing that is expected, with when and where: "the award within weeks" comes within weeks. */
export function splitThing(tokens: readonly Token[]): Complement {
  const end = tokens.findIndex(
    (token, i) =>
      (i > 0 &&
        /^(?:in|by|within|before|after|on|at|this|next|during|over|until|soon|tomorrow|today|from|around|about)$/u.test(
          token.lower,
        ) &&
        token.pos !== 'NOUN') ||
      (i > 0 && token.lower === 'the' && /^(?:same|following|next)$/u.test(tokens[i + 1]?.lower ?? '')),
  );
  return end === -1 ? comesAbout(tokens, []) : comesAbout(tokens.slice(0, end), tokens.slice(end));
}

export function headOf(phrase: readonly Token[]): Token | undefined {
  const end = phrase.findIndex((token, i) => i > 0 && token.pos === 'ADP');
  return phrase.slice(0, end === -1 ? undefined : end).pop();
}
