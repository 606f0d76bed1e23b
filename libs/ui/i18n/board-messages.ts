/** The board: who stands where, how sure that is, and what the columns mean. */
export const boardMessages = {
  'format.range': '{low} to {high}',
  'format.range.short': '{low}–{high}',

  'board.title': 'Board',
  'board.lead':
    'How stated likelihoods compare with what happened. Every number leads to the exact list of claims behind it.',
  'board.asOf': 'Board as of {date}',
  'board.method': 'method {version}',
  'board.data': 'the same as data (JSON)',
  'board.totals':
    '{scored} of {claims} claims are scored: {families} families of statements, {claimants} names.',
  'board.isBuilding': 'A fresher board is being computed. Until it is ready, this one holds.',

  'board.tabs': 'Board of',
  'board.tab.claimants': 'Claimants',
  'board.tab.outlets': 'Outlets',
  'board.track.live': 'Live',
  'board.track.live.long': 'Live claims, recorded before anything was known of the outcome',
  'board.track.retrospective': 'Retrospective',
  'board.track.retrospective.long': 'Retrospective claims, recorded only after the matter was settled',
  'board.filter.title': 'Which claims count on this board',
  'board.filter.topic': 'Topic',
  'board.filter.topic.all': 'All topics',
  'board.filter.topic.every': 'all topics',
  'board.filter.topic.is': 'topic {topic}',
  'board.filter.period': 'Due in',
  'board.filter.period.all': 'Any year',
  'board.filter.period.is': 'due in {period}',
  'board.filter.horizon': 'Looking ahead',
  'board.filter.horizon.all': 'Any length',
  'board.filter.horizon.is': 'looking ahead {horizon}',
  'board.filter.basis': 'Likelihood in',
  'board.filter.basis.all': 'Any form',
  'board.filter.basis.number': 'likelihood said in numbers',
  'board.filter.basis.words': 'likelihood said in words',
  'board.filter.basis.unhedged': 'said flatly, without a likelihood',
  'board.filter.track': 'Recorded',
  'board.filter.asOf': 'As of',
  'board.filter.asOf.is': 'as it stood on {date}',
  'board.filter.show': 'Show',
  'board.filter.clear': 'Clear all',
  'horizon.month': 'up to a month',
  'horizon.quarter': 'up to a quarter',
  'horizon.year': 'up to a year',
  'horizon.longer': 'more than a year',

  'board.caption':
    'At least {families} families of claims from at least {texts} texts, ordered by shrunk skill.',
  'board.order':
    'Where the ranges of two ranks overlap, the record does not tell the two apart: read neighbours as equal.',
  'board.legend':
    'The dot is skill shrunk towards 0 by how little there is to go on; ranks follow it. The ring is skill as it came out, the whisker its 95 % interval. The line at 0 is the base rate, known before each claim: right of it is better.',
  'board.building.title': 'Building a record',
  'board.building.caption': 'Fewer than {families} families or fewer than {texts} texts, in order of name',
  'board.building.note':
    'Below {families} families and {texts} texts the numbers say more about chance than about anybody. These rows carry no rank.',
  'board.established.none':
    'Nobody has reached {families} families from {texts} texts yet. That takes time: a claim counts only after its deadline has passed and its verdict is final.',
  'board.pages': 'Parts of the board',
  'board.pages.previous': 'Previous rows',
  'board.pages.next': 'Next rows',
  'board.pages.rows': 'rows {from} to {to} of {total}',
  'board.awaited.title': 'This board is being computed',
  'board.awaited.text':
    'Nobody has asked for this choice since the last verdict. It takes a moment; with very many claims, a minute.',
  'board.awaited.again': 'Look again',
  'board.empty.title': 'No board yet',
  'board.empty.text':
    'A board is made when the first verdict becomes final. Until then, claims are being captured and their deadlines are being watched.',
  'board.empty.rows.title': 'No claims have been scored here yet',
  'board.empty.rows.text':
    'Claims appear here as soon as they are open. They are scored after their deadline, when the verdict is final. If you chose a topic, a year or a form of likelihood, a wider choice may show more.',

  'board.rank': 'Rank {rank}',
  'board.rank.between': 'between {low} and {high}',
  'board.rank.sure': 'in nearly every draw',
  'board.rank.none': 'no rank',
  'board.rank.suspended': 'no rank: an appeal is being heard',
  'board.rank.suspended.long': 'No rank for now: an appeal is being heard',
  'board.skill.none': 'none yet',
  'board.skill.raw': 'raw {skill}',
  'board.skill.chart':
    'Shrunk skill {shrunk}, raw {skill}, 95 % interval {low} to {high}; 0 is the base rate',
  'board.skill.chart.plain': 'Shrunk skill {shrunk}, raw {skill}; 0 is the base rate',
  'board.families': '{n, plural, one {# family} other {# families}}',
  'board.texts': '{n, plural, one {# text} other {# texts}}',
  'board.hitRate.reference': 'base rate {rate}',
  'board.hitRate.base': 'base {rate}',

  'board.scale.best': '0 best',
  'board.scale.half': '0.25',
  'board.scale.worst': '1 worst',
  'board.brier.none': 'none yet',
  'board.brier.range': 'reads {low} to {high}',
  'board.brier.chart': 'Mean Brier {point}, from {low} to {high} by reading; 0 is best, 1 is worst',

  'board.col.rank': 'Rank',
  'board.col.claimants': 'Claimant',
  'board.col.outlets': 'Outlet',
  'board.col.skill': 'Skill against the base rate',
  'board.col.skill.hint': 'right is better',
  'board.col.skill.card': 'Skill against the base rate, higher is better',
  'board.col.brier': 'Mean Brier',
  'board.col.brier.hint': 'lower is better',
  'board.col.n': 'Scored',
  'board.col.families': 'Families',
  'board.col.texts': 'Texts',
  'board.col.hitRate': 'Hit rate',
  'board.col.scoreable': 'Scoreable',
  'board.col.pending': 'Pending',
  'board.col.beforeDeadline': 'So far',
  'board.col.void': 'Void',
  'board.col.conditionUnmet': 'Condition unmet',
  'board.col.ambiguous': 'Ambiguous',
  'board.col.unscoreable': 'Unscoreable',
  'board.col.retrospective': 'Retrospective',
  'board.count': 'these claims count',

  'board.terms.title': 'How to read the columns',
  'board.terms.method': 'Every formula, setting and version',
  'board.term.skill':
    'The Brier score of the base rate less their own, over exactly their claims: above 0 is better than knowing only how often such things come about.',
  'board.term.rank':
    'By shrunk skill. The range is where the rank falls in 95 of 100 draws of the families at random.',
  'board.term.brier':
    'From 0, best, to 1, worst. Always saying 50 % scores 0.25. The range is what the best and the worst reading of the words give.',
  'board.term.scored':
    'What one claimant said about one statement, taken once, with a final verdict of happened or did not happen.',
  'board.term.families': 'Statements on one underlying development count as one family.',
  'board.term.hitRate':
    'How often the side that was called likelier came about, beside how often the base rate got it.',
  'board.term.scoreable': 'Of all claims, those with a deadline and a likelihood that can be scored.',
  'board.term.pending': 'Not yet due, or due and not yet finally decided.',
  'board.term.beforeDeadline':
    'Settled early. They count once their scheduled deadline has passed, as all others do.',
  'board.term.void': 'The question could not be asked fairly, for instance because its premise was false.',
  'board.term.conditionUnmet':
    '“If A, then B”, and A did not come about, or it could not be settled whether it did.',
  'board.term.ambiguous':
    'The evidence supports more than one answer. Never counted as a no. The range is the mean Brier had all of them come out best, or worst.',
  'board.term.unscoreable': 'No deadline or no likelihood that a number could stand for.',

  'reference.tag': 'a rule',
  'reference.base_rate': 'Base rate',
  'reference.base_rate.text':
    'How often such things had come about in the same topic and horizon, known before each claim.',
  'reference.status_quo': 'Status quo',
  'reference.status_quo.text': 'That nothing changes, every time.',
  'reference.half': 'Always 50 %',
  'reference.half.text': 'The same for everything: 0.25, whatever happens.',
  'reference.market': 'Market or crowd',
  'reference.market.text': 'Recorded when the claim was made, where there was one.',
  'reference.chart': '{name}: {skill} against the base rate',
} as const;
