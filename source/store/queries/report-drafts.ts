/** Reports that are being written, and the meetings that they are for. */

/** The newest draft of a kind; of a session, where it is of one. */
export const draft = `SELECT t.id FROM report AS t WHERE t.removedStep IS NULL AND t.files IS NULL AND t.kind = :kind
  AND (:session IS NULL OR t.session = :session) ORDER BY t.id DESC LIMIT 1`;

/** The last step that changed a report or one of its lines, those in the trash with them. */
export const lastWritten = `SELECT max(r.version) AS seq FROM record AS r WHERE r.id = :report
  OR r.id IN (SELECT id FROM reportLine WHERE report = :report)`;

/** The first steering group session that lies ahead. */
export const comingSteering = `SELECT t.id FROM session AS t JOIN "group" AS g ON g.id = t."group"
  WHERE t.removedStep IS NULL AND g.removedStep IS NULL AND g.kind = 'steering' AND t.state IN ('planned', 'moved', 'inProgress')
  AND substr(t.startsAt, 1, 10) >= :day ORDER BY t.startsAt, t.id LIMIT 1`;

/** What the planner has written in a report. */
export const written = `SELECT t.headline, t.summary, t.next, t.asked, t.overall, t.overallReason, t.parts
  FROM report AS t WHERE t.id = :report`;

/** Records that were put on a report; a code never changes, so it is read where it stands. */
export const lines = `SELECT t.id, t.place, t.text, (SELECT r.code FROM main.record AS r WHERE r.id = t.about) AS code
  FROM reportLine AS t WHERE t.removedStep IS NULL AND t.report = :report ORDER BY t.id`;

/** Has the steering group met after the day? */
export const metSince = `SELECT 1 FROM session AS t JOIN "group" AS g ON g.id = t."group" WHERE t.removedStep IS NULL
  AND g.removedStep IS NULL AND g.kind = 'steering' AND t.state = 'held' AND substr(t.startsAt, 1, 10) > :day LIMIT 1`;
