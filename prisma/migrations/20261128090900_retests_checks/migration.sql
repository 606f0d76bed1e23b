-- What is compared of a second answer is there exactly when it was given; who has answered cannot be left alone any more.
ALTER TABLE retests
  ADD CONSTRAINT retests_answer_check CHECK (
    CASE WHEN answered_at IS NULL THEN num_nonnulls(answer, void_reason, occurred_on) = 0
      ELSE answer IS NOT NULL AND (answer = 'VOID') = (void_reason IS NOT NULL)
        AND (occurred_on IS NULL OR answer = 'OCCURRED') END
  ),
  ADD CONSTRAINT retests_dropped_check CHECK (num_nonnulls(answered_at, dropped_at) < 2);
-- One question is put to one person once at a time; it is by this index that inboxes look.
CREATE UNIQUE INDEX retests_one_open_key ON retests (user_id, proposition_id)
  WHERE answered_at IS NULL AND dropped_at IS NULL;
