/** Copies that only a passphrase opens: one that is asked for, and those that go to the planner's folder. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isUserError, UserError } from '../../errors.ts';
import { putInPlace } from '../../store/safety/backup.ts';
import { behindLinks, refuseToReplace } from '../../store/file/replacing.ts';
import { storeError } from '../../store/file/store-error.ts';
import { newSealedKey, sealByPassphrase, sealToKey, unseal } from '../../store/safety/seal.ts';
import { copiesIn, makeFolder, rotate, sealedEnding } from './copies.ts';
import type { SealedKey } from '../../store/safety/seal.ts';
import type { Copy, CopyPlace } from './copies.ts';

export type { SealedKey } from '../../store/safety/seal.ts';
export { newSealedKey };

/** The private half of a key, sealed, beside the copies that it opens: a file for each key, lest a new one bury the old. */
const keyFileOf = ({ recipient }: SealedKey): string => `luotsi-avain-${recipient.slice(4, 12)}.age.txt`;
const keyFile = /^luotsi-avain.*\.age\.txt$/;

function keysIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => keyFile.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function writeWhole(path: string, bytes: Uint8Array | string): void {
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, bytes, { mode: 0o600, flag: 'wx' });
    putInPlace(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw storeError(error, path);
  }
}

/** Seals a copy by a passphrase, opens it again to see that it does, and takes the open one away. @returns its path */
export async function sealCopy(path: string, target: string, passphrase: string): Promise<string> {
  const bytes = readFileSync(path);
  const sealed = await sealByPassphrase(bytes, passphrase);
  const opened = await unseal(sealed, passphrase, { path: target, keys: [] });
  if (!Buffer.from(opened).equals(bytes))
    throw new UserError('unsound-copy', { path: target, detail: 'age' });
  refuseToReplace(target, 'copy');
  writeWhole(behindLinks(target), sealed);
  return target;
}

/**
 * What is in a sealed copy, in a file of its own that the caller takes away. @throws UserError wrong-passphrase, no-key,
 * unsound-copy
 */
export async function openCopy(
  path: string,
  passphrase: string,
  { place, key }: { readonly place: CopyPlace; readonly key: string | null },
): Promise<string> {
  const kept = [dirname(path), join(dirname(path), '..')].flatMap(keysIn);
  const keys = [...new Set([...(key === null ? [] : [key]), ...kept])];
  const bytes = await unseal(readFileSync(path), passphrase, { path, keys });
  makeFolder(place.folder);
  const opened = join(place.folder, `${basename(path)}.${process.pid}.part`);
  rmSync(opened, { force: true });
  writeFileSync(opened, bytes, { mode: 0o600, flag: 'wx' });
  return opened;
}

/**
 * Seals to the key those copies that the planner's folder lacks yet, the key itself beside them. A folder that is away
 * is told of, and stops nothing.
 */
export async function sealOutward(place: CopyPlace, key: SealedKey): Promise<void> {
  const { own, folder, tell } = place;
  if (own === null) return;
  try {
    makeFolder(own);
    const file = join(own, keyFileOf(key));
    if (!existsSync(file)) writeWhole(file, key.identity);
    const there = new Set(copiesIn(own).map((copy) => plainName(copy)));
    const missing = copiesIn(folder).filter((copy) => !copy.sealed && !there.has(basename(copy.path)));
    for (const { path } of missing)
      writeWhole(
        join(own, basename(path) + sealedEnding),
        await sealToKey(readFileSync(path), key.recipient),
      );
    rotate(own);
  } catch (error) {
    const reason = isUserError(error) ? error.code : error instanceof Error ? error.message : String(error);
    tell(new UserError('copy-failed', { folder: own, reason }));
  }
}

const plainName = ({ path }: Copy): string => basename(path).replace(sealedEnding, '');
