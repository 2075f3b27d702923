// The bundle contains other people's packages; their licences ask that the notice goes along.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The licence text of every package whose files ended up in what is built.
 * @param {string} root @param {readonly string[]} files
 */
export async function thirdPartyNotices(root, files) {
  const folders = files.map(packageFolder).filter((folder) => folder !== undefined);
  const notices = [];
  for (const folder of [...new Set(folders)].toSorted())
    notices.push(await notice(root, path.join(root, folder)));
  return notices.join(`\n${'-'.repeat(80)}\n\n`);
}

/** @param {string} file */
function packageFolder(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** A package may name its licence without holding the text: another's copy of the same text goes along then. */
const sameText = new Map([['@resvg/resvg-wasm', 'node_modules/axe-core/LICENSE']]);
/** The Mozilla licence asks that whoever gets the program is told where its source is. */
const sourceOf = new Map([
  ['@resvg/resvg-wasm', 'Unmodified. Its source: https://github.com/yisibl/resvg-js\n\n'],
]);

/** @param {string} root @param {string} folder */
async function notice(root, folder) {
  const description = /** @type {{ name: string, version: string, license: string }} */ (
    JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  );
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const other = sameText.get(description.name);
  const place = file ? path.join(folder, file) : other && path.join(root, other);
  const text = place ? await readFile(place, 'utf8') : '';
  const source = sourceOf.get(description.name) ?? '';
  return `${description.name} ${description.version} (${description.license})\n\n${source}${text.trim()}\n`;
}
