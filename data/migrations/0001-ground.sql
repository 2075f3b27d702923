-- The first form of a Luotsi file. Never edited after release: a later form is a later migration.

-- What the file says of itself: uid, this copy's replica, a clock that stands (sample files).
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- One place at which the file has been written; steps of each form one chain of hashes.
CREATE TABLE replica (id TEXT PRIMARY KEY, mintedAt TEXT NOT NULL, place TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The journal. `at` is UTC and never goes back; `day` is the project's day. Rows are never rewritten. A step's own row
-- comes last, when its hash is known, so what names it (removedStep) is checked at the end of the transaction.
CREATE TABLE step (
  seq INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  replica TEXT NOT NULL REFERENCES replica(id),
  counter INTEGER NOT NULL,
  logicalClock INTEGER NOT NULL,
  at TEXT NOT NULL CHECK (at GLOB '*T*Z'),
  day TEXT NOT NULL CHECK (length(day) = 10),
  kind TEXT NOT NULL CHECK (kind IN ('user', 'import', 'undo', 'redo', 'system', 'anonymise')),
  label TEXT NOT NULL CHECK (json_valid(label)),
  reverses INTEGER REFERENCES step(seq),
  schema INTEGER NOT NULL,
  previousHash BLOB,
  hash BLOB NOT NULL,
  UNIQUE (replica, counter)
) STRICT;
CREATE INDEX step_day ON step (day);
CREATE INDEX step_reverses ON step (reverses) WHERE reverses IS NOT NULL;

-- What a step did to one record: the whole record after it, references as uids. digest = SHA-256(salt + image).
-- Anonymising empties image and salt and leaves the digest, so that the chain still verifies.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  step INTEGER NOT NULL REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  register TEXT NOT NULL,
  recordUid TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('add', 'change', 'remove', 'restore')),
  image TEXT CHECK (json_valid(image)),
  salt BLOB,
  digest BLOB NOT NULL,
  UNIQUE (step, recordUid)
) STRICT;
CREATE INDEX change_record ON change (recordUid, step);
-- Images that were erased: few, and asked for by each as-of view.
CREATE INDEX change_erased ON change (recordUid, step) WHERE image IS NULL;

-- The image that stands in for one that an anonymise step erased.
CREATE TABLE redaction (
  change INTEGER PRIMARY KEY REFERENCES change(id),
  step INTEGER NOT NULL REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  image TEXT NOT NULL CHECK (json_valid(image))
) STRICT;

-- Identity of every record, whatever its register. `version` is the seq of the last step that changed it.
CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  register TEXT NOT NULL,
  code TEXT UNIQUE,
  version INTEGER NOT NULL,
  heading TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX record_register ON record (register, id);

-- Codes that a record had before a merge, and how far each prefix has been counted; neither ever goes back.
CREATE TABLE alias (code TEXT PRIMARY KEY, record INTEGER NOT NULL REFERENCES record(id)) STRICT, WITHOUT ROWID;
CREATE TABLE counter (prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Records named inside lists and by who-fields, where a column can't hold a foreign key.
CREATE TABLE link (
  record INTEGER NOT NULL REFERENCES record(id),
  field TEXT NOT NULL,
  target INTEGER NOT NULL REFERENCES record(id),
  PRIMARY KEY (record, field, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_target ON link (target);

-- Everything that falls due, as absolute days; kept by the services, rebuilt by doctor. Today is one range scan.
CREATE TABLE due (
  day TEXT NOT NULL,
  record INTEGER NOT NULL REFERENCES record(id),
  kind TEXT NOT NULL,
  register TEXT NOT NULL,
  "until" TEXT,
  time TEXT,
  minutes INTEGER,
  PRIMARY KEY (day, record, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_record ON due (record);

-- Search text: what a record is called, and the rest of its words; below each what its words are found by beside
-- themselves (stems, and ä, ö and å as a keyboard without them writes them). rowid is the record's id.
CREATE VIRTUAL TABLE search USING fts5(title, body, prefix='1 2 3', tokenize="unicode61 remove_diacritics 0");
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

-- Rows of imported tables as they were last read. Keys and rows are kept as salted digests: no personal data.
CREATE TABLE importRow (
  source BLOB NOT NULL,
  key BLOB NOT NULL,
  nth INTEGER NOT NULL,
  step INTEGER NOT NULL REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  record INTEGER NOT NULL REFERENCES record(id),
  digest BLOB NOT NULL,
  PRIMARY KEY (source, key, nth, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX importRow_record ON importRow (record);

-- Forms that were left unfinished. Not journalled: gone when saved or thrown away.
CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  register TEXT NOT NULL,
  record INTEGER REFERENCES record(id),
  version INTEGER,
  "values" TEXT NOT NULL CHECK (json_valid("values")),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An index …_order holds the live rows in the order in which a register's list shows them: a window of it is read without
-- sorting, and rows are counted without being read.
--
-- The registers, parts and dated logs. Columns after the fields of the declaration are its stored derived values.

CREATE TABLE project (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  shortName TEXT,
  projectCode TEXT,
  programme TEXT,
  funder TEXT,
  funderContact TEXT,
  funderEmail TEXT,
  decisionDay TEXT CHECK (decisionDay GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  decisionDnro TEXT,
  organisation TEXT,
  successor TEXT,
  start TEXT CHECK (start GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "end" TEXT CHECK ("end" GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  plannedEnd TEXT CHECK (plannedEnd GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  timeZone TEXT NOT NULL,
  language TEXT,
  championWord TEXT,
  breaks TEXT CHECK (json_valid(breaks)),
  riskThresholds TEXT CHECK (json_valid(riskThresholds)),
  riskRhythm TEXT CHECK (json_valid(riskRhythm)),
  probabilityWords TEXT CHECK (json_valid(probabilityWords)),
  impactWords TEXT CHECK (json_valid(impactWords)),
  silenceDays INTEGER CHECK (silenceDays >= 1),
  keepUntil TEXT CHECK (keepUntil GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  partners TEXT NOT NULL DEFAULT '[]' CHECK (json_type(partners) = 'array'),
  summary TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;

CREATE TABLE objective (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  description TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT,
  activities INTEGER,
  done INTEGER
) STRICT;

CREATE TABLE package (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  description TEXT,
  starts TEXT CHECK (starts GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends TEXT CHECK (ends GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  results INTEGER CHECK (results >= 0),
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT,
  activities INTEGER,
  done INTEGER
) STRICT;

CREATE TABLE activity (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  objective INTEGER REFERENCES objective(id),
  package INTEGER REFERENCES package(id),
  state TEXT,
  due TEXT CHECK (due GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  doneOn TEXT CHECK (doneOn GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  responsible ANY,
  span TEXT CHECK (length(span) = 21),
  account TEXT,
  reason TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;
CREATE INDEX activity_doneOn ON activity (doneOn) WHERE doneOn IS NOT NULL;
CREATE INDEX activity_objective ON activity (objective);
CREATE INDEX activity_package ON activity (package);

CREATE TABLE unit (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  area TEXT,
  supervisor ANY,
  starts TEXT CHECK (starts GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends TEXT CHECK (ends GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  formerNames TEXT NOT NULL DEFAULT '[]' CHECK (json_type(formerNames) = 'array'),
  successor INTEGER REFERENCES unit(id),
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;
CREATE INDEX unit_successor ON unit (successor);

CREATE TABLE person (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  jobTitle TEXT,
  unit INTEGER REFERENCES unit(id),
  supervisor INTEGER REFERENCES person(id),
  email TEXT,
  phone TEXT,
  consent TEXT,
  keepUntil TEXT CHECK (keepUntil GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;
CREATE INDEX person_order ON person (removedStep, name);
CREATE INDEX person_unit ON person (unit);
CREATE INDEX person_supervisor ON person (supervisor);

CREATE TABLE round (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  role TEXT,
  opens TEXT CHECK (opens GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closes TEXT CHECK (closes GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  target INTEGER CHECK (target >= 0),
  channels TEXT NOT NULL DEFAULT '[]' CHECK (json_type(channels) = 'array'),
  material TEXT,
  "group" INTEGER REFERENCES "group"(id),
  termEnds TEXT CHECK (termEnds GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  stateSet TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT,
  interested INTEGER,
  selected INTEGER
) STRICT;
CREATE INDEX round_group ON round ("group");
CREATE INDEX round_opens ON round (opens);
CREATE INDEX round_closes ON round (closes);

CREATE TABLE candidate (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  round INTEGER REFERENCES round(id) NOT NULL,
  person INTEGER REFERENCES person(id) NOT NULL,
  unit INTEGER REFERENCES unit(id),
  signedUp TEXT CHECK (signedUp GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  source TEXT,
  consentDay TEXT CHECK (consentDay GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  consentSource TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT,
  stage TEXT,
  reason TEXT,
  wasSelected INTEGER
) STRICT;
CREATE INDEX candidate_order ON candidate (removedStep, signedUp);
CREATE INDEX candidate_round ON candidate (round);
CREATE INDEX candidate_person ON candidate (person);
CREATE INDEX candidate_unit ON candidate (unit);

CREATE TABLE stageChange (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  candidate INTEGER REFERENCES candidate(id) NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  stage TEXT,
  reason TEXT
) STRICT;
CREATE INDEX stageChange_candidate ON stageChange (candidate);

CREATE TABLE "group" (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  kind TEXT,
  prefix TEXT,
  purpose TEXT,
  place TEXT,
  link TEXT,
  minutes INTEGER CHECK (minutes >= 1),
  standingAgenda TEXT,
  invitationLead INTEGER CHECK (invitationLead >= 0),
  attachmentLead INTEGER CHECK (attachmentLead >= 0),
  minutesLead INTEGER CHECK (minutesLead >= 0),
  missedLimit INTEGER CHECK (missedLimit >= 1),
  quorum INTEGER CHECK (quorum >= 1),
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT,
  held INTEGER
) STRICT;

CREATE TABLE membership (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  "group" INTEGER REFERENCES "group"(id) NOT NULL,
  person INTEGER REFERENCES person(id) NOT NULL,
  role TEXT,
  seat TEXT,
  starts TEXT CHECK (starts GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends TEXT CHECK (ends GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT,
  successor INTEGER REFERENCES membership(id),
  deputyOf INTEGER REFERENCES membership(id),
  contacted TEXT CHECK (contacted GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT,
  lastThere TEXT CHECK (lastThere GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  missed INTEGER
) STRICT;
CREATE INDEX membership_group ON membership ("group");
CREATE INDEX membership_person ON membership (person);
CREATE INDEX membership_successor ON membership (successor);
CREATE INDEX membership_deputyOf ON membership (deputyOf);

CREATE TABLE series (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  "group" INTEGER REFERENCES "group"(id) NOT NULL,
  rule TEXT NOT NULL CHECK (json_valid(rule)),
  minutes INTEGER CHECK (minutes >= 1),
  place TEXT,
  link TEXT,
  holidays TEXT,
  breaks TEXT,
  skippedWeeks TEXT NOT NULL DEFAULT '[]' CHECK (json_type(skippedWeeks) = 'array'),
  continues INTEGER REFERENCES series(id)
) STRICT;
CREATE INDEX series_group ON series ("group");
CREATE INDEX series_continues ON series (continues);

CREATE TABLE session (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  "group" INTEGER REFERENCES "group"(id) NOT NULL,
  series INTEGER REFERENCES series(id),
  slot TEXT CHECK (length(slot) = 16),
  number TEXT,
  startsAt TEXT NOT NULL CHECK (length(startsAt) = 16),
  minutes INTEGER CHECK (minutes >= 1),
  topic TEXT,
  guest ANY,
  place TEXT,
  link TEXT,
  recording TEXT,
  state TEXT,
  reason TEXT,
  startedAt TEXT CHECK (length(startedAt) = 16),
  endedAt TEXT CHECK (length(endedAt) = 16),
  closedOn TEXT CHECK (closedOn GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reopenedFor TEXT,
  others INTEGER CHECK (others >= 0),
  minutesText TEXT,
  minutesState TEXT,
  approvedIn INTEGER REFERENCES session(id),
  minutesSent TEXT CHECK (minutesSent GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  invitationSent TEXT CHECK (invitationSent GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  attachmentsSent TEXT CHECK (attachmentsSent GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  dnro TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT,
  present INTEGER,
  absent INTEGER
) STRICT;
CREATE INDEX session_order ON session (removedStep, startsAt);
CREATE UNIQUE INDEX session_slot ON session (series, slot) WHERE series IS NOT NULL;
CREATE INDEX session_group ON session ("group", removedStep, startsAt, state);
CREATE INDEX session_approvedIn ON session (approvedIn);
CREATE INDEX session_series ON session (series);

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  session INTEGER REFERENCES session(id) NOT NULL,
  person INTEGER REFERENCES person(id) NOT NULL,
  mark TEXT,
  deputy INTEGER REFERENCES person(id)
) STRICT;
CREATE INDEX attendance_session ON attendance (session);
CREATE INDEX attendance_person ON attendance (person);
CREATE INDEX attendance_deputy ON attendance (deputy);

CREATE TABLE agenda (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  session INTEGER REFERENCES session(id) NOT NULL,
  position INTEGER CHECK (position >= 1),
  title TEXT NOT NULL,
  presenter ANY,
  minutes INTEGER CHECK (minutes >= 0),
  background TEXT,
  startedAt TEXT CHECK (length(startedAt) = 16),
  used REAL,
  outcome TEXT,
  state TEXT,
  continues INTEGER REFERENCES agenda(id)
) STRICT;
CREATE INDEX agenda_session ON agenda (session);
CREATE INDEX agenda_continues ON agenda (continues);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  session INTEGER REFERENCES session(id),
  agenda INTEGER REFERENCES agenda(id),
  day TEXT CHECK (day GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text TEXT,
  outcome TEXT,
  dnro TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;
CREATE INDEX decision_order ON decision (removedStep, day);
CREATE INDEX decision_session ON decision (session);
CREATE INDEX decision_agenda ON decision (agenda);

CREATE TABLE action (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  owner ANY,
  due TEXT CHECK (due GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  state TEXT,
  source INTEGER REFERENCES record(id),
  doneOn TEXT CHECK (doneOn GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outcome TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;
CREATE INDEX action_order ON action (removedStep, due);
CREATE INDEX action_source ON action (source, removedStep, state);
CREATE INDEX action_doneOn ON action (doneOn) WHERE doneOn IS NOT NULL;

CREATE TABLE topic (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  "group" INTEGER REFERENCES "group"(id),
  askedBy TEXT NOT NULL DEFAULT '[]' CHECK (json_type(askedBy) = 'array'),
  votes INTEGER CHECK (votes >= 0),
  session INTEGER REFERENCES session(id),
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT,
  status TEXT,
  covered TEXT CHECK (covered GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX topic_group ON topic ("group");
CREATE INDEX topic_session ON topic (session);

CREATE TABLE risk (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  category TEXT,
  cause TEXT,
  event TEXT,
  effect TEXT,
  owner ANY,
  response TEXT,
  handling TEXT,
  targetProbability INTEGER CHECK (targetProbability BETWEEN 1 AND 5),
  targetImpact INTEGER CHECK (targetImpact BETWEEN 1 AND 5),
  proximity TEXT,
  state TEXT,
  closingReason TEXT,
  realisedOn TEXT CHECK (realisedOn GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  escalated TEXT CHECK (escalated GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  identified TEXT CHECK (identified GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reviewBy TEXT CHECK (reviewBy GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  objectives TEXT NOT NULL DEFAULT '[]' CHECK (json_type(objectives) = 'array'),
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT,
  probability INTEGER,
  impact INTEGER,
  assessed TEXT CHECK (assessed GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  score INTEGER,
  inherent INTEGER,
  target INTEGER,
  level TEXT,
  levelSince TEXT CHECK (levelSince GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  trend TEXT,
  review TEXT CHECK (review GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX risk_order ON risk (removedStep, score);

CREATE TABLE assessment (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  risk INTEGER REFERENCES risk(id) NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  probability INTEGER CHECK (probability BETWEEN 1 AND 5),
  impact INTEGER CHECK (impact BETWEEN 1 AND 5),
  reason TEXT,
  author ANY
) STRICT;
CREATE INDEX assessment_risk ON assessment (risk);

CREATE TABLE swot (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  kind TEXT,
  handling TEXT,
  risks TEXT NOT NULL DEFAULT '[]' CHECK (json_type(risks) = 'array'),
  day TEXT CHECK (day GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;

CREATE TABLE plan (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  audience TEXT NOT NULL,
  goal TEXT,
  means TEXT NOT NULL DEFAULT '[]' CHECK (json_type(means) = 'array'),
  content TEXT,
  schedule TEXT,
  responsible TEXT NOT NULL DEFAULT '[]' CHECK (json_type(responsible) = 'array'),
  followUp TEXT,
  silenceDays INTEGER CHECK (silenceDays >= 1),
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT,
  promised INTEGER,
  sent INTEGER,
  lastSent TEXT,
  contacts INTEGER,
  publicity INTEGER
) STRICT;

CREATE TABLE promise (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  plan INTEGER REFERENCES plan(id) NOT NULL,
  rule TEXT NOT NULL CHECK (json_valid(rule)),
  means TEXT,
  title TEXT,
  "until" TEXT CHECK ("until" GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX promise_plan ON promise (plan);
-- Those that go with the sessions of a group: asked for at every change of a session.
CREATE INDEX promise_around ON promise (removedStep) WHERE rule ->> 'kind' = 'aroundSession';

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  plan INTEGER REFERENCES plan(id) NOT NULL,
  promise INTEGER REFERENCES promise(id),
  slot TEXT CHECK (slot GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  title TEXT,
  means TEXT,
  due TEXT CHECK (due GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  late TEXT CHECK (late GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  state TEXT,
  sent TEXT CHECK (sent GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT,
  responsible ANY,
  text TEXT,
  evidence TEXT,
  reach INTEGER CHECK (reach >= 0),
  reachOf TEXT,
  related TEXT NOT NULL DEFAULT '[]' CHECK (json_type(related) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;
CREATE INDEX delivery_order ON delivery (removedStep, due);
CREATE UNIQUE INDEX delivery_slot ON delivery (promise, slot) WHERE promise IS NOT NULL;
CREATE INDEX delivery_sent ON delivery (sent) WHERE sent IS NOT NULL;
CREATE INDEX delivery_plan ON delivery (plan);
CREATE INDEX delivery_promise ON delivery (promise);

CREATE TABLE contact (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  plan INTEGER REFERENCES plan(id) NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT,
  number INTEGER NOT NULL CHECK (number >= 0),
  note TEXT
) STRICT;
CREATE INDEX contact_plan ON contact (plan);

CREATE TABLE diary (
  id INTEGER PRIMARY KEY REFERENCES record(id),
  removedStep INTEGER REFERENCES step(seq) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL CHECK (day GLOB '[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text TEXT NOT NULL,
  about TEXT NOT NULL DEFAULT '[]' CHECK (json_type(about) = 'array'),
  attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_type(attachments) = 'array'),
  tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  notes TEXT
) STRICT;
CREATE INDEX diary_order ON diary (removedStep, day);
