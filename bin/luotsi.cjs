#!/usr/bin/env node
// The launcher. Its syntax is such that an old Node parses it too: it has to live long enough to say that it is
// too old, before better-sqlite3's native part gets to crash it. It is CommonJS, as what is built is: an ES module at
// the start costs Node its second loader.
'use strict';

const OLDEST_MAJOR = 22;
const OLDEST_MINOR = 12;

const entry = `${__dirname}/../dist/cli.cjs`;
const present = process.versions.node;

if (nodeIsTooOld(present)) {
  const needed = `${OLDEST_MAJOR}.${OLDEST_MINOR}`;
  refuse(
    `Luotsi tarvitsee Node.js-version ${needed} tai uudemman (tämä on ${present}): asenna se osoitteesta https://nodejs.org ja käynnistä Luotsi uudelleen.`,
    `Luotsi needs Node.js ${needed} or newer (this is ${present}): install it from https://nodejs.org and start Luotsi again.`,
  );
} else if (!require('fs').existsSync(entry)) {
  refuse(
    'Luotsia ei ole vielä koottu: aja sen kansiossa npm install && npm run build.',
    'Luotsi has not been built yet: run npm install && npm run build in its folder.',
  );
} else {
  keepCompiledCode();
  require(entry);
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
 * Compiled code kept between runs makes every start quicker; without a place to keep it all still works. Node keeps of
 * each file what the first run with it needed, so what is done every day has a place of its own.
 */
function keepCompiledCode() {
  const folder = cacheFolder();
  if (!folder) return;
  const [first = '--console', ...others] = process.argv.slice(2);
  const everyDay = new Set(['today', 'find', 'list', 'add', 'undo', '--console', '--file']);
  const kind = [first, ...others].find((word) => everyDay.has(word)) || 'other';
  require('module').enableCompileCache(`${folder}/luotsi/compiled/${kind}`);
}

function cacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  if (XDG_CACHE_HOME || process.platform === 'win32') return XDG_CACHE_HOME || LOCALAPPDATA;
  return HOME && `${HOME}/${process.platform === 'darwin' ? 'Library/Caches' : '.cache'}`;
}
