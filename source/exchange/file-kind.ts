/** What a file is by its first bytes, whatever its name says. */
export type FileKind =
  | 'text'
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  | 'word'
  | 'archive'
  | 'truncated'
  | 'xls'
  | 'encrypted'
  | 'picture'
  | 'pdf';

const beginnings: readonly (readonly [readonly number[], FileKind])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x42, 0x4d], 'picture'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
];

/** First bytes of Microsoft's older container, in which .xls and every encrypted file are. */
const container = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, index) => bytes[index] === byte);

/** What the file is; of a ZIP archive its parts tell, null for one that has no list of them. */
export function fileKind(
  bytes: Uint8Array,
  partsOf: (bytes: Uint8Array) => readonly string[] | null,
): FileKind {
  if (begins(bytes, container))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encryptedPackage)
      ? 'encrypted'
      : 'xls';
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return archiveKind(partsOf(bytes));
  // A bitmap begins with two letters, as a table may: its third byte on are sizes, with zeros among them.
  const known = beginnings.find(([start]) => begins(bytes, start))?.[1];
  if (known === 'picture' && bytes[0] === 0x42 && !bytes.subarray(0, 32).includes(0)) return 'text';
  return known ?? 'text';
}

function archiveKind(parts: readonly string[] | null): FileKind {
  if (parts === null) return 'truncated';
  if (parts.includes('xl/workbook.xml')) return 'xlsx';
  if (parts.includes('xl/workbook.bin')) return 'xlsb';
  if (parts.includes('word/document.xml')) return 'word';
  return parts.includes('content.xml') && parts.includes('mimetype') ? 'ods' : 'archive';
}
