-- CreateEnum
CREATE TYPE "one_time_link_kind" AS ENUM ('setup', 'invite', 'sign_in');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'lead', 'curator', 'reviewer', 'reader');

-- CreateEnum
CREATE TYPE "stream" AS ENUM ('digest', 'prompts', 'verdicts', 'disputes', 'claimant');

-- CreateEnum
CREATE TYPE "candidate_state" AS ENUM ('pending', 'accepted', 'rejected');

-- CreateEnum
CREATE TYPE "candidate_tier" AS ENUM ('proposed', 'maybe');

-- CreateEnum
CREATE TYPE "reject_reason" AS ENUM ('NOT_A_PREDICTION', 'TOO_VAGUE', 'NOT_PUBLIC_INTEREST', 'DUPLICATE', 'WRONG_QUOTE');

-- CreateEnum
CREATE TYPE "claimant_kind" AS ENUM ('public_person', 'organisation', 'collective', 'anonymous', 'private_person');

-- CreateEnum
CREATE TYPE "claimant_link_action" AS ENUM ('merge', 'unmerge');

-- CreateEnum
CREATE TYPE "claim_role" AS ENUM ('author', 'speaker', 'outlet');

-- CreateEnum
CREATE TYPE "likelihood_basis" AS ENUM ('number', 'words', 'unhedged', 'possibility', 'rank', 'not_stated');

-- CreateEnum
CREATE TYPE "claim_state" AS ENUM ('active', 'withdrawn');

-- CreateEnum
CREATE TYPE "anchor_state" AS ENUM ('ANCHORED', 'AMBIGUOUS', 'ORPHANED');

-- CreateEnum
CREATE TYPE "feed_kind" AS ENUM ('feed', 'webhook', 'csv', 'manual');

-- CreateEnum
CREATE TYPE "feed_purpose" AS ENUM ('events', 'sources');

-- CreateEnum
CREATE TYPE "feed_state" AS ENUM ('active', 'paused');

-- CreateEnum
CREATE TYPE "match_state" AS ENUM ('suggested', 'confirmed', 'rejected');

-- CreateEnum
CREATE TYPE "match_strength" AS ENUM ('strong', 'suggest', 'weak');

-- CreateEnum
CREATE TYPE "installation_kind" AS ENUM ('real', 'demo', 'test');

-- CreateEnum
CREATE TYPE "job_run_state" AS ENUM ('running', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "notice_state" AS ENUM ('queued', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "digest_state" AS ENUM ('sent', 'skipped');

-- CreateEnum
CREATE TYPE "proposition_kind" AS ENUM ('change', 'persistence', 'state', 'quantity');

-- CreateEnum
CREATE TYPE "window_kind" AS ENUM ('by', 'on', 'during', 'at', 'throughout');

-- CreateEnum
CREATE TYPE "deadline_precision" AS ENUM ('day', 'month', 'quarter', 'half', 'year', 'decade');

-- CreateEnum
CREATE TYPE "deadline_basis" AS ENUM ('explicit', 'inferred', 'vague', 'event', 'policy', 'none');

-- CreateEnum
CREATE TYPE "status_quo" AS ENUM ('yes', 'no');

-- CreateEnum
CREATE TYPE "proposition_status" AS ENUM ('draft', 'open', 'provisional', 'final', 'merged', 'withdrawn');

-- CreateEnum
CREATE TYPE "deadline_change_state" AS ENUM ('proposed', 'confirmed', 'rejected');

-- CreateEnum
CREATE TYPE "reference_kind" AS ENUM ('market', 'crowd');

-- CreateEnum
CREATE TYPE "answer" AS ENUM ('OCCURRED', 'NOT_OCCURRED', 'TOO_EARLY', 'AMBIGUOUS', 'VOID');

-- CreateEnum
CREATE TYPE "void_reason" AS ENUM ('PREMISE_FALSE', 'SOURCE_GONE', 'DUPLICATE', 'NOT_A_PREDICTION', 'UNVERIFIABLE');

-- CreateEnum
CREATE TYPE "round_state" AS ENUM ('open', 'split', 'decided', 'abandoned');

-- CreateEnum
CREATE TYPE "round_reason" AS ENUM ('due', 'recheck', 'match', 'dispute', 'reopened', 'manual');

-- CreateEnum
CREATE TYPE "disagreement_cause" AS ENUM ('wording', 'dates', 'evidence', 'definition');

-- CreateEnum
CREATE TYPE "confidence" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "prompt_kind" AS ENUM ('due', 'reminder', 'escalation', 'recheck', 'match', 'dispute', 'reopened', 'assignment', 'third_review');

-- CreateEnum
CREATE TYPE "settlement_kind" AS ENUM ('pending', 'scored', 'ambiguous', 'void');

-- CreateEnum
CREATE TYPE "settlement_void_reason" AS ENUM ('VERDICT', 'CONDITION_UNMET', 'CONDITION_UNRESOLVED');

-- CreateEnum
CREATE TYPE "score_track" AS ENUM ('live', 'retrospective');

-- CreateEnum
CREATE TYPE "board_kind" AS ENUM ('claimants', 'outlets', 'reviewers');

-- CreateEnum
CREATE TYPE "intake_kind" AS ENUM ('paste', 'file', 'url', 'feed', 'cli', 'api');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('OCCURRED', 'NOT_OCCURRED', 'AMBIGUOUS', 'VOID');

-- CreateEnum
CREATE TYPE "verdict_stage" AS ENUM ('provisional', 'final', 'reopened');

-- CreateEnum
CREATE TYPE "verdict_decision" AS ENUM ('agreement', 'lead', 'sweep', 'imported');

-- CreateEnum
CREATE TYPE "dispute_kind" AS ENUM ('objection', 'appeal');

-- CreateEnum
CREATE TYPE "dispute_state" AS ENUM ('open', 'upheld', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('supports', 'contradicts', 'background');

-- CreateTable
CREATE TABLE "one_time_links" (
    "id" UUID NOT NULL,
    "kind" "one_time_link_kind" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT,
    "roles" "role"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by_id" UUID,

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response_status" INTEGER,
    "response_body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "two_factor_enabled" BOOLEAN DEFAULT false,
    "roles" "role"[],
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "two_factors" (
    "id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "two_factors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_settings" (
    "user_id" UUID NOT NULL,
    "zone" TEXT,
    "digest_weekday" INTEGER NOT NULL DEFAULT 1,
    "digest_hour" INTEGER NOT NULL DEFAULT 8,
    "streams" "stream"[] DEFAULT ARRAY['digest', 'prompts', 'verdicts', 'disputes']::"stream"[],
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "groups" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_memberships" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_affiliations" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "claimant_id" UUID,
    "outlet_id" UUID,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_affiliations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "candidates" (
    "id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "extractor_version" TEXT NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "also" JSONB NOT NULL DEFAULT '[]',
    "statement" TEXT NOT NULL,
    "claimant_name" TEXT,
    "claimant_role" "claim_role",
    "low" DOUBLE PRECISION,
    "point" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "phrase" TEXT NOT NULL DEFAULT '',
    "basis" "likelihood_basis" NOT NULL,
    "lexicon_version" TEXT,
    "negated" BOOLEAN NOT NULL DEFAULT false,
    "condition_text" TEXT,
    "window_start_on" DATE,
    "deadline_on" DATE,
    "precision" "deadline_precision",
    "deadline_basis" "deadline_basis" NOT NULL,
    "deadline_phrase" TEXT NOT NULL DEFAULT '',
    "tier" "candidate_tier" NOT NULL,
    "cues" TEXT[],
    "score" DOUBLE PRECISION NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "state" "candidate_state" NOT NULL DEFAULT 'pending',
    "reject_reason" "reject_reason",
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "claim_id" UUID,
    "inherited_from_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "candidates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claimants" (
    "id" UUID NOT NULL,
    "kind" "claimant_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "contact_email" TEXT,
    "opted_out_at" TIMESTAMPTZ(3),
    "outlet_id" UUID,
    "rank_suspended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claimants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claimant_aliases" (
    "id" UUID NOT NULL,
    "claimant_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "alias_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claimant_aliases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claimant_links" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "action" "claimant_link_action" NOT NULL,
    "reason" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "linked_by_id" UUID,

    CONSTRAINT "claimant_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claimant_answers" (
    "id" UUID NOT NULL,
    "claimant_id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_by_id" UUID,

    CONSTRAINT "claimant_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "claimant_id" UUID NOT NULL,
    "role" "claim_role" NOT NULL,
    "low" DOUBLE PRECISION,
    "point" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "phrase" TEXT NOT NULL DEFAULT '',
    "basis" "likelihood_basis" NOT NULL,
    "lexicon_version" TEXT,
    "negated" BOOLEAN NOT NULL DEFAULT false,
    "confidence_phrase" TEXT NOT NULL DEFAULT '',
    "condition_text" TEXT,
    "condition_proposition_id" UUID,
    "said_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "retrospective" BOOLEAN NOT NULL DEFAULT false,
    "state" "claim_state" NOT NULL DEFAULT 'active',
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_by_id" UUID,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote_anchors" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "state" "anchor_state" NOT NULL DEFAULT 'ANCHORED',
    "is_primary" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "quote_anchors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_revisions" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "revised_at" TIMESTAMPTZ(3) NOT NULL,
    "revised_by_id" UUID,

    CONSTRAINT "claim_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "codings" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "coder_id" UUID NOT NULL,
    "low" DOUBLE PRECISION,
    "point" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "phrase" TEXT NOT NULL DEFAULT '',
    "basis" "likelihood_basis" NOT NULL,
    "window_start_on" DATE,
    "deadline_on" DATE,
    "precision" "deadline_precision",
    "deadline_basis" "deadline_basis" NOT NULL,
    "negated" BOOLEAN NOT NULL,
    "condition_text" TEXT,
    "already_happened" BOOLEAN NOT NULL DEFAULT false,
    "coded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "codings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feeds" (
    "id" UUID NOT NULL,
    "kind" "feed_kind" NOT NULL,
    "purpose" "feed_purpose" NOT NULL DEFAULT 'events',
    "title" TEXT NOT NULL,
    "url" TEXT,
    "source_key" TEXT,
    "secret_sealed" TEXT,
    "poll_minutes" INTEGER NOT NULL DEFAULT 30,
    "etag" TEXT,
    "last_modified" TEXT,
    "last_polled_at" TIMESTAMPTZ(3),
    "next_poll_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "state" "feed_state" NOT NULL DEFAULT 'active',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "feeds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_deliveries" (
    "id" UUID NOT NULL,
    "feed_id" UUID NOT NULL,
    "delivery_key" TEXT NOT NULL,
    "body_sha256" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbound_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_clusters" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "first_published_at" TIMESTAMPTZ(3) NOT NULL,
    "last_published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_clusters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_reports" (
    "id" UUID NOT NULL,
    "feed_id" UUID NOT NULL,
    "external_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "url" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "occurred_on" DATE,
    "cluster_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "matched_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,

    CONSTRAINT "event_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matches" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "strength" "match_strength" NOT NULL,
    "reasons" JSONB NOT NULL,
    "matcher_version" TEXT NOT NULL,
    "predates_claim" BOOLEAN NOT NULL DEFAULT false,
    "state" "match_state" NOT NULL DEFAULT 'suggested',
    "version" INTEGER NOT NULL DEFAULT 1,
    "suggested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "matches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installations" (
    "id" UUID NOT NULL,
    "singleton" BOOLEAN NOT NULL DEFAULT true,
    "kind" "installation_kind" NOT NULL,
    "project_name" TEXT NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "clock_offset_seconds" INTEGER NOT NULL DEFAULT 0,
    "clock_frozen_at" TIMESTAMPTZ(3),
    "settings" JSONB NOT NULL DEFAULT '{"reviewersNeeded":2,"disputeWindowDays":14,"policyHorizonMonths":12,"leaseMinutes":20}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_messages" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "outbox_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_runs" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "state" "job_run_state" NOT NULL DEFAULT 'running',
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "result" JSONB,

    CONSTRAINT "job_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_runs" (
    "name" TEXT NOT NULL,
    "last_started_at" TIMESTAMPTZ(3),
    "last_finished_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "schedule_runs_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "stream" "stream",
    "natural_key" TEXT NOT NULL,
    "user_id" UUID,
    "claimant_id" UUID,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "state" "notice_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digests" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "iso_week" TEXT NOT NULL,
    "state" "digest_state" NOT NULL,
    "built_at" TIMESTAMPTZ(3) NOT NULL,
    "notice_id" UUID,

    CONSTRAINT "digests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unsubscribe_tokens" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "stream" "stream" NOT NULL,
    "user_id" UUID,
    "claimant_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "unsubscribe_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "propositions" (
    "id" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "kind" "proposition_kind" NOT NULL,
    "window" "window_kind" NOT NULL,
    "window_start_on" DATE,
    "deadline_on" DATE,
    "scheduled_deadline_on" DATE,
    "zone" TEXT NOT NULL,
    "precision" "deadline_precision",
    "deadline_basis" "deadline_basis" NOT NULL,
    "deadline_phrase" TEXT NOT NULL DEFAULT '',
    "due_at" TIMESTAMPTZ(3),
    "criteria" TEXT NOT NULL DEFAULT '',
    "source_of_truth" TEXT NOT NULL DEFAULT '',
    "status_quo" "status_quo",
    "quantity_value" DOUBLE PRECISION,
    "quantity_unit" TEXT,
    "topics" TEXT[],
    "family_id" UUID,
    "status" "proposition_status" NOT NULL DEFAULT 'draft',
    "merged_into_id" UUID,
    "recheck_at" TIMESTAMPTZ(3),
    "reviewers_needed" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "opened_at" TIMESTAMPTZ(3),
    "opened_by_id" UUID,

    CONSTRAINT "propositions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "families" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "families_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clarifications" (
    "id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID,

    CONSTRAINT "clarifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline_changes" (
    "id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "from_deadline_on" DATE,
    "to_window_start_on" DATE,
    "to_deadline_on" DATE,
    "to_precision" "deadline_precision",
    "to_basis" "deadline_basis" NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "deadline_change_state" NOT NULL DEFAULT 'proposed',
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,

    CONSTRAINT "deadline_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_probabilities" (
    "id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "kind" "reference_kind" NOT NULL,
    "probability" DOUBLE PRECISION NOT NULL,
    "source_name" TEXT NOT NULL,
    "url" TEXT,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "reference_probabilities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gold_items" (
    "id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "answer" "answer" NOT NULL,
    "occurred_on" DATE,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID,

    CONSTRAINT "gold_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rounds" (
    "id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" "round_reason" NOT NULL,
    "state" "round_state" NOT NULL DEFAULT 'open',
    "reviewers_needed" INTEGER NOT NULL,
    "answers_wanted" INTEGER NOT NULL,
    "disagreement_cause" "disagreement_cause",
    "version" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "rounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "answer" "answer" NOT NULL,
    "void_reason" "void_reason",
    "occurred_on" DATE,
    "impossible_now" BOOLEAN NOT NULL DEFAULT false,
    "confidence" "confidence",
    "note" TEXT NOT NULL DEFAULT '',
    "search_note" TEXT NOT NULL DEFAULT '',
    "measured_value" DOUBLE PRECISION,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_drafts" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leases" (
    "id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "leases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "assigned_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prompts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "kind" "prompt_kind" NOT NULL,
    "series_key" TEXT NOT NULL,
    "period" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "notice_id" UUID,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "prompts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "methods" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "code_version" TEXT NOT NULL,
    "lexicon_version" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "activated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "methods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_scores" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "verdict_version_id" UUID NOT NULL,
    "method_id" UUID NOT NULL,
    "track" "score_track" NOT NULL,
    "settlement" "settlement_kind" NOT NULL,
    "settlement_void_reason" "settlement_void_reason",
    "unscoreable_reason" TEXT,
    "brier" DOUBLE PRECISION,
    "brier_low" DOUBLE PRECISION,
    "brier_high" DOUBLE PRECISION,
    "log_score" DOUBLE PRECISION,
    "references" JSONB NOT NULL DEFAULT '{}',
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_scores_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claimant_statistics" (
    "id" UUID NOT NULL,
    "claimant_id" UUID NOT NULL,
    "method_id" UUID NOT NULL,
    "track" "score_track" NOT NULL,
    "n" INTEGER NOT NULL DEFAULT 0,
    "sum_brier" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "sum_brier_low" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "sum_brier_high" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "sum_log_score" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "sum_skill" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "sum_skill_squared" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "hits" INTEGER NOT NULL DEFAULT 0,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "void" INTEGER NOT NULL DEFAULT 0,
    "ambiguous" INTEGER NOT NULL DEFAULT 0,
    "condition_unmet" INTEGER NOT NULL DEFAULT 0,
    "unscoreable" INTEGER NOT NULL DEFAULT 0,
    "families" INTEGER NOT NULL DEFAULT 0,
    "texts" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claimant_statistics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boards" (
    "id" UUID NOT NULL,
    "kind" "board_kind" NOT NULL,
    "method_id" UUID NOT NULL,
    "filter" JSONB NOT NULL,
    "filter_hash" TEXT NOT NULL,
    "as_of_at" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,
    "totals" JSONB NOT NULL DEFAULT '{}',
    "references" JSONB NOT NULL DEFAULT '{}',
    "built_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "boards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standings" (
    "id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "claimant_id" UUID,
    "outlet_id" UUID,
    "reviewer_id" UUID,
    "rank" INTEGER,
    "rank_low" INTEGER,
    "rank_high" INTEGER,
    "n" INTEGER NOT NULL,
    "families" INTEGER NOT NULL DEFAULT 0,
    "texts" INTEGER NOT NULL DEFAULT 0,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "void" INTEGER NOT NULL DEFAULT 0,
    "ambiguous" INTEGER NOT NULL DEFAULT 0,
    "condition_unmet" INTEGER NOT NULL DEFAULT 0,
    "unscoreable" INTEGER NOT NULL DEFAULT 0,
    "brier" DOUBLE PRECISION,
    "brier_low" DOUBLE PRECISION,
    "brier_high" DOUBLE PRECISION,
    "log_score" DOUBLE PRECISION,
    "skill" DOUBLE PRECISION,
    "shrunk" DOUBLE PRECISION,
    "interval_low" DOUBLE PRECISION,
    "interval_high" DOUBLE PRECISION,
    "hit_rate" DOUBLE PRECISION,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "standings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "board_stale_marks" (
    "id" UUID NOT NULL,
    "kind" "board_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "board_stale_marks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outlets" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "homepage_url" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outlets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "canonical_url" TEXT,
    "outlet_id" UUID,
    "authors" TEXT[],
    "published_on" DATE,
    "language" TEXT NOT NULL,
    "intake_kind" "intake_kind" NOT NULL,
    "feed_id" UUID,
    "feed_item_key" TEXT,
    "full_text_public" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshots" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "raw_bytes" BYTEA NOT NULL,
    "raw_sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "charset" TEXT,
    "text" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "normaliser_version" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "syndicated_copies" (
    "id" UUID NOT NULL,
    "copy_id" UUID NOT NULL,
    "original_id" UUID NOT NULL,
    "similarity" DOUBLE PRECISION NOT NULL,
    "detected_at" TIMESTAMPTZ(3) NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3),
    "dismissed_by_id" UUID,

    CONSTRAINT "syndicated_copies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_versions" (
    "id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "stage" "verdict_stage" NOT NULL,
    "outcome" "outcome",
    "void_reason" "void_reason",
    "occurred_on" DATE,
    "measured_value" DOUBLE PRECISION,
    "decision" "verdict_decision" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "round_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "finalise_due_at" TIMESTAMPTZ(3),
    "final_at" TIMESTAMPTZ(3),
    "supersedes_id" UUID,

    CONSTRAINT "verdict_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disputes" (
    "id" UUID NOT NULL,
    "proposition_id" UUID NOT NULL,
    "verdict_version_id" UUID NOT NULL,
    "kind" "dispute_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "dispute_state" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_by_id" UUID,
    "claimant_id" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "resolution" TEXT,

    CONSTRAINT "disputes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "review_id" UUID,
    "verdict_version_id" UUID,
    "dispute_id" UUID,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "published_on" DATE,
    "stance" "stance" NOT NULL,
    "event_report_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "one_time_links_token_hash_key" ON "one_time_links"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_links_email_idx" ON "one_time_links"("email");

-- CreateIndex
CREATE INDEX "one_time_links_expires_at_idx" ON "one_time_links"("expires_at");

-- CreateIndex
CREATE INDEX "one_time_links_created_by_id_idx" ON "one_time_links"("created_by_id");

-- CreateIndex
CREATE INDEX "one_time_links_used_by_id_idx" ON "one_time_links"("used_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_prefix_key" ON "api_tokens"("prefix");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_hash_key" ON "api_tokens"("hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE INDEX "idempotency_keys_expires_at_idx" ON "idempotency_keys"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_keys_scope_key_key" ON "idempotency_keys"("scope", "key");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_id_account_id_key" ON "accounts"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- CreateIndex
CREATE INDEX "verifications_expires_at_idx" ON "verifications"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limits_key_key" ON "rate_limits"("key");

-- CreateIndex
CREATE INDEX "two_factors_secret_idx" ON "two_factors"("secret");

-- CreateIndex
CREATE INDEX "two_factors_user_id_idx" ON "two_factors"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "groups_name_key" ON "groups"("name");

-- CreateIndex
CREATE INDEX "group_memberships_user_id_idx" ON "group_memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_memberships_group_id_user_id_key" ON "group_memberships"("group_id", "user_id");

-- CreateIndex
CREATE INDEX "user_affiliations_claimant_id_idx" ON "user_affiliations"("claimant_id");

-- CreateIndex
CREATE INDEX "user_affiliations_outlet_id_idx" ON "user_affiliations"("outlet_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_affiliations_user_id_claimant_id_key" ON "user_affiliations"("user_id", "claimant_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_affiliations_user_id_outlet_id_key" ON "user_affiliations"("user_id", "outlet_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entries_prev_hash_key" ON "audit_entries"("prev_hash");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entries_hash_key" ON "audit_entries"("hash");

-- CreateIndex
CREATE INDEX "audit_entries_subject_type_subject_id_seq_idx" ON "audit_entries"("subject_type", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "audit_entries_actor_seq_idx" ON "audit_entries"("actor", "seq");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- CreateIndex
CREATE INDEX "candidates_state_created_at_id_idx" ON "candidates"("state", "created_at", "id");

-- CreateIndex
CREATE INDEX "candidates_claim_id_idx" ON "candidates"("claim_id");

-- CreateIndex
CREATE INDEX "candidates_decided_by_id_idx" ON "candidates"("decided_by_id");

-- CreateIndex
CREATE INDEX "candidates_inherited_from_id_idx" ON "candidates"("inherited_from_id");

-- CreateIndex
CREATE UNIQUE INDEX "candidates_snapshot_id_extractor_version_start_offset_end_o_key" ON "candidates"("snapshot_id", "extractor_version", "start_offset", "end_offset");

-- CreateIndex
CREATE INDEX "claimants_outlet_id_idx" ON "claimants"("outlet_id");

-- CreateIndex
CREATE INDEX "claimants_name_id_idx" ON "claimants"("name", "id");

-- CreateIndex
CREATE INDEX "claimant_aliases_alias_key_idx" ON "claimant_aliases"("alias_key");

-- CreateIndex
CREATE UNIQUE INDEX "claimant_aliases_claimant_id_alias_key_key" ON "claimant_aliases"("claimant_id", "alias_key");

-- CreateIndex
CREATE INDEX "claimant_links_to_id_idx" ON "claimant_links"("to_id");

-- CreateIndex
CREATE INDEX "claimant_links_linked_by_id_idx" ON "claimant_links"("linked_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "claimant_links_from_id_version_key" ON "claimant_links"("from_id", "version");

-- CreateIndex
CREATE INDEX "claimant_answers_claimant_id_idx" ON "claimant_answers"("claimant_id");

-- CreateIndex
CREATE INDEX "claimant_answers_proposition_id_answered_at_idx" ON "claimant_answers"("proposition_id", "answered_at");

-- CreateIndex
CREATE INDEX "claimant_answers_hidden_by_id_idx" ON "claimant_answers"("hidden_by_id");

-- CreateIndex
CREATE INDEX "claims_proposition_id_said_on_idx" ON "claims"("proposition_id", "said_on");

-- CreateIndex
CREATE INDEX "claims_claimant_id_said_on_idx" ON "claims"("claimant_id", "said_on");

-- CreateIndex
CREATE INDEX "claims_snapshot_id_idx" ON "claims"("snapshot_id");

-- CreateIndex
CREATE INDEX "claims_condition_proposition_id_idx" ON "claims"("condition_proposition_id");

-- CreateIndex
CREATE INDEX "claims_recorded_by_id_idx" ON "claims"("recorded_by_id");

-- CreateIndex
CREATE INDEX "claims_recorded_at_id_idx" ON "claims"("recorded_at", "id");

-- CreateIndex
CREATE INDEX "quote_anchors_snapshot_id_idx" ON "quote_anchors"("snapshot_id");

-- CreateIndex
CREATE UNIQUE INDEX "quote_anchors_claim_id_snapshot_id_start_offset_end_offset_key" ON "quote_anchors"("claim_id", "snapshot_id", "start_offset", "end_offset");

-- CreateIndex
CREATE INDEX "claim_revisions_revised_by_id_idx" ON "claim_revisions"("revised_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_revisions_claim_id_version_key" ON "claim_revisions"("claim_id", "version");

-- CreateIndex
CREATE INDEX "codings_coder_id_idx" ON "codings"("coder_id");

-- CreateIndex
CREATE UNIQUE INDEX "codings_claim_id_coder_id_key" ON "codings"("claim_id", "coder_id");

-- CreateIndex
CREATE UNIQUE INDEX "feeds_url_key" ON "feeds"("url");

-- CreateIndex
CREATE UNIQUE INDEX "feeds_source_key_key" ON "feeds"("source_key");

-- CreateIndex
CREATE INDEX "feeds_state_next_poll_at_idx" ON "feeds"("state", "next_poll_at");

-- CreateIndex
CREATE INDEX "feeds_created_by_id_idx" ON "feeds"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_deliveries_feed_id_delivery_key_key" ON "inbound_deliveries"("feed_id", "delivery_key");

-- CreateIndex
CREATE INDEX "event_clusters_last_published_at_idx" ON "event_clusters"("last_published_at");

-- CreateIndex
CREATE INDEX "event_reports_cluster_id_idx" ON "event_reports"("cluster_id");

-- CreateIndex
CREATE INDEX "event_reports_published_at_id_idx" ON "event_reports"("published_at", "id");

-- CreateIndex
CREATE INDEX "event_reports_matched_at_idx" ON "event_reports"("matched_at");

-- CreateIndex
CREATE INDEX "event_reports_created_by_id_idx" ON "event_reports"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_reports_feed_id_external_key_key" ON "event_reports"("feed_id", "external_key");

-- CreateIndex
CREATE INDEX "matches_proposition_id_state_strength_idx" ON "matches"("proposition_id", "state", "strength");

-- CreateIndex
CREATE INDEX "matches_state_suggested_at_id_idx" ON "matches"("state", "suggested_at", "id");

-- CreateIndex
CREATE INDEX "matches_decided_by_id_idx" ON "matches"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "matches_event_id_proposition_id_key" ON "matches"("event_id", "proposition_id");

-- CreateIndex
CREATE UNIQUE INDEX "installations_singleton_key" ON "installations"("singleton");

-- CreateIndex
CREATE INDEX "outbox_messages_published_at_created_at_idx" ON "outbox_messages"("published_at", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_messages_name_key_key" ON "outbox_messages"("name", "key");

-- CreateIndex
CREATE INDEX "job_runs_state_started_at_idx" ON "job_runs"("state", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "job_runs_name_key_key" ON "job_runs"("name", "key");

-- CreateIndex
CREATE UNIQUE INDEX "notices_natural_key_key" ON "notices"("natural_key");

-- CreateIndex
CREATE INDEX "notices_state_created_at_idx" ON "notices"("state", "created_at");

-- CreateIndex
CREATE INDEX "notices_user_id_created_at_idx" ON "notices"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "notices_claimant_id_idx" ON "notices"("claimant_id");

-- CreateIndex
CREATE INDEX "notices_created_at_id_idx" ON "notices"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "digests_notice_id_key" ON "digests"("notice_id");

-- CreateIndex
CREATE UNIQUE INDEX "digests_user_id_iso_week_key" ON "digests"("user_id", "iso_week");

-- CreateIndex
CREATE UNIQUE INDEX "unsubscribe_tokens_token_hash_key" ON "unsubscribe_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "unsubscribe_tokens_user_id_stream_idx" ON "unsubscribe_tokens"("user_id", "stream");

-- CreateIndex
CREATE INDEX "unsubscribe_tokens_claimant_id_stream_idx" ON "unsubscribe_tokens"("claimant_id", "stream");

-- CreateIndex
CREATE INDEX "propositions_status_due_at_idx" ON "propositions"("status", "due_at");

-- CreateIndex
CREATE INDEX "propositions_status_recheck_at_idx" ON "propositions"("status", "recheck_at");

-- CreateIndex
CREATE INDEX "propositions_family_id_idx" ON "propositions"("family_id");

-- CreateIndex
CREATE INDEX "propositions_merged_into_id_idx" ON "propositions"("merged_into_id");

-- CreateIndex
CREATE INDEX "propositions_created_by_id_idx" ON "propositions"("created_by_id");

-- CreateIndex
CREATE INDEX "propositions_opened_by_id_idx" ON "propositions"("opened_by_id");

-- CreateIndex
CREATE INDEX "propositions_created_at_id_idx" ON "propositions"("created_at", "id");

-- CreateIndex
CREATE INDEX "propositions_topics_idx" ON "propositions" USING GIN ("topics");

-- CreateIndex
CREATE INDEX "clarifications_proposition_id_added_at_idx" ON "clarifications"("proposition_id", "added_at");

-- CreateIndex
CREATE INDEX "clarifications_added_by_id_idx" ON "clarifications"("added_by_id");

-- CreateIndex
CREATE INDEX "deadline_changes_proposition_id_proposed_at_idx" ON "deadline_changes"("proposition_id", "proposed_at");

-- CreateIndex
CREATE INDEX "deadline_changes_proposed_by_id_idx" ON "deadline_changes"("proposed_by_id");

-- CreateIndex
CREATE INDEX "deadline_changes_decided_by_id_idx" ON "deadline_changes"("decided_by_id");

-- CreateIndex
CREATE INDEX "reference_probabilities_recorded_by_id_idx" ON "reference_probabilities"("recorded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "reference_probabilities_proposition_id_source_name_observed_key" ON "reference_probabilities"("proposition_id", "source_name", "observed_at");

-- CreateIndex
CREATE UNIQUE INDEX "gold_items_proposition_id_key" ON "gold_items"("proposition_id");

-- CreateIndex
CREATE INDEX "gold_items_added_by_id_idx" ON "gold_items"("added_by_id");

-- CreateIndex
CREATE INDEX "rounds_state_opened_at_idx" ON "rounds"("state", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "rounds_proposition_id_number_key" ON "rounds"("proposition_id", "number");

-- CreateIndex
CREATE INDEX "reviews_reviewer_id_submitted_at_idx" ON "reviews"("reviewer_id", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_round_id_reviewer_id_key" ON "reviews"("round_id", "reviewer_id");

-- CreateIndex
CREATE INDEX "review_drafts_user_id_idx" ON "review_drafts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_drafts_round_id_user_id_key" ON "review_drafts"("round_id", "user_id");

-- CreateIndex
CREATE INDEX "leases_round_id_expires_at_idx" ON "leases"("round_id", "expires_at");

-- CreateIndex
CREATE INDEX "leases_proposition_id_idx" ON "leases"("proposition_id");

-- CreateIndex
CREATE INDEX "leases_user_id_idx" ON "leases"("user_id");

-- CreateIndex
CREATE INDEX "assignments_proposition_id_idx" ON "assignments"("proposition_id");

-- CreateIndex
CREATE INDEX "assignments_user_id_idx" ON "assignments"("user_id");

-- CreateIndex
CREATE INDEX "assignments_assigned_by_id_idx" ON "assignments"("assigned_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_round_id_user_id_key" ON "assignments"("round_id", "user_id");

-- CreateIndex
CREATE INDEX "prompts_proposition_id_idx" ON "prompts"("proposition_id");

-- CreateIndex
CREATE INDEX "prompts_notice_id_idx" ON "prompts"("notice_id");

-- CreateIndex
CREATE INDEX "prompts_sent_at_created_at_idx" ON "prompts"("sent_at", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "prompts_user_id_proposition_id_kind_series_key_period_key" ON "prompts"("user_id", "proposition_id", "kind", "series_key", "period");

-- CreateIndex
CREATE UNIQUE INDEX "methods_version_key" ON "methods"("version");

-- CreateIndex
CREATE UNIQUE INDEX "methods_hash_key" ON "methods"("hash");

-- CreateIndex
CREATE INDEX "claim_scores_verdict_version_id_idx" ON "claim_scores"("verdict_version_id");

-- CreateIndex
CREATE INDEX "claim_scores_method_id_idx" ON "claim_scores"("method_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_scores_claim_id_verdict_version_id_method_id_key" ON "claim_scores"("claim_id", "verdict_version_id", "method_id");

-- CreateIndex
CREATE INDEX "claimant_statistics_method_id_idx" ON "claimant_statistics"("method_id");

-- CreateIndex
CREATE UNIQUE INDEX "claimant_statistics_claimant_id_method_id_track_key" ON "claimant_statistics"("claimant_id", "method_id", "track");

-- CreateIndex
CREATE UNIQUE INDEX "boards_hash_key" ON "boards"("hash");

-- CreateIndex
CREATE INDEX "boards_kind_filter_hash_as_of_at_idx" ON "boards"("kind", "filter_hash", "as_of_at");

-- CreateIndex
CREATE INDEX "boards_method_id_idx" ON "boards"("method_id");

-- CreateIndex
CREATE INDEX "standings_claimant_id_idx" ON "standings"("claimant_id");

-- CreateIndex
CREATE INDEX "standings_outlet_id_idx" ON "standings"("outlet_id");

-- CreateIndex
CREATE INDEX "standings_reviewer_id_idx" ON "standings"("reviewer_id");

-- CreateIndex
CREATE UNIQUE INDEX "standings_board_id_position_key" ON "standings"("board_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "standings_board_id_claimant_id_key" ON "standings"("board_id", "claimant_id");

-- CreateIndex
CREATE UNIQUE INDEX "standings_board_id_outlet_id_key" ON "standings"("board_id", "outlet_id");

-- CreateIndex
CREATE UNIQUE INDEX "standings_board_id_reviewer_id_key" ON "standings"("board_id", "reviewer_id");

-- CreateIndex
CREATE INDEX "board_stale_marks_kind_marked_at_idx" ON "board_stale_marks"("kind", "marked_at");

-- CreateIndex
CREATE UNIQUE INDEX "outlets_name_key_key" ON "outlets"("name_key");

-- CreateIndex
CREATE INDEX "sources_outlet_id_idx" ON "sources"("outlet_id");

-- CreateIndex
CREATE INDEX "sources_created_by_id_idx" ON "sources"("created_by_id");

-- CreateIndex
CREATE INDEX "sources_canonical_url_idx" ON "sources"("canonical_url");

-- CreateIndex
CREATE INDEX "sources_published_on_id_idx" ON "sources"("published_on", "id");

-- CreateIndex
CREATE INDEX "sources_created_at_id_idx" ON "sources"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "sources_feed_id_feed_item_key_key" ON "sources"("feed_id", "feed_item_key");

-- CreateIndex
CREATE INDEX "snapshots_text_sha256_idx" ON "snapshots"("text_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "snapshots_source_id_text_sha256_key" ON "snapshots"("source_id", "text_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "syndicated_copies_copy_id_key" ON "syndicated_copies"("copy_id");

-- CreateIndex
CREATE INDEX "syndicated_copies_original_id_idx" ON "syndicated_copies"("original_id");

-- CreateIndex
CREATE INDEX "syndicated_copies_dismissed_by_id_idx" ON "syndicated_copies"("dismissed_by_id");

-- CreateIndex
CREATE INDEX "verdict_versions_stage_finalise_due_at_idx" ON "verdict_versions"("stage", "finalise_due_at");

-- CreateIndex
CREATE INDEX "verdict_versions_round_id_idx" ON "verdict_versions"("round_id");

-- CreateIndex
CREATE INDEX "verdict_versions_decided_by_id_idx" ON "verdict_versions"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_versions_proposition_id_version_key" ON "verdict_versions"("proposition_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_versions_id_proposition_id_key" ON "verdict_versions"("id", "proposition_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_versions_supersedes_id_proposition_id_key" ON "verdict_versions"("supersedes_id", "proposition_id");

-- CreateIndex
CREATE INDEX "disputes_proposition_id_state_idx" ON "disputes"("proposition_id", "state");

-- CreateIndex
CREATE INDEX "disputes_verdict_version_id_idx" ON "disputes"("verdict_version_id");

-- CreateIndex
CREATE INDEX "disputes_state_raised_at_idx" ON "disputes"("state", "raised_at");

-- CreateIndex
CREATE INDEX "disputes_raised_by_id_idx" ON "disputes"("raised_by_id");

-- CreateIndex
CREATE INDEX "disputes_claimant_id_idx" ON "disputes"("claimant_id");

-- CreateIndex
CREATE INDEX "disputes_resolved_by_id_idx" ON "disputes"("resolved_by_id");

-- CreateIndex
CREATE INDEX "evidence_review_id_idx" ON "evidence"("review_id");

-- CreateIndex
CREATE INDEX "evidence_verdict_version_id_idx" ON "evidence"("verdict_version_id");

-- CreateIndex
CREATE INDEX "evidence_dispute_id_idx" ON "evidence"("dispute_id");

-- CreateIndex
CREATE INDEX "evidence_event_report_id_idx" ON "evidence"("event_report_id");

-- CreateIndex
CREATE INDEX "evidence_added_by_id_idx" ON "evidence"("added_by_id");

-- AddForeignKey
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_used_by_id_fkey" FOREIGN KEY ("used_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_settings" ADD CONSTRAINT "user_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_memberships" ADD CONSTRAINT "group_memberships_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_memberships" ADD CONSTRAINT "group_memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_affiliations" ADD CONSTRAINT "user_affiliations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_affiliations" ADD CONSTRAINT "user_affiliations_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_affiliations" ADD CONSTRAINT "user_affiliations_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "outlets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_inherited_from_id_fkey" FOREIGN KEY ("inherited_from_id") REFERENCES "candidates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimants" ADD CONSTRAINT "claimants_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "outlets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant_aliases" ADD CONSTRAINT "claimant_aliases_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant_links" ADD CONSTRAINT "claimant_links_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "claimants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant_links" ADD CONSTRAINT "claimant_links_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "claimants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant_links" ADD CONSTRAINT "claimant_links_linked_by_id_fkey" FOREIGN KEY ("linked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant_answers" ADD CONSTRAINT "claimant_answers_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant_answers" ADD CONSTRAINT "claimant_answers_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant_answers" ADD CONSTRAINT "claimant_answers_hidden_by_id_fkey" FOREIGN KEY ("hidden_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_condition_proposition_id_fkey" FOREIGN KEY ("condition_proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_anchors" ADD CONSTRAINT "quote_anchors_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_anchors" ADD CONSTRAINT "quote_anchors_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_revisions" ADD CONSTRAINT "claim_revisions_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_revisions" ADD CONSTRAINT "claim_revisions_revised_by_id_fkey" FOREIGN KEY ("revised_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codings" ADD CONSTRAINT "codings_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codings" ADD CONSTRAINT "codings_coder_id_fkey" FOREIGN KEY ("coder_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_deliveries" ADD CONSTRAINT "inbound_deliveries_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feeds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_reports" ADD CONSTRAINT "event_reports_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feeds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_reports" ADD CONSTRAINT "event_reports_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "event_clusters"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_reports" ADD CONSTRAINT "event_reports_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matches" ADD CONSTRAINT "matches_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matches" ADD CONSTRAINT "matches_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matches" ADD CONSTRAINT "matches_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digests" ADD CONSTRAINT "digests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digests" ADD CONSTRAINT "digests_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unsubscribe_tokens" ADD CONSTRAINT "unsubscribe_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unsubscribe_tokens" ADD CONSTRAINT "unsubscribe_tokens_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "propositions" ADD CONSTRAINT "propositions_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "families"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "propositions" ADD CONSTRAINT "propositions_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "propositions" ADD CONSTRAINT "propositions_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "propositions" ADD CONSTRAINT "propositions_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_changes" ADD CONSTRAINT "deadline_changes_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_changes" ADD CONSTRAINT "deadline_changes_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_changes" ADD CONSTRAINT "deadline_changes_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference_probabilities" ADD CONSTRAINT "reference_probabilities_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference_probabilities" ADD CONSTRAINT "reference_probabilities_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gold_items" ADD CONSTRAINT "gold_items_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gold_items" ADD CONSTRAINT "gold_items_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_drafts" ADD CONSTRAINT "review_drafts_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_drafts" ADD CONSTRAINT "review_drafts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_assigned_by_id_fkey" FOREIGN KEY ("assigned_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompts" ADD CONSTRAINT "prompts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompts" ADD CONSTRAINT "prompts_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompts" ADD CONSTRAINT "prompts_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_scores" ADD CONSTRAINT "claim_scores_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_scores" ADD CONSTRAINT "claim_scores_verdict_version_id_fkey" FOREIGN KEY ("verdict_version_id") REFERENCES "verdict_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_scores" ADD CONSTRAINT "claim_scores_method_id_fkey" FOREIGN KEY ("method_id") REFERENCES "methods"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant_statistics" ADD CONSTRAINT "claimant_statistics_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant_statistics" ADD CONSTRAINT "claimant_statistics_method_id_fkey" FOREIGN KEY ("method_id") REFERENCES "methods"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boards" ADD CONSTRAINT "boards_method_id_fkey" FOREIGN KEY ("method_id") REFERENCES "methods"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standings" ADD CONSTRAINT "standings_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "boards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standings" ADD CONSTRAINT "standings_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standings" ADD CONSTRAINT "standings_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "outlets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standings" ADD CONSTRAINT "standings_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "outlets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feeds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "syndicated_copies" ADD CONSTRAINT "syndicated_copies_copy_id_fkey" FOREIGN KEY ("copy_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "syndicated_copies" ADD CONSTRAINT "syndicated_copies_original_id_fkey" FOREIGN KEY ("original_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "syndicated_copies" ADD CONSTRAINT "syndicated_copies_dismissed_by_id_fkey" FOREIGN KEY ("dismissed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_versions" ADD CONSTRAINT "verdict_versions_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_versions" ADD CONSTRAINT "verdict_versions_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_versions" ADD CONSTRAINT "verdict_versions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_versions" ADD CONSTRAINT "verdict_versions_supersedes_id_proposition_id_fkey" FOREIGN KEY ("supersedes_id", "proposition_id") REFERENCES "verdict_versions"("id", "proposition_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "propositions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_verdict_version_id_fkey" FOREIGN KEY ("verdict_version_id") REFERENCES "verdict_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_raised_by_id_fkey" FOREIGN KEY ("raised_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_verdict_version_id_fkey" FOREIGN KEY ("verdict_version_id") REFERENCES "verdict_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "disputes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_event_report_id_fkey" FOREIGN KEY ("event_report_id") REFERENCES "event_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
