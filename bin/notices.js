// The bundle contains other people's packages; their licences ask that the notice goes along.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The licence text of every package whose code ended up in the bundle.
 * @param {string} root @param {import('esbuild').Metafile} metafile
 */
export async function thirdPartyNotices(root, metafile) {
  const folders = Object.keys(metafile.inputs)
    .map(packageFolder)
    .filter((folder) => folder !== undefined);
  const notices = [];
  for (const folder of [...new Set(folders)].toSorted()) notices.push(await notice(path.join(root, folder)));
  return notices.join(`\n${'-'.repeat(80)}\n\n`);
}

/** @param {string} file */
function packageFolder(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** @param {string} folder */
async function notice(folder) {
  const description = /** @type {{ name: string, version: string, license: string }} */ (
    JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  );
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? await readFile(path.join(folder, file), 'utf8') : '';
  return `${description.name} ${description.version} (${description.license})\n\n${text.trim()}\n`;
}
