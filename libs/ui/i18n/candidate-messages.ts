/** What is done with candidates: put together, cut, added, accepted at once; what counts as yes. */
export const candidateMessages = {
  'triage.progress.parts':
    '{accepted, plural, one {# accepted} other {# accepted}}, {rejected, plural, one {# rejected} other {# rejected}}{merged, plural, =0 {} one {, # put to another} other {, # put to others}}',
  'triage.decidedBy': 'by {name}',
  'triage.byPerson': 'marked by a person',
  'triage.edit': 'Edit the statement',
  'triage.zoom': 'Zoom to quote',
  'triage.marks': 'What the marks tell',
  'triage.marks.state': 'By state',
  'triage.marks.claimant': 'By claimant',
  'triage.did.pending': 'changed',
  'triage.did.accepted': 'accepted',
  'triage.did.rejected': 'rejected',
  'triage.did.merged': 'put to another',
  'triage.did.split': 'cut in two',
  'triage.overtaken': '{name} was faster and has {what} this candidate. What you had entered was not sent.',
  'triage.overtaken.changed':
    'This candidate was changed by somebody else. Look at it again before you decide.',
  'triage.others':
    '{n, plural, one {Somebody else has decided or changed # candidate.} other {Others have decided or changed # candidates.}}',
  'triage.merge': 'Merge',
  'triage.merge.title': 'Which one says the same? Its claim takes this quote too.',
  'triage.merge.none': 'There is no other undecided candidate in this text.',
  'triage.merged': 'Put together: one claim, one quote more.',
  'triage.split': 'Split',
  'triage.split.title': 'Where does the second one begin? Arrow keys move the cut, Enter cuts.',
  'triage.split.halves': 'First: {first} Second: {second}',
  'triage.split.oneWord': 'A single word cannot be cut.',
  'triage.split.do': 'Cut here',
  'triage.split.done': 'Cut in two. Each part is read by itself.',
  'triage.rejoin': 'Undo the cut',
  'triage.add': 'Add a missed one',
  'triage.add.marked': 'Add what is marked',
  'triage.add.words': 'Its words, as they stand in the text',
  'triage.add.hint': 'Or mark them in the text and press n.',
  'triage.add.do': 'Add',
  'triage.add.done': 'Added. It was read like any other.',
  'triage.add.places':
    '{n, plural, =0 {These words do not stand in the text.} other {These words stand at # places. Give a few more, so that one is meant.}}',
  'triage.bulk': 'Accept what is plain',
  'triage.bulk.open': '{n, plural, one {Accept # plain one} other {Accept # plain ones}}',
  'triage.bulk.hint':
    'The extractor is sure of these, and finds nothing in their wording to look at. Each opens a proposition as it was read; leave out what you doubt.',
  'triage.bulk.do': '{n, plural, one {Accept #} other {Accept #}}',
  'triage.bulk.done': '{n, plural, one {# accepted.} other {# accepted.}}',
  'triage.similar.variant': 'Only the deadline differs.',
  'triage.similar.link': 'Link as a deadline variant',
  'triage.similar.linked': 'Linked: same criteria, one family',
  'criteria.template': 'What counts, to begin with',
  'criteria.own': 'in your own words',
  'criteria.reported.label': 'reported as done',
  'criteria.reported':
    'Yes if at least two independent, reliable reports say that it has come about within the window. A plan or an announcement is not enough. No if nothing of the kind is found.',
  'criteria.inForce.label': 'in force or carried out',
  'criteria.inForce':
    'Yes if it has taken effect within the window: a law or decree in force, a step carried out. What is only decided, signed or promised does not count.',
  'criteria.announced.label': 'announced in public',
  'criteria.announced':
    'Yes if whoever can decide it announces it in public within the window, whether it is carried out by then or not.',
  'criteria.unbroken.label': 'without a break',
  'criteria.unbroken':
    'Yes if it is so from the first day of the window to the last. A single break of a day or more that reliable reports confirm makes it a no.',
  'criteria.stillSo.label': 'still so at the end',
  'criteria.stillSo':
    'Yes if it is still so at the end of the last day, even if it was not all the time before.',
  'criteria.soOnTheDay.label': 'so on the day',
  'criteria.soOnTheDay':
    'Yes if reliable reports show it to be so on the last day of the window, whatever was before or came after.',
  'criteria.firstFigure.label': 'first published figure',
  'criteria.firstFigure':
    'Measured by the figure the source of truth publishes first for the last day or period of the window; later revisions do not count.',
  'criteria.official.label': 'as the source of truth says',
  'criteria.official':
    'Answered by what the source of truth says of the window. Where it is silent, nothing is taken to have happened.',
} as const;
