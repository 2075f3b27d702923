import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inkFrames } from '../../bin/ink-frames.js';
import { cellWidth } from '../../source/widgets/lines/text.ts';

interface Output {
  write(x: number, y: number, text: string, options: { transformers: (() => string)[] }): void;
  clip(clip: { x1: number; x2: number; y1: number; y2: number }): void;
  unclip(): void;
  get(): { output: string };
}
type OutputClass = new (size: { width: number; height: number }) => Output;

const size = { width: 30, height: 4 };
let folder: string;
let inks: OutputClass;
let ours: OutputClass;

/** Ink's maker of frames, as it is and as the build changes it. */
async function loaded(name: string, plugins: esbuild.Plugin[]): Promise<OutputClass> {
  const outfile = path.join(folder, `${name}.mjs`);
  await esbuild.build({
    entryPoints: ['node_modules/ink/build/output.js'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    plugins,
    logLevel: 'silent',
  });
  const { default: found } = (await import(pathToFileURL(outfile).href)) as { default: OutputClass };
  return found;
}

beforeAll(async () => {
  mkdirSync('node_modules/.cache', { recursive: true });
  folder = mkdtempSync(path.resolve('node_modules/.cache/frames-'));
  [inks, ours] = await Promise.all([loaded('inks', []), loaded('ours', [inkFrames])]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Piece {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

function frameBy(Made: OutputClass, pieces: readonly Piece[]): string {
  const output = new Made(size);
  output.clip({ x1: 0, x2: size.width, y1: 0, y2: size.height });
  for (const { x, y, text } of pieces) output.write(x, y, text, { transformers: [] });
  output.unclip();
  return output.get().output;
}

/** The same cells by the same codes, whichever codes were chosen for them. */
const asCells = (frame: string): string =>
  frameBy(
    inks,
    frame.split('\n').map((text, y) => ({ x: 0, y, text })),
  );

const words = fc.constantFrom('', ' ', 'Kokous', 'läsnä…', '│', '会議', '👩‍👧', 'é', 'a  ', '▲ 3.4.', 'x\ny');
const styles = fc.constantFrom(
  ['', ''],
  ['\x1b[1m', '\x1b[22m'],
  ['\x1b[1;36m', '\x1b[22;39m'],
  ['\x1b[38;5;208m', '\x1b[39m'],
  ['\x1b[7;48;2;1;2;3m', '\x1b[27;49m'],
  // Left open, closed by another, and ended by all.
  ['\x1b[31m', ''],
  ['\x1b[4m', '\x1b[22m'],
  ['\x1b[35m', '\x1b[0m'],
);
const text = fc
  .array(fc.tuple(styles, words), { maxLength: 4 })
  .map((spans) => spans.map(([[open, close], word]) => `${open}${word}${close}`).join(''));
const piece = fc.record({
  x: fc.integer({ min: 0, max: 25 }),
  y: fc.integer({ min: 0, max: size.height }),
  text,
});

test('a frame made of texts beside each other shows what Ink would make of its cells', () => {
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 8 }), { minLength: 1, maxLength: 3 }), (frames) => {
      for (const pieces of frames) {
        expect(asCells(frameBy(ours, pieces))).toBe(asCells(frameBy(inks, pieces)));
      }
    }),
    { numRuns: 400 },
  );
});

test('what a transform puts in the place of a text ends where the screen does', () => {
  for (const row of ['x'.repeat(30), '会'.repeat(15), `\x1b[1m${'x'.repeat(30)}\x1b[22m`]) {
    const output = new ours(size);
    output.clip({ x1: 0, x2: size.width, y1: 0, y2: size.height });
    output.write(20, 1, ' \n ', { transformers: [() => row] });
    output.unclip();
    const rows = output.get().output.split('\n').map(stripVTControlCharacters);
    expect(rows.map(cellWidth)).toEqual([0, size.width, size.width, 0]);
  }
});
