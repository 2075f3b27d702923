import type { Metafile } from 'esbuild';

/** The chunks that are loaded as soon as the entry is, named as in the metafile. */
export function staticClosure(metafile: Metafile, source: string): string[] {
  return closure(metafile, source, (kind) => kind === 'import-statement');
}

/** All chunks that the entry can ever load. */
export function fullClosure(metafile: Metafile, source: string): string[] {
  return closure(metafile, source, () => true);
}

/** The modules of our own whose code stands in these chunks. */
export function modulesIn(metafile: Metafile, chunks: readonly string[]): string[] {
  const inputs = chunks.flatMap((chunk) => Object.keys(metafile.outputs[chunk]?.inputs ?? {}));
  return inputs.filter((input) => input.startsWith('source/'));
}

/** The packages whose code stands in these chunks, sorted. */
export function packagesIn(metafile: Metafile, chunks: readonly string[]): string[] {
  const inputs = chunks.flatMap((chunk) => Object.keys(metafile.outputs[chunk]?.inputs ?? {}));
  const names = inputs.map((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].toSorted();
}

function closure(metafile: Metafile, source: string, follows: (kind: string) => boolean): string[] {
  const entry = Object.keys(metafile.outputs).find((name) => metafile.outputs[name]?.entryPoint === source);
  if (entry === undefined) throw new Error(`Nothing was built from ${source}.`);
  const found = new Set([entry]);
  // A set that grows while it is gone through gives its new members too.
  for (const chunk of found) {
    for (const { path, kind, external } of metafile.outputs[chunk]?.imports ?? []) {
      if (!external && follows(kind)) found.add(path);
    }
  }
  return [...found];
}
