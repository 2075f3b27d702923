import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../bin/build.js';
import { makePrivateHome } from './private-home.ts';
import { runProgram } from './run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A program built so that a run tells which modules were evaluated in it, by their paths from the root. */
export async function tellingProgram(): Promise<(...words: string[]) => Promise<string[]>> {
  const home = makePrivateHome();
  const place = path.join(home.folder, 'program');
  const told = path.join(home.folder, 'told');
  for (const folder of ['bin', 'dist']) mkdirSync(path.join(place, folder), { recursive: true });
  for (const shared of ['data', 'node_modules'])
    symlinkSync(path.join(root, shared), path.join(place, shared));
  copyFileSync(path.join(root, 'bin/luotsi.cjs'), path.join(place, 'bin/luotsi.cjs'));
  const { files } = await bundle('source/cli.ts');
  for (const [name, contents] of files)
    // esbuild says above each module's code what it is of.
    writeFileSync(
      path.join(place, 'dist', name),
      contents.replaceAll(
        /^ *\/\/ (\S+\.(?:[cm]?js|tsx?|json))$/gm,
        (_, module: string) => `told(${JSON.stringify(module)});`,
      ),
    );
  const tell = path.join(place, 'tell.cjs');
  writeFileSync(
    tell,
    `const modules = []; globalThis.told = (one) => modules.push(one);
     process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(modules)));`,
  );
  return async (...words) => {
    const launcher = path.join(place, 'bin/luotsi.cjs');
    const { code, stderr } = await runProgram(process.execPath, ['--require', tell, launcher, ...words], {
      home,
    });
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(readFileSync(told, 'utf8')) as string[];
  };
}
