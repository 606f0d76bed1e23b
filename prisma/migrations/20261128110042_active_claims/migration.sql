-- Written by hand.
-- How many claims stand on a proposition is asked for every row of the inbox.
CREATE INDEX claims_active_idx ON claims (proposition_id) WHERE state = 'active';
