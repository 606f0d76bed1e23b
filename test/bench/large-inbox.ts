import type pg from 'pg';

/** The reviewer whose inbox it is. */
export const READER = '00000000-0000-7000-8000-0000000000aa';

/**
 * An installation with so many propositions due for one reviewer, and three times as many that are not: half of them
 * ahead of their deadline (one in twenty with a strong match), the others settled. Each has two claims; in a third of
 * those that are due one colleague has answered, some are disputed or being worked on.
 */
export async function fillInbox(client: pg.Client, due: number): Promise<void> {
  await client.query(`
    CREATE FUNCTION made(kind int, n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
      SELECT ('00000000-0000-7000-' || to_char(8000 + kind, 'FM0000') || '-' || to_char(n, 'FM000000000000'))::uuid $$;
    SET session_replication_role = replica;
    INSERT INTO users (id, name, email, roles) VALUES ('${READER}', 'Reader', 'reader@example.org', '{reviewer}');
    INSERT INTO users (id, name, email, roles)
      SELECT made(1, n), 'Person ' || n, 'person-' || n || '@example.org', '{reviewer}' FROM generate_series(1, 20) n;
    INSERT INTO claimants (id, kind, name, created_at)
      SELECT made(2, n), 'public_person', 'Claimant ' || n, '2021-01-01' FROM generate_series(1, 500) n;
    INSERT INTO user_affiliations (id, user_id, claimant_id, declared_at)
      SELECT made(9, n), '${READER}', made(2, n), '2021-01-01' FROM generate_series(1, 1) n;
  `);
  await client.query(
    `INSERT INTO propositions (id, statement, kind, "window", criteria, zone, deadline_basis, deadline_on, due_at,
       precision, status, created_at, opened_at, topics)
     SELECT made(3, n), 'Thing ' || n || ' comes about before the year is out, as two agencies report', 'change', 'by',
       repeat('Two agencies report it, or the ministry says so. ', 6), 'UTC', 'explicit',
       day::date, day + interval '1 day', 'day',
       (CASE WHEN n > $1 * 5 / 2 THEN 'final' ELSE 'open' END)::proposition_status, '2021-01-01', '2021-01-01',
       ARRAY['topic ' || n % 30]
     FROM (SELECT n, timestamptz '2022-02-27' - make_interval(days => n % 365)
         + CASE WHEN n > $1 AND n <= $1 * 5 / 2 THEN interval '400 days' ELSE interval '0' END AS day
       FROM generate_series(1, $1 * 4) n) made`,
    [due],
  );
  await client.query(
    `INSERT INTO claims (id, proposition_id, snapshot_id, claimant_id, role, low, point, high, basis, said_on, recorded_at)
     SELECT made(4, n * 2 + k), made(3, n), made(5, n), made(2, 2 + (n * 7 + k) % 498), 'author', 0.7, 0.7, 0.7, 'number',
       '2021-01-01', '2021-01-01'
     FROM generate_series(1, $1 * 4) n, generate_series(0, 1) k`,
    [due],
  );
  await client.query(
    `INSERT INTO rounds (id, proposition_id, number, reason, state, reviewers_needed, answers_wanted, opened_at, closed_at)
     SELECT made(6, n), made(3, n), 1, 'due', (CASE WHEN n > $1 THEN 'decided' ELSE 'open' END)::round_state, 2, 2,
       '2022-01-01', CASE WHEN n > $1 THEN timestamptz '2022-01-02' END
     FROM generate_series(1, $1 * 4) n WHERE n % 3 = 0 AND (n <= $1 OR n > $1 * 5 / 2)`,
    [due],
  );
  await client.query(`
    INSERT INTO reviews (id, round_id, reviewer_id, answer, submitted_at)
      SELECT made(7, row_number() OVER ()::int), id, made(1, 1 + (row_number() OVER () % 20)::int), 'AMBIGUOUS', '2022-01-01'
      FROM rounds;
    INSERT INTO leases (id, proposition_id, round_id, user_id, taken_at, expires_at)
      SELECT made(8, row_number() OVER ()::int), proposition_id, id, made(1, 1), '2022-01-01', '2099-01-01'
      FROM rounds WHERE state = 'open' AND proposition_id < made(3, 3000) AND right(proposition_id::text, 1) = '7';
  `);
  await client.query(
    `INSERT INTO matches (id, event_id, proposition_id, score, strength, reasons, matcher_version, suggested_at)
     SELECT made(10, n), made(11, n), made(3, n), 0.9, 'strong', '[]', 'made', '2022-01-01'
     FROM generate_series($1 + 1, $1 * 5 / 2) n WHERE n % 20 = 0`,
    [due],
  );
  await client.query(
    `INSERT INTO verdict_versions (id, proposition_id, version, stage, outcome, decision, decided_at, final_at)
     SELECT made(12, n), made(3, n), 1, 'final', 'NOT_OCCURRED', 'imported', '2022-01-01', '2022-01-15'
     FROM generate_series($1 * 5 / 2 + 1, $1 * 4) n`,
    [due],
  );
  await client.query(`
    INSERT INTO disputes (id, proposition_id, verdict_version_id, kind, reason, raised_at)
      SELECT made(13, row_number() OVER ()::int), proposition_id, id, 'objection', 'It did.', '2022-02-01'
      FROM verdict_versions WHERE right(proposition_id::text, 3) = '000';
    SET session_replication_role = DEFAULT;
  `);
  await client.query('VACUUM ANALYZE');
}
