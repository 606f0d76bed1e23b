ALTER TABLE thread_entries
  ADD CONSTRAINT thread_entries_text_check CHECK (text ~ '\S'),
  ADD CONSTRAINT thread_entries_hidden_check CHECK ((hidden_at IS NULL) = (hidden_by_id IS NULL));
-- An answer is taken down by somebody, for a reason that is shown in its place.
ALTER TABLE claimant_answers
  ADD CONSTRAINT claimant_answers_hidden_check CHECK (
    CASE WHEN hidden_at IS NULL THEN num_nonnulls(hidden_by_id, hidden_reason) = 0
      ELSE hidden_by_id IS NOT NULL AND coalesce(hidden_reason ~ '\S', false) END
  );
ALTER TABLE answer_links
  ADD CONSTRAINT answer_links_token_check CHECK (token_hash ~ '^[0-9a-f]{64}$');
-- Nobody objects twice while the first objection is heard, and nobody appeals twice for one claimant.
CREATE UNIQUE INDEX disputes_one_open_key ON disputes (proposition_id, coalesce(claimant_id, raised_by_id))
  WHERE state = 'open';
-- Claimants are told once of an opening and once of a verdict.
CREATE UNIQUE INDEX answer_links_opening_key ON answer_links (claimant_id, proposition_id) WHERE verdict_version_id IS NULL;
CREATE UNIQUE INDEX answer_links_verdict_key ON answer_links (claimant_id, verdict_version_id);

-- What was decided before anybody could be told is not told now.
INSERT INTO verdict_tellings (verdict_version_id, told_at) SELECT id, decided_at FROM verdict_versions;
