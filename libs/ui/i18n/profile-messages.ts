/** Profiles of claimants and outlets, and the charts on them. */
export const profileMessages = {
  'chart.table.show': 'The same numbers as a table',
  'chart.axis.stated': 'Stated likelihood',
  'chart.axis.observed': 'Share that happened',
  'chart.col.bin': 'Stated',
  'chart.col.stated': 'Stated',
  'chart.col.n': 'Claims',
  'chart.col.forecast': 'Mean stated',
  'chart.col.observed': 'Happened',
  'chart.col.interval': '95 % interval',
  'chart.col.on': 'Up to',
  'chart.col.brier': 'Mean Brier',
  'chart.reliability.label':
    '{title}: {bins, plural, one {# bin} other {# bins}}; in {within} of them the stated likelihood lies within the 95 % interval of what happened. The table below has the numbers.',
  'chart.isotonic.note': 'Words and numbers together: the curve that never falls and lies closest.',
  'chart.isotonic.label':
    '{title}: {points, plural, one {# step} other {# steps}}, at most {gap} away from the line on which it happened as often as stated. The table below has the numbers.',
  'chart.time.note': 'Over all claims whose scheduled deadline had passed by then. 0 is best, 1 is worst.',
  'chart.time.half': 'always 50 %',
  'chart.time.label':
    '{title}: {first} on {from}, {last} on {to}, over {n} claims. The table below has the numbers.',

  'profile.lead': 'Stated likelihoods and outcomes, with every claim behind the numbers.',
  'profile.move': 'why did this rank move?',
  'profile.figures': 'In numbers',
  'profile.noStanding': 'No claims have been scored yet. Nothing can be said in numbers.',
  'profile.building':
    'Building a record: {families, plural, one {# family} other {# families}} from {texts, plural, one {# text} other {# texts}} so far. Below the minimum, numbers say more about chance than about anybody.',
  'profile.onScale': 'On the scale',
  'profile.skill.text':
    'Higher is better, from −1 to 1; 0 is as good as the base rate known before each claim. The dot is shrunk towards 0, the ring is raw, the whisker its 95 % interval.',
  'profile.brier.text':
    'Lower is better. The dot is the middle reading of the words; the bar runs from the best to the worst they allow.',
  'profile.brier.chart': 'Mean Brier {score}; 0 is best, 1 is worst',
  'profile.hitRate.text':
    'How often the side called likelier came about, with a 95 % interval. The diamond is the base rate on the same claims.',
  'profile.hitRate.chart': 'Hit rate {rate}',
  'profile.log': 'Mean log score',
  'profile.log.text':
    'Lower is better, 0 is best; always saying 50 % scores 0.693. Certainty that fails costs most.',
  'profile.bounds': 'With the ambiguous ones',
  'profile.bounds.text': 'Mean Brier had every ambiguous claim come out best, or worst, for them.',
  'profile.captured':
    'Estimated share captured within the texts put in: {share} ({low} to {high}). Two people read {texts} texts, drawn by chance, without highlights and found {found} predictions; this share of them had been captured. What was said in texts that were never put in is not known.',
  'profile.scoreable.text': 'Of all claims, those with a deadline and a likelihood that can be scored.',

  'profile.calibration': 'Did it happen as often as stated?',
  'profile.calibration.text':
    'What was called 70 % should come about seven times in ten. Words stand for the middle of their band. On the dashed line it happened as often as stated, above it more often, below it less. The larger a dot, the more claims: their number stands beside it. Upright whiskers are 95 % intervals.',
  'profile.calibration.words': 'Said in words',
  'profile.calibration.words.note': 'By the bands of the words; the level bar is the band.',
  'profile.calibration.words.empty': 'Nothing said in words has been scored yet.',
  'profile.calibration.numbers': 'Said in numbers',
  'profile.calibration.numbers.note': 'By tenths; the level bar is the tenth.',
  'profile.calibration.numbers.empty': 'Nothing said in numbers has been scored yet.',
  'profile.calibration.curve': 'Without bins',
  'profile.calibration.curve.empty': 'Too little has been scored for a curve.',
  'profile.parts.none':
    'Calibration error and reliability are shown from 50 scored claims on; before, chance makes most of them.',
  'profile.ece': 'Calibration error',
  'profile.ece.text': 'Mean distance of the dots from the line, 0 to 1; lower is better.',
  'profile.reliability': 'Reliability',
  'profile.reliability.text': 'What being off the line costs; lower is better.',
  'profile.resolution': 'Resolution',
  'profile.resolution.text': 'What telling cases apart gains; higher is better.',
  'profile.uncertainty': 'Uncertainty',
  'profile.uncertainty.text':
    'How open the questions were: 0.25 where half came about. Brier is reliability − resolution + uncertainty, and a small rest.',

  'profile.sharpness.text':
    'Mean distance from 50 %, 0 to 0.5. Of itself no merit: only sharp and calibrated is good.',
  'profile.discrimination.text':
    'Mean likelihood of what happened less that of what did not, −1 to 1; higher is better, 0 tells nothing apart.',
  'profile.auc.text':
    'How often what happened was called likelier than what did not, 0 to 1; higher is better, 0.5 tells nothing apart.',

  'profile.peers': 'Beside others on the same statements',
  'profile.peers.text':
    'Among {claimants} claimants who share enough to be compared, on {n, plural, one {# statement} other {# statements}}, each from the day on which {minClaimants} of them had spoken.',
  'profile.peers.score.text':
    'Per statement; higher is better, 0 is as good as the others. 10 is about a tenth more probability on what came about.',
  'profile.peers.adjusted.text':
    'Lower is better, always 50 % is 0.25: the score had everybody answered everything. {shared} as it came out, on the same statements.',
  'profile.peers.none': 'Not comparable.',
  'profile.peers.few_own':
    '{n, plural, =0 {No statements are} one {# statement is} other {# statements are}} scored here; {minPropositions} are needed that at least {minClaimants} claimants spoke of.',
  'profile.peers.few_shared':
    'Of {n, plural, =0 {none of the scored statements} one {# scored statement} other {# scored statements}} at least {minClaimants} claimants had spoken before the end; {minPropositions} are needed.',
  'profile.peers.others_apart':
    '{n, plural, one {# statement is} other {# statements are}} shared, but with claimants of whom too few have {minPropositions} statements that {minClaimants} spoke of.',
  'profile.peers.why': 'What this would measure',

  'profile.lexicon': 'If the words were read otherwise',
  'profile.lexicon.text':
    '{drawn} of what is scored here was said in words that people were asked about. The whole lexicon was redrawn {draws} times from how {people} people read such words, each word the same for everybody.',
  'profile.lexicon.how': 'How this is done',
  'profile.lexicon.chart':
    'Mean Brier {score}, in 95 % of draws {low} to {high}; 0 is best, the line is always 50 %',
  'profile.lexicon.brier.text':
    'Lower is better. The dot is by the lexicon in force; 95 % of draws lie within the whisker.',
  'profile.lexicon.caption':
    'How often the order of mean Brier scores holds between {name} and the neighbours on the board.',
  'profile.lexicon.note': '{name} has {score}. At 50 % the words decide which of two is lower.',
  'profile.lexicon.col.name': 'Neighbour',
  'profile.lexicon.col.rank': 'Rank',
  'profile.lexicon.col.brier': 'Mean Brier',
  'profile.lexicon.col.order': 'Order now',
  'profile.lexicon.col.holds': 'Holds in',
  'profile.lexicon.lower': '{name} is lower',
  'profile.lexicon.higher': '{name} is higher',

  'profile.time': 'Over time',
  'profile.time.chart': 'Mean Brier score',
  'profile.time.empty': 'No scheduled deadline has passed yet.',
  'profile.lead.title': 'How long before',
  'profile.lead.note': 'The forecast that stood so many days before the deadline. The line is always 50 %.',
  'profile.lead.days': 'Days before',
  'profile.lead.empty': 'No forecast stood long enough before its deadline to compare.',

  'profile.references': 'Beside simple rules',
  'profile.references.text':
    'Each rule is scored on exactly the claims of {name} that it has an answer for: the dot is their score, the diamond the rule’s.',
  'profile.references.empty': 'Nothing to compare with has been recorded for these claims.',
  'profile.references.col': 'Rule',
  'profile.references.col.n': 'Claims',
  'profile.references.col.reference': 'Brier of the rule',
  'profile.references.col.own': 'Own Brier',
  'profile.references.col.difference': 'Difference',
  'profile.references.scale': 'Brier, left is better',
  'profile.references.chart': '{name} {reference}, own {own}; 0 is best',

  'profile.wording': 'How it is put',
  'profile.wording.text':
    'Of {claims, plural, one {# claim} other {# claims}}, {withoutDeadline} ({deadlineShare}) name no deadline and {withoutProbability} ({probabilityShare}) state no likelihood that can be scored.',
  'profile.bases': 'In what form a likelihood is said',
  'profile.bases.col': 'Form',
  'profile.bases.n': 'Claims',
  'profile.bases.share': 'Share',
  'profile.bases.chart': '{n} of {claims} claims',
  'profile.phrases': 'In which words',
  'profile.phrases.note': 'The bar is what the words stand for, the dot how often it happened.',
  'profile.phrases.col': 'Words',
  'profile.phrases.n': 'Said',
  'profile.phrases.band': 'Stands for',
  'profile.phrases.happened': 'Happened',
  'profile.phrases.of': '{occurred} of {settled}',
  'profile.phrases.chart': '“{phrase}” stands for {band}; happened {happened}',
  'likelihoodBasis.number': 'a number',
  'likelihoodBasis.number.text': '“30 per cent”',
  'likelihoodBasis.words': 'words',
  'likelihoodBasis.words.text': '“very unlikely”',
  'likelihoodBasis.unhedged': 'flatly',
  'likelihoodBasis.unhedged.text': '“will”, “will not”',
  'likelihoodBasis.possibility': 'a possibility',
  'likelihoodBasis.possibility.text': '“may”, “could”: not scored',
  'likelihoodBasis.rank': 'a place in an order',
  'likelihoodBasis.rank.text': '“most probable outcome”: not scored',
  'likelihoodBasis.not_stated': 'none stated',
  'likelihoodBasis.not_stated.text': 'not scored',

  'profile.stated': 'Stated likelihoods and outcomes',
  'profile.stated.likelyNot': 'Stated as most likely, did not happen',
  'profile.stated.unlikelyYes': 'Stated as least likely, happened',
  'profile.stated.none': 'None.',

  'profile.claims': '{n, plural, =0 {No claims} one {# claim} other {# claims}}',
  'profile.claims.caption': 'What was said last comes first.',
  'profile.claims.note':
    'Base rate: as known before the claim. Effect: its share of mean skill, above 0 raises it; all effects add up to the mean.',
  'profile.claims.empty': 'No claims have been captured here yet.',
  'profile.claims.choices': 'Claims by how they count',
  'profile.claims.all': 'All claims',
  'profile.claims.ofBoard': 'Only the claims behind the row of this board: {filter}.',
  'profile.claims.ofAll': 'All claims',
  'profile.claims.series':
    'These {claims} claims are counted as {series}: what one claimant says of one statement counts once, each wording for the time it stood.',
  'profile.claims.none': 'There are none of these now.',
  'profile.claims.past': 'The list has fewer pages than that.',
  'profile.claims.first': 'To its first page',
  'profile.claims.pages': 'Pages of the list',
  'profile.claims.previous': 'Previous claims',
  'profile.claims.next': 'Next claims',
  'profile.claims.part': 'claims {from} to {to} of {total}',
  'profile.claims.open': '{label}: {n}, open the list',
  'profile.col.statement': 'Statement',
  'profile.col.said': 'Said',
  'profile.col.likelihood': 'Stated likelihood',
  'profile.col.deadline': 'Deadline',
  'profile.col.outcome': 'Outcome',
  'profile.col.brier': 'Brier',
  'profile.col.reference': 'Base rate',
  'profile.col.effect': 'Effect',
  'profile.col.counts': 'Does it count?',
  'profile.weight': 'Weighs {share} of its series.',
  'profile.outcome.none': 'no final verdict',
  'profile.deadline.none': 'none named',
} as const;
