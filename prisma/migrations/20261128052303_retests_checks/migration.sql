-- Written by hand.

ALTER TABLE retests
  ADD CONSTRAINT retests_answered_check CHECK ((answer IS NULL) = (answered_at IS NULL)),
  ADD CONSTRAINT retests_void_reason_check CHECK ((answer IS NOT DISTINCT FROM 'VOID') = (void_reason IS NOT NULL)),
  ADD CONSTRAINT retests_occurred_on_check CHECK (occurred_on IS NULL OR answer IS NOT DISTINCT FROM 'OCCURRED');

-- What is known is an outcome.
ALTER TABLE gold_items ADD CONSTRAINT gold_items_answer_check CHECK (answer <> 'TOO_EARLY');
