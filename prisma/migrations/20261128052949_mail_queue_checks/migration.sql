ALTER TABLE notices
  -- A hand-over without its time could never be found again after a crash.
  ADD CONSTRAINT notices_sending_check CHECK (state <> 'sending' OR handed_at IS NOT NULL),
  ADD CONSTRAINT notices_sent_check CHECK (state <> 'sent' OR sent_at IS NOT NULL);

ALTER TABLE suppressed_addresses
  ADD CONSTRAINT suppressed_addresses_hash_check CHECK (address_hash ~ '^[0-9a-f]{64}$');
