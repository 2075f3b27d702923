import type { UserError } from '../../errors.ts';
import type { Language } from '../../language/language.ts';
import type { Messages } from '../../language/index.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Project } from '../../services/project/project.ts';
import type { Options } from './arguments.ts';

/** Text for a terminal: cleaned of what it must not get raw, measured and cut in cells. */
export interface TextTools {
  readonly safe: (text: string) => string;
  readonly safeLines: (text: string) => string[];
  readonly cellWidth: (text: string) => number;
  readonly fit: (text: string, width: number, align?: 'left' | 'right') => string;
  readonly wrap: (text: string, width: number) => string[];
}

/** What the console is opened on. */
export interface ConsoleOptions {
  readonly project: Project | null;
  /** It is looked at as it stood at the end of this day, to begin with. */
  readonly asOf: string | null;
  readonly path: string | null;
  readonly language: Language;
  readonly settings: Settings;
  readonly environment: NodeJS.ProcessEnv;
  /** Hears what went wrong beside the console's own work; said when the screen is given back. */
  readonly tell: (problem: UserError) => void;
}

/** Where a command runs: given by cli.ts, so that tests can give another. */
export interface Place {
  readonly words: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly version: string;
  readonly description: string;
  /** Is there a person at both ends? */
  readonly isTerminal: boolean;
  /** Cells in a line; Infinity where nothing is to be cut. */
  readonly columns: number;
  readonly colors: boolean;
  readonly text: TextTools;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Is what goes to writeError seen by a person at once? */
  readonly showsErrors: boolean;
  /** Has Ctrl+C call the handler instead of ending the program. @returns what takes that back */
  readonly onInterrupt: (handler: () => void) => () => void;
  readonly openConsole: (options: ConsoleOptions) => Promise<number>;
}

/** A command line that has been understood as far as which command it is. */
export interface Call {
  readonly place: Place;
  readonly settings: Settings;
  readonly language: Language;
  readonly say: Messages['commands'];
  readonly json: boolean;
  readonly colors: boolean;
  readonly file: string | undefined;
  readonly asOf: string | undefined;
  /** What comes after the command's own words. */
  readonly words: readonly string[];
  /** Without the global options. */
  readonly options: Options;
}

/** A command ends with a process's exit code. */
export type Run = (call: Call) => number | Promise<number>;

export interface Command {
  /** How it is written, after `luotsi`. */
  readonly usage: string;
  /** It writes to the project, so it can't be asked as of an earlier day. */
  readonly changes: boolean;
  /** Options of its own, by name; 'fields' where it takes those of a register and looks at them itself. */
  readonly options: readonly string[] | 'fields';
  /** Fewest and most words after the command. */
  readonly words: readonly [number, number];
  readonly run: Run;
}
