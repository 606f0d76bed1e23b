-- Written by hand.

ALTER TABLE feeds
  ADD CONSTRAINT feeds_secret_check CHECK (
    (kind <> 'webhook' OR secret_sealed IS NOT NULL)
    AND (previous_secret_sealed IS NULL) = (previous_secret_until IS NULL)
  );
