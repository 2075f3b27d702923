import { join } from 'node:path';

/** Folder of migrations, sample project and other assets; it lies beside source/ and, in what is built, beside dist/. */
export const dataFolder = join(import.meta.dirname, '..', 'data/');
