-- Written by hand.
ALTER TABLE assignments
  ADD CONSTRAINT assignments_assignee_check CHECK (num_nonnulls(user_id, group_id) = 1);
ALTER TABLE snoozes
  ADD CONSTRAINT snoozes_until_check CHECK (until_at > snoozed_at);
ALTER TABLE skips
  ADD CONSTRAINT skips_round_check CHECK (round_number >= 1),
  ADD CONSTRAINT skips_note_check CHECK (reason <> 'other' OR note ~ '\S');
ALTER TABLE inbox_views
  ADD CONSTRAINT inbox_views_name_check CHECK (name ~ '\S');
ALTER TABLE evidence_copies
  ADD CONSTRAINT evidence_copies_url_check CHECK (url ~* '^https?://\S+$'),
  ADD CONSTRAINT evidence_copies_text_check CHECK (text ~ '\S'),
  ADD CONSTRAINT evidence_copies_sha256_check CHECK (text_sha256 ~ '^[0-9a-f]{64}$');

-- The first page of the inbox: what is open, longest overdue first.
CREATE INDEX propositions_open_due_idx ON propositions (due_at, id) WHERE status = 'open';
