/** Official scales that say which probabilities a word stands for; an installation chooses one, `icd203` unless it says so. */
export const YARDSTICKS = ['icd203', 'phia', 'ipcc', 'efsa', 'nato'] as const;
export type Yardstick = (typeof YARDSTICKS)[number];
export const DEFAULT_YARDSTICK: Yardstick = 'icd203';

export function isYardstick(name: unknown): name is Yardstick {
  return (YARDSTICKS as readonly unknown[]).includes(name);
}

/** Probabilities 0-1. */
export interface YardstickBand {
  readonly low: number;
  readonly high: number;
}

/** Steps of the lexicon from "no chance" to "certain". Every word of likelihood stands on one; a yardstick gives it a band. */
export const LIKELIHOOD_STEPS = [
  'almostNoChance',
  'extremelyUnlikely',
  'veryUnlikely',
  'unlikely',
  'even',
  'likely',
  'veryLikely',
  'extremelyLikely',
  'almostCertain',
] as const;
export type LikelihoodStep = (typeof LIKELIHOOD_STEPS)[number];

export interface YardstickTable {
  /** Name and source for people. */
  readonly title: string;
  readonly source: string;
  /** The official terms with their probabilities, as published. */
  readonly terms: Readonly<Record<string, YardstickBand>>;
  /** The band of each step of the lexicon. */
  readonly steps: Readonly<Record<LikelihoodStep, YardstickBand>>;
}

const band = (low: number, high: number): YardstickBand => ({ low, high });

/** `steps` names the official term for each step, or gives a band of ours where the yardstick has none. */
function table<T extends string>(
  head: { readonly title: string; readonly source: string },
  terms: Readonly<Record<T, YardstickBand>>,
  steps: Readonly<Record<LikelihoodStep, NoInfer<T> | YardstickBand>>,
): YardstickTable {
  const resolve = (step: LikelihoodStep): YardstickBand => {
    const term = steps[step];
    return typeof term === 'string' ? terms[term] : term;
  };
  return {
    ...head,
    terms,
    steps: Object.fromEntries(LIKELIHOOD_STEPS.map((step) => [step, resolve(step)])) as Record<
      LikelihoodStep,
      YardstickBand
    >,
  };
}

/**
 * The official scales. Figures are those of the documents named; how our nine steps are laid on them is ours:
 * - a scale without a term as strong takes its strongest ("extremely likely" is "very likely" in ICD 203, "almost certain" is
 *   "highly likely" for NATO);
 * - PHIA has no word for an even chance and leaves 50-55 % open on purpose; an even chance is 45-55 % there as in ICD 203.
 *   The other gaps of PHIA lie between its words and need no filling;
 * - IPCC terms nest ("very likely" is also "likely"); each word keeps its own published range.
 */
export const YARDSTICK_TABLES: Readonly<Record<Yardstick, YardstickTable>> = {
  icd203: table(
    {
      title: 'ICD 203 (US intelligence community)',
      source:
        'Office of the Director of National Intelligence, Intelligence Community Directive 203, Analytic Standards, 2015, D.6.e(2)',
    },
    {
      'Almost no chance': band(0.01, 0.05),
      'Remote chance': band(0.01, 0.05),
      'Very unlikely': band(0.05, 0.2),
      Unlikely: band(0.2, 0.45),
      'Roughly even chance': band(0.45, 0.55),
      Likely: band(0.55, 0.8),
      'Very likely': band(0.8, 0.95),
      'Almost certain': band(0.95, 0.99),
    },
    {
      almostNoChance: 'Almost no chance',
      extremelyUnlikely: 'Very unlikely',
      veryUnlikely: 'Very unlikely',
      unlikely: 'Unlikely',
      even: 'Roughly even chance',
      likely: 'Likely',
      veryLikely: 'Very likely',
      extremelyLikely: 'Very likely',
      almostCertain: 'Almost certain',
    },
  ),
  phia: table(
    {
      title: 'PHIA probability yardstick (United Kingdom)',
      source:
        'Professional Head of Intelligence Assessment, Professional Development Framework for all-source intelligence assessment, 2019',
    },
    {
      'Remote chance': band(0, 0.05),
      'Highly unlikely': band(0.1, 0.2),
      Unlikely: band(0.25, 0.35),
      'Realistic possibility': band(0.4, 0.5),
      Likely: band(0.55, 0.75),
      Probable: band(0.55, 0.75),
      'Highly likely': band(0.8, 0.9),
      'Almost certain': band(0.95, 1),
    },
    {
      almostNoChance: 'Remote chance',
      extremelyUnlikely: 'Highly unlikely',
      veryUnlikely: 'Highly unlikely',
      unlikely: 'Unlikely',
      even: band(0.45, 0.55),
      likely: 'Likely',
      veryLikely: 'Highly likely',
      extremelyLikely: 'Highly likely',
      almostCertain: 'Almost certain',
    },
  ),
  ipcc: table(
    {
      title: 'IPCC likelihood scale',
      source:
        'Mastrandrea et al., Guidance Note for Lead Authors of the IPCC Fifth Assessment Report on Consistent Treatment of Uncertainties, 2010, table 1',
    },
    {
      'Exceptionally unlikely': band(0, 0.01),
      'Extremely unlikely': band(0, 0.05),
      'Very unlikely': band(0, 0.1),
      Unlikely: band(0, 0.33),
      'About as likely as not': band(0.33, 0.66),
      Likely: band(0.66, 1),
      'Very likely': band(0.9, 1),
      'Extremely likely': band(0.95, 1),
      'Virtually certain': band(0.99, 1),
    },
    {
      almostNoChance: 'Exceptionally unlikely',
      extremelyUnlikely: 'Extremely unlikely',
      veryUnlikely: 'Very unlikely',
      unlikely: 'Unlikely',
      even: 'About as likely as not',
      likely: 'Likely',
      veryLikely: 'Very likely',
      extremelyLikely: 'Extremely likely',
      almostCertain: 'Virtually certain',
    },
  ),
  efsa: table(
    {
      title: 'EFSA approximate probability scale',
      source:
        'EFSA Scientific Committee, Guidance on Uncertainty Analysis in Scientific Assessments, EFSA Journal 16(1):5123, 2018, table 4',
    },
    {
      'Almost impossible': band(0, 0.01),
      'Extremely unlikely': band(0.01, 0.05),
      'Very unlikely': band(0.05, 0.1),
      Unlikely: band(0.1, 0.33),
      'About as likely as not': band(0.33, 0.66),
      Likely: band(0.66, 0.9),
      'Very likely': band(0.9, 0.95),
      'Extremely likely': band(0.95, 0.99),
      'Almost certain': band(0.99, 1),
    },
    {
      almostNoChance: 'Almost impossible',
      extremelyUnlikely: 'Extremely unlikely',
      veryUnlikely: 'Very unlikely',
      unlikely: 'Unlikely',
      even: 'About as likely as not',
      likely: 'Likely',
      veryLikely: 'Very likely',
      extremelyLikely: 'Extremely likely',
      almostCertain: 'Almost certain',
    },
  ),
  nato: table(
    {
      title: 'NATO (AJP-2.1)',
      source:
        'NATO, AJP-2.1, Allied Joint Doctrine for Intelligence Procedures, 2016, table of statements of probability',
    },
    {
      'Highly unlikely': band(0, 0.1),
      Unlikely: band(0.1, 0.4),
      'Even chance': band(0.4, 0.6),
      Likely: band(0.6, 0.9),
      'Highly likely': band(0.9, 1),
    },
    {
      almostNoChance: 'Highly unlikely',
      extremelyUnlikely: 'Highly unlikely',
      veryUnlikely: 'Highly unlikely',
      unlikely: 'Unlikely',
      even: 'Even chance',
      likely: 'Likely',
      veryLikely: 'Highly likely',
      extremelyLikely: 'Highly likely',
      almostCertain: 'Highly likely',
    },
  ),
};

/** The band of a step by a yardstick. `bandOfStep('likely', 'icd203')` is 0.55-0.8. */
export function bandOfStep(step: LikelihoodStep, yardstick: Yardstick): YardstickBand {
  return YARDSTICK_TABLES[yardstick].steps[step];
}

/** The step as far on the other side of even. `oppositeStep('veryLikely') === 'veryUnlikely'` */
export function oppositeStep(step: LikelihoodStep): LikelihoodStep {
  return LIKELIHOOD_STEPS[LIKELIHOOD_STEPS.length - 1 - LIKELIHOOD_STEPS.indexOf(step)] ?? step;
}
