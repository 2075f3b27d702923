import type { ByteSource } from '../../exchange/table.ts';

/** What a file holds that is to be imported, by its name and how it begins. */
export function fileHolds(path: string, file: ByteSource): 'project' | 'calendar' | 'table' {
  const top = Buffer.from(file.read(0, Math.min(64, file.size)));
  if (/\.json$/i.test(path) || /^\uFEFF?\s*\{/.test(top.toString('utf8'))) return 'project';
  return /^(?:ï»¿)?\s*BEGIN:VCALENDAR/i.test(top.toString('latin1')) ? 'calendar' : 'table';
}
