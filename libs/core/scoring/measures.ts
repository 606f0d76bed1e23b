/** Where on the pages a measure stands; its place in words is in the catalogue (`method.place.…`). */
export type MeasurePlace =
  | 'brier'
  | 'log'
  | 'skill'
  | 'rank'
  | 'hitRate'
  | 'reference'
  | 'calibration'
  | 'overTime'
  | 'ambiguous'
  | 'scoreable'
  | 'peers'
  | 'lexicon'
  | 'agreement';

/**
 * A number that is shown somewhere, with how it is made and read. Its name and its sentence for readers are in the
 * catalogue: `measure.<key>.name` and `measure.<key>.text`.
 */
export interface Measure {
  readonly key: string;
  /** Plain text: p the stated probability, o the outcome (1 happened, 0 did not), n the scored claims. */
  readonly formula: string;
  readonly scale: string;
  /** Which way is better; `neither` where the number only describes. */
  readonly direction: 'lower' | 'higher' | 'neither';
  /** The value of the best possible record, where there is one. */
  readonly bestAt?: number;
  readonly source: string;
  readonly explains: MeasurePlace;
}

const SCORES: readonly Measure[] = [
  {
    key: 'brier',
    formula: '(p − o)²',
    scale: '0 to 1',
    direction: 'lower',
    bestAt: 0,
    source: 'Brier 1950, Monthly Weather Review 78(1); one-sided, half of the two-class form',
    explains: 'brier',
  },
  {
    key: 'intervalBrier',
    formula: 'least and greatest (q − o)² for low ≤ q ≤ high',
    scale: '0 to 1',
    direction: 'lower',
    bestAt: 0,
    source: 'Own: bands of ICD 203 (2015) put into Brier 1950',
    explains: 'brier',
  },
  {
    key: 'timeWeighted',
    formula: 'Σ wₜ (pₜ − o)², wₜ = days the forecast stood ÷ days from the first claim to its end',
    scale: '0 to 1',
    direction: 'lower',
    bestAt: 0,
    source: 'Tetlock & Gardner 2015, Superforecasting; as in Good Judgment Open',
    explains: 'brier',
  },
  {
    key: 'log',
    formula: '−ln p(o), p kept within 0.000001 and 0.999999',
    scale: '0 to 13.8',
    direction: 'lower',
    bestAt: 0,
    source: 'Good 1952, Journal of the Royal Statistical Society B 14(1)',
    explains: 'log',
  },
  {
    key: 'baseline',
    formula: '100 · log₂(2 p(o)) · share of the question’s time',
    scale: 'at most 100, no lower end; 0 is always saying 50 %',
    direction: 'higher',
    bestAt: 100,
    source: 'Metaculus, Scores FAQ',
    explains: 'peers',
  },
  {
    key: 'peer',
    formula: '100 · (ln p(o) − mean of ln p(o) of the others), weighed by the time both stood',
    scale: 'no ends; 0 is like the others',
    direction: 'higher',
    source: 'Metaculus, Scores FAQ',
    explains: 'peers',
  },
  {
    key: 'relativeBrier',
    formula: 'mean over time of (own Brier − median Brier of all forecasts that stand then)',
    scale: '−1 to 1',
    direction: 'lower',
    bestAt: -1,
    source: 'Fatebook; Good Judgment Open, relative Brier score',
    explains: 'peers',
  },
  {
    key: 'adjustedBrier',
    formula:
      'a(claimant) of the least-squares fit Brier = a(claimant) + b(statement), Σ b = 0, in the shared time',
    scale: 'about 0 to 1; 0.25 is always saying 50 %',
    direction: 'lower',
    source: 'Karger et al. 2025, ForecastBench, two-way fixed effects; overlap and shared time: own',
    explains: 'peers',
  },
];

const STANDING: readonly Measure[] = [
  {
    key: 'skill',
    formula: 'mean of (reference Brier − own Brier) over the same claims',
    scale: '−1 to 1; 0 is the reference',
    direction: 'higher',
    source: 'Murphy 1988, Monthly Weather Review 116(12), as a difference; Karger et al. 2025, ForecastBench',
    explains: 'skill',
  },
  {
    key: 'shrunkSkill',
    formula:
      'B · skill, B = τ² ÷ (τ² + v), v = s² Σ n(f)² ÷ n² over families f; s² pooled variance of family means, τ² mean of skill² − v over the board, not below 0',
    scale: '−1 to 1; 0 is the reference',
    direction: 'higher',
    source: 'Efron & Morris 1975, Journal of the American Statistical Association 70(350); prior around 0',
    explains: 'skill',
  },
  {
    key: 'skillInterval',
    formula:
      '2.5th and 97.5th percentile of skill over draws of whole families with replacement, stretched by √(F ÷ (F − 1)) · t ÷ 1.96 for F families',
    scale: '−1 to 1',
    direction: 'neither',
    source:
      'Efron 1979, Annals of Statistics 7(1); by cluster: Field & Welsh 2007, JRSS B 69(3); stretched: Hesterberg 2015, The American Statistician 69(4)',
    explains: 'skill',
  },
  {
    key: 'rankRange',
    formula: '2.5th and 97.5th percentile of the rank over the same draws',
    scale: '1 to the number of ranked subjects',
    direction: 'lower',
    bestAt: 1,
    source: 'Goldstein & Spiegelhalter 1996, JRSS A 159(3)',
    explains: 'rank',
  },
  {
    key: 'minimumDetectableGap',
    formula: '2.80 · √(s₁² ÷ n₁ + s₂² ÷ n₂): found four times in five, at 5 %',
    scale: '0 to 1, in units of the mean Brier score',
    direction: 'lower',
    bestAt: 0,
    source: 'Lachin 1981, Controlled Clinical Trials 2(2)',
    explains: 'rank',
  },
  {
    key: 'hitRate',
    formula:
      '(a + k) ÷ (a + b + n), 95 % of Beta(a + k, b + n − k); k claims whose likelier side came about, 50 % counting half',
    scale: '0 to 100 %',
    direction: 'higher',
    bestAt: 1,
    source: 'Prior from all of the board by moments: Kleinman 1973, JASA 68(341); else Jeffreys, a = b = ½',
    explains: 'hitRate',
  },
  {
    key: 'ambiguousBounds',
    formula: '(Σ Brier + Σ best or worst Brier of each ambiguous claim) ÷ (n + ambiguous)',
    scale: '0 to 1',
    direction: 'lower',
    bestAt: 0,
    source: 'Manski 1990, American Economic Review 80(2): bounds without assumptions',
    explains: 'ambiguous',
  },
  {
    key: 'scoreableShare',
    formula: 'claims that could have a score ÷ all claims',
    scale: '0 to 100 %',
    direction: 'higher',
    bestAt: 1,
    source: 'Own',
    explains: 'scoreable',
  },
];

const CALIBRATION: readonly Measure[] = [
  {
    key: 'reliabilityBins',
    formula:
      '(f + z² ÷ 2n ± z √(f (1 − f) ÷ n + z² ÷ 4n²)) ÷ (1 + z² ÷ n), f the share that happened, z = 1.96',
    scale: '0 to 100 %',
    direction: 'neither',
    source: 'Wilson 1927, Journal of the American Statistical Association 22(158)',
    explains: 'calibration',
  },
  {
    key: 'isotonic',
    formula: 'the never falling curve closest to the outcomes (pool adjacent violators)',
    scale: '0 to 100 %',
    direction: 'neither',
    source: 'Dimitriadis, Gneiting & Jordan 2021, PNAS 118(8)',
    explains: 'calibration',
  },
  {
    key: 'ece',
    formula: 'Σ (nₖ ÷ n) |mean forecast of bin k − share that happened in bin k|',
    scale: '0 to 1',
    direction: 'lower',
    bestAt: 0,
    source: 'Naeini, Cooper & Hauskrecht 2015, AAAI',
    explains: 'calibration',
  },
  {
    key: 'murphyParts',
    formula: 'Brier = reliability − resolution + uncertainty + variance − covariance inside bins',
    scale: '0 to 1 each; reliability lower, resolution higher is better, uncertainty is the questions’ own',
    direction: 'neither',
    source:
      'Murphy 1973, Journal of Applied Meteorology 12(4); Stephenson, Coelho & Jolliffe 2008, Weather and Forecasting 23(4)',
    explains: 'calibration',
  },
  {
    key: 'sharpness',
    formula: 'mean |p − 0.5|',
    scale: '0 to 0.5',
    direction: 'neither',
    source: 'Gneiting, Balabdaoui & Raftery 2007, JRSS B 69(2)',
    explains: 'calibration',
  },
  {
    key: 'discrimination',
    formula: 'mean p of what happened − mean p of what did not',
    scale: '−1 to 1; 0 is none',
    direction: 'higher',
    bestAt: 1,
    source: 'Yates 1982, Organizational Behavior and Human Performance 30(1)',
    explains: 'calibration',
  },
  {
    key: 'auc',
    formula: 'share of pairs of a yes and a no in which the yes had the higher p, ties counting half',
    scale: '0 to 1; 0.5 is none',
    direction: 'higher',
    bestAt: 1,
    source: 'Mann & Whitney 1947, Annals of Mathematical Statistics 18(1)',
    explains: 'calibration',
  },
  {
    key: 'cumulativeBrier',
    formula: 'mean Brier of all claims whose scheduled deadline had passed by that date',
    scale: '0 to 1',
    direction: 'lower',
    bestAt: 0,
    source: 'Own',
    explains: 'overTime',
  },
  {
    key: 'leadTime',
    formula: 'mean Brier of what stood 30, 90, 365 days before the deadline and had not come about by then',
    scale: '0 to 1',
    direction: 'lower',
    bestAt: 0,
    source: 'Tetlock & Gardner 2015, Superforecasting',
    explains: 'overTime',
  },
];

const REFERENCES: readonly Measure[] = [
  {
    key: 'referenceBaseRate',
    formula:
      '(k + c · parent) ÷ (n + c), k of n final verdicts of other families known before the claim; cell of topic and horizon in its topic, that in everything, that is (k + 1) ÷ (n + 2)',
    scale: '0 to 100 %',
    direction: 'neither',
    source: 'Dawid 1984, JRSS A 147(2), prequential; Laplace’s rule at the root',
    explains: 'reference',
  },
  {
    key: 'referenceStatusQuo',
    formula: 'p = 1 where no change means yes, else 0',
    scale: '0 to 100 %',
    direction: 'neither',
    source: 'Own; persistence forecast, as in meteorology',
    explains: 'reference',
  },
  {
    key: 'referenceHalf',
    formula: 'p = 0.5, so that Brier = 0.25',
    scale: '0 to 100 %',
    direction: 'neither',
    source: 'Brier 1950',
    explains: 'reference',
  },
  {
    key: 'referenceMarket',
    formula: 'p of the market or crowd as recorded when the claim was made',
    scale: '0 to 100 %',
    direction: 'neither',
    source: 'Named with each recorded value',
    explains: 'reference',
  },
];

const LEXICON: readonly Measure[] = [
  {
    key: 'lexiconRobustness',
    formula:
      'share of draws of the whole lexicon in which the order of two mean Brier scores stays; ties count half',
    scale: '0 to 100 %; 50 % is chance',
    direction: 'neither',
    source:
      'Own; readings: Kucharski 2026, CAPphrase, doi:10.5281/zenodo.18750055, CC BY 4.0, 5 to 95 % of the answers of 5,174 people',
    explains: 'lexicon',
  },
];

const AGREEMENT: readonly Measure[] = [
  {
    key: 'rawAgreement',
    formula: 'mean over statements of (pairs of answers that are the same ÷ all pairs)',
    scale: '0 to 100 %',
    direction: 'higher',
    bestAt: 1,
    source: 'Fleiss 1971, Psychological Bulletin 76(5), observed agreement',
    explains: 'agreement',
  },
  {
    key: 'leaveOneOut',
    formula: 'k ÷ n, k of n statements answered like the verdict that the others reach; 95 % by Wilson',
    scale: '0 to 100 %',
    direction: 'higher',
    bestAt: 1,
    source: 'Own; Wilson 1927',
    explains: 'agreement',
  },
  {
    key: 'retestConsistency',
    formula: 'k ÷ n, k of n statements answered the same way again, at least 30 days later and unmarked',
    scale: '0 to 100 %',
    direction: 'higher',
    bestAt: 1,
    source: 'Own; flagged where the 95 % interval by Wilson 1927 ends below 80 %, from 10 on',
    explains: 'agreement',
  },
  {
    key: 'reviewerReliability',
    formula: '(a + k) ÷ (a + b + n), 95 % of Beta(a + k, b + n − k), a and b from all reviewers',
    scale: '0 to 100 %',
    direction: 'higher',
    bestAt: 1,
    source: 'Prior by moments: Kleinman 1973, JASA 68(341); else Jeffreys, a = b = ½',
    explains: 'agreement',
  },
  {
    key: 'krippendorffAlpha',
    formula: '1 − observed disagreement ÷ disagreement expected by chance',
    scale: 'at most 1; 0 is chance',
    direction: 'higher',
    bestAt: 1,
    source: 'Krippendorff 2019, Content Analysis, 4th edition, chapter 12; nominal, missing answers allowed',
    explains: 'agreement',
  },
  {
    key: 'gwetAc1',
    formula: '(pₐ − pₑ) ÷ (1 − pₑ), pₑ = Σ πₖ (1 − πₖ) ÷ (q − 1) over q answers',
    scale: 'at most 1; 0 is chance',
    direction: 'higher',
    bestAt: 1,
    source: 'Gwet 2008, British Journal of Mathematical and Statistical Psychology 61(1)',
    explains: 'agreement',
  },
];

/** Every number the pages show, in the order in which the method page explains them. */
export const MEASURES: readonly Measure[] = [
  ...SCORES,
  ...STANDING,
  ...CALIBRATION,
  ...REFERENCES,
  ...LEXICON,
  ...AGREEMENT,
];
