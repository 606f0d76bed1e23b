/** A way of speaking of the future, as words or lemmas of neighbouring tokens. Same notation as the lexicon: `|`, `?`, `*`. */
export interface CuePattern {
  readonly code: string;
  /** How strongly it speaks for a prediction, 0-1, all else unknown. */
  readonly weight: number;
  readonly words: string;
}

const group = (code: string, weight: number, patterns: readonly string[]): CuePattern[] =>
  patterns.map((words) => ({ code, weight, words }));

/**
 * Cue families of the research survey (A plain future, C probability words, F expectation, G forecast nouns, H evaluative
 * impossibility, commitments). Modals and numbers are handled apart, where grammar is needed.
 */
export const CUE_PATTERNS: readonly CuePattern[] = [
  ...group('FUTURE_PHRASE', 0.72, [
    'be not? going to',
    'be not? about to',
    'be not? set|poised|bound|due|slated|scheduled|destined|doomed|fated|guaranteed to',
    'be almost? certain|sure|certain to',
    'seem|look|appear set|certain|bound|poised|destined to',
    'only? a? matter of time',
    'be here to stay',
    'no going back',
    'be on course|track to|for',
    'be headed|heading for|into|toward|towards|to',
    'be now|once|again headed|heading for|into|toward|towards',
    'in the offing',
    'sooner or later',
    'be * headed into|for|toward|towards',
    'headed once? again? for|into|toward|towards',
    'stand to gain|lose|benefit|win',
    'be tipped to',
    'all but certain|guarantee|guarantees|guaranteed|assure|assures|assured|inevitable|over|done',
    'be unavoidable|assured',
    'be coming',
    'in store',
    'be brace|bracing|gear|gearing up? for|to',
    'do not be surprised',
    'would|should|will not? be surprised if|by',
    'mark my word',
    'brace yourself|yourselves',
    'what happen next',
  ]),
  ...group('FUTURE_HINT', 0.35, [
    'lie|lies ahead',
    'loom',
    'on the horizon',
    'in the pipeline',
    'down the road',
    'spell the? end',
    'be doomed',
    'pave the way for',
    'be over',
    'bode ill|well',
    'to come',
    'all sign point to',
    'be impending|looming|imminent',
    'impending|looming|imminent',
  ]),
  ...group('LIKELIHOOD_WORD', 0.72, [
    'likely',
    'unlikely',
    'improbable',
    'doubtful',
    'inevitable',
    'inevitably',
    'in the card',
    'off the table',
    'out of the question',
    'no realistic? chance|prospect|way|possibility',
    'foregone conclusion',
    'not? stand|have a? chance',
    'by no means',
    'likeliest|unlikeliest',
    'a? safe bet',
    'long shot',
    'odds-on',
    'favourite|favorite|favourites|favorites to|for',
    'my guess|bet|money|hunch|prediction|forecast|call be|would|:',
    'nearly|almost|close to certain',
    'not a? prayer|hope',
    'fifty-fifty|50-50',
    'no question|doubt|denying that|but',
    'near|almost|virtually certain|certainly|certainty',
    'a certainty',
    'bet on',
  ]),
  ...group('LIKELIHOOD_WORD', 0.5, [
    'certain to',
    'most|least|less probable|likely',
    'chance|odds|probability|likelihood|prospect of|that|at|be',
    'high|low|strong|slim|poor|good|pitiful|little|better|long|dim chance|odds|probability|likelihood|chances|prospect|prospects',
    'coin flip',
    'toss up',
    'distinct|real|serious|strong possibility|risk|danger|threat',
    'cannot|can not? be ruled out',
    'rule out',
    'greater|growing|rising|increasing|increased|high|higher likelihood|probability|risk|chance',
  ]),
  ...group('LIKELIHOOD_WORD', 0.4, ['probable', 'probably', 'surely', 'undoubtedly']),
  ...group('FORECASTER_SEES', 0.45, [
    'i|we see|look for',
    'i|we * see',
    'i|we|they do not see',
    'i|we can not see|imagine|picture',
    'i|we put|give|make it|this|that|them|him|her|the',
    'i|we put at',
    'i|we would|will put|give|make|take|bet|go|back',
    'i be at',
    'have|has it|them|inflation|growth|prices rise|rising|fall|falling|doubling|at',
    'penciled|pencilled in',
    'look for',
    'watch for|out',
    'count|bank|bet on',
  ]),
  ...group('POSSIBILITY_WORD', 0.22, [
    'risk be',
    'possible',
    'possibly',
    'perhaps',
    'maybe',
    'presumably',
    'conceivably',
    'conceivable',
    'potentially',
    'risk|danger|threat|possibility of|that',
    'feasible',
  ]),
  ...group('NEGATED_HOPE', 0.52, ['any time soon', 'anytime soon']),
  ...group('NEGATED_HOPE', 0.3, ['hardly', 'scarcely', 'never', 'forever', 'no longer', 'any more']),
  ...group('IMPOSSIBLE_TO_SEE', 0.66, [
    'hard|difficult|impossible|tough to see|imagine|envisage|envision|believe|foresee|conceive',
    'not a? realistic',
    'not? realistic expectation|prospect|option',
    'unrealistic to expect|think',
    'no appetite for',
    'no sign of',
    'idea|notion that * will|would',
  ]),
  ...group('IMPOSSIBLE_TO_SEE', 0.38, ['non-starter|non-starters|nonstarter|nonstarters', 'be impossible']),
  ...group('RANKED_OUTCOME', 0.6, [
    'most|least|more|less likely|probable outcome|scenario|result|course|path|option|development',
    'base|best|worst|central case',
    'most likely be',
  ]),
];

/** Verbs of expectation by lemma, with the weight of their present and first-person forms. */
export const EXPECTATION_VERBS: Readonly<Record<string, number>> = {
  expect: 0.66,
  forecast: 0.66,
  predict: 0.66,
  project: 0.66,
  foresee: 0.66,
  anticipate: 0.66,
  envisage: 0.55,
  doubt: 0.62,
  reckon: 0.35,
  bet: 0.4,
  suspect: 0.35,
  fear: 0.35,
  warn: 0.35,
  worry: 0.25,
  guess: 0.3,
  estimate: 0.3,
  think: 0.12,
  believe: 0.15,
  hope: 0.1,
};

/** Verbs by which somebody binds himself, with the weight of verb + "to" or "that". Announced plans count as predictions. */
export const COMMITMENT_VERBS: Readonly<Record<string, number>> = {
  vow: 0.6,
  pledge: 0.6,
  promise: 0.5,
  threaten: 0.58,
  plan: 0.5,
  intend: 0.5,
  aim: 0.32,
  prepare: 0.35,
  agree: 0.3,
  seek: 0.1,
  propose: 0.2,
  commit: 0.35,
  announce: 0.3,
  schedule: 0.5,
  swear: 0.5,
};

/** Nouns for a forecast; with a number or a that-clause they speak of the future without a verb of their own. */
export const FORECAST_NOUNS: ReadonlySet<string> = new Set([
  'forecast',
  'projection',
  'prediction',
  'outlook',
  'expectation',
  'estimate',
  'scenario',
  'consensus',
]);

/** What an author does with his own text: "I will discuss", "we will see". */
export const DISCOURSE_VERBS: ReadonlySet<string> = new Set(
  'discuss see look turn return address argue explain focus say note describe show write talk examine explore consider suggest outline review mention cover list update post quote'.split(
    ' ',
  ),
);

/** Verbs of state: with a bare modal they speak about the present ("may be upset", "might want"). */
export const STATIVE_VERBS: ReadonlySet<string> = new Set(
  'be have seem know want like appear mean feel think believe need understand hold exist'.split(' '),
);
