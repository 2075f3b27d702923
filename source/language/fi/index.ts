import type { en } from '../en/index.ts';
import { commandErrors } from './command-errors.ts';
import { commands } from './commands.ts';
import { console } from './console.ts';
import { errors } from './errors.ts';
import { report } from './report.ts';

export const fi: typeof en = { commands, console, report, errors: { ...errors, ...commandErrors } };
