// Makes a zip per platform that runs from a user's folder, without Node or administrator's rights:
// `npm run portable [-- PLATFORM… --out FOLDER --level 0…9]`.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { build } from './build.js';
import { targets } from './portable-targets.js';

const root = path.dirname(import.meta.dirname);
const executable = 0o755;
const plain = 0o644;
/** In a zip, the upper half of a file's attributes is its mode on Unix, which 3 stands for; 0o100000 is a file. */
const unix = 3;
const regular = 0o100000;

/** @typedef {import('./portable-targets.js').Target} Target */
/** @typedef {{ contents: Uint8Array, mode?: number }} Packed */

/** The files of a tar archive (all shorter than 8 GiB, no long names) by their path. @param {Uint8Array} archive */
function filesOfTar(archive) {
  const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const text = (/** @type {number} */ from, /** @type {number} */ length) =>
    buffer.toString('latin1', from, from + length).replace(/\0[^]*$/, '');
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  for (let at = 0; at + 512 <= buffer.length && buffer[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    files.set(text(at, 100), buffer.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/** A package's files as its registry has them; npm holds the archive to its integrity. @param {string} specifier */
async function filesOfPackage(specifier) {
  const folder = await mkdtemp(path.join(tmpdir(), 'luotsi-portable-'));
  try {
    const words = ['pack', '--prefer-offline', '--silent', '--pack-destination', folder, specifier];
    await promisify(execFile)('npm', words, { shell: process.platform === 'win32' });
    const [archive] = await readdir(folder);
    if (archive === undefined) throw new Error(`npm brought nothing for ${specifier}.`);
    return filesOfTar(gunzipSync(await readFile(path.join(folder, archive))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Node's binary and licence. @param {Target} target @returns {Promise<Map<string, Packed>>} */
async function nodeFiles({ node }) {
  const files = await filesOfPackage(`${node.package}@${node.version}`);
  const binary = files.get(`package/bin/${node.file}`);
  const digest = createHash('sha256')
    .update(binary ?? '')
    .digest('hex');
  if (binary === undefined || digest !== node.digest)
    throw new Error(`${node.package} ${node.version} holds ${digest}, not ${node.digest}: it is left out.`);
  const licence = files.get('package/LICENSE') ?? (await licenceOfNode());
  return new Map([
    [`node/${node.file}`, { contents: binary, mode: executable }],
    ['node/LICENSE', { contents: licence }],
  ]);
}

/** Windows' package comes without the licence; the text is the same for every platform. */
async function licenceOfNode() {
  const other = targets.find(({ name }) => name === 'linux-x64');
  const files = await filesOfPackage(`${other?.node.package}@${other?.node.version}`);
  const licence = files.get('package/LICENSE');
  if (licence === undefined) throw new Error('No package of Node holds its licence.');
  return licence;
}

/** Everything under a folder of this clone. @param {string} folder @returns {Promise<[string, Packed][]>} */
async function filesUnder(folder) {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      const inside = path.relative(root, file).replaceAll(path.sep, '/');
      return /** @type {[string, Packed]} */ ([`app/${inside}`, { contents: await readFile(file) }]);
    }),
  );
}

/** @param {Target} target @returns {Promise<Map<string, Packed>>} */
async function filesOf(target) {
  const read = async (/** @type {string} */ file) => readFile(path.join(root, file));
  const sqlite = 'node_modules/better-sqlite3';
  const startText = await readFile(path.join(root, 'bin/start', target.start.from), 'utf8');
  const windows = target.start.to.endsWith('.cmd');
  const asThere = (/** @type {string} */ text) => (windows ? text.replaceAll('\n', '\r\n') : text);
  const readme = await readFile(path.join(root, 'bin/start/README.txt'), 'utf8');
  return new Map([
    [target.start.to, { contents: Buffer.from(asThere(startText)), mode: executable }],
    ['README.txt', { contents: Buffer.from(asThere(readme)) }],
    ['LICENSE', { contents: await read('LICENSE') }],
    ...(await nodeFiles(target)),
    ['app/package.json', { contents: await read('package.json') }],
    ['app/bin/luotsi.cjs', { contents: await read('bin/luotsi.cjs') }],
    ...(await filesUnder('dist')),
    ...(await filesUnder('data')),
    ...(await filesUnder(`${sqlite}/lib`)),
    [`app/${sqlite}/package.json`, { contents: await read(`${sqlite}/package.json`) }],
    [`app/${sqlite}/LICENSE`, { contents: await read(`${sqlite}/LICENSE`) }],
    [
      `app/${sqlite}/prebuilds/${target.native}`,
      { contents: await read(`${sqlite}/prebuilds/${target.native}`) },
    ],
  ]);
}

/** @param {Map<string, Packed>} files @param {number} level how hard to press, 0 to 9 */
function zipped(files, level) {
  /** @type {import('fflate').Zippable} */
  const entries = {};
  for (const [name, { contents, mode = plain }] of files)
    entries[`luotsi/${name}`] = [contents, { os: unix, attrs: ((regular | mode) << 16) >>> 0 }];
  return zipSync(entries, { level: /** @type {6} */ (level) });
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: path.join(root, 'portable') },
      // What is only to be looked at need not be pressed, which takes most of the time.
      level: { type: 'string', default: '6' },
    },
  });
  const unknown = positionals.filter((name) => targets.every((target) => target.name !== name));
  if (unknown.length > 0)
    throw new Error(
      `No zip is made for ${unknown.join(', ')}: ${targets.map(({ name }) => name).join(', ')}.`,
    );
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  );
  await build();
  await mkdir(values.out, { recursive: true });
  for (const target of targets) {
    if (positionals.length > 0 && !positionals.includes(target.name)) continue;
    const file = path.join(values.out, `luotsi-${version}-${target.name}.zip`);
    const archive = zipped(await filesOf(target), Number(values.level));
    await writeFile(file, archive);
    console.log(`${path.relative(process.cwd(), file)}  ${(archive.length / 2 ** 20).toFixed(1)} MiB`);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
