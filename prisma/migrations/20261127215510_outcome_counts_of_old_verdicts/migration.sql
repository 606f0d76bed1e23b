-- Written by hand.

-- Counts are of propositions; a day may lose more than it gains.
ALTER TABLE outcome_counts ADD CONSTRAINT outcome_counts_level_check CHECK (
  (level = 'cell' OR horizon = '') AND (level <> 'all' OR topic = '')
);

-- What claims are compared with are probabilities; no change means yes or no.
ALTER TABLE claim_scores ADD CONSTRAINT claim_scores_references_check CHECK (
  base_rate BETWEEN 0 AND 1 AND market BETWEEN 0 AND 1 AND (status_quo = 0 OR status_quo = 1)
);

-- Verdicts that were final before base rates were counted. The rule is that of queries/known-outcomes.query.ts.
INSERT INTO outcome_counts (level, topic, horizon, on_day, n, occurred)
SELECT place.level::outcome_level, place.topic, place.horizon, r.on_day, sum(r.taken), sum(r.taken * r.outcome)
FROM (
  SELECT coalesce(p.topics[1], '') AS topic,
    CASE WHEN p.scheduled_deadline_on - first.said_on <= 31 THEN 'month'
      WHEN p.scheduled_deadline_on - first.said_on <= 92 THEN 'quarter'
      WHEN p.scheduled_deadline_on - first.said_on <= 366 THEN 'year' ELSE 'longer' END AS horizon,
    greatest(p.scheduled_deadline_on, (step.at AT TIME ZONE i.zone)::date) AS on_day,
    step.taken, (v.outcome = 'OCCURRED')::int AS outcome
  FROM verdict_versions v
  JOIN propositions p ON p.id = v.proposition_id
  CROSS JOIN installations i
  CROSS JOIN LATERAL (
    SELECT c.said_on FROM claims c WHERE c.proposition_id = p.id ORDER BY c.id LIMIT 1
  ) first
  CROSS JOIN LATERAL (
    SELECT v.decided_at AS at, 1 AS taken
    UNION ALL SELECT n.decided_at, -1 FROM verdict_versions n WHERE n.supersedes_id = v.id
  ) step
  WHERE v.stage = 'final' AND v.outcome IN ('OCCURRED', 'NOT_OCCURRED') AND p.kind <> 'quantity'
    AND p.scheduled_deadline_on IS NOT NULL AND p.deadline_basis <> 'policy'
) r
CROSS JOIN LATERAL (
  VALUES ('cell', r.topic, r.horizon), ('topic', r.topic, ''), ('all', '', '')
) AS place (level, topic, horizon)
GROUP BY place.level, place.topic, place.horizon, r.on_day;
