-- Written by hand.

ALTER TABLE claimants
  ADD CONSTRAINT claimants_wikidata_id_check CHECK (wikidata_id ~ '^Q[1-9][0-9]*$'),
  ADD CONSTRAINT claimants_homepage_check CHECK (homepage ~ '^https?://');
