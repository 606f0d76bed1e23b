-- Written by hand.
ALTER TABLE codings
  ADD CONSTRAINT codings_ordinal_check CHECK (ordinal IN (1, 2));
ALTER TABLE coding_settlements
  ADD CONSTRAINT coding_settlements_reason_check CHECK (reason ~ '\S'),
  ADD CONSTRAINT coding_settlements_choice_check CHECK (
    band IN (1, 2) AND deadline IN (1, 2) AND polarity IN (1, 2) AND condition IN (1, 2)
  ),
  ADD CONSTRAINT coding_settlements_withdrawn_check CHECK (
    outcome <> 'withdrawn' OR num_nonnulls(band, deadline, polarity, condition) = 0
  );

-- What was coded stays as it was coded, and what was settled as it was settled: agreement is measured on it.
CREATE TRIGGER append_only_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON codings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON coding_settlements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A draft opens with two codings, which are two people's by the unique keys.
CREATE FUNCTION guard_claim_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM codings k WHERE k.claim_id = NEW.id) < 2 THEN
    RAISE EXCEPTION 'claim % was not coded by two people', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'claims_opening_guard';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER claims_opening_guard BEFORE UPDATE OF state ON claims
  FOR EACH ROW WHEN (OLD.state = 'draft' AND NEW.state = 'active') EXECUTE FUNCTION guard_claim_opening();

-- Drafts are few, among all claims there ever were.
CREATE INDEX claims_draft_idx ON claims (recorded_at) WHERE state = 'draft';
