import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this user's things lie, by the customs of the platform. */
export interface Folders {
  /** Settings. */
  readonly config: string;
  /** Project files that were given no place of their own. */
  readonly data: string;
  /** What went wrong, for those who mend it. */
  readonly log: string;
}

/** XDG's variables are obeyed on every platform, so that a test or a careful user can move everything. */
export function foldersOf(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): Folders {
  const home = environment['HOME'] ?? environment['USERPROFILE'] ?? homedir();
  const [config, data, log] = customsOf(environment, platform, home);
  const placed = (variable: string, otherwise: string): string =>
    join(environment[variable] || otherwise, 'luotsi');
  return {
    config: placed('XDG_CONFIG_HOME', config),
    data: placed('XDG_DATA_HOME', data),
    log: placed('XDG_STATE_HOME', log),
  };
}

function customsOf(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  home: string,
): [string, string, string] {
  if (platform === 'win32') {
    const roaming = environment['APPDATA'] ?? join(home, 'AppData', 'Roaming');
    const local = environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
    return [roaming, local, local];
  }
  if (platform === 'darwin') {
    const library = join(home, 'Library');
    return [join(library, 'Preferences'), join(library, 'Application Support'), join(library, 'Logs')];
  }
  return [join(home, '.config'), join(home, '.local', 'share'), join(home, '.local', 'state')];
}
