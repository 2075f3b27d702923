import { join, resolve } from 'node:path';
import { wrongUsage } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import { makeFolder } from '../../services/safety/copies.ts';
import { foldersOf } from '../../settings/folders.ts';
import { keepLogo, logoPath } from '../../settings/logo.ts';
import { settingsPath, themeNames, writeSettings } from '../../settings/settings.ts';
import { passphraseFor } from '../line/passphrase.ts';
import { pairs, printJson, printLines } from '../line/output.ts';
import { projectPath } from './project.ts';
import type { Call, Command } from '../line/command.ts';

/** One setting of `config NAME VALUE…`; the words are what came after its name. */
type Setting = (call: Call, words: readonly string[]) => Promise<void>;

const settings: Readonly<Record<string, Setting>> = {
  language: setLanguage,
  theme: setTheme,
  title: async (call, words) => setSwitch(call, 'title', words),
  bell: async (call, words) => setSwitch(call, 'bell', words),
  linear: async (call, words) => setSwitch(call, 'linear', words),
  'backup-folder': setBackupFolder,
  'backup-encryption': setBackupEncryption,
  logo: setLogo,
  // Keys are loaded for them alone.
  keys: async (call) => (await import('./config-keys.ts')).showKeyTable(call),
  key: async (call, words) => (await import('./config-keys.ts')).setKey(call, words),
};

/** Shows the settings and where things lie; `config language fi` sets one. */
export const config: Command = {
  usage: `config [language fi|en|auto | theme ${themeNames.join('|')} | title|bell on|off | linear on|off|auto | backup-folder PATH|none | backup-encryption on|off | logo FILE|none | keys | key ACTION KEYS…|default]`,
  changes: false,
  options: [],
  words: [0, 12],
  run: async (call) => {
    const [name, ...words] = call.words;
    if (name === undefined) show(call);
    else if (Object.hasOwn(settings, name)) await settings[name]?.(call, words);
    else throw wrongUsage('wrong-option', { option: 'config', text: name, forms: Object.keys(settings) });
    return 0;
  },
};

/** The value of a setting that has a few; `auto` is none of one's own. */
function chosen<const Value extends string>(
  option: string,
  words: readonly string[],
  values: readonly Value[],
): Value {
  const [text = ''] = words;
  const value = values.find((one) => one === text);
  if (value === undefined || words.length > 1)
    throw wrongUsage('wrong-option', { option, text: words.join(' '), forms: values });
  return value;
}

async function setLanguage(call: Call, words: readonly string[]): Promise<void> {
  const value = chosen('language', words, ['fi', 'en', 'auto']);
  const language = value === 'auto' ? null : value;
  await writeSettings(call.place.environment, { language });
  if (call.json) printJson(call, { language });
  // Said in the language that was just chosen.
  else printLines(call, [messages(language ?? call.language).commands.config.written]);
}

async function setTheme(call: Call, words: readonly string[]): Promise<void> {
  const value = chosen('theme', words, themeNames);
  const theme = value === 'auto' ? null : value;
  await writeSettings(call.place.environment, { theme });
  if (call.json) printJson(call, { theme });
  else printLines(call, [call.say.config.written]);
}

/** On or off; whether the console speaks line by line may also be left to the environment. */
async function setSwitch(
  call: Call,
  name: 'title' | 'bell' | 'linear',
  words: readonly string[],
): Promise<void> {
  const value = chosen(name, words, name === 'linear' ? ['on', 'off', 'auto'] : ['on', 'off']);
  await writeSettings(call.place.environment, { [name]: value === 'auto' ? null : value === 'on' });
  if (call.json) printJson(call, { [name]: value });
  else printLines(call, [call.say.config.written]);
}

/** The planner's own folder for copies; made at once, so that a wrong path is heard of now and not at the next copy. */
async function setBackupFolder(call: Call, [value, ...more]: readonly string[]): Promise<void> {
  if (value === undefined || more.length > 0)
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

/** The picture at the head of reports: looked at now, and kept beside the settings. */
async function setLogo(call: Call, [value, ...more]: readonly string[]): Promise<void> {
  if (value === undefined || more.length > 0)
    throw wrongUsage('missing-word', { usage: 'luotsi config logo FILE|none' });
  const { readLogo } = await import('../../services/reporting/logo.ts');
  const logo = value === 'none' ? null : await readLogo(resolve(value));
  const { environment } = call.place;
  await keepLogo(environment, logo);
  if (call.json) printJson(call, { logo: logoPath(environment) });
  else printLines(call, [call.say.config.written]);
}

const onOff = (on: boolean): string => (on ? 'on' : 'off');

/** With a key: its private half is sealed by a passphrase, so that copies made in passing can be sealed without asking. */
async function setBackupEncryption(call: Call, words: readonly string[]): Promise<void> {
  const value = chosen('backup-encryption', words, ['on', 'off']);
  const say = messages(call.language).backups;
  if (value === 'on') {
    const { newSealedKey } = await import('../../services/safety/sealed-copies.ts');
    const backupKey = await newSealedKey(await passphraseFor(call, true));
    await writeSettings(call.place.environment, { backupKey });
  } else await writeSettings(call.place.environment, { backupKey: null });
  if (call.json) printJson(call, { backupEncryption: value });
  else printLines(call, value === 'on' ? [say.encryptionOn, say.lost] : [say.encryptionOff]);
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
    backupEncryption: call.settings.backupKey === null ? 'off' : 'on',
    logo: logoPath(environment),
    language: call.language,
    theme: call.settings.theme ?? 'auto',
    title: onOff(call.settings.title),
    bell: onOff(call.settings.bell),
    linear: call.settings.linear === null ? 'auto' : onOff(call.settings.linear),
  };
  if (call.json) printJson(call, shown);
  else {
    const { labels, values } = call.say.config;
    const told = (value: string): string =>
      Object.hasOwn(values, value) ? values[value as keyof typeof values] : value;
    const entries = Object.entries(labels).map(
      ([name, label]) => [label, told(shown[name as keyof typeof shown] ?? '–')] as const,
    );
    printLines(call, pairs(call, entries));
  }
}
