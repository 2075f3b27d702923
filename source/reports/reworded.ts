/** The same file of a report with other words in it; for taking a name out of one that was handed over. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ReportFormat } from '../registers/report.ts';

/** @returns null where nothing in it changes */
export function reworded(
  format: ReportFormat,
  bytes: Uint8Array,
  change: (text: string) => string,
): Uint8Array | null {
  if (format === 'docx') return rewordedParts(bytes, change);
  const text = strFromU8(bytes);
  const other = change(text);
  return other === text ? null : strToU8(other);
}

function rewordedParts(bytes: Uint8Array, change: (text: string) => string): Uint8Array | null {
  const parts = unzipSync(bytes);
  let isOther = false;
  const entries = Object.entries(parts).map(([name, content]): [string, Uint8Array] => {
    if (!/\.(xml|rels)$/u.test(name)) return [name, content];
    const text = strFromU8(content);
    const other = change(text);
    if (other === text) return [name, content];
    isOther = true;
    return [name, strToU8(other)];
  });
  // As the document was packed when it was made.
  return isOther ? zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 6 }) : null;
}
