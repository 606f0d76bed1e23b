-- Written by hand.

-- A second reading is shown beside the first and never decided; only the model's can be one.
ALTER TABLE candidates
  ADD CONSTRAINT candidates_same_as_check CHECK (
    same_as_id IS NULL OR (origin = 'model' AND state = 'pending' AND same_as_id <> id)
  );
ALTER TABLE model_readings
  ADD CONSTRAINT model_readings_parts_check CHECK (0 <= parts_done AND parts_done <= parts AND 1 <= round),
  ADD CONSTRAINT model_readings_finished_check CHECK (
    finished_at IS NULL OR (parts_done = parts AND fault IS NULL)
  ),
  ADD CONSTRAINT model_readings_model_check CHECK (model ~ '\S' AND extractor_version ~ '\S'),
  ADD CONSTRAINT model_readings_findings_check CHECK (
    jsonb_typeof(findings) = 'array' AND jsonb_typeof(dropped) = 'object'
  );
