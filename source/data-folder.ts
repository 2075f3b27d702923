import { fileURLToPath } from 'node:url';

/** Folder of migrations, sample project and other assets; it lies beside source/ and, in what is built, beside dist/. */
export const dataFolder = fileURLToPath(new URL('../data/', import.meta.url));
