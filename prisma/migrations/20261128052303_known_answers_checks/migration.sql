-- Written by hand.

-- What is known beforehand is an outcome.
ALTER TABLE gold_items ADD CONSTRAINT gold_items_answer_check CHECK (answer <> 'TOO_EARLY');
