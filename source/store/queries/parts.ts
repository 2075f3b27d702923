/** SQL that several reports share. Every fragment is over a row `t` of a register and its identity `r`. */

/** Live rows of a register with their identity. */
export const live = (table: string): string =>
  `FROM "${table}" AS t JOIN record AS r ON r.id = t.id WHERE t.removedStep IS NULL`;

/** A live person's name, or the free text that stands in a who-field. */
export const who = (field: string): string =>
  `CASE typeof(t.${field}) WHEN 'integer' THEN ${nameOf(`t.${field}`)} ELSE t.${field} END`;

/** Names and free texts of a field that holds several, as JSON. */
export const whos = (field: string): string =>
  `(SELECT json_group_array(name) FROM (SELECT CASE one.type WHEN 'integer' THEN ${nameOf('one.value')} ELSE one.value END AS name
    FROM json_each(t.${field}) AS one) WHERE name IS NOT NULL)`;

/** Whether the person that `id` names may be named: live, and never anonymised. */
export const mayBeNamed = (id: string): string =>
  `EXISTS (SELECT 1 FROM person AS p JOIN record AS n ON n.id = p.id WHERE p.id = ${id} AND p.removedStep IS NULL
    AND NOT EXISTS (SELECT 1 FROM change AS c JOIN redaction AS e ON e.change = c.id WHERE c.recordUid = n.uid))`;

function nameOf(id: string): string {
  return `(SELECT p.name FROM person AS p WHERE p.id = ${id} AND p.removedStep IS NULL)`;
}

/** What the project itself calls the role of a membership; null where it goes by its common name. */
export const ownRole = (membership: string): string =>
  `CASE ${membership}.role WHEN 'champion' THEN (SELECT p.championWord FROM project AS p WHERE p.removedStep IS NULL LIMIT 1) END AS ownRole`;

/** What every report says of its project. */
export const project = `SELECT t.title, t.championWord ${live('project')} LIMIT 1`;
