import { formatCode, nearest, parseCode } from '../../domain/codes.ts';
import { UserError } from '../../errors.ts';
import { explainDayProblem, parseDay } from '../../domain/day-words/index.ts';
import { everySummary, registerOf } from '../../registers/index.ts';
import { projectText } from '../../store/queries/project-text.ts';
import { identityByCode, identityById, identityByUid } from '../../store/records/records.ts';
import { callNameOf, isNumbered, numberedParts } from './part-names.ts';
import { todayOf } from '../project/project.ts';
import type { Day } from '../../domain/days/day.ts';
import type { FieldContext } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';
import type { Definition, Summary } from '../../registers/index.ts';
import type { Identity } from '../../store/records/records.ts';
import type { Project } from '../project/project.ts';

const uidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const fits = (allowed: readonly string[], identity: Identity | null): identity is Identity =>
  identity !== null && (allowed.length === 0 || allowed.includes(identity.register));

/** Records that a text may mean: by uid, by code as people type it (`r4`), by heading whole, then by its beginning. */
function meantBy(project: Project, allowed: readonly string[], text: string): Identity[] {
  const { store } = project;
  if (uidPattern.test(text))
    return [identityByUid(store, text.toLowerCase())].filter((one) => fits(allowed, one));
  const code = parseCode(text);
  const coded =
    identityByCode(store, text) ?? (code === null ? null : identityByCode(store, formatCode(code)));
  if (fits(allowed, coded)) return [coded];
  const parts = allowed
    .map(registerOf)
    .filter(isNumbered)
    .flatMap((one) => numberedParts(project, one, text, (to, called) => meantBy(project, to, called)));
  if (parts.length > 0) return parts;
  const called = byPrefix(project, allowed, text);
  if (called.length > 0) return called;
  const whole = byHeading(project, allowed, text.toLowerCase(), false);
  if (whole.length > 0) return whole;
  const begun = byHeading(project, allowed, text.toLowerCase(), true);
  return begun.length > 0 ? begun : bySurname(project, allowed, text.toLowerCase());
}

/** A group by what the codes of its sessions begin with, as people call it: `TK`. */
function byPrefix(project: Project, allowed: readonly string[], text: string): Identity[] {
  if (!allowed.includes('group')) return [];
  return project.store
    .sql<{ id: number; prefix: string }>(
      'SELECT id, prefix FROM "group" WHERE prefix IS NOT NULL AND removedStep IS NULL',
    )
    .all()
    .filter(({ prefix }) => prefix.toLowerCase() === text.toLowerCase())
    .flatMap(({ id }) => identityById(project.store, id) ?? []);
}

/** People by any of their names but the first, given whole: a surname. */
function bySurname(project: Project, allowed: readonly string[], wanted: string): Identity[] {
  if (!allowed.includes('person') || wanted === '') return [];
  return project.store
    .sql<{ id: number; name: string }>('SELECT id, name FROM person WHERE removedStep IS NULL')
    .all()
    .filter(({ name }) => name.toLowerCase().split(/\s+/u).slice(1).includes(wanted))
    .flatMap(({ id }) => identityById(project.store, id) ?? []);
}

/** Live records by heading; SQLite folds only ASCII, so the headings are folded here. */
function byHeading(
  project: Project,
  allowed: readonly string[],
  wanted: string,
  begins: boolean,
): Identity[] {
  const names =
    allowed.length > 0 ? allowed : everySummary.filter((one) => one.isCoded).map((one) => one.name);
  return names.flatMap((name) => {
    // What was called otherwise before is found by that as well.
    const former = registerOf(name).fields['formerNames'] === undefined ? `'[]'` : 't.formerNames';
    const rows = project.store
      .sql<{ id: number; heading: string; former: string }>(
        `SELECT r.id, r.heading, ${former} AS former FROM record AS r JOIN "${name}" AS t ON t.id = r.id WHERE r.register = ? AND t.removedStep IS NULL`,
      )
      .all(name);
    const found = rows.filter(({ heading, former: earlier }) => {
      const called = [heading, ...(earlier === '[]' ? [] : (JSON.parse(earlier) as string[]))];
      return called.some((one) =>
        begins ? one.toLowerCase().startsWith(wanted) : one.toLowerCase() === wanted,
      );
    });
    return found.map(({ id }) => identityById(project.store, id)).filter((one) => one !== null);
  });
}

/** The one record that is meant. @throws UserError no-such-record with near codes, several-records */
export function findRecord(project: Project, allowed: readonly string[], text: string): Identity {
  const found = meantBy(project, allowed, text.trim());
  const [only] = found;
  if (only === undefined) {
    throw new UserError('no-such-record', {
      register: allowed.length === 1 ? (allowed[0] ?? '') : '',
      text,
      near: near(project, allowed, text),
    });
  }
  if (found.length > 1)
    throw new UserError('several-records', {
      text,
      codes: found.slice(0, 8).map((one) => callNameOf(project, one)),
    });
  return only;
}

function near(project: Project, allowed: readonly string[], text: string): string[] {
  const codes = project.store
    .sql<{ code: string; register: string }>('SELECT code, register FROM record WHERE code IS NOT NULL')
    .all()
    .filter((row) => allowed.length === 0 || allowed.includes(row.register))
    .map((row) => row.code);
  return nearest(text.toUpperCase(), codes);
}

/** A day out of words. @throws UserError wrong-day */
export function readDay(text: string, today: Day): Day {
  const parsed = parseDay(text, { today });
  if (!parsed.ok) throw new UserError('wrong-day', { text, reason: explainDayProblem(parsed.reason) });
  return parsed.value;
}

/** What field kinds need to read and write values in this project. */
export function fieldContext(project: Project, language: Language): FieldContext {
  return {
    language,
    today: todayOf(project),
    day: (text) => readDay(text, todayOf(project)),
    find: (allowed, text) => findRecord(project, allowed, text).id,
    findMaybe: (allowed, text) => {
      const found = meantBy(project, allowed, text.trim()).filter(
        (one) => one.code === text.trim() || text.length > 2,
      );
      return found.length === 1 ? (found[0]?.id ?? null) : null;
    },
    name: (id) => {
      const identity = identityById(project.store, id);
      return identity === null ? '' : (identity.code ?? identity.heading);
    },
    ownWord: (setting) => projectText(project.store, setting),
  };
}

/** The register that a person means by a word: its name, an alias, or its Finnish label. @throws UserError */
export function findRegister(word: string): Definition {
  const wanted = word.toLowerCase();
  const found = everySummary.find((one) => namesOf(one).includes(wanted));
  if (found === undefined) {
    throw new UserError(
      'unknown-register',
      { word, near: nearest(wanted, everySummary.flatMap(namesOf)) },
      2,
    );
  }
  return registerOf(found.name);
}

/** Every word by which a register is called, lower case. */
export function namesOf({ name, label, aliases = [] }: Definition | Summary): string[] {
  const { one, many } = label;
  return [name, ...aliases, one.fi, one.en, many.fi, many.en].map((called) => called.toLowerCase());
}
