import { attachments, longText, references, tags } from '../fields/index.ts';

/** Fields that every register has at its end: links to any record, what lies elsewhere, tags and notes. */
export const noted = {
  related: references({
    label: { fi: 'Liittyy', en: 'Related to' },
    headings: ['liittyvät', 'linkit', 'links'],
    to: [],
  }),
  attachments: attachments({
    label: { fi: 'Liitteet', en: 'Attachments' },
    headings: ['liite', 'attachment', 'tiedostot'],
    help: {
      fi: 'verkko-osoitteita tai tiedostojen polkuja, väliin puolipiste',
      en: 'web addresses or paths of files, with a semicolon between',
    },
  }),
  tags: tags({ label: { fi: 'Tunnisteet', en: 'Tags' }, headings: ['tag', 'tunniste'] }),
  notes: longText({ label: { fi: 'Muistiinpanot', en: 'Notes' } }),
};

/** No session takes more than a week; with more, its end would be no day that anything can show. */
export const longestMinutes = 7 * 24 * 60;

/** SQL: the latest value that a dated log gives a field, as the parent `t` sees it; entries without one are passed over. */
export function latest(log: string, parent: string, field: string): string {
  return `(SELECT entry."${field}" FROM "${log}" AS entry WHERE entry."${parent}" = t.id AND entry.removedStep IS NULL
    AND entry."${field}" IS NOT NULL ORDER BY entry.day DESC, entry.id DESC LIMIT 1)`;
}

/** SQL: what the latest entry of a dated log says in a field, be it nothing. */
export function latestEntry(log: string, parent: string, field: string): string {
  return `(SELECT entry."${field}" FROM "${log}" AS entry WHERE entry."${parent}" = t.id AND entry.removedStep IS NULL
    ORDER BY entry.day DESC, entry.id DESC LIMIT 1)`;
}

/** SQL: how many live rows of `register` name `t` in their `field`, of those that fit the condition over `other`. */
export function count(register: string, field: string, condition = '1'): string {
  return `(SELECT count(*) FROM "${register}" AS other WHERE other."${field}" = t.id AND other.removedStep IS NULL AND ${condition})`;
}

/** SQL: the heading of the record that `t` names in `field`. */
export function headingOf(field: string): string {
  return `(SELECT heading FROM record WHERE id = t."${field}")`;
}

/** SQL: a value of the one project record. */
export function projectValue(field: string): string {
  return `(SELECT "${field}" FROM project WHERE removedStep IS NULL LIMIT 1)`;
}
