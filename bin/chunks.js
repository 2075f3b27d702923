// What is loaded when. esbuild parts what is shared by who shares it: some twenty chunks, a millisecond each, for every
// command. And what everyday reading imports but hardly ever calls would be loaded and evaluated with it.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { gathered, nameIn } from './replaced.js';

/**
 * Modules that are loaded together by the first of them that is called: whoever imports one gets functions that load it
 * then. In the source they are imported like any other. Each exports functions only.
 */
const groups = {
  finding: ['services/reading/listing', 'services/reading/lookup'],
  searching: ['store/search/search', 'services/reading/excerpt'],
  onDay: [
    'services/reading/found-by-number',
    'services/reading/found-on-day',
    'services/reading/latest-figure',
  ],
  hashing: ['store/journal/sha256'],
  reading: ['commands/registers/registers'],
  showing: [
    'services/reading/at-hand',
    'services/reading/get-record',
    'services/reading/record-view',
    'services/writing/step-words',
    'store/records/links',
  ],
  bespoke: ['commands/registers/bespoke'],
  writing: [
    'commands/line/previews',
    'commands/line/written',
    'services/safety/backup',
    'services/layout/layout',
    'services/quick-add/quick-add',
    'services/writing/preview-words',
    'services/writing/records',
    'services/writing/undo',
    'services/writing/verbs',
    'services/writing/warnings',
    'services/writing/write',
    'store/records/derive',
    'store/journal/journal',
    'store/search/search-repair',
    'store/search/search-text',
  ],
  // It opens kept reports, and so brings what unpacks them.
  erasing: ['services/safety/anonymise'],
  looking: ['store/as-of/as-of', 'store/as-of/search-then', 'store/safety/examine', 'store/file/unwritable'],
  words: ['domain/day-words/index', 'domain/recurrence/recurrence', 'domain/recurrence/rule-text'],
};

/** Modules that export one object each, of which properties are asked for. */
const tables = {
  finnish: ['language/fi/index'],
  finnishCommands: ['language/fi/commands'],
  finnishReports: ['language/fi/report'],
  english: ['language/en/index'],
  englishCommands: ['language/en/commands'],
  englishReports: ['language/en/report'],
};

/** All that the least command needs. */
const core = 'commands/run';
export const firstFrame = 'screens/console/open-console';
export const wholeConsole = 'screens/console/run-console';
/** The table of screens made by hand: each is a chunk of its own, loaded when it is first drawn. */
const viewTable = 'screens/views';
/** Loaded by themselves when they change something, and imported by what only reads. */
const partlyReading = new Set(['commands/registers/steps']);

/** Is it loaded through the module that gathers? @param {string} name of a group */
export const isGathered = (name) => path.posix.dirname(name) === path.posix.dirname(gathered);

/**
 * What each chunk that is loaded later is made to share with the others, so that it becomes one chunk: whoever gets so
 * far has it loaded already, or soon will.
 * @param {string} name of a group, or of a module that is loaded by `import()`
 */
function sharedBy(name) {
  if (name in tables || name === 'finding' || name === 'hashing' || isGathered(name)) return [core];
  if (name === 'searching' || name === 'reading') return ['later:finding'];
  if (name === 'erasing') return ['later:writing'];
  if (name in groups || name === firstFrame || partlyReading.has(name)) return ['later:reading'];
  if (name === wholeConsole) return ['later:writing', 'later:words', firstFrame];
  if (name.startsWith('screens/')) return [wholeConsole];
  return ['later:writing'];
}

/**
 * Whatever is loaded by `import()` imports what it is to share.
 * @param {string} root
 */
export function chunksTogether(root) {
  /** @type {ReadonlySet<string>} */
  let loadedByImport = new Set();
  return {
    name: 'chunks-together',
    /** @param {import('esbuild').PluginBuild} plugin */
    setup(plugin) {
      // Known before the first file is read: esbuild may read a file before it meets the import() of it, and the same
      // sources would then make other chunks from one build to the next.
      plugin.onStart(async () => {
        loadedByImport = await importedLater(path.join(root, 'source'));
      });
      plugin.onLoad({ filter: /[\\/]source[\\/].*\.tsx?$/ }, async ({ path: file }) => {
        if (!loadedByImport.has(file)) return null;
        const name = path
          .relative(path.join(root, 'source'), file)
          .replace(/\.tsx?$/, '')
          .replaceAll('\\', '/');
        const contents = `${await readFile(file, 'utf8')}\n${sharing(root, name)}`;
        return { contents, loader: file.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}

/** Every file that another loads by `import()`; those named for their types alone are none. @param {string} source */
async function importedLater(source) {
  const names = await readdir(source, { recursive: true });
  const files = names.filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(source, name));
  const found = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8');
      return [...text.matchAll(/(?<!typeof )\bimport\(\s*'(\.[^']+)'\s*,?\s*\)(?!\.[A-Z])/g)].map(
        ([, name = '']) => path.join(path.dirname(file), name),
      );
    }),
  );
  return new Set(found.flat());
}

/** @param {string} root @param {string} name */
const sharing = (root, name) =>
  sharedBy(name)
    .map((one) => `import ${JSON.stringify(one.startsWith('later:') ? one : fileOf(root, one))};\n`)
    .join('');

const exported = /^export (?:async )?(function\*?|const|let|class) (\w+)|^export \{([^}]*)\}/gm;

/**
 * The groups: each import of a module from outside its group becomes a module of functions that load the group. So does
 * each view of the table of views: read at once when it is drawn, it leaves no frame empty as `import()` would.
 * @param {string} root
 */
export function loadedLater(root) {
  const all = Object.entries({ ...groups, ...tables });
  const groupOf = new Map(all.flatMap(([group, names]) => names.map((name) => [fileOf(root, name), group])));
  /** @param {string} file @param {string} importer */
  const groupAsked = (file, importer) => {
    if (importer !== fileOf(root, viewTable)) return groupOf.get(file);
    const name = path.relative(path.join(root, 'source'), file).replaceAll('\\', '/');
    // Views stand in the folders of their screens; what lies beside the table is the console's own.
    return /^screens\/[^/]+\/.*\.tsx$/.test(name) ? name.replace(/\.tsx$/, '') : groupOf.get(file);
  };
  return {
    name: 'loaded-later',
    /** @param {import('esbuild').PluginBuild} plugin */
    setup(plugin) {
      plugin.onResolve({ filter: /^\.\.?\/.*\.tsx?$/ }, ({ path: name, kind, importer, resolveDir }) => {
        const file = path.join(resolveDir, name);
        // A declaration does nothing when it is evaluated: who doesn't name it goes without.
        if (isDeclaration(root, file)) return { path: file, sideEffects: false };
        const group = groupAsked(file, importer);
        if (group === undefined || kind !== 'import-statement' || groupOf.get(importer) === group)
          return null;
        return { path: file, namespace: 'later', pluginData: group };
      });
      plugin.onResolve({ filter: /^later:/ }, ({ path: name }) => ({
        path: name.slice(6),
        namespace: 'group',
      }));
      plugin.onLoad({ filter: /.*/, namespace: 'later' }, async ({ path: file, pluginData }) => ({
        contents: forwarding(file, String(pluginData), await namesIn(file)),
      }));
      plugin.onLoad({ filter: /.*/, namespace: 'group' }, async ({ path: group }) => {
        const files = group.includes('/')
          ? [path.join(root, 'source', `${group}.${group.startsWith('screens/') ? 'tsx' : 'ts'}`)]
          : [...groupOf].filter(([, own]) => own === group).map(([file]) => file);
        const lines = await Promise.all(
          files.map(async (file) => {
            const names = (await namesIn(file)).map(({ name }) => `${name} as ${nameIn(file, name)}`);
            return `export { ${names.join(', ')} } from ${JSON.stringify(file)};`;
          }),
        );
        return { contents: `${lines.join('\n')}\n${sharing(root, group)}`, resolveDir: root };
      });
    },
  };
}

/** @param {string} root @param {string} file */
const isDeclaration = (root, file) =>
  path.dirname(file) === path.dirname(fileOf(root, gathered)) &&
  file !== fileOf(root, gathered) &&
  path.basename(file) !== 'index.ts';

/** @param {string} root @param {string} name */
function fileOf(root, name) {
  const ending = name === wholeConsole || name === viewTable ? 'tsx' : 'ts';
  return path.join(root, 'source', ...`${name}.${ending}`.split('/'));
}

/**
 * Functions, or proxies of objects, that load the group. `now` becomes `require`, see common-js.js.
 * @param {string} file @param {string} group @param {{ name: string, isFunction: boolean }[]} names
 */
function forwarding(file, group, names) {
  const lines = names.map(({ name, isFunction }) => {
    const own = `load().${nameIn(file, name)}`;
    if (isFunction) return `export const ${name} = (...given) => ${own}(...given);`;
    if (group in tables) return `export const ${name} = new Proxy({}, { get: (_, key) => ${own}[key] });`;
    throw new Error(`${file} exports ${name}, which is no function: it can't be loaded later.`);
  });
  return ['let loaded;', `const load = () => (loaded ??= now(import('later:${group}')));`, ...lines].join(
    '\n',
  );
}

/**
 * What a module exports, its types apart.
 * @param {string} file
 */
async function namesIn(file) {
  const text = await readFile(file, 'utf8');
  return [...text.matchAll(exported)].flatMap(([, kind = '', name, names = '']) =>
    name === undefined
      ? names
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== '' && !item.startsWith('type '))
          .map((item) => ({ name: item, isFunction: true }))
      : [{ name, isFunction: kind.startsWith('function') }],
  );
}
