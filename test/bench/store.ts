import { closeSync, copyFileSync, fdatasyncSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { addDays } from '../../source/domain/days/day.ts';
import { readCsv } from '../../source/exchange/csv.ts';
import { importTable } from '../../source/services/tables/import.ts';
import {
  closeProject,
  createProject,
  openProject,
  tidyProject,
} from '../../source/services/project/project-file.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { writeCopy } from '../../source/store/safety/backup.ts';
import { openStore } from '../../source/store/file/open.ts';
import { copyOf } from './commands.ts';
import { benchDay, Entries } from './entries.ts';
import { workFolder, type Generated } from './generate.ts';
import { against, againstAt, at } from './measure.ts';
import { chanceFrom, writerOf } from './words.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { Group } from './commands.ts';
import type { Subject } from './measure.ts';

export const sized = (name: string, { records }: { records: number }): string => `${name} @${records}`;
export const scratch = (name: string): string => path.join(workFolder(), `${process.pid}-${name}`);

export function timed(work: () => void): number[] {
  const start = performance.now();
  work();
  return [performance.now() - start];
}

/** One record at a time, for good: the whole of the service's transaction against the disk alone. */
export function writeGroup(size: Generated, rounds: number): Group {
  const text = writerOf(chanceFrom(0x5eed0005));
  const page = Buffer.alloc(24 * 1024, 1);
  let project: Project | null = null;
  let log: number | null = null;
  const [commit, floor] = [sized('commit', size), 'write 24 KiB + fdatasync'];
  return {
    title: 'Writing',
    rounds,
    subjects: [
      {
        name: commit,
        measure: () => {
          project ??= openProject(copyOf(size), {});
          const values = { title: text(60), notes: text(200), due: addDays(benchDay, 90) };
          const opened = project;
          const taken = timed(() => addRecord(opened, 'action', values));
          // As the console does between two keys.
          tidyProject(opened);
          return taken;
        },
      },
      {
        name: floor,
        measure: () => {
          log ??= openSync(scratch('log'), 'w');
          const file = log;
          return timed(() => {
            writeSync(file, page);
            fdatasyncSync(file);
          });
        },
      },
    ],
    goals: [
      {
        row: '12',
        name: 'commit ÷ write + fdatasync, median',
        figure: againstAt(commit, floor, 0.5),
        unit: '×',
        gate: 1.5,
        stretch: 1.1,
      },
      {
        row: '12',
        name: 'commit ÷ write + fdatasync, p95',
        figure: againstAt(commit, floor, 0.95),
        unit: '×',
        gate: 2.5,
        stretch: 1.8,
      },
      { row: '12', name: 'commit, worst', figure: at(commit, 1), unit: 'ms', gate: 40, stretch: 10 },
    ],
  };
}

/** A table of actions into an empty project, with search text and without. */
export function importGroup(rows: number, rounds: number): Group {
  const table = Buffer.from(csvOf(rows));
  const subject = (name: string, searchLater: boolean): Subject => ({
    name,
    measure: () => {
      const file = scratch('import.luotsi');
      removeFile(file);
      const project = createProject(file, { title: 'Tuonti' }, {});
      const options = {
        register: 'action',
        maps: [],
        dryRun: false,
        skipBad: false,
        createMissing: false,
        language: 'fi',
      } as const;
      const taken = timed(() => {
        const source = { path: 'rows.csv', table: readCsv(table, 'rows.csv') };
        const { added } = importTable({ ...project, searchLater }, source, options);
        if (added !== rows) throw new Error(`${added} of ${rows} rows were added`);
      });
      closeProject(project);
      removeFile(file);
      return taken;
    },
  });
  const [whole, bare] = [`import of ${rows} rows`, `import of ${rows} rows, no search text`];
  return {
    title: 'Import',
    rounds,
    subjects: [subject(whole, false), subject(bare, true)],
    goals: [
      {
        row: '13',
        name: 'import with search text ÷ without',
        figure: against(whole, bare),
        unit: '×',
        gate: 4.2,
        stretch: 3.5,
      },
    ],
  };
}

export function csvOf(rows: number): string {
  const lines = ['title;due;notes'];
  for (const { register, values } of new Entries(rows * 4).all()) {
    if (register === 'action' && lines.length <= rows)
      lines.push(
        `${String(values['title'])} ${lines.length};${String(values['due'])};${String(values['notes'])}`,
      );
  }
  return `${lines.slice(0, rows + 1).join('\n')}\n`;
}

export const removeFile = (file: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
};

function flush(target: string): void {
  const file = openSync(target, 'r+');
  fsyncSync(file);
  closeSync(file);
}

export function fileGroup(size: Generated, rounds: number): Group {
  const target = scratch('backup.luotsi');
  const whole = sized('backup, read back', size);
  const [backup, floor, bytes] = [
    sized('backup', size),
    sized('copy + fsync', size),
    sized('file ÷ without search text', size),
  ];
  return {
    title: 'File',
    rounds,
    subjects: [
      {
        name: whole,
        measure: () => {
          const store = openStore(size.file);
          const taken = timed(() => void writeCopy(store, target));
          store.database.close();
          removeFile(target);
          return taken;
        },
      },
      {
        name: backup,
        measure: () => {
          const store = openStore(size.file);
          const taken = timed(() => {
            store.sql('VACUUM INTO ?').run(target);
            flush(target);
          });
          store.database.close();
          removeFile(target);
          return taken;
        },
      },
      {
        name: floor,
        measure: () => {
          const taken = timed(() => {
            copyFileSync(size.file, target);
            flush(target);
          });
          removeFile(target);
          return taken;
        },
      },
      { name: bytes, measure: () => [shareOfSearch(size)] },
    ],
    goals: [
      {
        row: '14',
        name: 'backup ÷ copy + fsync',
        figure: against(whole, floor),
        unit: '×',
        gate: 4,
        stretch: 3.3,
      },
      { row: '14', name: 'its copying without the reading back', figure: against(backup, floor), unit: '×' },
      {
        row: '15',
        name: 'file ÷ the same without search text',
        figure: at(bytes, 0.5),
        unit: '×',
        gate: 2.1,
        stretch: 1.9,
      },
    ],
  };
}

function shareOfSearch({ file }: Generated): number {
  const store = openStore(file);
  const pages = (condition: string): number =>
    Number(store.sql(`SELECT sum(pgsize) AS bytes FROM dbstat WHERE ${condition}`).get()?.['bytes']);
  const share = pages('1') / pages(`name NOT GLOB 'search_*'`);
  store.database.close();
  return share;
}
