import { compareDays, localDay, localTimeOf } from '../../domain/days/day.ts';
import { formatDay, formatLocalTime } from '../../domain/days/format-day.ts';
import { messages } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { attendance } from '../../registers/attendance.ts';
import { candidate } from '../../registers/candidate.ts';
import { membership } from '../../registers/membership.ts';
import { person as personRegister } from '../../registers/person.ts';
import { session as sessionRegister } from '../../registers/session.ts';
import { readStep } from '../../store/journal/journal.ts';
import { personal } from '../../store/safety/person-data.ts';
import { partsOf } from '../../store/records/links.ts';
import { identityById, readRow } from '../../store/records/records.ts';
import { same } from '../../store/journal/images.ts';
import { allFields } from '../reading/outward.ts';
import { shownIn } from '../reading/shown.ts';
import { nameOfChoice, rolesOf } from '../safety/purposes.ts';
import { titleOf } from '../reading/today.ts';
import { timeZoneOf, todayOf } from '../project/project.ts';
import { projectText } from '../../store/queries/project-text.ts';
import { capital } from '../../language/capital.ts';
import type { Language } from '../../language/language.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { OwnRecord, PersonTold, ToldTable } from '../../reports/person/document.ts';
import type { Project } from '../project/project.ts';
import type { Shown } from '../reading/shown.ts';
import type { PersonHeld } from './report-person.ts';

interface Telling {
  readonly project: Project;
  readonly language: Language;
  readonly shown: Shown;
  readonly held: PersonHeld;
}

/** All that is held on a person, in words. */
export function tellPerson(project: Project, held: PersonHeld, language: Language): PersonTold {
  const telling = { project, language, shown: shownIn(project, language), held };
  const { record, namings } = held;
  const has = (definition: Definition): boolean => namings.some((one) => one.definition === definition);
  const others = namings.filter(({ definition }) => !personal.includes(definition));
  const keeps = projectText(project.store, 'keepUntil');
  return {
    name: record.heading,
    code: record.code ?? '',
    project: titleOf(project),
    day: todayOf(project),
    inTrash: record.removedStep !== null,
    facts: factsOf(telling, personRegister, record),
    purposes: [
      ...(has(candidate) ? (['recruitment'] as const) : []),
      ...(has(membership) ? (['membership'] as const) : []),
      ...(has(attendance) ? (['attendance'] as const) : []),
      ...(others.length > 0 ? (['named'] as const) : []),
    ],
    roles: rolesOf(project, record.id).map(({ role, purpose, basis, until }) => ({
      role: nameOfChoice(project, 'role', role, language),
      purpose,
      basis: basis === null ? null : nameOfChoice(project, 'basis', basis, language),
      until,
    })),
    keepUntil: typeof keeps === 'string' ? keeps : null,
    own: [candidate, membership].flatMap((definition) => ownOf(telling, definition)),
    attendance: attendanceOf(telling),
    named: others.map(({ definition, id, field }) => ({
      record: recordName(telling, id),
      as: definition.fields[field]?.label[language] ?? field,
      register: definition.label.one[language],
    })),
    mentions: held.mentions.map(({ definition, id, field, text, isPerhaps }) => ({
      record: recordName(telling, id),
      field: definition.fields[field]?.label[language] ?? field,
      text,
      isPerhaps,
    })),
    journal: journalOf(telling),
  };
}

function factsOf(
  { shown, language }: Telling,
  definition: Definition,
  record: AnyRecord,
): [string, string][] {
  return Object.entries(allFields(definition)).flatMap(([name, field]): [string, string][] => {
    if (field.internal === true && definition.derived?.[name] !== undefined) return [];
    const text = shown.full(field, record[name]);
    return text === '' ? [] : [[field.label[language], text]];
  });
}

function ownOf(telling: Telling, definition: Definition): { title: string; records: OwnRecord[] }[] {
  const ids = new Set(
    telling.held.namings.filter((one) => one.definition === definition).map(({ id }) => id),
  );
  const records = [...ids].flatMap((id): OwnRecord[] => {
    const record = readRow(telling.project.store, definition, id);
    if (record === null) return [];
    const trash = record.removedStep === null ? '' : ` (${wordsOf(telling).trash})`;
    return [
      {
        title: `${record.code ?? ''} ${record.heading}${trash}`.trim(),
        facts: factsOf(telling, definition, record),
        parts: partTables(telling, definition, id),
      },
    ];
  });
  return records.length === 0 ? [] : [{ title: capital(definition.label.many[telling.language]), records }];
}

/** What belongs to a record, such as the stages of a candidate, register by register. */
function partTables({ project, language, shown }: Telling, definition: Definition, id: number): ToldTable[] {
  const { store } = project;
  const parts = partsOf(store, definition, id, null).map((part) => identityById(store, part));
  const names = [...new Set(parts.map((part) => part?.register ?? ''))].filter((name) => name !== '');
  return names.map((name) => {
    const own = registerOf(name);
    const columns = own.list.columns.filter((column) => column !== own.parent);
    const rows = parts
      .filter((part) => part?.register === name)
      .flatMap((part) => readRow(store, own, part?.id ?? 0) ?? [])
      .map((row) => columns.map((column) => cell(own, column, row, shown)));
    return {
      title: capital(own.label.many[language]),
      headings: columns.map((column) => own.fields[column]?.label[language] ?? column),
      rows,
    };
  });
}

const cell = (definition: Definition, name: string, row: AnyRecord, shown: Shown): string => {
  const field = allFields(definition)[name];
  return field === undefined ? '' : shown.full(field, row[name]);
};

function attendanceOf(telling: Telling): ToldTable | null {
  const { project, language, shown, held } = telling;
  const words = wordsOf(telling);
  const rows = held.namings
    .filter(({ definition }) => definition === attendance)
    .flatMap(({ id }) => readRow(project.store, attendance, id) ?? [])
    .map((row) => {
      const session = readRow(project.store, sessionRegister, Number(row['session']));
      const isDeputy = row['deputy'] === held.record.id;
      const other = shown.heading(Number(row[isDeputy ? 'person' : 'deputy']));
      const mark = cell(attendance, 'mark', row, shown);
      return [
        localDay(String(session?.['startsAt'] ?? '')),
        recordName(telling, Number(row['session'])),
        isDeputy ? words.deputyFor({ name: other }) : other === '' ? mark : `${mark}: ${other}`,
      ] as const;
    })
    .toSorted(([one], [other]) => compareDays(one, other));
  if (rows.length === 0) return null;
  return {
    title: capital(attendance.label.many[language]),
    headings: [words.columns.session, words.columns.day, words.columns.mark],
    rows: rows.map(([day, session, mark]) => [session, formatDay(day, language), mark]),
  };
}

/** Code and name of a record; of a part, those of what it belongs to. */
function recordName({ project, language }: Telling, id: number): string {
  const identity = identityById(project.store, id);
  if (identity === null) return '';
  if (identity.code !== null) return `${identity.code} ${identity.heading}`;
  const definition = registerOf(identity.register);
  const parent =
    definition.parent === undefined ? null : readRow(project.store, definition, id)?.[definition.parent];
  const owner = typeof parent === 'number' ? identityById(project.store, parent) : null;
  const name = definition.label.one[language];
  return owner === null ? name : `${owner.code ?? ''} ${owner.heading}: ${name}`.trim();
}

/** Each change of the person's own record: when, what, and the values that it wrote. */
function journalOf({ project, language, shown, held }: Telling): PersonTold['journal'] {
  const zone = timeZoneOf(project.store);
  const words = messages(language).report.all.person;
  return held.journal.map(({ step, operation, image }, index) => {
    const at = readStep(project.store, step)?.at;
    const before = held.journal[index - 1]?.image ?? null;
    const values = Object.entries(personRegister.fields).flatMap(([name, field]) => {
      const value = image?.[name];
      if (value === undefined || same(value, before?.[name] ?? field.empty)) return [];
      const text = field.to === undefined ? shown.full(field, value) : '';
      return [text === '' ? field.label[language] : `${field.label[language]}: ${text}`];
    });
    return {
      at: at === undefined ? '' : formatLocalTime(localTimeOf(at, zone), language, 'long'),
      what: words.operations[operation],
      values: image === null ? words.erased : values.join('; '),
    };
  });
}

const wordsOf = ({ language }: Telling) => messages(language).report.all.person;
