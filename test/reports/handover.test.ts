import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProject } from '../../source/services/project/project-file.ts';
import { writeHandover } from '../../source/services/reporting/handover-folder.ts';
import { makeReport } from '../../source/services/reporting/report.ts';
import { makeSample } from '../../source/services/project/sample.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { asNobody } from '../support/nobody.ts';
import { newPath } from '../support/project.ts';
import type { Project } from '../../source/services/project/project.ts';

let sample: Project;
beforeAll(() => {
  const file = newPath('sample');
  makeSample(file);
  sample = openProject(file, {});
});
afterAll(() => closeStore(sample.store));

const newFolder = (): string => `${newPath('handed')}.folder`;
const everyFile = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();

test('The page has what is under way, the next sixty days, contacts, decisions and open risks', () => {
  const { text } = makeReport(sample, { kind: 'handover', language: 'fi', format: 'md' });
  expect(text).toContain('## Kesken');
  expect(text).toMatch(/\| TO-13 Etätapaaminen Omasotessa -kurssi\..+\| käynnissä \|/u);
  expect(text).toMatch(/\| T-38 .+\| Henkilöstöjohtaja \(2023–\) +\| +15\.3\.2023 \|/u);
  expect(text).toContain('## Määräpäivät 21.5.2023 asti');
  expect(text).toMatch(/\| \*\*20\.3\.2023\*\* +\| Riskin päivitys +\| R-4/u);
  expect(text).toMatch(/\| 22\.3\.2023 9\.00 \| Tapaaminen +\| TK-15/u);
  expect(text).not.toContain('22.5.2023');
  expect(text).toMatch(/\| Toimialajohtaja \(2023–\) +\|.+\| puheenjohtaja/u);
  expect(text).toMatch(/\| P-19 Kurssien järjestys: .+\| +17\.1\.2023 \| Ohjausryhmä +\| kesken/u);
  expect(text).toMatch(/\| R-4 Esihenkilöiden sitoutuminen +\| +16 korkea \|/u);
});

describe('The folder', () => {
  test('Has the page in three formats, and all data in open ones; a new or an empty folder will do', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    const made = await writeHandover(sample, folder, 'fi');
    expect(everyFile(folder)).toEqual(made.files.toSorted());
    for (const name of [
      'luovutus.html',
      'luovutus.md',
      'luovutus.docx',
      'data/calendar.ics',
      'data/csv/risk.csv',
    ])
      expect(made.files).toContain(name);
    const data = JSON.parse(readFileSync(path.join(folder, 'data/project.json'), 'utf8')) as {
      registers: { risk: { records: unknown[] } };
    };
    expect(data.registers.risk.records).toHaveLength(11);
    const english = await writeHandover(sample, `${folder}/below/en`, 'en');
    expect(english.files).toContain('handover.html');
  });

  test('Is refused where there is something already, and nothing of that is touched', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'oma'), 'oma');
    await expect(writeHandover(sample, folder, 'fi')).rejects.toMatchObject({
      code: 'folder-in-use',
      parameters: { count: 1 },
    });
    expect(everyFile(folder)).toEqual(['oma']);
    await expect(writeHandover(sample, path.join(folder, 'oma'), 'fi')).rejects.toMatchObject({
      code: 'not-a-folder',
    });
    expect(readFileSync(path.join(folder, 'oma'), 'utf8')).toBe('oma');
  });

  test('Leaves nothing half-written where it may not write', async () => {
    // Rights mean nothing to root, but the kernel's own folder takes nothing from anybody.
    const isRoot = process.getuid?.() === 0;
    const parent = isRoot ? '/sys' : newFolder();
    if (!isRoot) {
      mkdirSync(parent);
      chmodSync(parent, 0o500);
    }
    const before = readdirSync(parent);
    await expect(writeHandover(sample, path.join(parent, 'uusi'), 'fi')).rejects.toMatchObject({
      code: 'read-only',
    });
    if (!isRoot) chmodSync(parent, 0o700);
    expect(readdirSync(parent)).toEqual(before);
  });

  test('Where it may not even look, that is said', async () => {
    const parent = newFolder();
    mkdirSync(parent);
    chmodSync(parent, 0o000);
    const refused = asNobody(async () => writeHandover(sample, path.join(parent, 'uusi'), 'fi'));
    await expect(refused).rejects.toMatchObject({ code: 'read-only' });
    chmodSync(parent, 0o700);
    expect(readdirSync(parent)).toEqual([]);
  });

  test.runIf(process.platform === 'linux')('Where no folder can be made at all, it ends', async () => {
    await expect(writeHandover(sample, '/proc/luovutus/uusi', 'fi')).rejects.toMatchObject({
      code: 'no-file',
    });
  });

  test('Under a file there can be no folder', async () => {
    const file = newPath('file');
    writeFileSync(file, 'x');
    await expect(writeHandover(sample, path.join(file, 'uusi'), 'fi')).rejects.toMatchObject({
      code: 'not-a-folder',
    });
    expect(existsSync(`${file}.new`)).toBe(false);
  });
});
