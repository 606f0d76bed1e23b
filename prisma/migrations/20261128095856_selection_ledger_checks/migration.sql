-- Written by hand.
ALTER TABLE blind_readings
  ADD CONSTRAINT blind_readings_finished_check CHECK (finished_at >= begun_at);
ALTER TABLE reading_marks
  ADD CONSTRAINT reading_marks_span_check CHECK (start_offset >= 0 AND end_offset > start_offset);
