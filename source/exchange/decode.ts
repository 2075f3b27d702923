import type { ByteSource } from './table.ts';

/** How the bytes of a table were written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';

const piece = 1024 * 1024;

/**
 * How text was written: by its byte order mark, else UTF-8 where every byte fits it, else Windows-1252, which is what
 * Excel writes in Finland unless it is told otherwise.
 */
export function encodingOf(source: ByteSource): Encoding {
  const [first, second] = source.read(0, 2);
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let from = 0; from < source.size; from += piece)
      decoder.decode(source.read(from, Math.min(source.size, from + piece)), { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The text piece by piece; a byte order mark is taken off. */
export function* textOf(source: ByteSource, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let from = 0; from < source.size; from += piece)
    yield decoder.decode(source.read(from, Math.min(source.size, from + piece)), { stream: true });
  yield decoder.decode();
}

/** Text out of bytes that are few. */
export function decodeTable(source: ByteSource): string {
  return [...textOf(source, encodingOf(source))].join('');
}
