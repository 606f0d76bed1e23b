/** Name and sentence of every measure of `core/scoring/measures.ts`. */
export const measureMessages = {
  'measure.brier.name': 'Brier score',
  'measure.brier.text':
    'The squared distance between what was stated and what happened. Saying 12.5 % of something that does not happen scores 0.0156; had it happened, 0.7656.',
  'measure.intervalBrier.name': 'Brier score over the band',
  'measure.intervalBrier.text':
    'Words allow more than one number. “Very unlikely”, 5 to 20 %, scores from 0.0025 to 0.04 when it does not happen, depending on the reading; no order of two records that the reading can turn round should be trusted.',
  'measure.timeWeighted.name': 'Time-weighted series',
  'measure.timeWeighted.text':
    'Whoever says something again about the same statement counts once: each forecast weighs by the days it stood, from the first claim to the outcome or the deadline, whichever comes first.',
  'measure.log.name': 'Log score',
  'measure.log.text':
    'How surprising the outcome was to who said it. It punishes certainty that fails much harder than the Brier score does; always saying 50 % scores 0.693.',
  'measure.baseline.name': 'Baseline score',
  'measure.baseline.text':
    'How much better than always saying 50 %, on the scale known from Metaculus, weighed by the share of the question’s time that was covered.',
  'measure.peer.name': 'Peer score',
  'measure.peer.text':
    'How much better than the others who spoke about the same statement at the same time. Without others there is none.',
  'measure.relativeBrier.name': 'Relative Brier score',
  'measure.relativeBrier.text':
    'The own Brier score less the median of all that stand at the same time. Without others there is none.',
  'measure.skill.name': 'Skill against the base rate',
  'measure.skill.text':
    'What the base rate would have scored, less what was scored, over exactly the same claims. A difference and not a quotient, because a quotient explodes where questions are easy.',
  'measure.shrunkSkill.name': 'Shrunk skill',
  'measure.shrunkSkill.text':
    'A short record says little, so its skill is drawn towards 0; a long one hardly moves. Ranks follow this number.',
  'measure.skillInterval.name': 'Interval of skill',
  'measure.skillInterval.text':
    'How far skill moves when the families of statements are drawn anew at random, 95 draws of 100. Whole families are drawn, because claims on one development stand or fall together; few families make it wider.',
  'measure.rankRange.name': 'Range of ranks',
  'measure.rankRange.text':
    'Where the rank falls in 95 of 100 of the same draws. Two whose ranges overlap are not told apart by their records.',
  'measure.minimumDetectableGap.name': 'Smallest gap that could be told',
  'measure.minimumDetectableGap.text':
    'The difference in mean Brier score that records of this length would show four times out of five. With 90 claims each it is about 0.1, with 360 about 0.05.',
  'measure.hitRate.name': 'Hit rate',
  'measure.hitRate.text':
    'How often the side called likelier came about. It ignores how likely it was called, so it stands beside the hit rate of the base rate and never decides a rank.',
  'measure.ambiguousBounds.name': 'Bounds for ambiguous outcomes',
  'measure.ambiguousBounds.text':
    'An ambiguous outcome is never scored. The bounds say what the mean Brier score would be had every one of them come out best, or worst.',
  'measure.scoreableShare.name': 'Scoreable share',
  'measure.scoreableShare.text':
    'Who names no deadline and no likelihood cannot be wrong. This share says how much of what was said could be checked at all.',
  'measure.reliabilityBins.name': 'Reliability by bins',
  'measure.reliabilityBins.text':
    'Claims are put into bins by what was stated: the bands of the words, and tenths for numbers. Each dot sets the mean statement of a bin against the share that happened, with its 95 % interval.',
  'measure.isotonic.name': 'Reliability without bins',
  'measure.isotonic.text':
    'The curve that never falls and lies closest to the outcomes. It needs no choice of bins, so it cannot be made better by choosing them.',
  'measure.ece.name': 'Calibration error',
  'measure.ece.text':
    'The mean distance between what was stated and what happened, over the bins. Chance alone makes it large in short records, so it is shown from 50 scored claims on.',
  'measure.murphyParts.name': 'Murphy’s parts',
  'measure.murphyParts.text':
    'A Brier score in three: what being off costs (reliability), what telling cases apart gains (resolution), and how open the questions were (uncertainty). A small rest is what varies inside the bins. Reliability is shown from 50 scored claims on.',
  'measure.adjustedBrier.name': 'Brier adjusted for difficulty',
  'measure.adjustedBrier.text':
    'What the score would be had everybody spoken of everything: some statements are harder than others, and nobody gains by keeping to the easy ones. Only among claimants who share enough: of each statement at least 3 spoke at the same time, of each claimant at least 30 such statements, and all hang together through others. Else there is no common measure, and the page says “not comparable”. Looked at are the 100 claimants who share most.',
  'measure.sharpness.name': 'Sharpness',
  'measure.sharpness.text': 'How far from “I cannot say” forecasts are, whether they come true or not.',
  'measure.discrimination.name': 'Discrimination',
  'measure.discrimination.text':
    'Whether what came about had been called likelier than what did not, and by how much.',
  'measure.auc.name': 'Area under the curve (AUC)',
  'measure.auc.text':
    'The same without sizes: of one thing that came about and one that did not, how often the first had been called likelier.',
  'measure.lexiconRobustness.name': 'Robustness to the lexicon',
  'measure.lexiconRobustness.text':
    'Words stand for bands by convention; people read them in many ways. The whole lexicon is drawn anew, one reading for each word, the same for everybody, as often as the page says: where an order holds in nearly every draw, it does not rest on the convention. Numbers stay as they are, and so do words that nobody was asked about.',
  'measure.cumulativeBrier.name': 'Mean Brier over time',
  'measure.cumulativeBrier.text':
    'The mean over everything that had fallen due by each date. Dates are scheduled deadlines, not outcomes: what is settled early is nearly always a yes.',
  'measure.leadTime.name': 'Lead time',
  'measure.leadTime.text':
    'The same score, of what stood so many days before the deadline: late forecasts are easy, early ones are not. The rows rest on different claims, so their numbers stand beside them.',
  'measure.referenceBaseRate.name': 'Base rate',
  'measure.referenceBaseRate.text':
    'How often such things came about, in the same topic and over the same horizon, from what was known before the claim was made. Few cases lean on the wider cell.',
  'measure.referenceStatusQuo.name': 'Status quo',
  'measure.referenceStatusQuo.text': 'That nothing changes. It is hard to beat, and free.',
  'measure.referenceHalf.name': 'Always 50 %',
  'measure.referenceHalf.text': 'Saying nothing, in numbers: 0.25 whatever happens.',
  'measure.referenceMarket.name': 'Market or crowd',
  'measure.referenceMarket.text':
    'What a market or a crowd said at the time, with its source, where it was recorded.',
  'measure.rawAgreement.name': 'Raw agreement',
  'measure.rawAgreement.text':
    'How often two reviewers of one statement answer the same. Where nearly everything ends the same way, it is high whatever they do.',
  'measure.leaveOneOut.name': 'Agreement with the others',
  'measure.leaveOneOut.text':
    'How often a reviewer says what the verdict would have been without this reviewer. Where the others alone decide nothing, the statement tells nothing of this one.',
  'measure.retestConsistency.name': 'Answers given twice',
  'measure.retestConsistency.text':
    'Where a project wants it so, some of what a reviewer has answered comes back to them later, unmarked. The second answer changes no verdict, agreement or score; it only tells how alike somebody judges. Reviewers see their own, and those who run the project see how often both were the same.',
  'measure.reviewerReliability.name': 'Reliability of a reviewer',
  'measure.reviewerReliability.text':
    'The same share, drawn towards that of all reviewers by how little there is to go on, with its 95 % interval. Shown to those who run the project, from 20 statements on.',
  'measure.krippendorffAlpha.name': 'Krippendorff’s alpha',
  'measure.krippendorffAlpha.text':
    'How far reviewers agree beyond chance, each answering without seeing the others. From 0.8 on their verdicts can be relied on; below 0.667 they cannot.',
  'measure.gwetAc1.name': 'Gwet’s AC1',
  'measure.gwetAc1.text':
    'The same question, asked so that it stays meaningful where nearly all verdicts are alike.',
} as const;
