import { console } from './console.ts';
import { errors } from './errors.ts';
import { report } from './report.ts';

export const en = { console, report, errors };
