import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';

/** What a zip archive holds: contents by path, and each file's mode on Unix. */
export interface Archive {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly modes: ReadonlyMap<string, number>;
}

export function readZip(file: string): Archive {
  const bytes = readFileSync(file);
  return { files: new Map(Object.entries(unzipSync(bytes))), modes: modesIn(bytes) };
}

/** Unpacks as unzip does, modes and all. */
export function unpack({ files, modes }: Archive, folder: string): void {
  for (const [name, contents] of files) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, contents);
    chmodSync(target, modes.get(name) ?? 0o644);
  }
}

/** The modes stand in the archive's directory at its end, which fflate does not tell. */
function modesIn(bytes: Buffer): Map<string, number> {
  const modes = new Map<string, number>();
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const lengths = { name: name ?? 0, extra: extra ?? 0, comment: comment ?? 0 };
    modes.set(
      bytes.toString('utf8', at + 46, at + 46 + lengths.name),
      (bytes.readUInt32LE(at + 38) >>> 16) & 0o777,
    );
    at += 46 + lengths.name + lengths.extra + lengths.comment;
  }
  return modes;
}
