/** Brings a file forward in a process that can be killed; a migration may call `stall()` to wait for that. */
import { writeSync } from 'node:fs';
import { migrate } from '../../source/store/file/migrate.ts';
import { closeStore, openStore } from '../../source/store/file/open.ts';

const [path = '', folder = ''] = process.argv.slice(2);
const store = openStore(path);
const isStalling = folder.endsWith('.d');
store.database.function('stall', () => {
  writeSync(1, 'stalled\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return null;
});
if (!isStalling) writeSync(1, 'begun\n');
migrate(store, folder, () => {});
closeStore(store);
