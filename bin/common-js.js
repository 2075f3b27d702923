// esbuild parts a program into chunks only as ES modules. Node starts CommonJS in fewer steps, one file quicker than
// several, and can load a chunk at the moment a function of it is called: so what esbuild made is put in that form.

import { createHash } from 'node:crypto';

const importing = /^import(?:\s*\{([^}]*)\}\s*from)?\s*"\.\/([^"]+)\.js";\n?/gm;
const exporting = /^export\s*\{([^}]*)\};\n?/gm;
const loadingNow = /\bnow\(import\("\.\/([^"]+)\.js"\)\)/g;
const loading = /\bimport\("\.\/([^"]+)\.js"\)/g;

/**
 * esbuild leaves patterns as they are written, and one sign beyond Latin-1 makes V8 keep all of a file in two bytes a
 * sign. Templates are left alone: they may be told what was typed.
 * @param {string} code
 */
function inAscii(code) {
  return code.replaceAll(/^[^`\n]*[^\x00-\x7f][^`\n]*$/gm, (line) =>
    line.replaceAll(/[^\x00-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/**
 * A file by whose beginning the launcher knows whether the compiled code that it kept is of these contents.
 * @param {string} code
 */
function marked(code) {
  const ascii = inAscii(code);
  return `// ${hashOf(ascii, 16)}\n${ascii}`;
}

/** @param {string} text @param {number} length */
const hashOf = (text, length) => createHash('sha256').update(text).digest('hex').slice(0, length);

/** Stands at the head of each file: what an ES module knows of its place. Its address is worked out when asked for. */
const head = `'use strict';
const importMeta = {
  dirname: __dirname,
  get url() {
    return process.getBuiltinModule('node:url').pathToFileURL(__filename).href;
  },
};
`;

/** Gives a chunk of the entry's file, evaluated once. */
const calling = `const evaluated = {};
const chunk = (module.exports = (name) => (evaluated[name] ??= chunks[name]()));
`;

/**
 * The same program as CommonJS files: the entry in one file with all that it loads at once and what is at hand, a file for
 * each kind of work, and one for each other chunk. Where several stand in a file, a chunk is a function that is called
 * when it is first asked for. Its exports are its values when it has been evaluated: none is assigned anew after that.
 * @param {ReadonlyMap<string, string>} chunks text by name without an ending @param {string} entry
 * @param {readonly string[]} atHand chunks that are loaded later, from the entry's file
 * @param {Readonly<Record<string, readonly string[]>>} works chunks that are loaded later, by the name of the work that
 * wants them together with all that they import; what two of them want stands in the file of the first
 * @returns {Map<string, string>} the files by name, the entry last
 */
export function asCommonJs(chunks, entry, atHand = [], works = {}) {
  const homes = homesOf(chunks, { [entry]: [entry, ...atHand], ...works });
  const gathered = [...homes.values()].flat();
  // In each name, so that a program that runs while another is built is never given a file of the other's.
  const stamp = hashOf(gathered.map((name) => textOf(chunks, name)).join(''), 8);
  /** @param {string} work */
  const nameOf = (work) => (work === entry ? entry : `chunk-${work}-${stamp}`);
  const fileOf = new Map([...homes].flatMap(([work, names]) => names.map((name) => [name, nameOf(work)])));
  /** @param {string} home the file that calls @returns {(name: string) => string} how it calls for a chunk */
  const placeFrom = (home) => (name) => {
    const file = fileOf.get(name);
    if (file === undefined) return `require("./${name}-${stamp}.cjs")`;
    return `${file === home ? 'chunk' : `require("./${file}.cjs")`}(${JSON.stringify(name)})`;
  };
  const texts = [...homes].map(([work, names]) => {
    const bodies = names.map((name) => {
      const { code, exports } = bodyOf(textOf(chunks, name), placeFrom(nameOf(work)));
      return `${JSON.stringify(name)}: () => {\n${code}return ${exports};\n},\n`;
    });
    const start = work === entry ? `chunk(${JSON.stringify(entry)});\n` : '';
    return /** @type {const} */ ([
      `${nameOf(work)}.cjs`,
      marked(`${head}${calling}const chunks = {\n${bodies.join('')}};\n${start}`),
    ]);
  });
  const alone = [...chunks.keys()].filter((name) => !fileOf.has(name));
  const files = alone.map((name) => {
    const { code, exports } = bodyOf(textOf(chunks, name), placeFrom(''));
    return /** @type {const} */ ([
      `${name}-${stamp}.cjs`,
      marked(`${head}${code}module.exports = ${exports};\n`),
    ]);
  });
  return new Map([...files, ...texts.toReversed()]);
}

/**
 * What stands in files of several, by the work that wants it.
 * @param {ReadonlyMap<string, string>} chunks @param {Readonly<Record<string, readonly string[]>>} works
 * @returns {Map<string, readonly string[]>} the entry first
 */
function homesOf(chunks, works) {
  /** @type {Map<string, readonly string[]>} */
  const homes = new Map();
  for (const [work, wanted] of Object.entries(works))
    homes.set(work, withImports(chunks, wanted, [...homes.values()].flat()));
  return homes;
}

/**
 * Chunks and what they import at once, but for what stands elsewhere, each after what it imports itself.
 * @param {ReadonlyMap<string, string>} chunks @param {readonly string[]} names @param {readonly string[]} elsewhere
 */
const withImports = (chunks, names, elsewhere) =>
  names
    .reduce((found, name) => inOrder(chunks, name, found), /** @type {string[]} */ ([...elsewhere]))
    .slice(elsewhere.length);

/**
 * A chunk and what it imports at once, each after what it imports itself. Imports in a circle would call each other for
 * ever, so they stop the build.
 * @param {ReadonlyMap<string, string>} chunks @param {string} first @param {readonly string[]} known
 */
function inOrder(chunks, first, known) {
  const ordered = [...known];
  /** @param {string} name @param {readonly string[]} above */
  const visit = (name, above) => {
    if (above.includes(name)) throw new Error(`Chunks import each other: ${[...above, name].join(', ')}.`);
    if (ordered.includes(name)) return;
    for (const [, , other = ''] of textOf(chunks, name).matchAll(importing)) visit(other, [...above, name]);
    ordered.push(name);
  };
  visit(first, []);
  return ordered;
}

/** @param {ReadonlyMap<string, string>} chunks @param {string} name */
function textOf(chunks, name) {
  const text = chunks.get(name);
  if (text === undefined) throw new Error(`There is no chunk ${name}.`);
  return text;
}

/**
 * A chunk's code with its imports taken from where they are now, and what it exports as an object literal.
 * @param {string} text @param {(name: string) => string} place where a chunk is
 */
function bodyOf(text, place) {
  const exports = [...text.matchAll(exporting)].map(([, names = '']) => properties(names, true)).join(', ');
  const code = text
    .replaceAll(
      importing,
      /** @param {string} _ @param {string | undefined} names @param {string} chunk */
      (_, names, chunk) =>
        names === undefined
          ? `${place(chunk)};\n`
          : `const { ${properties(names, false)} } = ${place(chunk)};\n`,
    )
    .replaceAll(exporting, '')
    .replaceAll(loadingNow, /** @param {string} _ @param {string} chunk */ (_, chunk) => place(chunk))
    .replaceAll(
      loading,
      /** @param {string} _ @param {string} chunk */ (_, chunk) =>
        `Promise.resolve().then(() => ${place(chunk)})`,
    );
  return { code, exports: `{ ${exports} }` };
}

/**
 * `a as b` in the words of an object: `a: b` where it is taken apart, `b: a` where it is made.
 * @param {string} names @param {boolean} making
 */
function properties(names, making) {
  return names
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      const [name, other = name] = item.split(/\s+as\s+/);
      return name === other ? name : making ? `${other}: ${name}` : `${name}: ${other}`;
    })
    .join(', ');
}
