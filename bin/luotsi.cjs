#!/usr/bin/env node
// The launcher. Its syntax is such that an old Node parses it too: it has to live long enough to say that it is
// too old, before better-sqlite3's native part gets to crash it. It is CommonJS, as what is built is: an ES module at
// the start costs Node its second loader.
'use strict';

const fs = require('fs');

const OLDEST_MAJOR = 22;
const OLDEST_MINOR = 12;

const dist = `${__dirname}/../dist/`;
const entry = 'cli.cjs';
const present = process.versions.node;
const markLength = 16;
const stillMilliseconds = 2000;
const kind = kindOfStart();
const folder = codeFolder();
/** @type {Map<string, { exports: unknown }>} Files of the build that have been run. */
const modules = new Map();
/** @type {{ name: string, mark: string, script: import('vm').Script }[]} Those whose code is to be kept. */
const unkept = [];
/** @type {NodeJS.Timeout | undefined} */
let stillness;
/** Is V8 told to hold the place for new things as large as it is? */
let isLean = false;
const requireHere = Object.assign(
  /** @param {string} name @returns {unknown} */
  (name) => (name.startsWith('./') ? run(name.slice(2)) : require(name)),
  { resolve: require.resolve },
);

if (nodeIsTooOld(present)) {
  const needed = `${OLDEST_MAJOR}.${OLDEST_MINOR}`;
  refuse(
    `Luotsi tarvitsee Node.js-version ${needed} tai uudemman (tämä on ${present}): asenna se osoitteesta https://nodejs.org ja käynnistä Luotsi uudelleen.`,
    `Luotsi needs Node.js ${needed} or newer (this is ${present}): install it from https://nodejs.org and start Luotsi again.`,
  );
} else if (!fs.existsSync(dist + entry)) {
  refuse(
    'Luotsia ei ole vielä koottu: aja sen kansiossa npm install && npm run build.',
    'Luotsi has not been built yet: run npm install && npm run build in its folder.',
  );
} else {
  if (kind === '--console' || kind === '--file') setTimeout(() => hold(true), stillMilliseconds).unref();
  run(entry);
}

/** @param {string} version */
function nodeIsTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < OLDEST_MAJOR || (major === OLDEST_MAJOR && minor < OLDEST_MINOR);
}

/** @param {string} inFinnish @param {string} inEnglish */
function refuse(inFinnish, inEnglish) {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const finnish = /^fi/i.test(LC_ALL || LC_MESSAGES || LANG || '');
  process.stderr.write(`${finnish ? inFinnish : inEnglish}\n`);
  process.exitCode = 1;
}

/**
 * Runs a file of the build as `require` does, with the code that V8 made of it in an earlier run. Node's own
 * cache of compiled code holds what is compiled as the file is read, but not the functions that are called later: those
 * would be compiled anew at each start, which takes longer than all that they do.
 * @param {string} name @returns {unknown} what it exports
 */
function run(name) {
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const source = fs.readFileSync(dist + name, 'utf8');
  const kept = keptCode(name, markOf(source));
  const script = asAtStart(
    () =>
      new (require('vm').Script)(
        `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
        { filename: dist + name, cachedData: kept },
      ),
  );
  if (kept === undefined || script.cachedDataRejected) keepLater(name, markOf(source), script);
  const module = { exports: {} };
  modules.set(name, module);
  const evaluate = /** @type {(...given: unknown[]) => void} */ (script.runInThisContext());
  evaluate(module.exports, requireHere, module, dist + name, dist);
  return module.exports;
}

/** The build marks each file by its contents. @param {string} source */
function markOf(source) {
  return source.slice(3, 3 + markLength);
}

/**
 * V8 takes damaged code as it is and falls: so a kept file has its code twice, and both must be the same.
 * @param {string} name @param {string} mark
 */
function keptCode(name, mark) {
  if (folder === undefined) return undefined;
  try {
    const file = fs.readFileSync(`${folder}/${name}.code`);
    const middle = (file.length + markLength) / 2;
    const code = file.subarray(markLength, middle);
    return file.toString('latin1', 0, markLength) === mark && code.equals(file.subarray(middle))
      ? code
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Written in a still moment, so that a console that is killed keeps it too, or else at the end.
 * @param {string} name @param {string} mark @param {import('vm').Script} script
 */
function keepLater(name, mark, script) {
  if (folder === undefined) return;
  if (unkept.length === 0) process.once('exit', keep);
  unkept.push({ name, mark, script });
  clearTimeout(stillness);
  stillness = setTimeout(keep, stillMilliseconds);
  stillness.unref();
}

/**
 * Nothing depends on it: where it can't be kept, all is compiled anew. A run that failed has not called what most do; one
 * that a signal ended, such as a console whose window was closed, has.
 */
function keep() {
  if (folder === undefined || (process.exitCode && Number(process.exitCode) < 128)) return;
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const { name, mark, script } of unkept.splice(0)) {
      const code = asAtStart(() => script.createCachedData());
      const written = `${folder}/${name}.${process.pid}`;
      fs.writeFileSync(written, Buffer.concat([Buffer.from(mark), code, code]), { mode: 0o600, flush: true });
      fs.renameSync(written, `${folder}/${name}.code`);
    }
  } catch {}
}

/**
 * What a frame leaves behind lets V8's place for new things grow to 48 MB and more, which it then keeps: a console that has been
 * drawn does as well with what it has. Not before, since a start would pay for it.
 * @param {boolean} lean
 */
function hold(lean) {
  isLean = lean;
  require('v8').setFlagsFromString(`--semi-space-growth-factor=${lean ? 1 : 2}`);
}

/**
 * V8 takes no code that was made under other flags.
 * @template Result @param {() => Result} work @returns {Result}
 */
function asAtStart(work) {
  if (!isLean) return work();
  hold(false);
  try {
    return work();
  } finally {
    hold(true);
  }
}

/** What is done every day has a place of its own, so that a start is given hardly more code than it calls. */
function codeFolder() {
  const place = cacheFolder();
  return place ? `${place}/luotsi/compiled/${kind}` : undefined;
}

/** The verb of every day, or how the console is opened. */
function kindOfStart() {
  const [first = '--console', ...others] = process.argv.slice(2);
  const everyDay = new Set([
    'today',
    'find',
    'list',
    'add',
    'undo',
    '--console',
    '--file',
    '--version',
    '--help',
  ]);
  /** @type {Readonly<Record<string, string>>} */
  const finnish = { tänään: 'today', etsi: 'find', hae: 'find', lisää: 'add', kumoa: 'undo' };
  return (
    [first, ...others].map((word) => finnish[word] || word).find((word) => everyDay.has(word)) || 'other'
  );
}

function cacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  if (XDG_CACHE_HOME || process.platform === 'win32') return XDG_CACHE_HOME || LOCALAPPDATA;
  return HOME && `${HOME}/${process.platform === 'darwin' ? 'Library/Caches' : '.cache'}`;
}
