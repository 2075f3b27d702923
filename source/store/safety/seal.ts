/**
 * Sealing copies with age, by a passphrase or to a key. A key's public half seals without asking anybody, so that copies
 * made in passing can be sealed; its private half is itself sealed by a passphrase, which opens them.
 */
import { Decrypter, Encrypter, armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { UserError } from '../../errors.ts';

export interface SealedKey {
  /** Public half: `age1…`. */
  readonly recipient: string;
  /** Private half, sealed by the passphrase, as text. */
  readonly identity: string;
}

const magic = 'age-encryption.org/v1\n';

/** Was it sealed by a passphrase itself, rather than to a key? */
function wantsPassphrase(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(magic.length, magic.length + 10)).toString('latin1') === '-> scrypt ';
}

/** 2^16: a second and 64 MB on a modest laptop. The age default, four times that, is meant for compiled code. */
const workFactor = 16;

export async function sealByPassphrase(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(bytes);
}

export async function newSealedKey(passphrase: string): Promise<SealedKey> {
  const identity = await generateX25519Identity();
  const sealed = await sealByPassphrase(Buffer.from(identity), passphrase);
  return { recipient: await identityToRecipient(identity), identity: armor.encode(sealed) };
}

export async function sealToKey(bytes: Uint8Array, recipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

/**
 * What was sealed. `keys`: sealed private halves, as text, of which one may open it. @throws UserError wrong-passphrase,
 * no-key, unsound-copy
 */
export async function unseal(
  bytes: Uint8Array,
  passphrase: string,
  { path, keys }: { readonly path: string; readonly keys: readonly string[] },
): Promise<Uint8Array> {
  if (wantsPassphrase(bytes)) {
    const opened = await openedBy(byPassphrase(passphrase), bytes, path);
    if (opened === null) throw new UserError('wrong-passphrase', { path });
    return opened;
  }
  let refused = keys.length > 0;
  for (const key of keys) {
    const identity = await identityOf(key, passphrase, path);
    if (identity === null) continue;
    refused = false;
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const opened = await openedBy(decrypter, bytes, path);
    if (opened !== null) return opened;
  }
  throw new UserError(refused ? 'wrong-passphrase' : 'no-key', { path });
}

function byPassphrase(passphrase: string): Decrypter {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter;
}

/** A private half; null where the passphrase is another one's, or the key is damaged. */
async function identityOf(key: string, passphrase: string, path: string): Promise<string | null> {
  try {
    const identity = await openedBy(byPassphrase(passphrase), armor.decode(key), path);
    return identity === null ? null : Buffer.from(identity).toString('utf8');
  } catch {
    return null;
  }
}

/** Null where it was sealed to somebody else; the library tells that apart from damage in words alone. */
async function openedBy(decrypter: Decrypter, bytes: Uint8Array, path: string): Promise<Uint8Array | null> {
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (detail.startsWith('no identity matched')) return null;
    throw new UserError('unsound-copy', { path, detail });
  }
}
