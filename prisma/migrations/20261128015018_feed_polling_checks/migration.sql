-- Written by hand.

ALTER TABLE feeds
  ADD CONSTRAINT feeds_failures_check CHECK (
    0 <= failures AND (failures = 0) = (last_fault IS NULL) AND (last_fault IS NULL) = (last_error IS NULL)
  ),
  -- A feed that is read has a server it is read from and a time it is read next; one that is not waits for nothing.
  ADD CONSTRAINT feeds_due_check CHECK (
    kind <> 'feed' OR (host IS NOT NULL AND (state = 'active') = (next_poll_at IS NOT NULL))
  ),
  ADD CONSTRAINT feeds_notes_check CHECK (jsonb_typeof(notes) = 'array');
ALTER TABLE feed_polls
  ADD CONSTRAINT feed_polls_outcome_check CHECK ((outcome = 'failed') = (fault IS NOT NULL)),
  ADD CONSTRAINT feed_polls_count_check CHECK (0 <= created AND created <= items),
  ADD CONSTRAINT feed_polls_time_check CHECK (started_at <= finished_at);
ALTER TABLE feed_hosts
  ADD CONSTRAINT feed_hosts_lease_check CHECK ((lease_id IS NULL) = (lease_until IS NULL));
