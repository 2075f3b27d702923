// What the build changes in other people's packages and in how Node's own modules are asked for: esbuild plugins, each
// for a cost at every start or every key that was measured.
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { oneCellEach } from './ink-frames.js';
import { replaceOnce } from './replace-once.js';
import { segmentersWhenAsked } from './when-asked.js';

/**
 * An ES module that imports one of Node's own makes Node read every export of it, also those behind getters that load
 * more (fs.promises, crypto.webcrypto, the streams): 25 ms at every start. Asked for the module itself, Node loads
 * what is used.
 */
export const builtinsAsked = {
  name: 'builtins-asked',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    const names = new Set(builtinModules);
    // signal-exit has its arguments checked by it, which our build need not: seven files of Node's own.
    plugin.onResolve({ filter: /^assert$/ }, ({ importer }) =>
      /[\\/]signal-exit[\\/]/.test(importer) ? { path: 'assert', namespace: 'unchecked' } : null,
    );
    plugin.onLoad({ filter: /.*/, namespace: 'unchecked' }, () => ({
      contents: 'module.exports = { equal() {} };',
    }));
    plugin.onResolve({ filter: /^(node:)?[a-z\d_/]+$/ }, ({ path: name, kind }) => {
      const bare = name.replace(/^node:/, '');
      const namespace = kind === 'require-call' ? 'builtin-required' : 'builtin';
      return names.has(bare) ? { path: bare, namespace } : null;
    });
    plugin.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path: name }) => ({
      contents: askedLate.has(name) ? askedWhenCalled(name) : onlyWhatIsUsed(name),
    }));
    plugin.onLoad({ filter: /.*/, namespace: 'builtin-required' }, ({ path: name }) => ({
      contents: `module.exports = ${asked(name)};`,
    }));
  },
};

/** @param {string} name */
const asked = (name) => `process.getBuiltinModule(${JSON.stringify(`node:${name}`)})`;

/**
 * As CommonJS a builtin would be given by a copy of all its properties to each file that imports it.
 * @param {string} name
 */
function onlyWhatIsUsed(name) {
  const keys = Object.keys(Object.getOwnPropertyDescriptors(process.getBuiltinModule(`node:${name}`) ?? {}));
  const own = keys
    .filter((key) => /^[a-z]\w*$/i.test(key) && key !== 'default')
    .map(
      (key) =>
        `const own_${key} = /* @__PURE__ */ (() => ${asked(name)}.${key})();\nexport { own_${key} as ${key} };`,
    );
  return [...own, `export default /* @__PURE__ */ (() => ${asked(name)})();`].join('\n');
}

/** Builtins of which only functions and plain values are used, so that they need not be read before they are called. */
const askedLate = new Set(['child_process', 'crypto', 'fs', 'os', 'path', 'readline/promises', 'url']);

/**
 * node:crypto alone costs 8 ms, and only what writes needs it: functions ask for their module when they are called.
 * @param {string} name
 */
function askedWhenCalled(name) {
  const functions = Object.keys(
    Object.getOwnPropertyDescriptors(process.getBuiltinModule(`node:${name}`) ?? {}),
  )
    .filter((key) => /^[a-z]\w*$/.test(key) && key !== 'promises' && key !== 'default')
    .map((key) =>
      key === 'sep' || key === 'delimiter' || key === 'constants'
        ? `export const ${key} = /* @__PURE__ */ (() => ${asked(name)}.${key})();`
        : `export const ${key} = (...given) => ${asked(name)}.${key}(...given);`,
    );
  const whole = `export default new Proxy({}, { get: (_, key) => ${asked(name)}[key] });`;
  return [...functions, whole].join('\n');
}

/** Rows of one statement from which on it is quicker to have a function compiled for them. */
const manyRows = 300;

/** What better-sqlite3 can do and Luotsi does without: a third of its code. */
const unusedMethods = ['aggregate', 'backup', 'explain', 'serialize', 'table'];

/** The binary's exports. */
const native = `
  const native = (filename) => {
    const addon = { exports: {} };
    process.dlopen(addon, filename);
    return addon.exports;
  };`;

/**
 * For each statement better-sqlite3 compiles a function that makes its rows. That pays for hundreds of rows; most
 * statements give a few, and compiling takes as long as the statement.
 * @param {string} contents of database.js
 */
const rowsWithoutCompiling = (contents) =>
  replaceOnce(
    contents,
    /^function rowFactory\(\.\.\.keys\) \{\n(\tif [\s\S]*?\n\t\}\n)\treturn (\(\.\.\.values\) => \{[\s\S]*?\n\t\});\n\}\n/m,
    `function compiledRowFactory(keys) {\n$1\treturn null;\n}
function rowFactory(...keys) {
	const plain = $2;
	let rows = 0;
	let make = plain;
	return (...values) => {
		rows += 1;
		if (rows === ${manyRows}) make = compiledRowFactory(keys) ?? plain;
		return make(...values);
	};
}
`,
  );

/**
 * Which C library there is it finds in the list of all that the process has mapped: half a millisecond. Where the usual
 * loader of the one stands and that of the other does not, nothing else is asked.
 * @param {string} contents of binding.js
 */
const knowingLibc = (contents) =>
  replaceOnce(
    contents,
    /^\t\/\/ Look at which libc loader is mapped.*$/m,
    `\tconst loaders = process.arch === 'x64' ? ['/lib64/ld-linux-x86-64.so.2', '/lib/ld-musl-x86_64.so.1'] : ['/lib/ld-linux-aarch64.so.1', '/lib/ld-musl-aarch64.so.1'];\n\tif (fs.existsSync(loaders[0]) && !fs.existsSync(loaders[1])) return false;`,
  );

/**
 * better-sqlite3 is seven small CommonJS modules around one native binary: found and read one by one they cost 5 ms at
 * every start. Its binary stays where npm put it, beside this package's other dependencies or above it.
 */
export const sqliteWithin = {
  name: 'sqlite-within',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]better-sqlite3[\\/]lib[\\/]database\.js$/ }, async ({ path: file }) => {
      let contents = await readFile(file, 'utf8');
      for (const name of unusedMethods)
        contents = replaceOnce(
          contents,
          new RegExp(`^\\tDatabase\\.prototype\\.${name} = require\\(.*\\);\\n`, 'm'),
          '',
        );
      return { contents: rowsWithoutCompiling(contents) };
    });
    plugin.onLoad({ filter: /[\\/]better-sqlite3[\\/]lib[\\/]binding\.js$/ }, async ({ path: file }) => {
      const found = `(() => {
        for (const up of ['../node_modules', '../..']) {
          const folder = path.join(__dirname, up, 'better-sqlite3', 'lib');
          if (fs.existsSync(folder)) return folder;
        }
        return path.dirname(require.resolve('better-sqlite3'));
      })()`;
      const contents = (await readFile(file, 'utf8'))
        .replaceAll('__dirname', 'folder()')
        // To `require` it asks for its place once more, folder by folder: a millisecond.
        .replaceAll('DEFAULT_ADDON = require(', 'DEFAULT_ADDON = native(')
        .replace(
          "const path = require('path');",
          `const path = require('path');\nlet known;\nconst folder = () => (known ??= ${found});\n${native}`,
        );
      return {
        contents: replaceOnce(knowingLibc(contents), /if \(require\.main === module\) \{[\s\S]*\}\s*$/, ''),
      };
    });
  },
};

/**
 * Ink connects to React's developer tools when DEV=true. Users don't have that package, and the branch's
 * top-level await would hold up every start.
 */
export const inkWithoutDevtools = {
  name: 'ink-without-devtools',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]ink[\\/]build[\\/]reconciler\.js$/ }, async ({ path: file }) => ({
      contents: replaceOnce(
        await readFile(file, 'utf8'),
        /^if \(process\.env\['DEV'\] === 'true'\) \{\n[\s\S]*?\n\}\n/gm,
        '',
      ),
    }));
  },
};

/**
 * Yoga, Ink's layout engine, reads its WebAssembly through `fetch(data:…)`, and so makes Node load its whole
 * HTTP client: 40 ms at every start. Given the bytes, it asks for nothing and is ready at once.
 */
export const yogaWithoutFetch = {
  name: 'yoga-without-fetch',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    const binary = /(\w+)="data:application\/octet-stream;base64,([^"]+)"/;
    plugin.onLoad({ filter: /[\\/]yoga-wasm-base64-esm\.js$/ }, async ({ path: file }) => {
      const loader = await readFile(file, 'utf8');
      const bytes = binary.exec(loader)?.[2];
      // The loader asks for its binary's name before it looks at `instantiateWasm`; the name may be empty.
      const contents = replaceOnce(loader, binary, '$1="data:application/octet-stream;base64,"');
      return { contents: `${contents}\nexport const wasmBase64 = ${JSON.stringify(bytes)};` };
    });
    plugin.onLoad({ filter: /[\\/]yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/ }, ({ path: file }) => ({
      resolveDir: path.dirname(file),
      contents: `
        import loadYoga, { wasmBase64 } from '../binaries/yoga-wasm-base64-esm.js';
        import wrapAssembly from './wrapAssembly.js';
        const library = {
          instantiateWasm(imports, done) {
            const module = new WebAssembly.Module(Buffer.from(wasmBase64, 'base64'));
            const instance = new WebAssembly.Instance(module, imports);
            done(instance);
            return instance.exports;
          },
        };
        loadYoga(library);
        export default wrapAssembly(library);
        export * from './generated/YGEnums.js';`,
    }));
  },
};

/** @param {string} contents of string-width */
const patternsWhenAsked = (contents) =>
  segmentersWhenAsked(contents).replaceAll(/^(const \w+ = )(\/.*\\p\{.*\/\w+);$/gm, '$1whenAsked(() => $2);');

/**
 * Ink measures every row at every key, and string-width takes each row apart grapheme by grapheme: a third of the time
 * that a key costs. Rows of Latin letters and the console's own signs, which most are, need only be counted
 * (widgets/lines/text.ts counts by the same rule, and its test holds it to string-width).
 */
export const quickStringWidth = {
  name: 'quick-string-width',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    const start = /(export default function stringWidth\(input, options = \{\}\) \{\n)/;
    plugin.onLoad({ filter: /node_modules[\\/]string-width[\\/]index\.js$/ }, async ({ path: file }) => ({
      contents: `${replaceOnce(
        patternsWhenAsked(await readFile(file, 'utf8')),
        start,
        `$1  const quick = quickWidth(input, options);\n  if (quick !== null) return quick;\n`,
      )}
        const oneCellEach = /${oneCellEach}/;
        const styles = /\\x1b\\[[\\d;]*m/g;
        function quickWidth(input, options) {
          if (typeof input !== 'string' || options.countAnsiEscapeCodes || options.ambiguousIsNarrow === false) return null;
          const plain = input.includes('\\x1b') ? input.replace(styles, '') : input;
          return oneCellEach.test(plain) ? plain.length : null;
        }`,
    }));
  },
};
