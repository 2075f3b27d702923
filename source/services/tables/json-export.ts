import { atOnce, eachOf } from '../../domain/long-work.ts';
import { registers } from '../../registers/index.ts';
import { reportFormats } from '../../registers/report.ts';
import { readMeta } from '../../store/file/meta.ts';
import { counters, readRecord } from '../../store/records/records.ts';
import { allReportFiles } from '../../store/kept/report-files.ts';
import { removedIds } from '../../store/records/list.ts';
import { listOf } from '../reading/listing.ts';
import { allFields, jsonOf } from '../reading/outward.ts';
import { todayOf } from '../project/project.ts';
import type { Work } from '../../domain/long-work.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Exported } from './export.ts';
import type { Project } from '../project/project.ts';

/** Version of the form of the JSON export; a field or register that is added does not change it. */
export const jsonForm = 1;

/** Every register, part and log. */
export const everyRegister: readonly Definition[] = registers;

/**
 * Registers as JSON: what they are made of and every live record, as `--json` prints it. Parts and logs name the
 * records that they belong to by code, or by uid where there is none. A whole project has also its trash, without which
 * what was taken out of a series would be laid out again, and how far its codes have been counted.
 */
export function exportJson(project: Project, chosen: readonly Definition[], language: Language): Exported {
  return atOnce(exportingJson(project, chosen, language));
}

/** The same, for a project that may be large. */
export function* exportingJson(
  project: Project,
  chosen: readonly Definition[],
  language: Language,
): Work<Exported> {
  const { store } = project;
  const isWhole = chosen === everyRegister;
  const found = yield* eachOf(chosen, { stage: 'reading' }, (definition) => ({
    definition,
    records: listOf(project, definition, { sort: 'code' }, language),
    removed: isWhole ? removedOf(project, definition) : [],
  }));
  const total = found.reduce((sum, { records, removed }) => sum + records.length + removed.length, 0);
  const entries: [string, Record<string, unknown>][] = [];
  let done = 0;
  for (const { definition, records, removed } of found) {
    const all = [...records, ...removed];
    const written = yield* eachOf(all, { stage: 'writing', before: done, total }, (record) =>
      jsonOf(project, definition, record),
    );
    done += all.length;
    entries.push([definition.name, entryOf(definition, written, records.length)]);
  }
  const files = isWhole ? allReportFiles(store) : [];
  const document = {
    luotsi: {
      form: jsonForm,
      project: readMeta(store, 'uid'),
      day: todayOf(project),
      ...(isWhole ? { counters: counters(store) } : {}),
    },
    registers: Object.fromEntries(entries),
    ...(isWhole && files.length > 0 ? { files } : {}),
  };
  const count = found.reduce((sum, { records }) => sum + records.length, 0);
  return { content: `${JSON.stringify(document, null, 2)}\n`, count };
}

function removedOf(project: Project, definition: Definition): AnyRecord[] {
  const { store } = project;
  const day = todayOf(project);
  return removedIds(store, definition)
    .map((id) => readRecord(store, definition, id, day))
    .filter((record) => record !== null);
}

/** A register in the document: the first `live` of its records, and then those in the trash. */
function entryOf(
  definition: Definition,
  written: readonly Record<string, unknown>[],
  live: number,
): Record<string, unknown> {
  return {
    label: definition.label,
    ...(definition.parent === undefined ? {} : { parent: definition.parent }),
    fields: describedFields(definition),
    records: written.slice(0, live),
    ...(written.length > live ? { trash: written.slice(live) } : {}),
  };
}

const describedFields = (definition: Definition): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(allFields(definition)).map(([name, field]) => [name, describe(definition, name, field)]),
  );

function describe(definition: Definition, name: string, field: AnyField): Record<string, unknown> {
  const { kind, label, to, choices, required } = field;
  return {
    kind,
    label,
    ...(to === undefined || to.length === 0 ? {} : { to }),
    ...(choices === undefined ? {} : { choices }),
    ...(required === true ? { required } : {}),
    ...(definition.derived?.[name] === undefined ? {} : { derived: true }),
  };
}

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: ['string', 'null'] };
const list: Schema = { type: 'array', items: { type: 'string' } };
const dayPattern = String.raw`\d{4}-\d\d-\d\d`;
const pattern = (form: string): Schema => ({ type: ['string', 'null'], pattern: `^${form}$` });

/** What a value of the field looks like in the JSON export. */
function schemaOf(field: AnyField): Schema {
  switch (field.kind) {
    case 'whole':
      return { type: ['integer', 'null'] };
    case 'decimal':
      return { type: ['number', 'null'] };
    case 'day':
      return pattern(dayPattern);
    case 'localTime':
      return pattern(String.raw`${dayPattern}T\d\d:\d\d`);
    case 'span':
      return pattern(`${dayPattern}/${dayPattern}`);
    case 'choice':
      return { enum: [...Object.keys(field.choices ?? {}), null] };
    case 'choices':
      return { type: 'array', items: { enum: Object.keys(field.choices ?? {}) } };
    case 'references':
    case 'whos':
    case 'tags':
      return list;
    case 'rule':
      return { type: ['object', 'null'] };
    case 'data':
      return {};
    case 'text':
    case 'longText':
    case 'reference':
    case 'who':
    case 'link':
    case 'email':
    default:
      return text;
  }
}

function recordSchema(definition: Definition, language: Language): Schema {
  const fields = Object.entries(allFields(definition));
  const required = fields.filter(([, field]) => field.required === true).map(([name]) => name);
  const described = fields.map(([name, field]) => {
    const derived = definition.derived?.[name] === undefined ? {} : { readOnly: true };
    return [name, { ...schemaOf(field), title: field.label[language], ...derived }] as const;
  });
  return {
    type: 'object',
    properties: {
      code: { type: ['string', 'null'], description: codeWords[language] },
      uid: { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
      ...Object.fromEntries(described),
    },
    required: ['code', 'uid', ...required],
  };
}

function registerSchema(definition: Definition, language: Language): Schema {
  const records = { type: 'array', items: recordSchema(definition, language) };
  return {
    type: 'object',
    title: definition.label.many[language],
    properties: { records, trash: records },
    required: ['records'],
  };
}

const headSchema: Schema = {
  type: 'object',
  properties: {
    form: { const: jsonForm },
    project: text,
    day: pattern(dayPattern),
    counters: { type: 'object', additionalProperties: { type: 'integer' } },
  },
  required: ['form', 'project', 'day'],
};

/** Files of reports that were handed over. */
const filesSchema: Schema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      report: { type: 'string' },
      format: { enum: reportFormats },
      digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      content: { type: 'string', contentEncoding: 'base64' },
    },
    required: ['report', 'format', 'digest', 'content'],
  },
};

/** JSON Schema (2020-12) of the export, made from the declarations as the export itself is. */
export function exportSchema(language: Language): string {
  const entries = everyRegister.map(
    (definition) => [definition.name, registerSchema(definition, language)] as const,
  );
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Luotsi',
    type: 'object',
    properties: {
      luotsi: headSchema,
      registers: { type: 'object', properties: Object.fromEntries(entries) },
      files: filesSchema,
    },
    required: ['luotsi', 'registers'],
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

const codeWords: Readonly<Record<Language, string>> = {
  fi: 'Tietue nimetään muualla tunnuksellaan; jos tunnusta ei ole, uid:llä.',
  en: 'Records are named elsewhere by their code, or by their uid where there is none.',
};
