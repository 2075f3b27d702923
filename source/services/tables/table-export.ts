import { readMeta } from '../../store/file/meta.ts';
import { fieldNamed } from '../reading/field-names.ts';
import { listOf } from '../reading/listing.ts';
import { allFields } from '../reading/outward.ts';
import { versionOf } from './export-version.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Project } from '../project/project.ts';

/** A register as a table that `import` takes back unchanged: which record a row is, its fields, and when it went out. */
export interface ExportTable {
  readonly definition: Definition;
  readonly identity: readonly { readonly heading: string; readonly of: (record: AnyRecord) => string }[];
  readonly columns: readonly { readonly heading: string; readonly name: string; readonly field: AnyField }[];
  /** The same in all rows: from what state of the file the table is. */
  readonly version: { readonly heading: string; readonly text: string };
  readonly records: readonly AnyRecord[];
}

export function tableOf(project: Project, definition: Definition, language: Language): ExportTable {
  const columns = Object.entries(allFields(definition)).map(([name, field]) => ({
    heading: headingOf(definition, name, field, language),
    name,
    field,
  }));
  const code = {
    heading: language === 'fi' ? 'Tunnus' : 'Code',
    of: (record: AnyRecord) => record.code ?? '',
  };
  const uid = { heading: 'uid', of: (record: AnyRecord) => record.uid };
  const projectUid = readMeta(project.store, 'uid') ?? '';
  // Codes in the table, its own and those it refers to, mean records of this project only.
  const from = { heading: 'projectUid', of: () => projectUid };
  return {
    definition,
    identity: definition.code === undefined ? [uid, from] : [code, uid, from],
    columns,
    version: { heading: language === 'fi' ? 'Versio' : 'Version', text: versionOf(project) },
    records: listOf(project, definition, { sort: 'code' }, language),
  };
}

/** What the sheet of a register is called in a workbook. */
export const sheetNameOf = ({ label }: Definition, language: Language): string =>
  label.many[language].replace(/^./u, (letter) => letter.toLocaleUpperCase(language));

/** The label, where an import would take it for the same field; else the field's own name. */
function headingOf(definition: Definition, name: string, field: AnyField, language: Language): string {
  const label = field.label[language];
  return fieldNamed(definition, label)?.name === name ? label : name;
}
