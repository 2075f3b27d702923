/** The organisation's own Word template, filled with a report. */
import { readFileSync } from 'node:fs';
import { UserError, isUserError } from '../../errors.ts';
import { fileKind } from '../../exchange/file-kind.ts';
import { guardArchive, partsOf } from '../../exchange/zip-guard.ts';
import { fillTemplate } from '../../reports/template/fill.ts';
import { placesOf, templateValues } from '../../reports/template/kinds.ts';
import { projectFields } from '../../store/queries/project-text.ts';
import { storeError } from '../../store/file/store-error.ts';
import { withDrawn } from './report.ts';
import type { Whole } from '../../reports/template/common.ts';
import type { PlaceInfo } from '../../reports/template/places.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';
import type { MadeDocument, ReportKind, ReportOptions } from './report.ts';

export type { PlaceInfo } from '../../reports/template/places.ts';

/** Every place that a template of the kind can name. */
export function templatePlaces(kind: ReportKind): readonly PlaceInfo[] {
  return plainPlaces(placesOf(kind));
}

const plainPlaces = (places: readonly PlaceInfo[]): PlaceInfo[] =>
  places.map(({ name, label, within }) =>
    within === undefined ? { name, label } : { name, label, within: plainPlaces(within) },
  );

/**
 * Fills the template with the report. Nothing of a template is run.
 * @throws UserError template-unreadable, template-unknown, template-broken, no-template, and as makeReport does
 */
export async function fillReport(
  project: Project,
  options: Omit<ReportOptions, 'format'>,
  path: string,
): Promise<MadeDocument> {
  const template = readTemplate(path);
  const { kind, language } = options;
  const { values, ...facts } = withDrawn(project, options, (drawn, known, store) => ({
    values: templateValues(
      kind,
      drawn.model,
      { document: drawn.document(language), project: projectOf(store), ...known },
      language,
    ),
    ...known,
  }));
  const filled = await fillTemplate(template, placesOf(kind), values);
  if (filled.ok) return { bytes: filled.bytes, ...facts };
  const { fault } = filled;
  if (fault.why === 'unknown') throw new UserError('template-unknown', { path, places: fault.places, kind });
  if (fault.why === 'broken') throw new UserError('template-unreadable', { path, what: 'broken' });
  throw new UserError('template-broken', { path, place: fault.place, why: fault.why });
}

function projectOf(store: Store): Whole['project'] {
  const row = projectFields(store, 'title', 'organisation', 'funder', 'projectCode');
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    title: text(row?.title),
    organisation: text(row?.organisation),
    funder: text(row?.funder),
    projectCode: text(row?.projectCode),
  };
}

function readTemplate(path: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EISDIR')
      throw new UserError('template-unreadable', { path, what: 'other' });
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      throw new UserError('no-template', { path });
    throw storeError(error, path);
  }
  const kind = fileKind(bytes, partsOf);
  if (kind === 'encrypted') throw new UserError('template-unreadable', { path, what: 'encrypted' });
  if (kind === 'xls') throw new UserError('template-unreadable', { path, what: 'old' });
  if (kind === 'truncated') throw new UserError('template-unreadable', { path, what: 'broken' });
  if (kind !== 'word') throw new UserError('template-unreadable', { path, what: 'other' });
  try {
    guardArchive(bytes, path);
  } catch (error) {
    const isLarge = isUserError(error) && error.code === 'archive-too-large';
    throw new UserError('template-unreadable', { path, what: isLarge ? 'large' : 'broken' });
  }
  const hasMacros = (partsOf(bytes) ?? []).some((name) => /vbaProject\.bin$/iu.test(name));
  if (hasMacros) throw new UserError('template-unreadable', { path, what: 'macros' });
  return bytes;
}
