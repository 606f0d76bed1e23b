-- Written by hand.
ALTER TABLE quote_placements
  ADD CONSTRAINT quote_placements_span_check CHECK (
    (start_offset IS NULL) = (end_offset IS NULL) AND start_offset >= 0 AND end_offset > start_offset
  );
