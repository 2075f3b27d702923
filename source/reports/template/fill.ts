import { strFromU8, unzipSync } from 'fflate';
import {
  LoopPlugin,
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  TagDisposition,
  TemplateHandler,
  TemplateSyntaxError,
  TextPlugin,
  UnclosedTagError,
  UnopenedTagError,
} from 'easy-template-x';
import { linesOf, oneLine } from '../plain-text.ts';
import { alikeTemplate } from '../docx-zip.ts';
import type { ScopeDataArgs, Tag } from 'easy-template-x';
import type { PlaceInfo, Value, Values } from './places.ts';

/** Why a template can't be filled: a place that is not known, or a loop or a bracket that is open. */
export type TemplateFault =
  | { readonly why: 'unknown'; readonly places: readonly string[] }
  | { readonly why: 'unclosed' | 'unopened' | 'bracket' | 'form'; readonly place: string }
  /** Its parts are not what those of a Word document are. */
  | { readonly why: 'broken' };

export type Filled =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: TemplateFault };

/**
 * Fills the organisation's own Word document: `{place}`, `{#loop}…{/loop}`, and any place as a condition. Only text is put
 * in, and nothing in a template can run or reach anything but the values.
 */
export async function fillTemplate(
  template: Uint8Array,
  places: readonly PlaceInfo[],
  values: Values,
): Promise<Filled> {
  const handler = new TemplateHandler({
    plugins: [new LoopPlugin(), new TextPlugin()],
    defaultContentType: 'text',
    containerContentType: 'loop',
    scopeDataResolver: valueAt,
    maxXmlDepth: 100,
  });
  const fault = await faultIn(handler, template, places);
  if (fault !== null) return { ok: false, fault };
  try {
    const filled = await handler.process(Buffer.from(template), cleaned(values));
    return { ok: true, bytes: alikeTemplate(new Uint8Array(filled)) };
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error;
    return { ok: false, fault: faultOf(error) };
  }
}

/** What is amiss with a template, before anything is filled. */
async function faultIn(
  handler: TemplateHandler,
  template: Uint8Array,
  places: readonly PlaceInfo[],
): Promise<TemplateFault | null> {
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
  return unknown.length > 0 ? { why: 'unknown', places: unknown } : unpaired(tags);
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
    .map((paragraph) => [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>(?<text>[^<]*)/gu)].map(({ groups }) => groups?.['text'] ?? '').join('')); // prettier-ignore
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
function valueAt({ strPath, data }: ScopeDataArgs): Value {
  const name = strPath.at(-1) ?? '';
  for (let depth = strPath.length - 1; depth >= 0; depth -= 1) {
    let scope: unknown = data;
    for (const step of strPath.slice(0, depth)) scope = own(scope, step);
    const value = own(scope, name);
    if (value !== undefined) return value as Value;
  }
  return '';
}

const own = (scope: unknown, name: string): unknown =>
  typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)
    ? (scope as Record<string, unknown>)[name]
    : undefined;

/** Text without what Word takes no text with; lines stay lines. */
function cleaned(values: Values): Values {
  const clean = Object.create(null) as Record<string, Value>;
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string')
      clean[name] = value.includes('\n') ? linesOf(value).join('\n') : oneLine(value);
    else clean[name] = typeof value === 'boolean' ? value : value.map(cleaned);
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
