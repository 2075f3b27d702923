import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../source/domain/long-work.ts';
import { registers } from '../../source/registers/index.ts';
import { exportJson, exportSchema } from '../../source/services/tables/json-export.ts';
import { readProjectDocument } from '../../source/services/tables/json-document.ts';
import { importDocument, makingFromDocument } from '../../source/services/tables/json-import.ts';
import { closeProject } from '../../source/services/project/project-file.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { Commands, onSample } from '../commands/sample-home.ts';
import { fillProject, makeProject, newPath, openTestProject } from '../support/project.ts';
import { perform, randomChanges } from '../support/random-changes.ts';
import { refusal } from '../support/refusal.ts';
import { runs } from '../support/runs.ts';
import { liveRecords } from '../support/snapshot.ts';
import type { TestProject } from '../support/project.ts';

const exported = (project: TestProject): string => String(exportJson(project, registers, 'fi').content);
const documentOf = (text: string) => readProjectDocument(Buffer.from(text), 'hanke.json');

/** The project again, in a file of its own, by way of its export. */
function remade(project: TestProject): TestProject {
  const file = newPath('remade');
  atOnce(makingFromDocument(file, documentOf(exported(project)), 'fi', project));
  return openTestProject(file, project.clock);
}

describe('A project that goes out as JSON and comes into a new file', () => {
  test('is the same project, whatever was done to it', () => {
    fc.assert(
      fc.property(randomChanges(40), (changes) => {
        const project = makeProject();
        fillProject(project);
        for (const change of changes) perform(project, change);
        const other = remade(project);
        expect(exported(other)).toBe(exported(project));
        const { today } = project.clock;
        expect(liveRecords(other.store, today)).toEqual(liveRecords(project.store, today));
        closeProject(project);
        closeProject(other);
      }),
      runs(25),
    );
  });

  test('codes go on from where they were, also of what is gone for good', () => {
    const project = makeProject();
    const risk = addRecord(project, 'risk', { title: 'Ensimmäinen' }).result;
    addRecord(project, 'risk', { title: 'Toinen' });
    undo(project);
    removeRecords(project, [risk]);
    const other = remade(project);
    const { codes } = addRecord(other, 'risk', { title: 'Kolmas' });
    expect(codes).toEqual(['R-3']);
    expect(exported(other)).toContain('"trash"');
  });

  test('brought in again it adds nothing; what was changed here stays, what is lacking is added', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const document = documentOf(exported(project));
    const options = { language: 'fi', dryRun: false } as const;
    expect(importDocument(project, document, options)).toMatchObject({ added: 0, conflicts: [], step: null });
    const other = remade(project);
    addRecord(other, 'action', { title: 'Uusi', owner: 'Joku' });
    changeRecord(project, risk, { title: 'Muutettu täällä' });
    const report = importDocument(project, documentOf(exported(other)), { ...options, dryRun: true });
    expect(report).toMatchObject({ added: 1, conflicts: ['R-1'], step: null });
    expect(importDocument(project, documentOf(exported(other)), options)).toMatchObject({ added: 1 });
    expect(exported(project)).toContain('Muutettu täällä');
    undo(project);
    expect(Object.values(liveRecords(project.store, project.clock.today))).not.toContainEqual(
      expect.objectContaining({ title: 'Uusi' }),
    );
  });
});

describe('The command line', () => {
  test('the sample goes out and comes in to a new file: its lists are the same', async () => {
    const commands = await onSample();
    const file = path.join(commands.home.folder, 'hanke.json');
    const made = path.join(commands.home.folder, 'uusi', 'hanke.luotsi');
    await commands.json('export', '--out', file);
    const at = ['--file', made];
    expect(await commands.json('import', file, '--dry-run', ...at)).toMatchObject({
      changed: 0,
      refused: [],
    });
    expect(readdirSync(path.dirname(made))).toEqual([]);
    const list = ['risk', 'list', '--fields', 'code,uid,title,score,level,review,owner,state,measures'];
    const old = (await commands.json(...list)) as unknown[];
    expect(await commands.json('import', file, ...at)).toMatchObject({ path: made });
    expect(await commands.json(...list, ...at)).toEqual(old);
    expect((await commands.run('doctor', ...at)).code).toBe(0);
    expect(await commands.json('import', file, ...at)).toMatchObject({ added: 0, conflict: 0 });
  });

  test.each([
    ['no JSON', '{"luotsi"', 'not-an-export'],
    ['another JSON', '{"a":1}', 'not-an-export'],
    [
      'one register',
      '{"luotsi":{"form":1,"project":"017c6d9d-5540-797a-91fa-fb682d006c93"},"registers":{}}',
      'not-an-export',
    ],
    ['a newer form', '{"luotsi":{"form":2,"project":"x"},"registers":{}}', 'newer-export'],
  ])('%s is refused, and no file is made', async (_, text, code) => {
    const commands = new Commands();
    const file = path.join(commands.home.folder, 'x.json');
    writeFileSync(file, text);
    expect(await commands.error('import', file)).toMatchObject({ exit: 1, code });
    expect(existsSync(path.join(commands.home.folder, 'data', 'luotsi', 'project.luotsi'))).toBe(false);
  });
});

test('a value that is wrong is told with its record, and another project is not mixed in', () => {
  const project = makeProject();
  fillProject(project);
  const text = exported(project);
  const broken = documentOf(text.replace('"state": "open"', '"state": "auki?"'));
  expect(refusal(() => atOnce(makingFromDocument(newPath('broken'), broken, 'fi', project)))).toMatchObject({
    code: 'wrong-record',
  });
  // A code is shown and typed as it is: one that is none comes from no export.
  for (const code of ['\\u001b[31mR-1', 'R 1', 'r-1', 'R-1 ', '<b>'])
    expect(refusal(() => documentOf(text.replace('"code": "R-1"', `"code": "${code}"`)))).toMatchObject({
      code: 'not-an-export',
    });
  const other = makeProject('other');
  const uid = documentOf(text).uid;
  const another = documentOf(text.replaceAll(uid, uid.replace(/^.{4}/, 'ffff')));
  expect(refusal(() => importDocument(other, another, { language: 'fi', dryRun: false }))).toMatchObject({
    code: 'other-project',
  });
});

/** As much of JSON Schema as the export's own schema uses. */
function faults(schema: Record<string, unknown>, value: unknown, place = ''): string[] {
  const {
    type,
    properties,
    items,
    required,
    enum: words,
    pattern,
    const: only,
  } = schema as Record<string, never>;
  const types = type === undefined ? null : [type].flat();
  const isOf: Record<string, boolean> = {
    string: typeof value === 'string',
    integer: Number.isInteger(value),
    number: typeof value === 'number',
    array: Array.isArray(value),
    object: typeof value === 'object' && value !== null && !Array.isArray(value),
    null: value === null,
  };
  const wrong = [
    types !== null && !types.some((one) => isOf[one]),
    words !== undefined && !(words as unknown[]).includes(value),
    only !== undefined && value !== only,
    pattern !== undefined && typeof value === 'string' && !new RegExp(pattern, 'u').test(value),
  ].some(Boolean);
  const inside = Object.entries((properties ?? {}) as Record<string, Record<string, unknown>>).flatMap(
    ([name, one]) =>
      isOf['object'] === true && Object.hasOwn(value as object, name)
        ? faults(one, (value as Record<string, unknown>)[name], `${place}.${name}`)
        : [],
  );
  const missing = ((required ?? []) as string[]).filter((name) => !Object.hasOwn(value as object, name));
  const each =
    isOf['array'] === true && items !== undefined
      ? (value as unknown[]).flatMap((item, index) => faults(items, item, `${place}[${index}]`))
      : [];
  return [
    ...(wrong ? [`${place} ${JSON.stringify(value)}`] : []),
    ...missing.map((name) => `${place}.${name}`),
    ...inside,
    ...each,
  ];
}

test('the export is as its schema says', async () => {
  const commands = await onSample();
  const { stdout } = await commands.run('export');
  const schema = JSON.parse((await commands.run('export', '--schema')).stdout) as Record<string, unknown>;
  expect(faults(schema, JSON.parse(stdout))).toEqual([]);
  expect(JSON.parse(exportSchema('fi'))).toHaveProperty('properties.registers.properties.risk');
  expect(faults(schema, JSON.parse(stdout.replace('"state": "planned"', '"state": "jotakin"')))).not.toEqual(
    [],
  );
});
