import type { AdviceCode } from './advice.js';

/** Verbs that say a direction or a feeling; two people would not see the same thing happen. */
const VAGUE_VERB =
  /\b(?:improv(?:es?|ed|ing)|worsen(?:s|ed|ing)?|deteriorat(?:es?|ed|ing)|escalat(?:es?|ed|ing)|intensif(?:y|ies|ied|ying)|strengthen(?:s|ed|ing)?|weaken(?:s|ed|ing)?|struggl(?:es?|ed|ing)|suffer(?:s|ed|ing)?|affect(?:s|ed|ing)?|impact(?:s|ed|ing)?|matter(?:s|ed)?|thriv(?:es?|ed|ing)|flourish(?:es|ed)?|reshap(?:es?|ed|ing)|transform(?:s|ed|ing)?|undermin(?:es?|ed|ing)|progress(?:es|ed)?|stabili[sz](?:es?|ed|ing)|polari[sz](?:es?|ed|ing)|com(?:es?|ing) under pressure|fac(?:es?|ing) (?:pressure|challenges?|headwinds?)|play(?:s|ed)? an? (?:\w+ )?role|mak(?:es?|ing) progress|los(?:es?|ing) (?:ground|momentum|influence)|gain(?:s|ed)? (?:ground|momentum|traction|influence)|backfir(?:es?|ed|ing))\b/iu;

/** Measures without a measure. */
const UNMEASURABLE =
  /\b(?:significant(?:ly)?|substantial(?:ly)?|considerabl[ey]|meaningful(?:ly)?|serious(?:ly)?|severe(?:ly)?|dramatic(?:ally)?|drastic(?:ally)?|massive(?:ly)?|major|minor|large(?:ly)?|sharp(?:ly)?|strong(?:ly)?|weak(?:ly)?|historic|unprecedented|widespread|stable|unstable|successful(?:ly)?|effective(?:ly)?|decisive(?:ly)?|popular|important|critical(?:ly)?|a lot|many|few|several|some|more or less|at scale|in earnest|well|badly|soon|eventually|shortly|quickly|slowly|for (?:a while|some time)|in the (?:foreseeable|near) future)\b/iu;

/** "No", "not" and their kin, each of which denies; "unlikely" and "fail to" deny as well. */
const DENYING =
  /\b(?:not|never|no|none|nobody|nothing|neither|nor|without|unlikely|impossible|unable|(?:fail|refuse|decline)s? to|cannot)\b|n[’']t\b/giu;
/** Denying words that are part of a name or a fixed phrase. */
const NO_DENIAL =
  /\bno[- ](?:confidence|fly|deal brexit)\b|\bno\.\s?\d|\bnot only\b|\bno later than\b|\bno (?:fewer|less|more) than\b|\bnon-\w+/giu;

const COMPARATIVE =
  /\b(?:higher|lower|greater|larger|smaller|bigger|fewer|less|cheaper|dearer|faster|slower|longer|shorter|stronger|weaker|richer|poorer|better|worse|deeper|wider|closer|more)\b/iu;
/** What moves, without a word for how far. */
const MOVEMENT =
  /\b(?:rises?|falls?|grows?|shrinks?|increases?|decreases?|declines?|drops?|surges?|soars?|plunges?|climbs?|slumps?|slows?|accelerates?|doubles?|halves?)\b(?! (?:apart|in|asleep|silent|to (?:the|a) (?:rebels?|enem)|back to|from (?:power|office)))/iu;
/** A level: a number, "than", a bound, a share, or a record that is kept. */
const LEVEL =
  /\d|\bthan\b|\b(?:above|below|beyond|under|over|at least|at most|zero|half|twice|double|record|to nil)\b/iu;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** Numbers that are dates, ordinals, versions, scores, or parts of names: they need no unit. */
const NO_QUANTITY = new RegExp(
  [
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\b(?:,? \d{4})?`,
    String.raw`\b${MONTH} \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4})?`,
    String.raw`\b${MONTH},? \d{4}\b`,
    String.raw`\b(?:19|20)\d{2}(?:[-/]\d{2}(?:-\d{2})?)?s?\b`,
    String.raw`\b\d+(?:st|nd|rd|th)\b`,
    String.raw`\b[Qq][1-4]\b`,
    String.raw`\b(?:article|section|chapter|phase|stage|round|resolution|protocol|point|item|group of) \d+\b`,
    String.raw`\b\d+[-–:]\d+\b`,
  ].join('|'),
  'giu',
);
/** "Resolution 2334", "G7", "Boeing 737": names begin with a capital letter. */
const NAME_WITH_NUMBER = /\b\p{Lu}[\p{L}-]*[ -]?\d+\b/gu;
/** A number that stands alone: nothing counted and no measure follows. */
const BARE_NUMBER =
  /(?<![\p{L}\d.,$€£¥-])\d+(?:[.,]\d+)*(?![.,]?\d)(?=\s*(?:$|[.,;:)]|(?:by|in|on|at|before|until|during|and|or|within|for|as|from|to|this|next)\b))/iu;

/** A sign that is neither letter nor figure, so that places stay. */
const MASK = (words: string): string => '#'.repeat(words.length);

/** What single words of a statement give rise to, whatever the rest of the card says. */
export interface WordFinding {
  readonly code: AdviceCode;
  readonly words: string;
}

/**
 * Words of a statement that two strangers would measure differently, and numbers that say nothing.
 *
 * @example findWords('Prices rise significantly by June') // UNMEASURABLE “significantly”, COMPARATIVE_NO_LEVEL “rise”
 */
export function findWords(statement: string): WordFinding[] {
  const found: WordFinding[] = [];
  const add = (code: AdviceCode, hit: RegExpExecArray | null) => {
    if (hit !== null) found.push({ code, words: hit[0] });
  };
  const measured = statement.replaceAll(NO_QUANTITY, MASK).replaceAll(NAME_WITH_NUMBER, MASK);
  const hasLevel = LEVEL.test(measured);
  add('UNMEASURABLE', UNMEASURABLE.exec(statement));
  add('VAGUE_VERB', /\d/u.test(measured) ? null : VAGUE_VERB.exec(statement));
  add('COMPARATIVE_NO_LEVEL', hasLevel ? null : (COMPARATIVE.exec(statement) ?? MOVEMENT.exec(statement)));
  add('QUANTITY_NO_UNIT', BARE_NUMBER.exec(measured));
  return found;
}

/** How often a statement denies, with the words. */
export function findDenials(statement: string): string[] {
  return statement.replaceAll(NO_DENIAL, ' ').match(DENYING) ?? [];
}
