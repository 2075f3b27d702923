/** How the bytes of a table were written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';

/**
 * Text out of a table's bytes: by its byte order mark, else as UTF-8 where every byte fits it, else as Windows-1252,
 * which is what Excel writes in Finland unless it is told otherwise.
 */
export function decodeTable(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  }
  try {
    // Takes a byte order mark off by itself.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
