import { console } from './console.ts';
import { errors } from './errors.ts';

export const en = { console, errors };
