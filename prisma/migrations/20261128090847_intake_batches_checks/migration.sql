-- Written by hand.

ALTER TABLE sources
  ADD CONSTRAINT sources_origins_check CHECK (jsonb_typeof(origins) = 'object'),
  ADD CONSTRAINT sources_last_seen_check CHECK ((last_seen_id IS NULL) = (last_seen_at IS NULL));

ALTER TABLE intake_batches
  ADD CONSTRAINT intake_batches_said_check CHECK (jsonb_typeof(said) = 'object');

ALTER TABLE intake_items
  ADD CONSTRAINT intake_items_number_check CHECK (number >= 1),
  ADD CONSTRAINT intake_items_name_check CHECK (name ~ '\S'),
  -- Bytes are here for as long as they are to be read, and no longer.
  ADD CONSTRAINT intake_items_bytes_check CHECK ((bytes IS NOT NULL) = (NOT is_address AND state IN ('waiting', 'reading'))),
  ADD CONSTRAINT intake_items_announced_check CHECK (NOT (is_address AND state = 'announced')),
  ADD CONSTRAINT intake_items_lease_check CHECK ((state = 'reading') = (lease_id IS NOT NULL)
    AND (lease_id IS NULL) = (lease_until IS NULL)),
  ADD CONSTRAINT intake_items_source_check CHECK ((state = 'done') = (source_id IS NOT NULL)
    AND (source_id IS NULL) = (is_new IS NULL)),
  ADD CONSTRAINT intake_items_fault_check CHECK ((state = 'failed') = (fault IS NOT NULL)),
  ADD CONSTRAINT intake_items_finished_check CHECK ((state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT intake_items_pages_check CHECK ((pages IS NULL) = (pages_done IS NULL) AND pages_done BETWEEN 0 AND pages);
