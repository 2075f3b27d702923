// Bundles source/cli.ts into dist/. One bundle starts several times faster than a tree of packages, and what
// the first frame does not need stays in chunks of its own, loaded by `import()`.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { chunksTogether, loadedLater } from './chunks.js';
import { asCommonJs } from './common-js.js';
import { chunksAtHand, chunksByWork } from './files.js';
import { inkFrames } from './ink-frames.js';
import { thirdPartyNotices } from './notices.js';
import { replaced } from './replaced.js';
import {
  builtinsAsked,
  inkWithoutDevtools,
  quickStringWidth,
  sqliteWithin,
  yogaWithoutFetch,
} from './patches.js';

const root = path.dirname(import.meta.dirname);
const dist = path.join(root, 'dist');

/** What charts are drawn with; source/drawing-files.ts looks for it. @type {readonly (readonly [string, string])[]} */
const drawingFiles = [
  ['resvg.wasm', 'node_modules/@resvg/resvg-wasm/index_bg.wasm'],
  ['charts.ttf', 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'],
];

/** Builds and returns esbuild's metafile. Files whose content is the same are left alone, see `replaceFiles`. */
export async function build() {
  const { files: code, metafile } = await bundle('source/cli.ts');
  /** @type {Map<string, string | Uint8Array>} */
  const files = new Map();
  for (const [name, file] of drawingFiles) files.set(name, await readFile(path.join(root, file)));
  const packages = drawingFiles.map(([, file]) => file);
  files.set(
    'THIRD-PARTY-NOTICES.txt',
    await thirdPartyNotices(root, [...Object.keys(metafile.inputs), ...packages]),
  );
  for (const [name, contents] of code) files.set(name, contents);
  await replaceFiles(dist, files);
  return metafile;
}

/**
 * Bundles as `build` does, and leaves the writing to the caller.
 * @param {string} entry @returns the files' contents by name, the entry last, and esbuild's metafile of their ES form
 */
export async function bundle(entry) {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: dist,
    entryNames: '[name]',
    chunkNames: 'chunk-[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    // Left to itself esbuild makes patterns over letters anew at every call.
    supported: { 'regexp-unicode-property-escapes': true, 'regexp-set-notation': true },
    jsx: 'automatic',
    // React's development build takes three times the processor time a key.
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta': 'importMeta' },
    plugins: [
      replaced(root),
      loadedLater(root),
      chunksTogether(root),
      builtinsAsked,
      sqliteWithin,
      inkWithoutDevtools,
      inkFrames,
      yogaWithoutFetch,
      quickStringWidth,
    ],
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const chunks = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file, '.js'), text]));
  const files = asCommonJs(chunks, path.parse(entry).name, chunksAtHand(metafile), chunksByWork(metafile));
  return { files, metafile };
}

/**
 * Several builds may run at once, or while the program does: what stays the same is not touched, the entry is the
 * last of the code, and chunks that nothing names any more go after it.
 * @param {string} folder @param {ReadonlyMap<string, string | Uint8Array>} files
 */
async function replaceFiles(folder, files) {
  await mkdir(folder, { recursive: true });
  for (const [name, contents] of files) {
    const present = await readFile(path.join(folder, name)).catch(() => null);
    if (present === null || !present.equals(Buffer.from(contents)))
      await writeFile(path.join(folder, name), contents);
  }
  for (const name of await readdir(folder)) {
    if (!files.has(name)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
