import { without } from '../../services/safety/forgetting.ts';
import { readSettings, writeSettings } from '../../settings/settings.ts';
import type { Call } from '../line/command.ts';

/** Takes filters, saved views and words looked up that name a person out of what the console keeps of a file. */
export async function forgetInSettings(call: Call, path: string, finder: RegExp): Promise<void> {
  const { environment } = call.place;
  const { views } = readSettings(environment);
  const left = without(views[path], finder);
  if (JSON.stringify(left) !== JSON.stringify(views[path]))
    await writeSettings(environment, { views: { ...views, [path]: left } });
}
