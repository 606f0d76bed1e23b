/** What people read in mails. ICU MessageFormat; a typographic ’ where English has an apostrophe. */
export const mailMessages = {
  'mail.footer.why': 'You get this from {project} because you have an account there.',
  'mail.footer.settings': 'Change what you get',
  'mail.footer.unsubscribe': 'Unsubscribe from these mails',
  'mail.digest.subject': '{project}: your week {week}',
  'mail.digest.preview':
    '{inbox, plural, =0 {Nothing waits for your review} one {# review waits for you} other {# reviews wait for you}}',
  'mail.digest.title': 'Your week {week}',
  'mail.digest.inbox':
    '{n, plural, =0 {Nothing waits for your review.} one {# proposition waits for your review.} other {# propositions wait for your review.}}',
  'mail.digest.open': 'Open the inbox',
  'mail.digest.overdue': '{days, plural, =0 {due today} one {# day overdue} other {# days overdue}}',
  'mail.digest.verdicts': 'Verdicts of the week',
  'mail.digest.deadlines': 'Falling due in the next seven days',
  'mail.digest.matches': 'Events that may settle something',
  'mail.digest.due': 'due after {date}',
  'mail.digest.more': '{n, plural, one {and # more} other {and # more}}',
  'mail.digest.board': 'Read the board',
  'mail.digest.stage.provisional': 'provisional',
  'mail.digest.stage.final': 'final',
  'mail.digest.stage.reopened': 'reopened',
  'mail.prompt.subject':
    '{project}: {n, plural, one {# proposition waits for your review} other {# propositions wait for your review}}',
  'mail.prompt.title':
    '{n, plural, one {# proposition waits for your review} other {# propositions wait for your review}}',
  'mail.prompt.text':
    'Answer one question for each: did this happen by its deadline? You see nobody else’s answer before you give yours.',
  'mail.prompt.escalated': 'overdue for long',
  'mail.prompt.reason.due': 'its deadline has passed',
  'mail.prompt.reason.recheck': 'it was too early before; look again',
  'mail.prompt.reason.strong_match': 'an event that may settle it came in',
  'mail.prompt.reason.dispute': 'its verdict is disputed',
  'mail.prompt.reason.reopened': 'its verdict was taken back',
  'mail.prompt.reason.split': 'reviewers are split; a lead decides',
  'mail.invitation.subject': 'You are invited to {project}',
  'mail.invitation.text': 'You were invited to {project}. The link works once, until {date}.',
  'mail.invitation.open': 'Make your account',
} as const;
