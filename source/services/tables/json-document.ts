/** An exported project as it stands in a file, looked at before anything is done with it. */
import { formatCode, parseCode } from '../../domain/codes.ts';
import { UserError } from '../../errors.ts';
import { registers } from '../../registers/index.ts';
import { jsonForm } from './json-export.ts';
import type { Definition } from '../../registers/index.ts';

export type Json = Readonly<Record<string, unknown>>;

/** An exported project, as far as it has been looked at. */
export interface ProjectDocument {
  readonly uid: string;
  readonly counters: Json;
  readonly records: readonly DocumentRecord[];
  /** Files of reports that were handed over, as they stand in the document. */
  readonly files: readonly unknown[];
}

export interface DocumentRecord {
  readonly definition: Definition;
  readonly uid: string;
  readonly code: string | null;
  readonly values: Json;
  readonly isRemoved: boolean;
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isUid = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** In the form that is kept: it is shown, and looked up, as it stands. */
function isCode(text: string): boolean {
  const code = parseCode(text);
  return code !== null && formatCode(code) === text;
}

/** The exported project in a file's bytes. @throws UserError not-an-export, newer-export */
export function readProjectDocument(bytes: Uint8Array, path: string): ProjectDocument {
  const wrong = (detail: string): UserError => new UserError('not-an-export', { path, detail });
  const document = parsed(bytes);
  const head = isObject(document) ? document['luotsi'] : null;
  const all = isObject(document) ? document['registers'] : null;
  if (!isObject(head) || !isObject(all)) throw wrong('luotsi, registers');
  if (Number(head['form']) > jsonForm) throw new UserError('newer-export', { path });
  if (!isUid(head['project'])) throw wrong('luotsi.project');
  const unknown = Object.keys(all).find((name) => !registers.some((definition) => definition.name === name));
  if (unknown !== undefined) throw new UserError('newer-export', { path });
  const records = registers.flatMap((definition) => {
    const register = all[definition.name];
    if (register === undefined) return [];
    if (!isObject(register)) throw wrong(`registers.${definition.name}`);
    return [
      ...recordsIn(definition, register['records'], false, wrong),
      ...recordsIn(definition, register['trash'] ?? [], true, wrong),
    ];
  });
  if (!records.some(({ definition }) => definition.name === 'project')) throw wrong('registers.project');
  const counters = head['counters'];
  const files: unknown = isObject(document) ? document['files'] : null;
  return {
    uid: head['project'],
    counters: isObject(counters) ? counters : {},
    records,
    files: Array.isArray(files) ? files : [],
  };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function recordsIn(
  definition: Definition,
  found: unknown,
  isRemoved: boolean,
  wrong: (detail: string) => UserError,
): DocumentRecord[] {
  const place = `registers.${definition.name}.${isRemoved ? 'trash' : 'records'}`;
  if (!Array.isArray(found)) throw wrong(place);
  return found.map((values: unknown, index) => {
    const uid = isObject(values) ? values['uid'] : null;
    if (!isObject(values) || !isUid(uid)) throw wrong(`${place}[${index}]`);
    const code = typeof values['code'] === 'string' ? values['code'] : null;
    if (code !== null && !isCode(code)) throw wrong(`${place}[${index}].code`);
    return { definition, uid, code, values, isRemoved };
  });
}
