import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { writeWorkbook } from '../../source/exchange/workbook.ts';
import { closeProject, createProject } from '../../source/services/project/project-file.ts';
import { launcher } from '../support/run.ts';
import { against } from './measure.ts';
import { csvOf, removeFile, scratch } from './store.ts';
import type { Group } from './commands.ts';
import type { Subject } from './measure.ts';

/** The whole command on a file of its own: how long, and how much memory at most, beside Node's own. */
export function tableGroup(rows: number, rounds: number): Group {
  const text = scratch('table.csv');
  const book = scratch('table.xlsx');
  const made = async (): Promise<void> => {
    if (existsSync(book)) return;
    const lines = csvOf(rows)
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(';'));
    writeFileSync(text, lines.map((cells) => cells.join(';')).join('\n'));
    const [headings = [], ...cells] = lines;
    const sheet = {
      name: 'Taulukko',
      headings,
      rows: cells.map((row) => row.map((one) => ({ kind: 'text', text: one }) as const)),
    };
    writeFileSync(book, await writeWorkbook([sheet]));
  };
  const command = (name: string, file: string, figure: 'time' | 'memory'): Subject => ({
    name: `${name} ${figure}`,
    measure: async () => {
      await made();
      const project = scratch('table.luotsi');
      removeFile(project);
      closeProject(createProject(project, { title: 'Tuonti' }, {}));
      const taken = ran([launcher, 'import', file, '--as', 'action', '--file', project, '--json']);
      removeFile(project);
      return [taken[figure]];
    },
  });
  const bare = (figure: 'time' | 'memory'): Subject => ({
    name: `node -e 0 ${figure}`,
    measure: () => [ran(['-e', '0'])[figure]],
  });
  const [csv, xlsx] = [`import of ${rows} rows .csv`, `import of ${rows} rows .xlsx`];
  const goal = (name: string, floor: string, figure: string, gate: number, stretch: number) =>
    ({
      row: '13',
      name: `${name} ${figure} ÷ ${floor}`,
      figure: against(`${name} ${figure}`, floor),
      unit: '×',
      gate,
      stretch,
    }) as const;
  return {
    title: 'Tables by the command',
    rounds,
    subjects: (['time', 'memory'] as const).flatMap((figure) => [
      command(csv, text, figure),
      command(xlsx, book, figure),
      bare(figure),
    ]),
    goals: [
      goal(csv, 'node -e 0 memory', 'memory', 8, 5),
      goal(xlsx, 'node -e 0 memory', 'memory', 14, 9),
      goal(xlsx, `${csv} time`, 'time', 2, 1.5),
    ],
  };
}

/** Milliseconds and the most megabytes that a run of Node took. */
function ran(words: readonly string[]): { time: number; memory: number } {
  const told = `data:text/javascript,process.on('exit',()=>process.stderr.write('most='+process.resourceUsage().maxRSS))`;
  const start = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ['--import', told, ...words], { encoding: 'utf8' });
  const time = performance.now() - start;
  const memory = Number(/most=(\d+)$/.exec(stderr)?.[1]) / 1024;
  if (status !== 0 || Number.isNaN(memory))
    throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  return { time, memory };
}
