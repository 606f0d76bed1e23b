-- Written by hand.

-- What says the same as another points to it, and nothing else does; only a person cuts a candidate in two.
ALTER TABLE candidates
  ADD CONSTRAINT candidates_merged_check CHECK (
    (state = 'merged') = (merged_into_id IS NOT NULL) AND merged_into_id <> id
  ),
  ADD CONSTRAINT candidates_split_from_check CHECK (
    split_from_id IS NULL OR (origin = 'person' AND split_from_id <> id)
  ),
  ADD CONSTRAINT candidates_claim_check CHECK (claim_id IS NULL OR state = 'accepted');
