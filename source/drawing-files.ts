import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const packaged = {
  'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  'charts.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
};

/** What charts are drawn with: beside the built program, where `bin/build.js` puts it, and else in its package. */
export function drawingFile(name: keyof typeof packaged): string {
  const beside = path.join(import.meta.dirname, name);
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(packaged[name]);
}
