/** What a report says, for programs: in no language, days as ISO 8601, records by their codes. */
export interface JsonReport {
  /** Tells what the file is, and rises when the shape changes. */
  readonly luotsi: 'report';
  readonly version: 1;
  readonly kind: string;
  /** The days that it covers, both included, and the newest step of the journal that is part of it. */
  readonly from: string;
  readonly to: string;
  readonly seq: number;
  /** The report's own model, as `source/reports/KIND/model.ts` declares it. */
  readonly report: unknown;
}

/** Fields of the models that name another record by its row. */
const references: ReadonlySet<string> = new Set([
  'agenda',
  'candidate',
  'group',
  'objective',
  'package',
  'person',
  'plan',
  'risk',
  'round',
  'session',
  'source',
  'unit',
]);

/** Rows' numbers mean nothing outside the file: records are told by their codes, and parts without one by their place. */
export function renderJson(report: JsonReport, codes: ReadonlyMap<number, string>): string {
  const outward = (key: string, value: unknown): unknown => {
    if (key === 'id') return undefined;
    return references.has(key) && typeof value === 'number' ? (codes.get(value) ?? null) : value;
  };
  return `${JSON.stringify(report, outward, 2)}\n`;
}
