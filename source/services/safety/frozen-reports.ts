/** Reports that were handed over and name a person: kept anew without the name. */
import { nameFinder } from '../../domain/people/naming.ts';
import { reportFiles } from '../../registers/report.ts';
import { reworded } from '../../reports/reworded.ts';
import { digestOf, replaceReportFile, storedReportFiles } from '../../store/kept/report-files.ts';
import type { ReportFile } from '../../registers/report.ts';
import type { Image } from '../../store/journal/images.ts';
import type { Store } from '../../store/file/open.ts';
import type { StoredReportFile } from '../../store/kept/report-files.ts';

/** A kept file that names the person, and what it will be. */
interface Refrozen {
  readonly file: StoredReportFile;
  readonly bytes: Uint8Array;
  readonly digest: string;
}

export interface RefrozenReports {
  readonly reports: readonly { readonly id: number; readonly code: string }[];
  /** Puts the new files in place of the old ones, whose bytes go. Runs inside the anonymise step. */
  readonly replace: () => void;
  /** Files as a report's field names them, by their new digests; the same value where none of them changes. */
  readonly renamed: (files: unknown) => unknown;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const quoted = (text: string): string => escaped(text).replaceAll('"', '&quot;');

/** How each format writes what has a meaning of its own to it: HTML and Word, JSON, Markdown. */
const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  escaped,
  quoted,
  (text) => quoted(text).replaceAll("'", '&#39;'),
  (text) => quoted(text).replaceAll("'", '&apos;'),
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => text.replaceAll(/[\\`*_[\]<>|~]/gu, String.raw`\$&`),
];

export function refreeze(store: Store, names: readonly string[], label: string): RefrozenReports {
  const spelt = names.flatMap((name) => spellings.map((spelling) => spelling(name)));
  const asWritten = nameFinder([...new Set(spelt)].toSorted((one, other) => other.length - one.length));
  const finder = nameFinder(names);
  const found: Refrozen[] =
    finder === null || asWritten === null
      ? []
      : storedReportFiles(store).flatMap((file) => {
          const bytes = reworded(file.format, file.bytes, { finder, asWritten, label });
          return bytes === null ? [] : [{ file, bytes, digest: digestOf(bytes) }];
        });
  const byDigest = new Map(found.map((one) => [one.file.digest, one]));
  const codes = new Map(found.map(({ file }) => [file.report, file.code]));
  return {
    reports: [...codes].map(([id, code]) => ({ id, code })),
    replace: () => {
      for (const { file, bytes } of found) replaceReportFile(store, file, bytes);
    },
    renamed: (files) => renamedIn(files, byDigest),
  };
}

function renamedIn(files: unknown, byDigest: ReadonlyMap<string, Refrozen>): unknown {
  const known = reportFiles(files);
  if (known === null || !known.some(({ digest }) => byDigest.has(digest))) return files;
  return known.map((file): ReportFile => {
    const other = byDigest.get(file.digest);
    return other === undefined ? file : { ...file, digest: other.digest, size: other.bytes.length };
  });
}

/** An image of a report with its files renamed; null where that changes nothing. */
export function renamedImage(register: string, image: Image, { renamed }: RefrozenReports): Image | null {
  if (register !== 'report') return null;
  const files = renamed(image['files']);
  return files === image['files'] ? null : { ...image, files };
}
