/** SQL for how long a person is kept: by what they are to the project, and what is said of such people. */
import { projectValue } from './parts.ts';
import type { Reads } from './define.ts';

/**
 * What a person is or was to the project, and the day on which that ended; null while it goes on. A guest is who has come
 * but has no other part in it. A unit's supervisor may be free text: without the plus SQLite would take each for a number
 * if it can, and so read all units for each person.
 */
const partsTaken = (
  id: string,
): string => `SELECT CASE WHEN m.role = 'champion' OR g.kind = 'club' THEN 'champion'
    WHEN m.role IN ('expert', 'presenter') THEN 'expert' WHEN g.kind = 'steering' THEN 'steering' ELSE 'member' END AS role, m.ends AS ended
  FROM membership AS m JOIN "group" AS g ON g.id = m."group" WHERE m.person = ${id} AND m.removedStep IS NULL
  UNION ALL SELECT 'candidate', CASE WHEN c.stage IN ('started', 'withdrawn', 'notSelected') THEN c.signedUp END
  FROM candidate AS c WHERE c.person = ${id} AND c.removedStep IS NULL
  UNION ALL SELECT 'supervisor', u.ends FROM unit AS u WHERE u.supervisor = +${id} AND u.removedStep IS NULL
  UNION ALL SELECT 'supervisor', NULL FROM person AS p WHERE p.supervisor = ${id} AND p.removedStep IS NULL`;

const hasCome = (id: string): string =>
  `EXISTS (SELECT 1 FROM attendance AS a WHERE a.person = ${id} AND a.removedStep IS NULL)`;

export const rolesHeld = (
  id: string,
): string => `WITH taken AS (${partsTaken(id)}) SELECT role, ended FROM taken
  UNION ALL SELECT CASE WHEN ${hasCome(id)} THEN 'guest' ELSE 'other' END, NULL WHERE NOT EXISTS (SELECT 1 FROM taken)`;

/** SQL over a role held `h` and a purpose `w`: the day until which the one keeps the other. A role that goes on ends with the project. */
export const keptBy = `monthsLater(CASE w.counted WHEN 'decision' THEN ${projectValue('decisionDay')}
  WHEN 'roleEnds' THEN min(coalesce(h.ended, ${projectValue('end')}), coalesce(${projectValue('end')}, h.ended)) ELSE ${projectValue('end')} END,
  w.months)`;

/** The latest of the days that the purposes give to the roles of the person `t`; null where none gives any. */
export const keptTo = `(SELECT max(${keptBy}) FROM (${rolesHeld('t.id')}) AS h JOIN purpose AS w ON w.role = h.role WHERE w.removedStep IS NULL)`;

export const keptReads: readonly Reads[] = [
  { register: 'membership', field: 'person' },
  { register: 'candidate', field: 'person' },
  { register: 'attendance', field: 'person' },
  { register: 'unit', field: 'supervisor' },
  { register: 'person', field: 'supervisor' },
  { register: 'group', between: { register: 'membership', changed: 'group', reader: 'person' } },
  { register: 'purpose' },
  { register: 'project' },
];
