/** The second reading of a text by a language model, in triage. */
export const modelMessages = {
  'model.title': 'Second reading',
  'model.none': 'Read by the rules alone.',
  'model.ask': 'Have the language model read it too',
  'model.askAgain': 'Ask the model again',
  'model.asked': 'The model was asked.',
  'model.waiting':
    '{model} is reading, {done} of {parts, plural, one {# part} other {# parts}} done. Below are the candidates of the rules.',
  'model.waiting.fault': 'It did not answer at the last try and is asked again: {fault}',
  'model.finished':
    'Read by the rules and by {model}: {both} found by both, {rules} by the rules only, {byModel} by the model only.',
  'model.failed': '{model} could not be read: {fault} The candidates of the rules are not touched by this.',
  'model.dropped':
    '{n, plural, one {# point of its answers was left out} other {# points of its answers were left out}}',
  'model.dropped.why':
    'Nothing of an answer is believed that cannot be found in the text. Dates and percentages are worked out here, from the words.',
  'model.detail': 'Details: {detail}',

  'triage.agreement.both': 'Rules and model',
  'triage.agreement.rules': 'Rules only',
  'triage.agreement.model': 'Model only',
  'triage.second': 'What the model read here',
  'triage.second.alike': 'The same likelihood, deadline, claimant and condition.',
  'triage.second.statement': 'Statement, in the model’s words',
  'triage.second.use': 'Use the model’s',
  'triage.second.use.label': 'Use the model’s: {field}',
  'triage.second.used': 'Taken over into the form.',
  'triage.second.byModel': 'Model:',
  'triage.second.byRules': 'Rules:',
  'triage.second.none': 'none',
  'triage.second.denies': 'the quote denies the statement',
  'triage.second.asserts': 'the quote asserts the statement',
  'triage.statement.model': 'Worded by the model, not by the text: check it against the quote.',

  'reading.likelihood': 'Likelihood',
  'reading.polarity': 'Polarity',
  'reading.deadline': 'Deadline',
  'reading.claimant': 'Claimant',
  'reading.condition': 'Condition',

  'drop.WRONG_SHAPE': '{n, plural, one {# entry} other {# entries}} not of the agreed form',
  'drop.SENTENCE_OUT_OF_RANGE':
    '{n, plural, one {# sentence number} other {# sentence numbers}} that the text does not have',
  'drop.QUOTE_NOT_VERBATIM':
    '{n, plural, one {# quote that does} other {# quotes that do}} not stand in the text',
  'drop.QUOTE_LENGTH': '{n, plural, one {# quote} other {# quotes}} too short or too long',
  'drop.QUESTION': '{n, plural, one {# question} other {# questions}}',
  'drop.CLAIMANT_NOT_IN_TEXT':
    '{n, plural, one {# claimant whom} other {# claimants whom}} the text does not name',
  'drop.REPEATED': '{n, plural, one {# repetition} other {# repetitions}}',
  'drop.TOO_MANY': '{n, plural, one {# entry} other {# entries}} beyond what a text can hold',
  'drop.HEDGE_NOT_VERBATIM':
    '{n, plural, one {# likelihood whose words are} other {# likelihoods whose words are}} not in the text',
  'drop.DEADLINE_NOT_VERBATIM':
    '{n, plural, one {# deadline whose words are} other {# deadlines whose words are}} not in the text',
  'drop.CONDITION_NOT_VERBATIM':
    '{n, plural, one {# condition whose words are} other {# conditions whose words are}} not in the text',
  'drop.STATEMENT_REFUSED':
    '{n, plural, one {# statement} other {# statements}} denied, too long, or in words that are not the text’s; ours stand in',

  'modelFault.UNREACHABLE': 'the server does not answer.',
  'modelFault.TIMED_OUT': 'it took too long.',
  'modelFault.RATE_LIMITED': 'the server asks to slow down.',
  'modelFault.SERVER_ERROR': 'the server is not well.',
  'modelFault.NOT_ALLOWED': 'the server does not let us in; the key may be wrong.',
  'modelFault.REFUSED': 'the server refuses the request; the address or the name of the model may be wrong.',
  'modelFault.REDIRECTED': 'the server sends us elsewhere, and the text is sent to no other address.',
  'modelFault.ANSWER_TOO_LARGE': 'the answer was too large.',
  'modelFault.CUT_OFF': 'the answer was cut off.',
  'modelFault.DECLINED': 'the model declined to answer.',
  'modelFault.BAD_ANSWER': 'the answer was not of the agreed form.',
  'modelFault.TEXT_TOO_LONG': 'the text is too long for it.',
  'modelFault.NOT_CONFIGURED': 'this model is not set up any more.',
  'modelFault.BROKEN_OFF': 'the reading broke off.',
} as const;
