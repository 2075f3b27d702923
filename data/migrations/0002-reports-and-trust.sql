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

-- Reports: drafts with what is written for them, and those that were handed over, kept as they were.
CREATE TABLE report (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  session INTEGER REFERENCES session(id),
  headline TEXT,
  summary TEXT,
  next TEXT,
  asked TEXT,
  overall TEXT,
  overallReason TEXT,
  language TEXT,
  parts TEXT NOT NULL DEFAULT '[]' CHECK (json_type(parts) = 'array'),
  starts TEXT CHECK (starts GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends TEXT CHECK (ends GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  seq INTEGER CHECK (seq >= 0),
  handedOver TEXT CHECK (handedOver GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  recipient TEXT,
  files TEXT CHECK (json_type(files) = 'array'),
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;
CREATE INDEX report_order ON report (removedStep, ends);
CREATE INDEX report_session ON report (session);
CREATE INDEX report_handedOver ON report (handedOver) WHERE handedOver IS NOT NULL;

-- A record that was put on a report, with a line of its own.
CREATE TABLE reportLine (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  report INTEGER REFERENCES report(id) NOT NULL,
  about INTEGER REFERENCES record(id),
  place TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX reportLine_report ON reportLine (report);
CREATE INDEX reportLine_about ON reportLine (about) WHERE about IS NOT NULL;

-- The bytes of reports that were handed over, deflated. The report's own field names them by their digest, so the chain
-- of hashes covers them; undoing leaves them here for redoing.
CREATE TABLE reportFile (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES record(id),
  format TEXT NOT NULL CHECK (format IN ('md', 'html', 'docx', 'json')),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  content BLOB NOT NULL,
  UNIQUE (report, format, digest)
) STRICT;
-- Which windows have the file open: each says so while it is, and takes its row away when it is closed. A row that is left
-- behind is of a run that ended abruptly; `step` is the newest one when it began.
CREATE TABLE lease (
  id TEXT PRIMARY KEY,
  host TEXT NOT NULL,
  place TEXT NOT NULL,
  process INTEGER NOT NULL,
  started TEXT NOT NULL,
  openedAt TEXT NOT NULL,
  seenAt TEXT NOT NULL,
  step INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- What the funder asks for: the days of each payment period, and the headings of its report.
ALTER TABLE project ADD COLUMN paymentPeriods TEXT CHECK (json_valid(paymentPeriods));
ALTER TABLE project ADD COLUMN funderHeadings TEXT;

-- What imports were told: which fields the columns of a table are, and which records names in cells mean. Names are kept
-- as digests; headings too, but those in "fields" stand as they are. What an undone import was told counts no more.
CREATE TABLE importColumns (
  headings BLOB NOT NULL,
  step INTEGER NOT NULL REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  register TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  PRIMARY KEY (headings, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX importColumns_step ON importColumns (step);
CREATE TABLE importName (
  name BLOB NOT NULL,
  step INTEGER NOT NULL REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  record INTEGER NOT NULL REFERENCES record(id),
  PRIMARY KEY (name, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX importName_step ON importName (step);
CREATE INDEX importName_record ON importName (record);
-- What stands in for an erased image is held to a digest in the label of the anonymise step.
ALTER TABLE redaction ADD COLUMN salt BLOB;
-- What the funder is told of: applications for payment, indicators with what they have shown, and what stays after the project.
CREATE TABLE payment (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  starts TEXT NOT NULL CHECK (starts GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends TEXT NOT NULL CHECK (ends GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  budget REAL CHECK (budget >= 0),
  spent REAL CHECK (spent >= 0),
  spentOn TEXT CHECK (spentOn GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  applied REAL CHECK (applied >= 0),
  paid REAL CHECK (paid >= 0),
  due TEXT CHECK (due GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sent TEXT CHECK (sent GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  decided TEXT CHECK (decided GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  dnro TEXT,
  account TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;
CREATE INDEX payment_order ON payment (removedStep, starts);
CREATE INDEX payment_sent ON payment (sent) WHERE sent IS NOT NULL;

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  objective INTEGER REFERENCES objective(id),
  unit TEXT,
  better TEXT,
  baseline REAL,
  target REAL,
  targetBy TEXT CHECK (targetBy GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  source TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT,
  value REAL
) STRICT;
CREATE INDEX indicator_objective ON indicator (objective);

CREATE TABLE observation (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  indicator INTEGER REFERENCES indicator(id) NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  value REAL,
  n INTEGER CHECK (n >= 0),
  source TEXT,
  note TEXT
) STRICT;
CREATE INDEX observation_indicator ON observation (indicator, day);

CREATE TABLE deliverable (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  objective INTEGER REFERENCES objective(id),
  state TEXT,
  due TEXT CHECK (due GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  link TEXT,
  keeper ANY,
  needs TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;
CREATE INDEX deliverable_objective ON deliverable (objective);

-- What the funder wants said at the head of every report.
ALTER TABLE project ADD COLUMN fundingLine TEXT;
