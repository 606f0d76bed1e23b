-- A name is free again once its group is gone; capitals make no other name.
CREATE UNIQUE INDEX groups_name_key ON groups (lower(name)) WHERE removed_at IS NULL;
ALTER TABLE groups ADD CONSTRAINT groups_name_check CHECK (name ~ '\S');
