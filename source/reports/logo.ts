/** A picture at the head of a report, known by what it holds and never by what it is called. */

export interface Logo {
  readonly type: 'png' | 'jpeg' | 'svg';
  readonly bytes: Uint8Array;
  /** The same for programs that draw no SVG. */
  readonly raster: Raster;
}

export interface Raster {
  readonly type: 'png' | 'jpg';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What a picture can't be a logo for. */
export type LogoFault = 'other' | 'large' | 'wide' | 'broken' | 'live';

/** What is drawn in a report's head, and what is said in its place. */
export interface ShownLogo {
  readonly logo: Logo;
  readonly alt: string;
}

export const largestLogo = 512 * 1024;
const widest = 4000;

type Size = { readonly width: number; readonly height: number };
type Found = { readonly type: Logo['type']; readonly size: Size | null };

/** The picture, or why it is none. An SVG is painted to see that it can be, which loads what paints. */
export async function logoFrom(bytes: Uint8Array): Promise<Logo | LogoFault> {
  if (bytes.length > largestLogo) return 'large';
  const found = pngIn(bytes) ?? jpegIn(bytes) ?? svgIn(bytes);
  if (found === null) return 'other';
  if (found === 'live') return 'live';
  const { type, size } = found;
  if (type === 'svg') return painted(bytes);
  if (size === null || size.width === 0 || size.height === 0) return 'broken';
  if (Math.max(size.width, size.height) > widest) return 'wide';
  return { type, bytes, raster: { type: type === 'png' ? 'png' : 'jpg', bytes, ...size } };
}

async function painted(bytes: Uint8Array): Promise<Logo | LogoFault> {
  const { paintSvg } = await import('./charts/paint.ts');
  const raster = await paintSvg(new TextDecoder().decode(bytes));
  if (raster === null) return 'broken';
  const { png, width, height } = raster;
  return { type: 'svg', bytes, raster: { type: 'png', bytes: png, width, height } };
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function pngIn(bytes: Uint8Array): Found | null {
  if (!startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return null;
  const end = new TextDecoder('latin1').decode(bytes.slice(-12));
  if (bytes.length < 45 || !end.includes('IEND')) return { type: 'png', size: null };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { type: 'png', size: { width: view.getUint32(16), height: view.getUint32(20) } };
}

/** Frames that tell the size: all that begin one but tables and restarts. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegIn(bytes: Uint8Array): Found | null {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWhole = bytes.slice(-64).some((byte, index, tail) => byte === 0xff && tail[index + 1] === 0xd9);
  if (!isWhole) return { type: 'jpeg', size: null };
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker))
      return { type: 'jpeg', size: { width: view.getUint16(at + 7), height: view.getUint16(at + 5) } };
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return { type: 'jpeg', size: null };
}

const svgStart = /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s>]/iu;
/** What does something, fetches something, or swells. */
const liveParts =
  /<script|<foreignObject|<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet|\son\w+\s*=|(?:href|src)\s*=\s*["'](?!#|data:image\/)|@import|url\(\s*["']?(?!#|data:image\/)/iu;

function svgIn(bytes: Uint8Array): Found | 'live' | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  if (/^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<!DOCTYPE\s+svg[^>]*\[/iu.test(text))
    return 'live';
  if (!svgStart.test(text)) return null;
  return liveParts.test(text) ? 'live' : { type: 'svg', size: null };
}
