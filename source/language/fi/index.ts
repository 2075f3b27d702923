import type { en } from '../en/index.ts';
import { console } from './console.ts';
import { errors } from './errors.ts';
import { report } from './report.ts';

export const fi: typeof en = { console, report, errors };
