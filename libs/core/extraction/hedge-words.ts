/** Words that say how sure somebody is, not what happens. Left out of statements wherever they qualify a verb. */
export const HEDGE_ADVERBS: ReadonlySet<string> = new Set(
  (
    'likely unlikely probably possibly perhaps maybe certainly surely inevitably presumably undoubtedly doubtless conceivably arguably apparently reportedly ' +
    'allegedly seemingly supposedly evidently obviously clearly plausibly potentially definitely assuredly feasibly unquestionably indubitably hopefully'
  ).split(' '),
);

/** Words that join a sentence to the one before or colour it. */
export const DISCOURSE_ADVERBS: ReadonlySet<string> = new Set(
  (
    'however therefore thus hence nevertheless nonetheless moreover furthermore meanwhile indeed simply actually really frankly ' +
    'honestly consequently accordingly besides instead otherwise admittedly naturally incidentally also anyway though of-course too just well'
  ).split(' '),
);

/** "very", "most", "almost": left out with the hedge they stand before. */
export const DEGREES: ReadonlySet<string> = new Set(
  'very most almost quite rather highly extremely nearly virtually fairly pretty all equally more increasingly far too not only'.split(
    ' ',
  ),
);

/** Adjectives by which a clause is called more or less likely; true where they deny it. */
export const HEDGE_ADJECTIVES: ReadonlyMap<string, boolean> = new Map<string, boolean>([
  ...'likely probable possible certain sure inevitable unavoidable plausible conceivable imminent assured guaranteed clear obvious evident expected predicted foreseeable feasible thinkable reasonable realistic'
    .split(' ')
    .map((word): [string, boolean] => [word, false]),
  ...'unlikely improbable impossible doubtful inconceivable unthinkable implausible unrealistic unimaginable questionable dubious unclear uncertain far-fetched'
    .split(' ')
    .map((word): [string, boolean] => [word, true]),
]);

/** "is likely to", "are expected to", "looks set to": what links a subject to its verb; true where it denies it. */
export const LINKS: ReadonlyMap<string, boolean> = new Map<string, boolean>([
  ...'likely certain sure bound set poised due expected predicted projected forecast forecasted tipped going about destined guaranteed scheduled slated anticipated estimated thought believed supposed planned intended fated doomed apt liable assumed reckoned seen shaping billed rumoured rumored favoured favored'
    .split(' ')
    .map((word): [string, boolean] => [word, false]),
  ...'unlikely improbable'.split(' ').map((word): [string, boolean] => [word, true]),
]);

export const CHANCE_NOUNS: ReadonlySet<string> = new Set(
  'chance chances odds probability probabilities likelihood risk risks possibility prospect prospects danger threat hope shot certainty possibilities likelihoods'.split(
    ' ',
  ),
);

/** Nouns whose that-clause is what is said: "my fear is that", "the danger is that". */
export const FRAME_NOUNS: ReadonlySet<string> = new Set(
  (
    'risk fear danger guess bet view hunch suspicion expectation forecast prediction assumption worry concern hope consensus sense feeling belief conclusion ' +
    'judgement judgment opinion chances odds reason upshot result point thing truth fact line message problem likelihood probability possibility threat idea ' +
    'notion claim warning promise projection estimate thesis argument prospect chance outcome scenario case call money instinct reading verdict theory sign ' +
    'indication evidence proof signal reckoning wager posture position news catch difference secret certainty prognosis outlook thinking impression answer observation speculation rumour rumor suggestion fears hopes worries concerns expectations predictions forecasts warnings signs rumours rumors claims suspicions guesses'
  ).split(' '),
);
