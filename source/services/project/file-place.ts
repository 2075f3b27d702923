/** Does a project file lie where a program of somebody else's may move its bytes, or where locks mean little? */
import { readdirSync, statfsSync } from 'node:fs';
import { dirname, parse, sep } from 'node:path';

export interface SharedPlace {
  readonly kind: 'synchronised' | 'network';
  /** What it is known by: `OneDrive`, `SMB`. */
  readonly name: string;
}

/** Folders as the programs name them, one part of a path each. */
const folders: readonly (readonly [RegExp, string])[] = [
  [/^OneDrive(?: ?- .*)?$/i, 'OneDrive'],
  [/^Dropbox(?: \(.*\))?$/i, 'Dropbox'],
  [/^(?:Google ?Drive|GoogleDrive-.*|My Drive|Oma Drive)$/i, 'Google Drive'],
  [/^(?:iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i, 'iCloud'],
  [/^Nextcloud\d*$/i, 'Nextcloud'],
  [/^ownCloud$/i, 'ownCloud'],
  [/^Syncthing$/i, 'Syncthing'],
  [/^(?:Box|Box Sync|Box-Box)$/, 'Box'],
  [/^(?:pCloud ?Drive|pCloudDrive)$/i, 'pCloud'],
];

/** Files by which such a folder is known whatever its name. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/^\.dropbox(?:\.cache)?$/, 'Dropbox'],
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.(?:_?sync_[0-9a-f]+|owncloudsync)\.(?:db|log)$/, 'Nextcloud'],
];

/** File systems that lie on another computer, by the numbers that Linux knows them by. */
const networks: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x00c36400, 'Ceph'],
]);

/** What is asked of the machine, so that a test can answer for another one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** Number of the file system's kind; null where that can't be told. */
  readonly fileSystem: (folder: string) => number | null;
  readonly namesIn: (folder: string) => readonly string[];
}

export function thisMachine(environment: NodeJS.ProcessEnv): Machine {
  return {
    platform: process.platform,
    environment,
    fileSystem: (folder) => {
      try {
        return statfsSync(folder).type;
      } catch {
        return null;
      }
    },
    namesIn: (folder) => {
      try {
        return readdirSync(folder);
      } catch {
        return [];
      }
    },
  };
}

/** What kind of shared place a file lies in; null where it lies on this computer alone, as far as can be told. */
export function sharedPlaceOf(path: string, machine: Machine): SharedPlace | null {
  return synchronisedAt(path, machine) ?? networkAt(path, machine);
}

function synchronisedAt(path: string, { environment, namesIn }: Machine): SharedPlace | null {
  const found = (name: string): SharedPlace => ({ kind: 'synchronised', name });
  for (const variable of ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer']) {
    const folder = environment[variable];
    if (folder !== undefined && folder !== '' && path.startsWith(folder)) return found('OneDrive');
  }
  const folder = path.replace(/[\\/][^\\/]*$/, '');
  for (const part of folder.split(/[\\/]/)) {
    const known = folders.find(([pattern]) => pattern.test(part));
    if (known !== undefined) return found(known[1]);
  }
  for (const one of upwards(folder)) {
    const names = namesIn(one);
    const known = marks.find(([pattern]) => names.some((name) => pattern.test(name)));
    if (known !== undefined) return found(known[1]);
  }
  return null;
}

function networkAt(path: string, { platform, fileSystem }: Machine): SharedPlace | null {
  if (platform === 'win32') return /^[\\/]{2}[^\\/?.]/.test(path) ? { kind: 'network', name: 'UNC' } : null;
  // Only Linux says by number what lies elsewhere.
  const name = platform === 'linux' ? networks.get(fileSystem(dirname(path)) ?? 0) : undefined;
  return name === undefined ? null : { kind: 'network', name };
}

/** The folder and those above it, but neither the root nor what all users have in common. */
function* upwards(folder: string): Generator<string> {
  const { root } = parse(folder);
  for (let one = folder; one !== root && one !== dirname(one); one = dirname(one))
    if (one.split(sep).length > 2) yield one;
}
