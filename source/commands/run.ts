import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isUserError, wrongUsage } from '../errors.ts';
import { commandWords, languageOf, messages } from '../language/index.ts';
import { sentenceOf } from '../services/reading/sentence.ts';
import { foldersOf } from '../settings/folders.ts';
import { readSettings } from '../settings/settings.ts';
import { parseArguments } from './line/arguments.ts';
import { findCommand } from './line/dispatch.ts';
import type { Language } from '../language/language.ts';
import type { Settings } from '../settings/settings.ts';
import type { Arguments } from './line/arguments.ts';
import type { Call, Command, Place } from './line/command.ts';

const globalOptions = ['file', 'as-of', 'language', 'json', 'no-color', 'help', 'version'] as const;
const ourBug = 70;

/** Runs a command line and says the exit code: 0 done, 1 the user can act, 2 wrong usage, 70 our bug. */
export async function run(place: Place): Promise<number> {
  const settings = readSettings(place.environment);
  let language = settings.language ?? localeLanguage(place.environment);
  const json = place.words.includes('--json');
  try {
    const line = parseArguments(place.words);
    language = languageAsked(line) ?? language;
    return await runLine(place, settings, language, line);
  } catch (error) {
    return report(place, language, json, error);
  }
}

async function runLine(
  place: Place,
  settings: Settings,
  language: Language,
  line: Arguments,
): Promise<number> {
  const { words, options } = line;
  const call: Call = {
    place,
    settings,
    language,
    say: commandWords(language),
    json: options.has('json'),
    colors: place.colors && !options.has('no-color'),
    file: options.value('file'),
    asOf: options.value('as-of'),
    words: [],
    options: options.without(globalOptions),
  };
  if (options.has('version')) {
    place.write(`${place.version}\n`);
    return 0;
  }
  // Whoever knows no options asks in words.
  const [first, ...others] = words;
  const isAsked = first === 'help' || first?.normalize('NFC') === 'ohje';
  if (options.has('help') || isAsked) {
    const { showHelp } = await import('./line/help.ts');
    return showHelp({ ...call, words: isAsked ? others : words });
  }
  const { command, name, rest } = await findCommand(words);
  check(call, command, name, rest);
  return command.run({ ...call, words: rest });
}

/** Wrong usage is told before anything is opened. */
function check(call: Call, command: Command, name: string, rest: readonly string[]): void {
  const usage = `luotsi ${command.usage}`;
  const [least, most] = command.words;
  if (rest.length < least) throw wrongUsage('missing-word', { usage });
  if (rest.length > most) throw wrongUsage('extra-word', { word: rest[most] ?? '', usage });
  if (command.changes && call.asOf !== undefined) throw wrongUsage('as-of-change', { command: name });
  if (command.options === 'fields') return;
  const known = command.options;
  const unknown = call.options.names.find((option) => !known.includes(option));
  if (unknown !== undefined) {
    const near = nearestOption(unknown, [...known, ...globalOptions]);
    throw wrongUsage('unknown-option', { option: unknown, command: `luotsi ${name}`, near });
  }
}

/** Beginnings and single slips; the full measure of nearness stands in domain, which commands don't see. */
function nearestOption(word: string, options: readonly string[]): string[] {
  const begun = options.filter((option) => option.startsWith(word.slice(0, 2)));
  return begun.slice(0, 3);
}

function languageAsked({ options }: Arguments): Language | null {
  const asked = options.value('language');
  if (asked === undefined) return null;
  if (asked === 'fi' || asked === 'en') return asked;
  throw wrongUsage('wrong-option', { option: 'language', text: asked, forms: ['fi', 'en'] });
}

/** The language of the locale, by POSIX's order of precedence. */
function localeLanguage(environment: NodeJS.ProcessEnv): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return languageOf(LC_ALL || LC_MESSAGES || LANG);
}

/** Says an error where it belongs: words for people, JSON for scripts, a stack trace for nobody. */
function report(place: Place, language: Language, json: boolean, error: unknown): number {
  const said = saidOf(place, language, error);
  if (json) {
    const { code, message, hint } = said;
    place.writeError(`${JSON.stringify({ error: { code, message, hint } })}\n`);
  } else {
    const lines = [said.message, said.hint].filter((line) => line !== '').flatMap(place.text.safeLines);
    place.writeError(`${lines.join('\n')}\n`);
  }
  return said.exit;
}

interface Said {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly exit: number;
}

function saidOf(place: Place, language: Language, error: unknown): Said {
  if (isUserError(error)) return { code: error.code, ...sentenceOf(error, language), exit: error.exit };
  const log = keepDetails(place, error);
  const { message, hint } = messages(language).commands.bug;
  return { code: 'bug', message: message(), hint: hint({ log }), exit: ourBug };
}

/** What a developer needs of a bug; null where it can't be written down. */
function keepDetails(place: Place, error: unknown): string | null {
  try {
    const folder = foldersOf(place.environment, process.platform).log;
    const path = join(folder, 'errors.log');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const head = `${new Date().toISOString()} luotsi ${place.version} node ${process.version} ${process.platform}`;
    appendFileSync(path, `${head}\n${details}\n\n`, { mode: 0o600 });
    return path;
  } catch {
    return null;
  }
}
