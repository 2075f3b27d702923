// esbuild parts a program into chunks only as ES modules. Node starts CommonJS in fewer steps, one file quicker than
// several, and can load a chunk at the moment a function of it is called: so what esbuild made is put in that form.

const importing = /^import(?:\s*\{([^}]*)\}\s*from)?\s*"\.\/([^"]+)\.js";\n?/gm;
const exporting = /^export\s*\{([^}]*)\};\n?/gm;
const loadingNow = /\bnow\(import\("\.\/([^"]+)\.js"\)\)/g;
const loading = /\bimport\("\.\/([^"]+)\.js"\)/g;

/** Stands at the head of each file: what an ES module knows of its place. Its address is worked out when asked for. */
const head = `'use strict';
const importMeta = {
  dirname: __dirname,
  get url() {
    return process.getBuiltinModule('node:url').pathToFileURL(__filename).href;
  },
};
`;

/**
 * The same program as CommonJS files: the entry in one file with all that it loads at once, and a file for each chunk
 * that is loaded later. A chunk's exports are its values when it has been evaluated: none is assigned anew after that.
 * @param {ReadonlyMap<string, string>} chunks text by name without an ending @param {string} entry
 * @returns {Map<string, string>} the files by name, the entry last
 */
export function asCommonJs(chunks, entry) {
  const atOnce = inOrder(chunks, entry);
  /** @param {string} name */
  const place = (name) =>
    atOnce.includes(name) ? `require("./${entry}.cjs")[${JSON.stringify(name)}]` : `require("./${name}.cjs")`;
  const within = atOnce.map((name) => {
    const body = bodyOf(textOf(chunks, name), (other) => `chunks[${JSON.stringify(other)}]`, place);
    return `chunks[${JSON.stringify(name)}] = (() => {\n${body.code}${body.exports && `return ${body.exports};\n`}})();\n`;
  });
  const files = [...chunks.keys()]
    .filter((name) => !atOnce.includes(name))
    .map((name) => {
      const body = bodyOf(textOf(chunks, name), place, place);
      return /** @type {const} */ ([
        `${name}.cjs`,
        `${head}${body.code}${body.exports && `module.exports = ${body.exports};\n`}`,
      ]);
    });
  return new Map([...files, [`${entry}.cjs`, `${head}const chunks = module.exports;\n${within.join('')}`]]);
}

/**
 * The entry and what it imports at once, each after what it imports itself. Imports in a circle would find nothing
 * there yet, so they stop the build.
 * @param {ReadonlyMap<string, string>} chunks @param {string} entry
 */
function inOrder(chunks, entry) {
  /** @type {string[]} */
  const ordered = [];
  /** @param {string} name @param {readonly string[]} above */
  const visit = (name, above) => {
    if (above.includes(name)) throw new Error(`Chunks import each other: ${[...above, name].join(', ')}.`);
    if (ordered.includes(name)) return;
    for (const [, , other = ''] of textOf(chunks, name).matchAll(importing)) visit(other, [...above, name]);
    ordered.push(name);
  };
  visit(entry, []);
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
 * @param {string} text @param {(name: string) => string} at where a chunk is that is imported
 * @param {(name: string) => string} later where one is that is loaded by `import()`
 */
function bodyOf(text, at, later) {
  const exports = [...text.matchAll(exporting)].map(([, names = '']) => properties(names, true)).join(', ');
  const code = text
    .replaceAll(
      importing,
      /** @param {string} _ @param {string | undefined} names @param {string} chunk */
      (_, names, chunk) =>
        names === undefined ? `${at(chunk)};\n` : `const { ${properties(names, false)} } = ${at(chunk)};\n`,
    )
    .replaceAll(exporting, '')
    .replaceAll(loadingNow, /** @param {string} _ @param {string} chunk */ (_, chunk) => later(chunk))
    .replaceAll(
      loading,
      /** @param {string} _ @param {string} chunk */ (_, chunk) =>
        `Promise.resolve().then(() => ${later(chunk)})`,
    );
  return { code, exports: exports && `{ ${exports} }` };
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
