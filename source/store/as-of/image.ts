/** SQL for the values of a record as an image of the journal has them. */
import { isJson } from '../records/columns.ts';
import type { AnyField } from '../../fields/index.ts';

const idOfUid = (uid: string): string => `(SELECT id FROM main.record WHERE uid = ${uid})`;

/** SQL for a field's value in an image: references from uids to ids, lists as JSON. What most records have is told first. */
export function imageValue(name: string, field: AnyField, image = 'image'): string {
  const at = (rest = ''): string => `json_extract(${image}, '$.${name}${rest}')`;
  if (field.kind === 'reference') return idOfUid(at());
  if (field.kind === 'who') return `coalesce(${idOfUid(at('.uid'))}, ${at()})`;
  const unlessEmpty = (one: string): string =>
    `CASE WHEN ${at('[0]')} IS NULL THEN '[]'
      ELSE (SELECT json_group_array(${one}) FROM json_each(${image}, '$.${name}') AS item) END`;
  if (field.kind === 'references') return unlessEmpty(idOfUid('item.value'));
  if (field.kind === 'whos') {
    return unlessEmpty(
      `CASE item.type WHEN 'object' THEN ${idOfUid(`json_extract(item.value, '$.uid')`)} ELSE item.value END`,
    );
  }
  if (!isJson(field)) return at();
  // A value that is not there becomes the empty one of its kind.
  return `coalesce(${at()}, CASE WHEN json_type(${image}, '$.${name}') IS NULL THEN nullif('${JSON.stringify(field.empty)}', 'null') END)`;
}
