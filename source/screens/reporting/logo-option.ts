import { readLogo, type Logo } from '../../services/reporting/logo.ts';
import { logoPath } from '../../settings/logo.ts';
import type { App } from '../app.tsx';

/** The picture of the settings for the heads of reports, as an option of what makes one. @throws UserError no-logo, logo-refused */
export async function logoOption({ environment }: App): Promise<{ readonly logo?: Logo }> {
  const path = logoPath(environment);
  return path === null ? {} : { logo: await readLogo(path) };
}
