import { expect, test } from 'vitest';
import { isUserError, type UserError } from '../../source/errors.ts';
import { derivedField, unknownField } from '../../source/registers/field-errors.ts';
import { registers } from '../../source/registers/index.ts';
import { sentenceOf } from '../../source/services/reading/sentence.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { makeProject } from '../support/project.ts';

/** What the work is refused for; null where it is not. */
function refusalOf(work: () => unknown): UserError | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!isUserError(error)) throw error;
    return error;
  }
}

/** Words that a script takes stand in brackets, in quotation marks or after two dashes; anywhere else they are a slip. */
const plain = (text: string): string => text.replaceAll(/\([^)]*\)|”[^”]*”|“[^”]*”|--\w+|luotsi [\w-]+/g, '');

test.each(['fi', 'en'] as const)('no refusal of a value names a field by its raw name, in %s', (language) => {
  const project = makeProject();
  const refused = registers.flatMap((definition) => {
    const names = [...Object.keys(definition.fields), ...Object.keys(definition.derived ?? {})];
    const risk = addRecord(project, 'risk', { title: `Riski ${definition.name}` }).result;
    return [
      unknownField(definition, 'xyzzy'),
      ...names.flatMap((name) => [
        unknownField(definition, `${name}x`),
        derivedField(definition, name),
        refusalOf(() => addRecord(project, definition.name, { [name]: 'täysin väärä arvo' })),
        refusalOf(() => addRecord(project, definition.name, { [name]: null })),
        refusalOf(() => changeRecord(project, risk, { [name]: { wrong: true } })),
      ]),
    ].filter((error) => error !== null);
  });
  expect(refused.length).toBeGreaterThan(1000);
  for (const error of refused) {
    const { message, hint } = sentenceOf(error, language);
    expect(plain(`${message} ${hint}`)).not.toMatch(/[a-z][A-Z]/);
  }
  expect(
    sentenceOf(
      unknownField(registers.find(({ name }) => name === 'candidate') ?? expect.unreachable(), 'signdUp'),
      'fi',
    ),
  ).toEqual({
    message: 'Rekisterissä ilmoittautuneet (candidate) ei ole kenttää ”signdUp”.',
    hint: 'Tarkoititko: Ilmoittautui (signedUp)?',
  });
});
