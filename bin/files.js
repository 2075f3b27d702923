// Which chunks stand together in a file: one file is found and read quicker than several.
import path from 'node:path';
import { firstFrame, isGathered, wholeConsole } from './chunks.js';

/**
 * What a day's work calls, besides the least: it stands in the same file, since finding and reading another takes longer
 * than all that is done in it, and is evaluated when it is called.
 */
const atHand = new Set([
  'finding',
  'searching',
  'hashing',
  'reading',
  'showing',
  'finnishCommands',
  'englishCommands',
]);

/**
 * What stands in one file with all that it imports, by the work that wants it: each file more is half a millisecond, and an
 * added action needed eight, a console thirty.
 */
const works = {
  firstFrame: [`source/${firstFrame}.ts`],
  writing: ['group:writing', 'group:words', 'source/commands/registers/quick-add.ts'],
  console: [`source/${wholeConsole}.tsx`],
};

/**
 * The chunks that stand in the entry's file, by their names in esbuild's metafile: those at hand, and what two want of which
 * each comes without the other.
 * @param {import('esbuild').Metafile} metafile
 */
export function chunksAtHand(metafile) {
  const entries = Object.entries(metafile.outputs).filter(([, { entryPoint = '' }]) => {
    const [, group] = /^group:(.*)$/.exec(entryPoint) ?? [];
    return group !== undefined && (atHand.has(group) || isGathered(group));
  });
  const shared = [
    inBoth(metafile, works.firstFrame, works.writing),
    inBoth(metafile, ['group:finnish'], ['group:english']),
  ].flat();
  return [...entries.map(([file]) => file), ...shared].map((file) => path.basename(file, '.js'));
}

/**
 * The chunks of each kind of work, by their names in esbuild's metafile.
 * @param {import('esbuild').Metafile} metafile
 */
export const chunksByWork = ({ outputs }) =>
  Object.fromEntries(
    Object.entries(works).map(([work, entryPoints]) => [
      work,
      filesOf(outputs, entryPoints).map((file) => path.basename(file, '.js')),
    ]),
  );

/** @param {import('esbuild').Metafile['outputs']} outputs @param {readonly string[]} entryPoints */
const filesOf = (outputs, entryPoints) =>
  Object.keys(outputs).filter((file) => entryPoints.includes(outputs[file]?.entryPoint ?? ''));

/**
 * @param {import('esbuild').Metafile} metafile @param {readonly string[]} some entry points
 * @param {readonly string[]} others
 */
function inBoth(metafile, some, others) {
  const closure = closureOf(metafile, others);
  return [...closureOf(metafile, some)].filter((file) => closure.has(file));
}

/**
 * The files of some entry points and all that they import at once.
 * @param {import('esbuild').Metafile} metafile @param {readonly string[]} entryPoints
 */
function closureOf({ outputs }, entryPoints) {
  const files = new Set(filesOf(outputs, entryPoints));
  for (const file of files)
    for (const { path: imported, kind, external } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && external !== true) files.add(imported);
  return files;
}
