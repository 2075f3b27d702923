import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { atOnce, inSteps } from '../../source/domain/long-work.ts';
import { registers, registerOf } from '../../source/registers/index.ts';
import { reindexProject } from '../../source/services/safety/doctor.ts';
import { exportingCalendar } from '../../source/services/tables/calendar-export.ts';
import { importingCalendar } from '../../source/services/tables/calendar-import.ts';
import { exportingCsv } from '../../source/services/tables/export.ts';
import { exportJson, exportingJson } from '../../source/services/tables/json-export.ts';
import { readProjectDocument } from '../../source/services/tables/json-document.ts';
import { importingDocument, makingFromDocument } from '../../source/services/tables/json-import.ts';
import { exportingWorkbook } from '../../source/services/tables/workbook-export.ts';
import { removeRecords } from '../../source/services/writing/records.ts';
import { write } from '../../source/services/writing/write.ts';
import { fillProject, makeProject, newPath } from '../support/project.ts';
import { everything } from '../support/snapshot.ts';
import type { Progress, Work } from '../../source/domain/long-work.ts';
import type { TestProject } from '../support/project.ts';

const meeting = (day: number): string =>
  `BEGIN:VEVENT\r\nUID:${day}\r\nSUMMARY:Klubi\r\nDTSTART:202203${String((day % 28) + 1).padStart(2, '0')}T060000Z\r\nDTEND:202203${String((day % 28) + 1).padStart(2, '0')}T063000Z\r\nEND:VEVENT\r\n`;
const calendar = Buffer.from(
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n${Array.from({ length: 60 }, (_, day) => meeting(day)).join('')}END:VCALENDAR\r\n`,
);

function filled(): TestProject {
  const project = makeProject();
  fillProject(project);
  write(project, { kind: 'user', label: { verb: 'add' } }, (unit) => {
    for (let row = 0; row < 130; row += 1) unit.add('action', { title: `Asia ${row}`, due: '2022-04-01' });
    unit.add('group', { title: 'Klubi' });
  });
  return project;
}

function documentOf(project: TestProject) {
  const { content } = exportJson(project, registers, 'fi');
  return readProjectDocument(Buffer.from(content), 'hanke.json');
}

/** The project as it would be elsewhere, with as many tasks again that it lacks here. */
function withMore(project: TestProject) {
  const document = documentOf(project);
  const more = document.records
    .filter(({ definition }) => definition.name === 'action')
    .map((record, index) => ({ ...record, uid: `f${record.uid.slice(1)}`, code: `T-${1000 + index}` }));
  return { ...document, records: [...document.records, ...more] };
}

/** Does it, however quick it is, and stops where the progress fits. */
async function stoppedAt(work: Work<unknown>, at: (progress: Progress) => boolean): Promise<void> {
  let stopped = false;
  const ended = inSteps(work, {
    tell: (progress) => {
      stopped ||= at(progress);
    },
    isStopped: () => stopped,
    pause: async () => turn(),
  });
  await expect(ended).rejects.toMatchObject({ code: 'stopped' });
}

const works: Record<string, (project: TestProject) => Work<unknown>> = {
  'CSV export': (project) => exportingCsv(project, registerOf('action'), 'fi', ';'),
  'JSON export': (project) => exportingJson(project, registers, 'fi'),
  'workbook export': (project) => exportingWorkbook(project, registers, 'fi'),
  'calendar export': (project) => exportingCalendar(project, registers, { language: 'fi', tasks: false }),
  'calendar import': (project) =>
    importingCalendar(project, calendar, 'k.ics', {
      group: null,
      dryRun: false,
      skipBad: true,
      language: 'fi',
    }),
  'JSON import': (project) =>
    importingDocument(project, withMore(project), { language: 'fi', dryRun: false }),
  're-index': (project) => reindexProject(project),
};

describe.each(Object.entries(works))('A long %s', (_, start) => {
  test('counts up to all there is, stage by stage', () => {
    const work = start(filled());
    const told: Progress[] = [];
    for (let step = work.next(); step.done !== true; step = work.next()) told.push(step.value);
    expect(told.length).toBeGreaterThan(1);
    for (const [index, { stage, done, total }] of told.entries()) {
      expect(done).toBeLessThanOrEqual(total ?? Infinity);
      const before = told[index - 1];
      if (before?.stage === stage && before.total === total) expect(done).toBeGreaterThanOrEqual(before.done);
    }
  });

  test('that is stopped, at whichever stage, leaves the file as it was', async () => {
    const project = filled();
    const before = everything(project.store);
    const stages = new Set<string>();
    for (const { stage } of start(filled())) stages.add(stage);
    for (const wanted of stages) {
      await stoppedAt(start(project), ({ stage }) => stage === wanted);
      expect(project.store.database.inTransaction).toBe(false);
      expect(everything(project.store)).toEqual(before);
    }
    atOnce(start(project));
  });
});

test('A document that is stopped while it becomes a new file leaves no file behind', async () => {
  const project = filled();
  removeRecords(project, [
    Number(project.store.database.prepare('SELECT max(id) FROM record').pluck().get()),
  ]);
  const file = newPath('half');
  const work = makingFromDocument(file, documentOf(project), 'fi', project);
  await stoppedAt(work, ({ stage }) => stage === 'keeping');
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(path.dirname(file)).filter((name) => name.startsWith(path.basename(file)))).toEqual([]);
});
