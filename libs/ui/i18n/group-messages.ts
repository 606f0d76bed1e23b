/** Groups of people that reviews are asked of. */
export const groupMessages = {
  'nav.groups': 'Groups',
  'groups.lead':
    'A lead can ask a group for reviews: whoever in it comes first answers. Being in a group gives nobody a role.',
  'groups.new': 'New group',
  'groups.there': 'Groups ({n})',
  'groups.empty.title': 'No groups yet',
  'groups.empty.text': 'Make one for people who know a field, and ask all of them at once in the inbox.',
  'groups.name': 'Name',
  'groups.description': 'What it is for',
  'groups.members': 'Members',
  'groups.members.none': 'Nobody is in it',
  'groups.member.noReviews': '{name} (does not review)',
  'groups.add': 'Make the group',
  'groups.added': 'The group “{name}” is there.',
  'groups.edit': 'Edit',
  'groups.edit.label': 'Edit the group “{name}”',
  'groups.saved': 'The group “{name}” is changed.',
  'groups.remove': 'Remove',
  'groups.remove.label': 'Remove the group “{name}”',
  'groups.remove.sure': 'Remove “{name}”? What it was asked for and nobody has done is withdrawn.',
  'groups.removed': 'The group “{name}” is removed.',
} as const;
