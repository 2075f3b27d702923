import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registers } from '../../source/registers/index.ts';
import { exportCsv } from '../../source/services/tables/export.ts';
import { exportJson } from '../../source/services/tables/json-export.ts';
import { readSource } from '../../source/services/tables/import-source.ts';
import { importTable } from '../../source/services/tables/import.ts';
import { closeProject, openProject } from '../../source/services/project/project-file.ts';
import { exportWorkbook } from '../../source/services/tables/workbook-export.ts';
import { makeSample } from '../../source/services/project/sample.ts';
import { makePrivateHome } from '../support/private-home.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { Language } from '../../source/language/index.ts';

let project: Project;
beforeAll(() => {
  const file = path.join(makePrivateHome().folder, 'sample.luotsi');
  makeSample(file);
  project = openProject(file);
});
afterAll(() => closeProject(project));

const options = (register: string, language: Language) => ({
  register,
  maps: [],
  dryRun: false,
  skipBad: false,
  createMissing: false,
  language,
});

describe.each<Language>(['fi', 'en'])(
  'Every register goes out as a workbook and comes in again, in %s',
  (language) => {
    test.each(registers.map((definition) => [definition.name, definition] as const))(
      '%s',
      async (_, definition) => {
        const { content, count } = await exportWorkbook(project, [definition], language);
        if (count === 0) return;
        const source = await readSource(content as Uint8Array, `${definition.name}.xlsx`);
        expect(importTable(project, source, options(definition.name, language))).toMatchObject({
          added: 0,
          changed: 0,
          same: count,
          conflict: 0,
          refused: [],
          step: null,
        });
      },
    );
  },
);

describe.each<[Language, ';' | ',']>([
  ['fi', ';'],
  ['en', ','],
])('Every register goes out as CSV and comes in again, in %s', (language, delimiter) => {
  test.each(registers.map((definition) => [definition.name, definition] as const))(
    '%s',
    async (_, definition) => {
      const { content, count } = exportCsv(project, definition, language, delimiter);
      if (count === 0) return;
      const report = importTable(project, await readSource(Buffer.from(content), `${definition.name}.csv`), {
        register: definition.name,
        maps: [],
        dryRun: false,
        skipBad: false,
        createMissing: false,
        language,
      });
      expect(report).toMatchObject({
        added: 0,
        changed: 0,
        same: count,
        conflict: 0,
        refused: [],
        step: null,
      });
    },
  );
});

test('The whole project goes out as JSON: every record, by codes that stand in it', () => {
  const { content, count } = exportJson(project, registers, 'fi');
  const document = JSON.parse(String(content)) as {
    registers: Record<string, { records: { code: string | null; round?: string }[] }>;
  };
  const all = Object.values(document.registers).flatMap(({ records }) => records);
  expect(all).toHaveLength(count);
  const rounds = new Set(document.registers['round']?.records.map(({ code }) => code));
  for (const { round } of document.registers['candidate']?.records ?? []) expect(rounds).toContain(round);
});
