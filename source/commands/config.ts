import { wrongUsage } from '../errors.ts';
import { messages } from '../language/index.ts';
import { foldersOf } from '../settings/folders.ts';
import { settingsPath, writeSettings } from '../settings/settings.ts';
import { pairs, printJson, printLines } from './output.ts';
import { projectPath } from './project.ts';
import type { Call, Command } from './command.ts';

/** Shows the settings and where things lie; `config language fi` sets one. */
export const config: Command = {
  usage: 'config [language fi|en|auto]',
  changes: false,
  options: [],
  words: [0, 2],
  run: async (call) => {
    const [name, value] = call.words;
    if (name === undefined) show(call);
    else {
      if (name !== 'language')
        throw wrongUsage('wrong-option', { option: 'config', text: name, forms: ['language'] });
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

function show(call: Call): void {
  const { environment } = call.place;
  const folders = foldersOf(environment, process.platform);
  const shown = {
    settings: settingsPath(environment),
    project: projectPath(call),
    data: folders.data,
    log: folders.log,
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
