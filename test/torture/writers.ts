import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { draftOf } from '../../source/services/writing/drafts.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { compiledCode } from '../support/private-home.ts';

const source = fileURLToPath(new URL('../support/writer-probe.ts', import.meta.url));
// Beside data/, as all that is built; a thousand processes that each read two hundred files would be slow, not harder to kill.
// Each part of the torture has its own: a file that another is just writing is an empty program.
const probe = fileURLToPath(new URL(`../../dist/writer-probe-${process.pid}.mjs`, import.meta.url));
process.on('exit', () => rmSync(probe, { force: true }));

buildSync({
  entryPoints: [source],
  outfile: probe,
  bundle: true,
  platform: 'node',
  format: 'esm',
  external: ['better-sqlite3'],
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
  },
  logLevel: 'error',
});

/** What a writer has said to be on disk: its steps, and the number of its draft as it last kept it. */
export interface Said {
  steps: number[];
  draft: number;
  errors: string;
}

/** A process that writes until it is killed or done. */
export function startWriter(path: string, ...words: string[]) {
  const child = spawn(process.execPath, [probe, path, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiledCode },
  });
  const said: Said = { steps: [], draft: 0, errors: '' };
  let rest = '';
  const stepped = Promise.withResolvers<void>();
  child.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('draft ')) said.draft = Number(line.slice(6));
      else said.steps.push(Number(line));
    }
    if (said.steps.length > 0) stepped.resolve();
  });
  child.stderr.on('data', (data: Buffer) => (said.errors += data.toString()));
  return {
    child,
    said,
    spoken: once(child.stdout, 'data'),
    stepped: stepped.promise,
    ended: once(child, 'close'),
  };
}

/** The last draft that was said to be kept. */
export interface Draft {
  readonly title: string;
  readonly number: number;
}

export interface Aftermath {
  readonly lost: number;
  readonly problems: readonly string[];
}

/** Opens the file as the next start would: is it whole, and is every step there that was said to be on disk, and the draft? */
export function aftermath(
  path: string,
  acknowledged: readonly number[],
  thorough: boolean,
  draft: Draft | null = null,
): Aftermath {
  const project = openProject(path, {});
  try {
    const rows = project.store.sql('SELECT seq FROM step').all();
    const there = new Set(rows.map(({ seq }) => Number(seq)));
    const kept = draft === null ? null : draftOf(project, 'storm');
    // A writer that was stopped before its first draft has said none.
    const isThere =
      draft === null ||
      draft.number === 0 ||
      (kept?.texts['title'] === draft.title && Number(kept.texts['number']) >= draft.number);
    const lost = acknowledged.filter((step) => !there.has(step)).length + (isThere ? 0 : 1);
    if (!thorough) return { lost, problems: [] };
    const wrong = examineProject(project, false).findings.filter(({ count }) => count > 0);
    return { lost, problems: wrong.map((finding) => JSON.stringify(finding)) };
  } finally {
    closeStore(project.store);
  }
}
