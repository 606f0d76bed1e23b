/** The closed sets of the glossary in plain English; one message per word, so that none can be forgotten. */
export const wordMessages = {
  'outcome.OCCURRED': 'Happened',
  'outcome.NOT_OCCURRED': 'Did not happen',
  'outcome.AMBIGUOUS': 'Ambiguous',
  'outcome.VOID': 'Void',
  'outcome.OCCURRED.long': 'It happened within the window.',
  'outcome.NOT_OCCURRED.long': 'It did not happen within the window.',
  'outcome.AMBIGUOUS.long':
    'The evidence supports more than one answer. This is not a no; nothing is scored.',
  'outcome.VOID.long': 'The question does not stand. This is not a no; nothing is scored.',
  'void.PREMISE_FALSE': 'its premise was false',
  'void.SOURCE_GONE': 'the source of truth is gone',
  'void.DUPLICATE': 'it duplicates another proposition',
  'void.NOT_A_PREDICTION': 'it was not a prediction',
  'void.UNVERIFIABLE': 'it cannot be verified',

  'likelihood.none': 'No likelihood stated',
  'likelihood.notScored': 'not scored',
  'likelihood.phrase': '“{phrase}”',

  'stance.supports': 'Supports',
  'stance.contradicts': 'Contradicts',
  'stance.background': 'Background',

  'basis.explicit': 'named in the text',
  'basis.inferred': 'inferred from the text',
  'basis.vague': 'vague words, by the documented default',
  'basis.event': 'bound to an event, no date',
  'basis.policy': 'the project’s fixed horizon',
  'basis.none': 'none named',

  'date.today': 'today',
} as const;
