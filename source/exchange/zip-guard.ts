import { inflateRawSync } from 'node:zlib';
import { UserError } from '../errors.ts';

const most = { entries: 10_000, entry: 200 * 1024 * 1024, total: 400 * 1024 * 1024, ratio: 200 } as const;
/** Below this size nothing can be a bomb, however well it is packed: rows that are alike shrink to nearly nothing. */
const unwatched = 20 * 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Names of an archive's parts; null where its list of them can't be read, as of a file that ends too early. */
export function partsOf(bytes: Uint8Array): string[] | null {
  return entriesOf(bytes)?.map(({ name }) => name) ?? null;
}

/**
 * Refuses an archive that holds more than a spreadsheet or a letter ever does, before anything opens it. What it says of
 * its sizes is not believed: every part is inflated, up to that size and no further, and shown to `look`.
 * @throws UserError archive-too-large, broken-archive
 */
export function guardArchive(
  bytes: Uint8Array,
  path: string,
  look?: (name: string, content: Buffer) => void,
): void {
  const entries = entriesOf(bytes);
  if (entries === null) throw new UserError('broken-archive', { path });
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const isLarge = ({ size, packed }: Entry): boolean =>
    size > most.entry || (size > unwatched && size > packed * most.ratio);
  if (entries.length > most.entries || total > most.total || entries.some(isLarge))
    throw new UserError('archive-too-large', { path });
  for (const entry of entries) look?.(entry.name, check(bytes, entry, path));
}

function check(bytes: Uint8Array, { method, packed, size, offset }: Entry, path: string): Buffer {
  const view = viewOf(bytes);
  const broken = (): UserError => new UserError('broken-archive', { path });
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw broken();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw broken();
  if (method === 0 ? packed !== size : method !== 8) throw broken();
  const content = bytes.subarray(start, start + packed);
  if (method === 0 || size === 0) return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  try {
    const inflated = inflateRawSync(content, { maxOutputLength: size });
    if (inflated.length === size) return inflated;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new UserError('archive-too-large', { path });
  }
  throw broken();
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The archive's own list of its parts, which stands at its end. */
function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // All ones: sizes stand elsewhere, in a form for archives of gigabytes.
  if (at === 0xffffffff || count === 0xffff) return null;
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const [packed, size, offset] = [20, 24, 42].map((place) => view.getUint32(at + place, true)) as [
      number,
      number,
      number,
    ];
    if ([packed, size, offset].includes(0xffffffff)) return null;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({ name, method: view.getUint16(at + 10, true), packed, size, offset });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

function endOf(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return null;
}
