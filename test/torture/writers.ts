import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { closeStore } from '../../source/store/open.ts';

const probe = fileURLToPath(new URL('../support/writer-probe.ts', import.meta.url));

/** A process that writes until it is killed or done; `steps` are those that it has said to be on disk. */
export function startWriter(path: string, ...words: string[]) {
  const child = spawn(process.execPath, [probe, path, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'luotsi-test-cache') },
  });
  const said = { steps: [] as number[], errors: '' };
  let rest = '';
  child.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n');
    rest = lines.pop() ?? '';
    said.steps.push(...lines.map(Number));
  });
  child.stderr.on('data', (data: Buffer) => (said.errors += data.toString()));
  return { child, said, ended: once(child, 'close') };
}

export interface Aftermath {
  readonly lost: number;
  readonly problems: readonly string[];
}

/** Opens the file as the next start would: is it whole, and is every step there that was said to be on disk? */
export function aftermath(path: string, acknowledged: readonly number[], thorough: boolean): Aftermath {
  const project = openProject(path, {});
  try {
    const rows = project.store.sql('SELECT seq FROM step').all();
    const there = new Set(rows.map(({ seq }) => Number(seq)));
    const lost = acknowledged.filter((step) => !there.has(step)).length;
    if (!thorough) return { lost, problems: [] };
    const wrong = examineProject(project, false).findings.filter(({ count }) => count > 0);
    return { lost, problems: wrong.map((finding) => JSON.stringify(finding)) };
  } finally {
    closeStore(project.store);
  }
}
