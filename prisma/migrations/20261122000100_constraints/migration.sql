-- What Prisma's schema cannot say. Written by hand; names end in _check, _guard or say what is unique.

-- ---------------------------------------------------------------------------------------------------------------------
-- History: what was laid down stays. A statement that would change it is refused, whatever rows it would touch.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'OT001', HINT = 'Add a new row; history is never rewritten.';
END
$$;

CREATE TRIGGER append_only_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON claim_revisions  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON verdict_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON clarifications   FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON claimant_links   FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON methods          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON boards           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON standings        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON snapshots        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------------------------
-- Installation and people

ALTER TABLE installations
  ADD CONSTRAINT installations_singleton_check CHECK (singleton),
  ADD CONSTRAINT installations_project_name_check CHECK (project_name ~ '\S'),
  ADD CONSTRAINT installations_clock_check CHECK (kind <> 'real' OR (clock_offset_seconds = 0 AND clock_frozen_at IS NULL)),
  ADD CONSTRAINT installations_settings_check CHECK (
    coalesce((settings ->> 'reviewersNeeded')::int BETWEEN 1 AND 5, false)
    AND coalesce((settings ->> 'disputeWindowDays')::int BETWEEN 0 AND 365, false)
    AND coalesce((settings ->> 'policyHorizonMonths')::int BETWEEN 1 AND 600, false)
    AND coalesce((settings ->> 'leaseMinutes')::int BETWEEN 1 AND 1440, false)
  );

CREATE FUNCTION is_set(anyarray) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT coalesce(cardinality($1), 0) = (SELECT count(DISTINCT element) FROM unnest($1) AS element) $$;

ALTER TABLE users
  ADD CONSTRAINT users_email_check CHECK (email ~ '\S' AND email = lower(email)),
  ADD CONSTRAINT users_roles_check CHECK (is_set(roles));
ALTER TABLE one_time_links
  ADD CONSTRAINT one_time_links_roles_check CHECK (is_set(roles));
ALTER TABLE user_settings
  ADD CONSTRAINT user_settings_digest_check CHECK (digest_weekday BETWEEN 1 AND 7 AND digest_hour BETWEEN 0 AND 23),
  ADD CONSTRAINT user_settings_streams_check CHECK (is_set(streams));
ALTER TABLE user_affiliations
  ADD CONSTRAINT user_affiliations_subject_check CHECK (num_nonnulls(claimant_id, outlet_id) = 1);
ALTER TABLE unsubscribe_tokens
  ADD CONSTRAINT unsubscribe_tokens_subject_check CHECK (num_nonnulls(user_id, claimant_id) = 1);

-- ---------------------------------------------------------------------------------------------------------------------
-- Sources and claimants

ALTER TABLE sources ADD CONSTRAINT sources_title_check CHECK (title ~ '\S');
ALTER TABLE snapshots
  ADD CONSTRAINT snapshots_text_check CHECK (text ~ '\S'),
  ADD CONSTRAINT snapshots_sha256_check CHECK (raw_sha256 ~ '^[0-9a-f]{64}$' AND text_sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE syndicated_copies
  ADD CONSTRAINT syndicated_copies_other_check CHECK (copy_id <> original_id),
  ADD CONSTRAINT syndicated_copies_similarity_check CHECK (similarity BETWEEN 0 AND 1);
ALTER TABLE claimants ADD CONSTRAINT claimants_name_check CHECK (name ~ '\S');
ALTER TABLE claimant_aliases ADD CONSTRAINT claimant_aliases_alias_check CHECK (alias ~ '\S' AND alias_key ~ '\S');
ALTER TABLE claimant_links
  ADD CONSTRAINT claimant_links_other_check CHECK (from_id <> to_id),
  ADD CONSTRAINT claimant_links_version_check CHECK (version >= 1);
ALTER TABLE claimant_answers ADD CONSTRAINT claimant_answers_text_check CHECK (text ~ '\S');

-- ---------------------------------------------------------------------------------------------------------------------
-- Propositions

ALTER TABLE propositions
  ADD CONSTRAINT propositions_statement_check CHECK (statement ~ '\S'),
  ADD CONSTRAINT propositions_criteria_check CHECK (status IN ('draft', 'withdrawn', 'merged') OR criteria ~ '\S'),
  ADD CONSTRAINT propositions_opened_check CHECK (status IN ('draft', 'withdrawn', 'merged') OR opened_at IS NOT NULL),
  ADD CONSTRAINT propositions_window_check CHECK (window_start_on <= deadline_on),
  ADD CONSTRAINT propositions_deadline_basis_check CHECK ((deadline_basis IN ('none', 'event')) = (deadline_on IS NULL)),
  ADD CONSTRAINT propositions_precision_check CHECK (precision IS NULL OR deadline_on IS NOT NULL),
  ADD CONSTRAINT propositions_due_check CHECK ((due_at IS NULL) = (deadline_on IS NULL)),
  ADD CONSTRAINT propositions_reviewers_needed_check CHECK (reviewers_needed BETWEEN 1 AND 5),
  ADD CONSTRAINT propositions_merged_check CHECK ((status = 'merged') = (merged_into_id IS NOT NULL) AND merged_into_id <> id);
ALTER TABLE clarifications ADD CONSTRAINT clarifications_text_check CHECK (text ~ '\S');
ALTER TABLE deadline_changes
  ADD CONSTRAINT deadline_changes_reason_check CHECK (reason ~ '\S'),
  ADD CONSTRAINT deadline_changes_window_check CHECK (to_window_start_on <= to_deadline_on),
  ADD CONSTRAINT deadline_changes_basis_check CHECK ((to_basis IN ('none', 'event')) = (to_deadline_on IS NULL)),
  ADD CONSTRAINT deadline_changes_decided_check CHECK ((state = 'proposed') = (decided_at IS NULL)),
  -- Two people: nobody confirms their own proposal.
  ADD CONSTRAINT deadline_changes_two_people_check CHECK (
    state <> 'confirmed' OR (decided_by_id IS NOT NULL AND decided_by_id <> proposed_by_id)
  );
CREATE UNIQUE INDEX deadline_changes_one_proposed_key ON deadline_changes (proposition_id) WHERE state = 'proposed';
ALTER TABLE reference_probabilities
  ADD CONSTRAINT reference_probabilities_probability_check CHECK (probability BETWEEN 0 AND 1);

-- ---------------------------------------------------------------------------------------------------------------------
-- Claims, codings, candidates. A band is whole or absent; what is scored has one.

ALTER TABLE claims
  ADD CONSTRAINT claims_band_check CHECK (
    num_nulls(low, point, high) IN (0, 3) AND 0 <= low AND low <= point AND point <= high AND high <= 1
  ),
  ADD CONSTRAINT claims_basis_check CHECK (basis NOT IN ('number', 'words', 'unhedged') OR point IS NOT NULL),
  ADD CONSTRAINT claims_condition_check CHECK (condition_proposition_id <> proposition_id);
ALTER TABLE codings
  ADD CONSTRAINT codings_band_check CHECK (
    num_nulls(low, point, high) IN (0, 3) AND 0 <= low AND low <= point AND point <= high AND high <= 1
  ),
  ADD CONSTRAINT codings_basis_check CHECK (basis NOT IN ('number', 'words', 'unhedged') OR point IS NOT NULL),
  ADD CONSTRAINT codings_window_check CHECK (window_start_on <= deadline_on),
  ADD CONSTRAINT codings_deadline_basis_check CHECK ((deadline_basis IN ('none', 'event')) = (deadline_on IS NULL));
ALTER TABLE candidates
  ADD CONSTRAINT candidates_span_check CHECK (0 <= start_offset AND start_offset < end_offset),
  ADD CONSTRAINT candidates_quote_check CHECK (quote ~ '\S'),
  ADD CONSTRAINT candidates_statement_check CHECK (statement ~ '\S'),
  ADD CONSTRAINT candidates_band_check CHECK (
    num_nulls(low, point, high) IN (0, 3) AND 0 <= low AND low <= point AND point <= high AND high <= 1
  ),
  ADD CONSTRAINT candidates_basis_check CHECK (basis NOT IN ('number', 'words', 'unhedged') OR point IS NOT NULL),
  ADD CONSTRAINT candidates_reject_reason_check CHECK ((state = 'rejected') = (reject_reason IS NOT NULL));
ALTER TABLE quote_anchors
  ADD CONSTRAINT quote_anchors_span_check CHECK (0 <= start_offset AND start_offset < end_offset),
  ADD CONSTRAINT quote_anchors_exact_check CHECK (exact ~ '\S'),
  ADD CONSTRAINT quote_anchors_context_check CHECK (char_length(prefix) <= 32 AND char_length(suffix) <= 32);
CREATE UNIQUE INDEX quote_anchors_one_primary_key ON quote_anchors (claim_id) WHERE is_primary;
ALTER TABLE claim_revisions ADD CONSTRAINT claim_revisions_version_check CHECK (version >= 1);

-- ---------------------------------------------------------------------------------------------------------------------
-- Events

ALTER TABLE event_reports ADD CONSTRAINT event_reports_title_check CHECK (title ~ '\S');
ALTER TABLE feeds
  ADD CONSTRAINT feeds_poll_check CHECK (poll_minutes >= 1),
  ADD CONSTRAINT feeds_address_check CHECK (
    CASE kind WHEN 'feed' THEN url IS NOT NULL WHEN 'webhook' THEN source_key IS NOT NULL ELSE true END
  );

-- ---------------------------------------------------------------------------------------------------------------------
-- Rounds, reviews, leases

ALTER TABLE rounds
  ADD CONSTRAINT rounds_reviewers_needed_check CHECK (reviewers_needed BETWEEN 1 AND 5),
  ADD CONSTRAINT rounds_answers_wanted_check CHECK (answers_wanted >= reviewers_needed),
  ADD CONSTRAINT rounds_number_check CHECK (number >= 1),
  ADD CONSTRAINT rounds_closed_check CHECK ((state IN ('decided', 'abandoned')) = (closed_at IS NOT NULL));
CREATE UNIQUE INDEX rounds_one_open_key ON rounds (proposition_id) WHERE state IN ('open', 'split');

ALTER TABLE reviews
  ADD CONSTRAINT reviews_void_reason_check CHECK ((answer = 'VOID') = (void_reason IS NOT NULL)),
  ADD CONSTRAINT reviews_search_note_check CHECK (answer <> 'NOT_OCCURRED' OR search_note ~ '\S');

ALTER TABLE leases ADD CONSTRAINT leases_time_check CHECK (taken_at < expires_at);
CREATE UNIQUE INDEX leases_one_live_key ON leases (round_id, user_id) WHERE released_at IS NULL;

ALTER TABLE prompts
  ADD CONSTRAINT prompts_series_key_check CHECK (series_key ~ '\S'),
  ADD CONSTRAINT prompts_period_check CHECK (period >= 0);

-- ---------------------------------------------------------------------------------------------------------------------
-- Verdicts: one line of versions per proposition, its end is the current one.

ALTER TABLE verdict_versions
  ADD CONSTRAINT verdict_versions_first_check CHECK ((version = 1) = (supersedes_id IS NULL) AND version >= 1),
  ADD CONSTRAINT verdict_versions_outcome_check CHECK ((stage = 'reopened') = (outcome IS NULL)),
  ADD CONSTRAINT verdict_versions_void_reason_check CHECK (
    (outcome IS NOT DISTINCT FROM 'VOID'::outcome) = (void_reason IS NOT NULL)
  ),
  ADD CONSTRAINT verdict_versions_stage_check CHECK (
    CASE stage
      WHEN 'provisional' THEN finalise_due_at IS NOT NULL AND final_at IS NULL
      WHEN 'final' THEN final_at IS NOT NULL
      ELSE final_at IS NULL
    END
  ),
  ADD CONSTRAINT verdict_versions_reason_check CHECK ((stage <> 'reopened' AND decision <> 'lead') OR reason ~ '\S');
-- With the unique (proposition_id, version) there is one beginning, with the unique (supersedes_id, proposition_id) every
-- version is superseded at most once, and only by one of its own proposition: exactly one version is current.

CREATE FUNCTION guard_verdict_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before_version integer;
BEGIN
  IF NEW.supersedes_id IS NOT NULL THEN
    SELECT version INTO before_version FROM verdict_versions WHERE id = NEW.supersedes_id;
    IF before_version IS NOT NULL AND NEW.version <> before_version + 1 THEN
      RAISE EXCEPTION 'verdict version % cannot supersede version %', NEW.version, before_version
        USING ERRCODE = 'check_violation', CONSTRAINT = 'verdict_versions_line_guard';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER verdict_versions_line_guard BEFORE INSERT ON verdict_versions
  FOR EACH ROW EXECUTE FUNCTION guard_verdict_version();

-- What came about did so on a day. What persists has held only over its whole time and has no such day.
CREATE FUNCTION guard_occurred_on() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proposition_kind text;
BEGIN
  IF TG_TABLE_NAME = 'reviews' THEN
    SELECT p.kind INTO proposition_kind
      FROM rounds r JOIN propositions p ON p.id = r.proposition_id WHERE r.id = NEW.round_id;
  ELSE
    SELECT p.kind INTO proposition_kind FROM propositions p WHERE p.id = NEW.proposition_id;
  END IF;
  -- No such proposition: the foreign key says so better.
  IF proposition_kind IS NULL OR (proposition_kind = 'persistence') = (NEW.occurred_on IS NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'new row for relation "%" violates check constraint "%_occurred_on_guard"', TG_TABLE_NAME, TG_TABLE_NAME
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_occurred_on_guard',
      DETAIL = format('OCCURRED on a proposition of kind %s %s occurred_on.', proposition_kind,
        CASE WHEN NEW.occurred_on IS NULL THEN 'needs' ELSE 'has no' END);
END
$$;
CREATE TRIGGER reviews_occurred_on_guard BEFORE INSERT OR UPDATE ON reviews
  FOR EACH ROW WHEN (NEW.answer = 'OCCURRED') EXECUTE FUNCTION guard_occurred_on();
CREATE TRIGGER verdict_versions_occurred_on_guard BEFORE INSERT ON verdict_versions
  FOR EACH ROW WHEN (NEW.outcome = 'OCCURRED') EXECUTE FUNCTION guard_occurred_on();

ALTER TABLE disputes
  ADD CONSTRAINT disputes_reason_check CHECK (reason ~ '\S'),
  ADD CONSTRAINT disputes_resolved_check CHECK ((state = 'open') = (resolved_at IS NULL));
ALTER TABLE evidence
  ADD CONSTRAINT evidence_parent_check CHECK (num_nonnulls(review_id, verdict_version_id, dispute_id) = 1),
  -- Shown as a link in public: no javascript: and the like.
  ADD CONSTRAINT evidence_url_check CHECK (url ~* '^https?://\S+$');

-- ---------------------------------------------------------------------------------------------------------------------
-- Scores and boards

ALTER TABLE methods
  ADD CONSTRAINT methods_version_check CHECK (version >= 1),
  ADD CONSTRAINT methods_hash_check CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE claim_scores
  ADD CONSTRAINT claim_scores_brier_check CHECK (
    (brier IS NULL OR settlement = 'scored')
    AND brier BETWEEN 0 AND 1 AND brier_low BETWEEN 0 AND 1 AND brier_high BETWEEN 0 AND 1 AND brier_low <= brier_high
  ),
  ADD CONSTRAINT claim_scores_log_score_check CHECK (log_score >= 0),
  ADD CONSTRAINT claim_scores_void_reason_check CHECK ((settlement = 'void') = (settlement_void_reason IS NOT NULL));
ALTER TABLE claimant_statistics
  ADD CONSTRAINT claimant_statistics_count_check CHECK (
    n >= 0 AND hits BETWEEN 0 AND n AND pending >= 0 AND void >= 0 AND ambiguous >= 0 AND condition_unmet >= 0
    AND unscoreable >= 0 AND families >= 0 AND texts >= 0
  );
ALTER TABLE boards ADD CONSTRAINT boards_hash_check CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE standings
  ADD CONSTRAINT standings_subject_check CHECK (num_nonnulls(claimant_id, outlet_id, reviewer_id) = 1),
  ADD CONSTRAINT standings_rank_check CHECK (
    rank >= 1 AND rank_low <= rank AND rank <= rank_high AND (rank IS NOT NULL OR num_nonnulls(rank_low, rank_high) = 0)
  ),
  ADD CONSTRAINT standings_interval_check CHECK (interval_low <= interval_high);

-- ---------------------------------------------------------------------------------------------------------------------
-- Audit, jobs, notices

ALTER TABLE audit_entries
  ADD CONSTRAINT audit_entries_seq_check CHECK (seq >= 1),
  ADD CONSTRAINT audit_entries_hash_check CHECK (prev_hash ~ '^[0-9a-f]{64}$' AND hash ~ '^[0-9a-f]{64}$');

-- What the relay, the mailer and the sweeps look for is a small part of tables that only grow.
CREATE INDEX outbox_messages_pending_idx ON outbox_messages (created_at) WHERE published_at IS NULL;
CREATE INDEX notices_queued_idx ON notices (created_at) WHERE state = 'queued';
CREATE INDEX event_reports_unmatched_idx ON event_reports (received_at) WHERE matched_at IS NULL;
CREATE INDEX matches_unhandled_idx ON matches (proposition_id) WHERE state <> 'rejected' AND handled_at IS NULL;

ALTER TABLE digests
  ADD CONSTRAINT digests_iso_week_check CHECK (iso_week ~ '^\d{4}-W\d{2}$'),
  ADD CONSTRAINT digests_notice_check CHECK (state <> 'skipped' OR notice_id IS NULL);
