// What the build puts in place of two modules of registers, so that a declaration is evaluated only where it is needed.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';

/** A module that gathers others under names: each of them is loaded when its name is asked for. */
export const gathered = 'registers/declarations';

/** Modules of data that follows from the sources: the build works it out, and what is built has nothing but the data. */
const workedOut = new Set(['registers/summaries']);

/** Modules of a group may export the same name. @param {string} file @param {string} name */
export const nameIn = (file, name) =>
  `${file.replace(/^.*[\\/]source[\\/]/, '').replaceAll(/\W/g, '_')}_${name}`;

/**
 * Modules that the build replaces by what comes of them: the one that gathers others by an object that loads each of them
 * when its name is asked for, data that follows from the sources by the data.
 * @param {string} root
 */
export function replaced(root) {
  return {
    name: 'replaced',
    /** @param {import('esbuild').PluginBuild} plugin */
    setup(plugin) {
      plugin.onLoad({ filter: /[\\/]source[\\/]registers[\\/]\w+\.ts$/ }, async ({ path: file }) => {
        if (file === fileOf(root, gathered)) return { contents: await gathering(file) };
        const data = [...workedOut].find((name) => fileOf(root, name) === file);
        return data === undefined ? null : { contents: await dataOf(file) };
      });
    },
  };
}

/** @param {string} root @param {string} name */
const fileOf = (root, name) => path.join(root, 'source', `${name}.ts`);

/** @param {string} file */
async function gathering(file) {
  const text = await readFile(file, 'utf8');
  const modules = new Map(
    [...text.matchAll(/^import \{ (\w+) \} from '\.\/([\w-]+)\.ts';$/gm)].map(
      ([, name = '', module = '']) => [name, module],
    ),
  );
  const folder = path.posix.dirname(gathered);
  const getters = [...text.matchAll(/^ {2}(?:(\w+): )?(\w+),$/gm)].map(([, key, name = '']) => {
    const own = nameIn(path.join(path.dirname(file), `${modules.get(name)}.ts`), name);
    return `get ${key ?? name}() { return now(import('later:${folder}/${modules.get(name)}')).${own}; },`;
  });
  if (getters.length !== modules.size)
    throw new Error(`${file} can't be read: it imports more than it names.`);
  return `export const declarations = {\n${getters.join('\n')}\n};`;
}

/** What a module exports, evaluated now. @param {string} file */
async function dataOf(file) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [file],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'silent',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  /** @type {unknown} */
  const exports = await import(`data:text/javascript;base64,${code}`);
  return Object.entries(/** @type {object} */ (exports))
    .map(([name, data]) => `export const ${name} = ${JSON.stringify(data)};`)
    .join('\n');
}
