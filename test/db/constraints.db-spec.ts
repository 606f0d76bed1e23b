import pg from 'pg';
import { Database } from '#platform/db';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { insertWorld } from './world.js';

/** What is refused: a copy of a table's valid row, with these columns changed. */
type Case = readonly [constraint: string, changes: Readonly<Record<string, unknown>>];

const NEW_ID = '00000000-0000-7000-8000-00000000000a';

const REFUSED: readonly Case[] = [
  ['installations_singleton_check', { singleton: false }],
  ['installations_project_name_check', { project_name: ' ' }],
  ['installations_clock_check', { kind: 'real', clock_offset_seconds: -5 }],
  [
    'installations_settings_check',
    { settings: { reviewersNeeded: 6, disputeWindowDays: 14, policyHorizonMonths: 12, leaseMinutes: 20 } },
  ],
  ['installations_settings_check', { settings: {} }],
  ['users_email_check', { email: 'Ada@example.org' }],
  ['users_roles_check', { roles: ['lead', 'lead'] }],
  ['one_time_links_roles_check', { roles: ['admin', 'admin'] }],
  ['groups_name_check', { name: ' ' }],
  ['user_settings_digest_check', { digest_weekday: 0 }],
  ['user_settings_digest_check', { digest_hour: 24 }],
  ['user_settings_streams_check', { streams: ['digest', 'digest'] }],
  ['user_affiliations_subject_check', { claimant_id: null }],
  ['unsubscribe_tokens_subject_check', { user_id: null }],
  ['sources_title_check', { title: '\n' }],
  ['sources_origins_check', { origins: [] }],
  ['sources_last_seen_check', { last_seen_at: '2022-03-02' }],
  ['intake_batches_said_check', { said: [] }],
  ['intake_items_number_check', { number: 0 }],
  ['intake_items_name_check', { name: ' ' }],
  ['intake_items_bytes_check', { bytes: null }],
  ['intake_items_bytes_check', { is_address: true }],
  ['intake_items_announced_check', { is_address: true, bytes: null, state: 'announced' }],
  ['intake_items_lease_check', { state: 'reading' }],
  ['intake_items_lease_check', { lease_until: '2022-03-02' }],
  ['intake_items_source_check', { state: 'done', bytes: null, finished_at: '2022-03-02' }],
  ['intake_items_source_check', { is_new: true }],
  ['intake_items_fault_check', { state: 'failed', bytes: null, finished_at: '2022-03-02' }],
  ['intake_items_finished_check', { finished_at: '2022-03-02' }],
  ['intake_items_pages_check', { pages: 3 }],
  ['intake_items_pages_check', { pages: 3, pages_done: 4 }],
  ['snapshots_text_check', { text: ' \t' }],
  ['snapshots_sha256_check', { raw_sha256: 'A'.repeat(64) }],
  ['quote_placements_span_check', { end_offset: null }],
  ['quote_placements_span_check', { start_offset: 13 }],
  ['blind_readings_finished_check', { finished_at: '2022-01-01' }],
  ['reading_marks_span_check', { start_offset: -1 }],
  ['reading_marks_span_check', { end_offset: 0 }],
  ['syndicated_copies_other_check', { original_id: 'copy_id' }],
  ['syndicated_copies_similarity_check', { similarity: 1.1 }],
  ['claimants_name_check', { name: '' }],
  ['claimants_wikidata_id_check', { wikidata_id: 'Q0' }],
  ['claimants_homepage_check', { homepage: 'javascript:alert(1)' }],
  ['claimant_aliases_alias_check', { alias: ' ' }],
  ['claimant_links_other_check', { to_id: 'from_id' }],
  ['claimant_links_version_check', { version: 0 }],
  ['claimant_answers_text_check', { text: ' ' }],
  ['claimant_answers_hidden_check', { hidden_at: '2022-03-02' }],
  ['claimant_answers_hidden_check', { hidden_reason: 'Unlawful.' }],
  ['thread_entries_text_check', { text: ' ' }],
  ['thread_entries_hidden_check', { hidden_at: '2022-03-02' }],
  ['answer_links_token_check', { token_hash: 'x' }],
  ['propositions_statement_check', { statement: ' ' }],
  ['propositions_criteria_check', { criteria: ' ' }],
  ['propositions_opened_check', { opened_at: null }],
  ['propositions_window_check', { window_start_on: '2022-04-01' }],
  ['propositions_deadline_basis_check', { deadline_on: null, due_at: null, precision: null }],
  ['propositions_deadline_basis_check', { deadline_basis: 'none' }],
  ['propositions_deadline_basis_check', { deadline_basis: 'event' }],
  ['propositions_precision_check', { deadline_basis: 'none', deadline_on: null, due_at: null }],
  ['propositions_due_check', { due_at: null }],
  ['propositions_reviewers_needed_check', { reviewers_needed: 6 }],
  ['propositions_merged_check', { status: 'merged' }],
  ['propositions_merged_check', { merged_into_id: 'id', status: 'merged' }],
  ['clarifications_text_check', { text: '' }],
  ['deadline_changes_reason_check', { reason: '' }],
  ['deadline_changes_window_check', { to_window_start_on: '2022-05-01' }],
  ['deadline_changes_basis_check', { to_basis: 'event' }],
  ['deadline_changes_decided_check', { decided_at: '2022-03-02' }],
  [
    'deadline_changes_two_people_check',
    { state: 'confirmed', decided_at: '2022-03-02', decided_by_id: 'proposed_by_id' },
  ],
  ['deadline_changes_two_people_check', { state: 'confirmed', decided_at: '2022-03-02' }],
  ['reference_probabilities_probability_check', { probability: -0.1 }],
  ...['claims', 'codings', 'candidates'].flatMap((table): Case[] => [
    [`${table}_band_check`, { low: -0.1 }],
    [`${table}_band_check`, { low: 0.95 }],
    [`${table}_band_check`, { high: 0.85 }],
    [`${table}_band_check`, { high: 1.01 }],
    [`${table}_band_check`, { low: null }],
    [`${table}_basis_check`, { low: null, point: null, high: null }],
    [`${table}_basis_check`, { low: null, point: null, high: null, basis: 'number' }],
    [`${table}_basis_check`, { low: null, point: null, high: null, basis: 'words' }],
  ]),
  ['claims_condition_check', { condition_proposition_id: 'proposition_id' }],
  ['codings_window_check', { window_start_on: '2022-04-01' }],
  ['codings_deadline_basis_check', { deadline_on: null }],
  ['codings_ordinal_check', { ordinal: 3 }],
  ['coding_settlements_reason_check', { reason: ' ' }],
  ['coding_settlements_choice_check', { condition: 3 }],
  ['coding_settlements_withdrawn_check', { outcome: 'withdrawn' }],
  ['candidates_span_check', { end_offset: 0 }],
  ['candidates_quote_check', { quote: ' ' }],
  ['candidates_statement_check', { statement: ' ' }],
  ['candidates_reject_reason_check', { state: 'rejected' }],
  ['quote_anchors_span_check', { start_offset: 13 }],
  ['quote_anchors_span_check', { start_offset: -1 }],
  ['quote_anchors_exact_check', { exact: ' ' }],
  ['quote_anchors_context_check', { prefix: 'x'.repeat(33) }],
  ['claim_revisions_version_check', { version: 0 }],
  ['event_reports_title_check', { title: ' ' }],
  ['feeds_poll_check', { poll_minutes: 0 }],
  ['feeds_address_check', { url: null }],
  ['feeds_failures_check', { failures: 1 }],
  ['feeds_failures_check', { failures: 1, last_fault: 'TIMED_OUT' }],
  ['feeds_failures_check', { last_fault: 'TIMED_OUT', last_error: 'It did not answer.' }],
  ['feeds_due_check', { next_poll_at: null }],
  ['feeds_due_check', { state: 'paused' }],
  ['feeds_due_check', { host: null }],
  ['feeds_notes_check', { notes: {} }],
  ['feeds_secret_check', { kind: 'webhook', source_key: 'key' }],
  ['feeds_secret_check', { previous_secret_sealed: 'sealed' }],
  ['feed_polls_outcome_check', { fault: 'TIMED_OUT' }],
  ['feed_polls_outcome_check', { outcome: 'failed' }],
  ['feed_polls_count_check', { created: 2 }],
  ['feed_polls_time_check', { finished_at: '2022-02-01' }],
  ['feed_hosts_lease_check', { lease_id: NEW_ID }],
  ['feed_hosts_lease_check', { lease_until: '2022-03-02' }],
  ['rounds_reviewers_needed_check', { reviewers_needed: 0 }],
  ['rounds_answers_wanted_check', { answers_wanted: 1 }],
  ['rounds_number_check', { number: 0 }],
  ['rounds_closed_check', { state: 'decided' }],
  ['reviews_void_reason_check', { answer: 'VOID' }],
  ['reviews_search_note_check', { answer: 'NOT_OCCURRED' }],
  ['reviews_occurred_on_guard', { occurred_on: null }],
  ['gold_items_answer_check', { answer: 'TOO_EARLY' }],
  ['leases_time_check', { expires_at: '2022-01-01' }],
  ['retests_answer_check', { answer: 'OCCURRED' }],
  ['retests_answer_check', { answered_at: '2022-05-01' }],
  ['retests_answer_check', { answered_at: '2022-05-01', answer: 'VOID' }],
  ['retests_dropped_check', { answered_at: '2022-05-01', answer: 'AMBIGUOUS', dropped_at: '2022-05-01' }],
  ['assignments_assignee_check', { user_id: null }],
  ['snoozes_until_check', { until_at: '2022-03-01T12:00:00Z' }],
  ['skips_round_check', { round_number: 0 }],
  ['skips_note_check', { reason: 'other' }],
  ['inbox_views_name_check', { name: ' ' }],
  ['evidence_copies_url_check', { url: 'javascript:alert(1)' }],
  ['evidence_copies_text_check', { text: ' ' }],
  ['evidence_copies_sha256_check', { text_sha256: 'x' }],
  ['prompts_series_key_check', { series_key: '' }],
  ['prompts_period_check', { period: -1 }],
  ['verdict_versions_first_check', { version: 2 }],
  ['verdict_versions_outcome_check', { outcome: null }],
  ['verdict_versions_void_reason_check', { outcome: 'VOID' }],
  ['verdict_versions_void_reason_check', { void_reason: 'DUPLICATE' }],
  ['verdict_versions_stage_check', { finalise_due_at: null }],
  ['verdict_versions_stage_check', { stage: 'final' }],
  ['verdict_versions_reason_check', { decision: 'lead' }],
  ['verdict_versions_line_guard', { version: 3, supersedes_id: 'id' }],
  ['verdict_versions_occurred_on_guard', { occurred_on: null }],
  ['disputes_reason_check', { reason: '' }],
  ['disputes_resolved_check', { state: 'upheld' }],
  ['evidence_parent_check', { review_id: null }],
  ['evidence_url_check', { url: 'javascript:alert(1)' }],
  ['methods_version_check', { version: 0 }],
  ['methods_hash_check', { hash: 'x' }],
  ['claim_scores_brier_check', { brier: 1.2 }],
  ['claim_scores_brier_check', { settlement: 'ambiguous' }],
  ['claim_scores_log_score_check', { log_score: -1 }],
  ['claim_scores_void_reason_check', { settlement: 'void', brier: null }],
  ['claim_scores_references_check', { base_rate: 1.2 }],
  ['claim_scores_references_check', { status_quo: 0.5 }],
  ['outcome_counts_level_check', { level: 'all', topic: '', horizon: 'month' }],
  ['outcome_counts_level_check', { level: 'all', topic: 'ports' }],
  ['claimant_statistics_count_check', { hits: 2 }],
  ['boards_hash_check', { hash: '' }],
  ['standings_subject_check', { claimant_id: null }],
  ['standings_rank_check', { rank: 3 }],
  ['standings_rank_check', { rank: null }],
  ['standings_interval_check', { interval_low: 0.2 }],
  ['proposition_terms_share_check', { share: 0 }],
  ['proposition_terms_term_check', { term: '' }],
  ['event_terms_weight_check', { weight: 1.1 }],
  ['event_terms_term_check', { term: 'x'.repeat(401) }],
  ['term_counts_frequencies_check', { frequencies: {} }],
  ['candidates_merged_check', { state: 'merged' }],
  ['candidates_merged_check', { state: 'merged', merged_into_id: 'id' }],
  ['candidates_merged_check', { merged_into_id: 'snapshot_id' }],
  ['candidates_split_from_check', { split_from_id: 'snapshot_id' }],
  ['candidates_split_from_check', { origin: 'person', split_from_id: 'id' }],
  ['candidates_claim_check', { claim_id: 'snapshot_id' }],
  ['candidates_same_as_check', { same_as_id: 'id' }],
  ['candidates_same_as_check', { origin: 'model', same_as_id: 'id' }],
  [
    'candidates_same_as_check',
    { id: NEW_ID, origin: 'model', same_as_id: 'snapshot_id', state: 'rejected', reject_reason: 'DUPLICATE' },
  ],
  ['model_readings_parts_check', { parts_done: 2, finished_at: null }],
  ['model_readings_parts_check', { round: 0 }],
  ['model_readings_finished_check', { parts: 2 }],
  ['model_readings_finished_check', { fault: 'TIMED_OUT' }],
  ['model_readings_model_check', { model: ' ' }],
  ['model_readings_findings_check', { findings: {} }],
  ['model_readings_findings_check', { dropped: [] }],
  ['audit_entries_seq_check', { seq: 0 }],
  ['audit_entries_hash_check', { hash: 'x' }],
  ['notices_sending_check', { state: 'sending' }],
  ['notices_sent_check', { state: 'sent' }],
  ['suppressed_addresses_hash_check', { address_hash: 'ada@example.org' }],
  ['digests_iso_week_check', { iso_week: '2022-9' }],
  ['digests_notice_check', { notice_id: '00000000-0000-7000-8000-000000000000' }],
];

/** Refused as a change of a row, each in a test of its own. */
const REFUSED_CHANGE: readonly string[] = ['claims_opening_guard'];

const ONLY_ONE: readonly Case[] = [
  ['deadline_changes_one_proposed_key', { id: NEW_ID }],
  ['quote_anchors_one_primary_key', { id: NEW_ID, start_offset: 3 }],
  ['rounds_one_open_key', { id: NEW_ID, number: 2 }],
  ['rounds_one_open_key', { id: NEW_ID, number: 2, state: 'split' }],
  ['leases_one_live_key', { id: NEW_ID }],
  ['groups_name_key', { id: NEW_ID }],
  ['retests_one_open_key', { id: NEW_ID, review_id: NEW_ID }],
  ['disputes_one_open_key', { id: NEW_ID }],
  ['answer_links_opening_key', { id: NEW_ID, token_hash: 'b'.repeat(64) }],
  ['verdict_versions_proposition_id_version_key', { id: NEW_ID }],
];

describe('what the database refuses', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let tables: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    const orm = new Database({ url: database.url });
    await orm.withTransaction(insertWorld, { timeoutMs: 60_000 });
    await orm.close();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    tables = (
      await client.query<{ name: string }>("SELECT relname AS name FROM pg_class WHERE relkind = 'r'")
    ).rows.map((row) => row.name);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  /** A change that names another column takes that column's value. */
  async function insertCopy(constraint: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
    const table =
      tables.filter((name) => constraint.startsWith(`${name}_`)).sort((a, b) => b.length - a.length)[0] ?? '';
    const row = (
      await client.query<Record<string, unknown>>(`SELECT to_jsonb(t) AS row FROM ${table} t LIMIT 1`)
    ).rows[0];
    const values = row?.['row'] as Record<string, unknown>;
    const changed = Object.fromEntries(
      Object.entries(changes).map(([column, value]) => [
        column,
        typeof value === 'string' && value in values && value !== column ? values[value] : value,
      ]),
    );
    await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1)`, [
      { ...values, ...changed },
    ]);
  }

  it.each(REFUSED)('%s: %j', async (constraint, changes) => {
    await expect(insertCopy(constraint, changes)).rejects.toMatchObject({ code: '23514', constraint });
  });

  it.each(ONLY_ONE)('a second one: %s %j', async (constraint, changes) => {
    await expect(insertCopy(constraint, changes)).rejects.toMatchObject({ code: '23505', constraint });
  });

  it('has a case here for every check and every partial unique index', async () => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
       UNION SELECT tgname FROM pg_trigger WHERE tgname LIKE '%\\_guard' AND tgname <> 'append_only_guard'
       UNION SELECT indexrelid::regclass::text FROM pg_index WHERE indisunique AND indpred IS NOT NULL`,
    );
    const covered = new Set([...[...REFUSED, ...ONLY_ONE].map(([name]) => name), ...REFUSED_CHANGE]);
    expect(rows.map((row) => row.name).filter((name) => !covered.has(name))).toEqual([]);
  });

  it('a verdict that supersedes the same version twice, or one of another proposition', async () => {
    const next = { id: NEW_ID, version: 2, supersedes_id: 'id' };
    const insert = (more: Record<string, unknown>) =>
      insertCopy('verdict_versions_first', { ...next, ...more });
    await client.query('BEGIN');
    await insert({});
    await expect(insert({ id: '00000000-0000-7000-8000-00000000000b' })).rejects.toMatchObject({
      code: '23505',
    });
    await client.query('ROLLBACK');
    await insertCopy('propositions_other', { id: NEW_ID });
    await expect(insert({ proposition_id: NEW_ID })).rejects.toMatchObject({
      constraint: 'verdict_versions_supersedes_id_proposition_id_fkey',
    });
  });

  it('OCCURRED with a date on what persists, and takes it without', async () => {
    await client.query("UPDATE propositions SET kind = 'persistence'");
    await expect(client.query('UPDATE reviews SET note = note')).rejects.toMatchObject({
      constraint: 'reviews_occurred_on_guard',
    });
    await client.query("UPDATE reviews SET occurred_on = NULL, note = 'so it was'");
    await client.query("UPDATE propositions SET kind = 'change'");
  });

  it('to open a draft that one person has coded, or one person twice', async () => {
    await client.query("UPDATE claims SET state = 'draft'");
    const open = () => client.query("UPDATE claims SET state = 'active'");
    await expect(open()).rejects.toMatchObject({ code: '23514', constraint: 'claims_opening_guard' });
    await expect(insertCopy('codings_other', { id: NEW_ID, ordinal: 2 })).rejects.toMatchObject({
      constraint: 'codings_claim_id_coder_id_key',
    });
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM users WHERE id NOT IN (SELECT coder_id FROM codings)',
    );
    await expect(insertCopy('codings_other', { id: NEW_ID, coder_id: rows[0]?.id })).rejects.toMatchObject({
      constraint: 'codings_claim_id_ordinal_key',
    });
    await insertCopy('codings_other', { id: NEW_ID, ordinal: 2, coder_id: rows[0]?.id });
    await open();
  });

  it('has an index that begins with the column of every foreign key', async () => {
    const { rows } = await client.query<{ fk: string }>(
      `SELECT c.conrelid::regclass || '.' || a.attname AS fk
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND NOT EXISTS (
         SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL
       )`,
    );
    expect(rows.map((row) => row.fk)).toEqual([]);
  });

  it('to delete what history hangs on', async () => {
    for (const table of ['propositions', 'claims', 'claimants', 'users', 'sources', 'rounds'])
      await expect(client.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: '23001' });
  });
});

describe('append-only tables', () => {
  const KEYS: Readonly<Record<string, string>> = {
    audit_entries: 'seq = seq',
    coding_settlements: 'reason = reason',
  };
  const TABLES = [
    'audit_entries',
    'claim_revisions',
    'verdict_versions',
    'clarifications',
    'claimant_links',
    'methods',
    'boards',
    'standings',
    'snapshots',
    'codings',
    'coding_settlements',
  ];
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    const orm = new Database({ url: database.url });
    await orm.withTransaction(insertWorld, { timeoutMs: 60_000 });
    await orm.close();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  describe.each(TABLES)('%s', (table) => {
    it.each([
      ['UPDATE', `UPDATE ${table} SET ${KEYS[table] ?? 'id = id'}`],
      ['DELETE', `DELETE FROM ${table}`],
      ['TRUNCATE', `TRUNCATE ${table} CASCADE`],
    ])('refuses %s and says so', async (verb, sql) => {
      await expect(client.query(sql)).rejects.toMatchObject({
        code: 'OT001',
        message: `${table} is append-only: ${verb} is refused`,
      });
    });
  });
});
