import type pg from 'pg';

/** How much of a ledger is made; every proposition has ten claims, of claimants next to each other. */
export interface LedgerSize {
  readonly propositions: number;
  readonly claimants: number;
}

const AT = '2022-06-01T12:00:00Z';
const CLAIMS_EACH = 10;

/**
 * A settled ledger, written straight into the tables in the shape that use cases leave: sources, propositions in families
 * of two, claims, final verdicts, claim scores and counts of outcomes. Triggers sleep meanwhile: the history is invented.
 */
export async function fillLedger(client: pg.Client, { propositions, claimants }: LedgerSize): Promise<void> {
  await client.query(`SET session_replication_role = replica`);
  for (const statement of STATEMENTS)
    await client.query(
      statement
        .replaceAll(':propositions', String(propositions))
        .replaceAll(':claimants', String(claimants))
        .replaceAll(':claims', String(propositions * CLAIMS_EACH)),
    );
  await client.query(`SET session_replication_role = DEFAULT`);
  await client.query('VACUUM ANALYZE');
}

/** Ids are made of numbers, so that rows can be told apart without being looked up. */
const STATEMENTS = [
  `CREATE OR REPLACE FUNCTION made(kind int, n int) RETURNS uuid IMMUTABLE LANGUAGE sql AS
   $$ SELECT format('00000000-0000-7000-8%s-%s', lpad(to_hex(kind), 3, '0'), lpad(to_hex(n), 12, '0'))::uuid $$`,
  `INSERT INTO methods (id, version, hash, code_version, lexicon_version, settings, activated_at)
   VALUES (made(1, 1), 1, repeat('0', 64), 'old', 'old', '{}', '${AT}')`,
  `INSERT INTO outlets (id, name, name_key, created_at)
   SELECT made(2, n), 'Outlet ' || n, 'outlet ' || n, '${AT}' FROM generate_series(1, 50) n`,
  `INSERT INTO sources (id, title, outlet_id, language, intake_kind, authors, published_on, created_at)
   SELECT made(3, n), 'Source ' || n, made(2, 1 + n % 50), 'en', 'api', '{}', '2022-01-10', '${AT}'
   FROM generate_series(1, 2000) n`,
  `INSERT INTO snapshots (id, source_id, raw_bytes, raw_sha256, media_type, text, text_sha256, normaliser_version, taken_at)
   SELECT made(4, n), made(3, n), 'x', repeat('0', 64), 'text/plain', 'x', lpad(to_hex(n), 64, '0'), '1', '${AT}'
   FROM generate_series(1, 2000) n`,
  `INSERT INTO claimants (id, kind, name, created_at)
   SELECT made(5, n), 'public_person', 'Claimant ' || n, '${AT}' FROM generate_series(1, :claimants) n`,
  `INSERT INTO families (id, name, created_at)
   SELECT made(6, n), 'Family ' || n, '${AT}' FROM generate_series(1, :propositions / 2) n`,
  `INSERT INTO propositions (id, statement, kind, "window", deadline_on, scheduled_deadline_on, zone, deadline_basis,
     due_at, topics, family_id, status, status_quo, criteria, created_at, opened_at)
   SELECT made(7, n), 'Statement ' || n, 'change', 'by', '2022-04-30', '2022-04-30', 'UTC', 'explicit',
     '2022-05-01', ARRAY['topic ' || n % 20], made(6, 1 + (n - 1) / 2), 'final', 'no', 'As reported.', '${AT}', '${AT}'
   FROM generate_series(1, :propositions) n`,
  `INSERT INTO verdict_versions (id, proposition_id, version, stage, outcome, occurred_on, decision, decided_at, final_at)
   SELECT made(8, n), made(7, n), 1, 'final', (CASE WHEN n % 10 < 3 THEN 'OCCURRED' ELSE 'NOT_OCCURRED' END)::outcome,
     CASE WHEN n % 10 < 3 THEN '2022-03-15'::date END, 'sweep', '2022-05-20', '2022-05-20'
   FROM generate_series(1, :propositions) n`,
  `INSERT INTO claims (id, proposition_id, snapshot_id, claimant_id, role, low, point, high, basis, said_on, recorded_at)
   SELECT made(9, n), made(7, 1 + (n - 1) / ${CLAIMS_EACH}), made(4, 1 + n % 2000),
     made(5, 1 + ((n - 1) * 2 + (n - 1) / ${CLAIMS_EACH} * 7) % :claimants), 'author', p, p, p, 'number',
     '2022-01-10'::date + n % 30, '2022-02-20'
   FROM (SELECT n, round((0.5 + 0.45 * sin(n * 12.9898))::numeric, 3)::float AS p
         FROM generate_series(1, :claims) n) made_up`,
  `INSERT INTO outcome_counts (level, topic, horizon, on_day, n, occurred)
   SELECT 'all', '', '', '2022-05-20', count(*), count(*) FILTER (WHERE outcome = 'OCCURRED')
   FROM verdict_versions`,
];
