-- The second form: reports that are kept, and what is held on whom, why and until when.

-- Why people are kept, on what basis and for how long.
CREATE TABLE purpose (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  role TEXT,
  purpose TEXT NOT NULL,
  basis TEXT,
  law TEXT,
  data TEXT,
  months INTEGER CHECK (months >= 0),
  counted TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;
ALTER TABLE person ADD COLUMN anonymised TEXT CHECK (anonymised GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE person ADD COLUMN keptTo TEXT;
UPDATE person SET keptTo = keepUntil WHERE keepUntil IS NOT NULL;
CREATE INDEX person_keptTo ON person (keptTo) WHERE keptTo IS NOT NULL;
-- Years after the funding decision for which records of a kind must be kept.
ALTER TABLE project ADD COLUMN recordYears TEXT CHECK (json_valid(recordYears));
CREATE INDEX unit_supervisor ON unit (supervisor);
-- Few have one: counted among all people, an index would seem to find too many of them to be worth asking.
CREATE INDEX person_led ON person (supervisor) WHERE supervisor IS NOT NULL;
