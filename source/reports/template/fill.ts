import { strFromU8, unzipSync } from 'fflate';
import {
  ImagePlugin,
  LoopPlugin,
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  TagDisposition,
  TagPlacement,
  TemplateHandler,
  TemplateSyntaxError,
  TextPlugin,
  UnclosedTagError,
  UnopenedTagError,
} from 'easy-template-x';
import { linesOf, oneLine } from '../plain-text.ts';
import { alikeTemplate } from '../docx-zip.ts';
import { imageOf, isPicture, paintedIn } from './pictures.ts';
import type { ScopeDataArgs, Tag } from 'easy-template-x';
import type { Chart } from '../charts/chart.ts';
import type { Painted } from '../charts/paint.ts';
import type { PlaceInfo, Values } from './places.ts';
import type { Ready, ReadyValues } from './pictures.ts';

/** Why a template can't be filled: a place that is not known, or a loop or a bracket that is open. */
export type TemplateFault =
  | { readonly why: 'unknown'; readonly places: readonly string[] }
  | { readonly why: 'unclosed' | 'unopened' | 'bracket' | 'form' | 'picture'; readonly place: string }
  /** Its parts are not what those of a Word document are. */
  | { readonly why: 'broken' };

export type Filled =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: TemplateFault };

/**
 * Fills the organisation's own Word document: `{place}`, `{#loop}…{/loop}`, and any place as a condition. Only text and
 * pictures of the report's own are put in, and nothing in a template can run or reach anything but the values.
 */
export async function fillTemplate(
  template: Uint8Array,
  places: readonly PlaceInfo[],
  values: Values,
): Promise<Filled> {
  const handler = new TemplateHandler({
    plugins: [new LoopPlugin(), new TextPlugin(), new ImagePlugin()],
    defaultContentType: 'text',
    containerContentType: 'loop',
    scopeDataResolver: valueAt,
    maxXmlDepth: 100,
  });
  const named = await tagsOf(handler, template, places);
  if ('why' in named) return { ok: false, fault: named };
  const hasPictures = named.some(({ name }) => pictureNames(places).includes(name));
  const painted = hasPictures ? await paintedIn(values) : new Map<Chart, Painted>();
  try {
    const filled = await handler.process(Buffer.from(template), cleaned(values, painted));
    return { ok: true, bytes: alikeTemplate(new Uint8Array(filled)) };
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error;
    return { ok: false, fault: faultOf(error) };
  }
}

/** The places that a template names, or what is amiss with it, before anything is filled. */
async function tagsOf(
  handler: TemplateHandler,
  template: Uint8Array,
  places: readonly PlaceInfo[],
): Promise<readonly Tag[] | TemplateFault> {
  const texts = paragraphsOf(template);
  if (texts === null) return { why: 'broken' };
  const bracket = texts.find((text) => /[{}]/u.test(text.replaceAll(/\{[^{}]*\}/gu, '')));
  if (bracket !== undefined) return { why: 'bracket', place: bracket.slice(0, 80) };
  let tags: readonly Tag[];
  try {
    tags = await handler.parseTags(Buffer.from(template));
  } catch (error) {
    // What can't be read is the file's fault, whatever it is.
    return error instanceof TemplateSyntaxError ? faultOf(error) : { why: 'broken' };
  }
  const unknown = unknownIn(tags, places);
  if (unknown.length > 0) return { why: 'unknown', places: unknown };
  return unpaired(tags) ?? misplaced(tags, pictureNames(places)) ?? tags;
}

/** Texts of the paragraphs of a document's body, heads and feet; null where it has no body. */
function paragraphsOf(template: Uint8Array): string[] | null {
  const parts = unzipSync(template, {
    filter: ({ name }) => /^word\/(?:document|header\d*|footer\d*)\.xml$/u.test(name),
  });
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  if (!/<w:body[\s>][\s\S]*<\/w:body>\s*<\/w:document>\s*$/u.test(body)) return null;
  return Object.values(parts)
    .flatMap((part) => strFromU8(part).split('</w:p>'))
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>(?<text>[^<]*)/gu)]
        .map(({ groups }) => groups?.['text'] ?? '')
        .join(''),
    );
}

/** Names of the places that are filled by pictures. */
const pictureNames = (places: readonly PlaceInfo[]): string[] =>
  places.flatMap(({ name, isPicture: isOne, within }) =>
    isOne === true ? [name] : pictureNames(within ?? []),
  );

/** A picture in the alternative text of another, which it would be drawn in the form of. */
function misplaced(tags: readonly Tag[], pictures: readonly string[]): TemplateFault | null {
  const found = tags.find(
    ({ placement, name }) => placement === TagPlacement.Attribute && pictures.includes(name),
  );
  return found === undefined ? null : { why: 'picture', place: found.rawText };
}

/** A loop that is never closed, or closed without having been opened. */
function unpaired(tags: readonly Tag[]): TemplateFault | null {
  const open: Tag[] = [];
  for (const tag of tags) {
    if (tag.disposition === TagDisposition.Open) open.push(tag);
    if (tag.disposition !== TagDisposition.Close) continue;
    const last = open.pop();
    if (last === undefined) return { why: 'unopened', place: tag.rawText };
    if (last.name !== tag.name) return { why: 'unclosed', place: last.rawText };
  }
  const left = open.at(-1);
  return left === undefined ? null : { why: 'unclosed', place: left.rawText };
}

/** The value of the innermost scope that has it, of own properties alone. */
function valueAt({ strPath, path, data }: ScopeDataArgs): Ready {
  const name = strPath.at(-1) ?? '';
  const tag = path.at(-1);
  // As a condition a picture is only there or not.
  const isOpen = typeof tag === 'object' && tag.disposition === TagDisposition.Open;
  for (let depth = strPath.length - 1; depth >= 0; depth -= 1) {
    let scope: unknown = data;
    for (const step of strPath.slice(0, depth)) scope = own(scope, step);
    const value = own(scope, name);
    if (value !== undefined) return isOpen && isImage(value) ? true : (value as Ready);
  }
  return '';
}

const isImage = (value: unknown): boolean => typeof value === 'object' && value !== null && '_type' in value;

const own = (scope: unknown, name: string): unknown =>
  typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)
    ? (scope as Record<string, unknown>)[name]
    : undefined;

/** Text without what Word takes no text with; lines stay lines. */
function cleaned(values: Values, painted: ReadonlyMap<Chart, Painted>): ReadyValues {
  const clean = Object.create(null) as Record<string, Ready>;
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string')
      clean[name] = value.includes('\n') ? linesOf(value).join('\n') : oneLine(value);
    else if (typeof value === 'boolean') clean[name] = value;
    else if (isPicture(value)) clean[name] = imageOf(value, painted);
    else clean[name] = value.map((row) => cleaned(row, painted));
  }
  return clean;
}

/** Names that stand where nothing is called so, as they are written. */
function unknownIn(tags: readonly Tag[], places: readonly PlaceInfo[]): string[] {
  const unknown: string[] = [];
  const scopes: (readonly PlaceInfo[])[] = [places];
  for (const { name, disposition, rawText } of tags) {
    if (disposition === TagDisposition.Close) {
      if (scopes.length > 1) scopes.pop();
      continue;
    }
    const found = scopes.flat().findLast((one) => one.name === name);
    if (found === undefined) unknown.push(rawText);
    if (disposition === TagDisposition.Open) scopes.push(found?.within ?? []);
  }
  return [...new Set(unknown)];
}

function faultOf(error: TemplateSyntaxError): TemplateFault {
  if (error instanceof UnclosedTagError) return { why: 'unclosed', place: error.tagRawText };
  if (error instanceof UnopenedTagError) return { why: 'unopened', place: error.tagRawText };
  if (error instanceof MissingCloseDelimiterError) return { why: 'bracket', place: error.openDelimiterText };
  if (error instanceof MissingStartDelimiterError) return { why: 'bracket', place: error.closeDelimiterText };
  return { why: 'form', place: error.message };
}
