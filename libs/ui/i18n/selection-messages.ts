/** What was taken of the texts put in, and readings without highlights. */
export const selectionMessages = {
  'nav.selection': 'What was captured',
  'selection.lead':
    'Every text put in, with what was taken of it, turned down and missed. Now and then two people read a text without highlights: that shows how much of what texts say is captured.',
  'selection.share': 'How much is captured',
  'selection.share.none':
    'Not known yet. It takes {texts} texts that two people have read without highlights, and {found} predictions found in them; there are {haveTexts} and {haveFound}.',
  'selection.share.value': 'of what two readers found had been captured',
  'selection.share.text':
    'Two people read {texts} texts, drawn by chance, each alone and without highlights. Together they found {found} predictions, and {captured} of these had been captured. One found {first}, the other {second}, both {both}: the texts hold about {total} predictions ({low} to {high}), those included that neither saw. What is hard to see is missed by readers and by the extractor alike, so the share is rather too high.',
  'selection.share.scope':
    'It is the share within the texts put in, not within everything anybody has said anywhere.',
  'selection.texts': 'Texts read twice',
  'selection.texts.title': 'Text',
  'selection.texts.found': 'Found',
  'selection.texts.both': 'By both',
  'selection.texts.captured': 'Captured',
  'selection.open': 'Texts for you to read',
  'selection.open.text':
    'Mark every passage that says what will happen, as you understand it. You see no highlights, and nobody sees what you marked until both have finished.',
  'selection.open.none': 'No text waits for you.',
  'selection.open.begin': 'Read',
  'selection.open.begin.label': 'Read “{title}”',
  'selection.open.go': 'Go on',
  'selection.open.go.label': 'Go on reading “{title}”',
  'selection.open.length': '{n, plural, one {# character} other {# characters}}',
  'selection.open.marks': '{n, plural, one {# passage marked} other {# passages marked}}',
  'selection.draw': 'Draw texts',
  'selection.draw.count': 'How many',
  'selection.draw.done':
    '{n, plural, =0 {No text could be drawn: all that were looked through in triage have been drawn.} one {# text was drawn.} other {# texts were drawn.}}',
  'selection.ledger': 'All texts',
  'selection.ledger.empty.title': 'No text was put in yet',
  'selection.ledger.empty.text': 'Each text you add stands here from then on, whatever becomes of it.',
  'selection.ledger.taken': 'Taken',
  'selection.ledger.rejected': 'Turned down',
  'selection.ledger.waiting': 'Undecided',
  'selection.ledger.missed': 'Missed',
  'selection.ledger.readings': 'Read again',
  'selection.ledger.copy': 'copy of another text',
  'reading.lead': 'Mark each prediction once: select its words and press Enter, or type them.',
  'reading.text': 'The text',
  'reading.mark': 'Mark a prediction',
  'reading.mark.selected': 'Mark what is selected',
  'reading.mark.words': 'Its words, as they stand in the text',
  'reading.mark.places':
    '{n, plural, =0 {These words do not stand in the text.} other {These words stand in # places: take some more with them.}}',
  'reading.marks': 'Marked ({n})',
  'reading.marks.none': 'Nothing yet. A text without any prediction is a finding, too.',
  'reading.remove': 'Remove the mark on “{words}”',
  'reading.save': 'Keep for later',
  'reading.saved': 'What you have marked is kept.',
  'reading.finish': 'I have read it all',
  'reading.finish.sure':
    'Finish with {n, plural, =0 {no passage} one {# passage} other {# passages}} marked? It stays as it is then.',
  'reading.finished': 'Thank you. The reading is finished.',
  'reading.finished.text': 'You have finished this reading; it stays as it is.',
} as const;
