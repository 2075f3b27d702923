import { join, resolve } from 'node:path';
import { wrongUsage } from '../errors.ts';
import { messages } from '../language/index.ts';
import { makeFolder } from '../services/copies.ts';
import { foldersOf } from '../settings/folders.ts';
import { settingsPath, writeSettings } from '../settings/settings.ts';
import { pairs, printJson, printLines } from './output.ts';
import { projectPath } from './project.ts';
import type { Call, Command } from './command.ts';

/** Shows the settings and where things lie; `config language fi` sets one. */
export const config: Command = {
  usage: 'config [language fi|en|auto | backup-folder PATH|none]',
  changes: false,
  options: [],
  words: [0, 2],
  run: async (call) => {
    const [name, value] = call.words;
    if (name === undefined) show(call);
    else if (name === 'backup-folder') await setBackupFolder(call, value);
    else {
      if (name !== 'language')
        throw wrongUsage('wrong-option', {
          option: 'config',
          text: name,
          forms: ['language', 'backup-folder'],
        });
      if (value !== 'fi' && value !== 'en' && value !== 'auto')
        throw wrongUsage('wrong-option', {
          option: 'language',
          text: value ?? '',
          forms: ['fi', 'en', 'auto'],
        });
      await writeSettings(call.place.environment, { language: value === 'auto' ? null : value });
      if (call.json) printJson(call, { language: value === 'auto' ? null : value });
      // Said in the language that was just chosen.
      else printLines(call, [messages(value === 'auto' ? call.language : value).commands.config.written]);
    }
    return 0;
  },
};

/** The planner's own folder for copies; made at once, so that a wrong path is heard of now and not at the next copy. */
async function setBackupFolder(call: Call, value: string | undefined): Promise<void> {
  if (value === undefined)
    throw wrongUsage('missing-word', { usage: 'luotsi config backup-folder PATH|none' });
  const backupFolder = value === 'none' ? null : resolve(value);
  if (backupFolder !== null) makeFolder(backupFolder);
  await writeSettings(call.place.environment, { backupFolder });
  const { copies } = messages(call.language).trust;
  if (call.json) printJson(call, { backupFolder });
  else
    printLines(call, [
      backupFolder === null ? copies.noFolder : copies.folder(call.place.text.safe(backupFolder)),
    ]);
}

function show(call: Call): void {
  const { environment } = call.place;
  const folders = foldersOf(environment, process.platform);
  const shown = {
    settings: settingsPath(environment),
    project: projectPath(call),
    data: folders.data,
    log: folders.log,
    backups: join(folders.data, 'backups'),
    backupFolder: call.settings.backupFolder,
    language: call.language,
  };
  if (call.json) printJson(call, shown);
  else {
    const { labels } = call.say.config;
    const entries = Object.entries(labels).map(
      ([name, label]) => [label, shown[name as keyof typeof shown] ?? '–'] as const,
    );
    printLines(call, pairs(call, entries));
  }
}
