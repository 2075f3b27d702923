import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync, zlibSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLogo } from '../../source/services/reporting/logo.ts';
import { makeFiles, makeReport } from '../../source/services/reporting/report.ts';
import { runLuotsi } from '../support/run.ts';
import { makePrivateHome } from '../support/private-home.ts';
import { smallProject } from './small-project.ts';

const folder = makePrivateHome().folder;
const file = (name: string, content: string | Uint8Array): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, body, crc(body)]);
};

function crc(bytes: Buffer): Buffer {
  let value = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
  }
  const out = Buffer.alloc(4);
  out.writeUInt32BE((value ^ 0xff_ff_ff_ff) >>> 0);
  return out;
}

/** A real picture in one colour. */
function png(width: number, height: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3), 0x40);
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * 3)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', Buffer.from(zlibSync(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const svg = (inside: string): string =>
  `<?xml version="1.0"?>\n<!-- tunnus -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50">${inside}</svg>`;
const drawing = svg('<circle cx="25" cy="25" r="20" fill="#1a5fb4"/>');
const jpegHead = Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 40, 0, 90, 1, 1, 0x11, 0,
]);
const jpeg = Buffer.concat([jpegHead, Buffer.from([0xff, 0xd9])]);

describe('What may be a logo is known by what it holds', () => {
  test.each([
    ['png', 'kuva.jpg', png(120, 30), 120, 30],
    ['jpeg', 'kuva.png', jpeg, 90, 40],
    ['svg', 'kuva.txt', drawing, 800, 200],
  ] as const)('%s, whatever it is called', async (type, name, content, width, height) => {
    expect(await readLogo(file(name, content))).toMatchObject({ type, raster: { width, height } });
  });

  test.each([
    ['other', 'tyhja.png', ''],
    ['other', 'sivu.svg', '<html><body>kuva</body></html>'],
    ['other', 'asiakirja.png', 'PK\u0003\u0004'],
    ['large', 'suuri.png', Buffer.concat([png(2, 2), Buffer.alloc(600_000)])],
    ['wide', 'levea.png', png(4001, 1)],
    ['broken', 'poikki.png', png(120, 30).subarray(0, 60)],
    ['broken', 'poikki.jpg', jpegHead],
    ['broken', 'poikki.svg', '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
    ['live', 'koodi.svg', svg('<script>alert(1)</script>')],
    ['live', 'tapahtuma.svg', svg('<g onload="alert(1)"/>')],
    ['live', 'linkki.svg', svg('<image href="https://muualla.example/kuva.png"/>')],
    ['live', 'tyyli.svg', svg('<style>@import "x.css";</style>')],
    [
      'live',
      'paisuva.svg',
      '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
    ],
  ] as const)('Refused as %s: %s', async (what, name, content) => {
    const at = file(name, content);
    await expect(readLogo(at)).rejects.toMatchObject({
      code: 'logo-refused',
      parameters: { path: at, what },
    });
  });

  test('One that is not there, and a folder', async () => {
    await expect(readLogo(path.join(folder, 'ei.png'))).rejects.toMatchObject({ code: 'no-logo' });
    mkdirSync(path.join(folder, 'kansio.png'));
    await expect(readLogo(path.join(folder, 'kansio.png'))).rejects.toMatchObject({ code: 'logo-refused' });
  });
});

test.each(['fi', 'en'] as const)(
  'It stands at the head of the page and of the Word document (%s)',
  async (language) => {
    const project = smallProject();
    const bare = await makeFiles(project, { kind: 'status', language });
    for (const [name, content] of [
      ['a.png', png(120, 30)],
      ['a.svg', drawing],
    ] as const) {
      const logo = await readLogo(file(name, content));
      const { files } = await makeFiles(project, { kind: 'status', language, logo });
      const of = (format: string) => Buffer.from(files.find((one) => one.format === format)?.bytes ?? []);
      const page = of('html').toString('utf8');
      const type = name.endsWith('svg') ? 'svg+xml' : 'png';
      expect(page).toContain(`; img-src data:">`);
      expect(page).toMatch(
        new RegExp(
          `<main[^>]*>\\s*<p class="logo"><img src="data:image/${type.replace('+', '\\+')};base64,[\\w+/=]+" alt="Koehanke"></p>`,
          'u',
        ),
      );
      const parts = unzipSync(of('docx'));
      const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
      expect(
        document.indexOf('<wp:docPr id="1" name="Logo" descr="Koehanke" title="Koehanke"/>'),
      ).toBeGreaterThan(0);
      expect(document.indexOf('name="Logo"')).toBeLessThan(document.indexOf('Heading1'));
      const ids = [...document.matchAll(/<wp:docPr id="(\d+)"/gu)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const same of ['md', 'json'])
        expect(of(same).toString()).toBe(
          Buffer.from(bare.files.find((one) => one.format === same)?.bytes ?? []).toString(),
        );
      const again = await makeFiles(project, { kind: 'status', language, logo });
      expect(again.files.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
        files.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
      );
    }
    expect(makeReport(project, { kind: 'status', language, format: 'html' }).text).not.toContain('img-src');
  },
);

describe('On the command line', () => {
  const home = makePrivateHome();
  const luotsi = async (...words: string[]) => runLuotsi(words, { home });
  const own = path.join(home.folder, 'oma.png');
  const html = async (...words: string[]) => (await luotsi('report', '--format', 'html', ...words)).stdout;
  beforeAll(async () => {
    await luotsi('init', '--title', 'Hanke');
  });

  test('A setting keeps its own copy; a report may name another or none', async () => {
    writeFileSync(own, png(60, 20));
    expect(await html()).not.toContain('<img');
    expect(await luotsi('config', 'logo', own)).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(own, 'ei enää kuva');
    expect(await html()).toContain('data:image/png;base64,');
    expect(await html('--logo', file('toinen.svg', drawing))).toContain('data:image/svg+xml;base64,');
    expect(await html('--logo', 'none')).not.toContain('<img');
    expect(await luotsi('report', 'keep', 'week')).toMatchObject({ code: 0 });
    const out = path.join(home.folder, 'luovutus');
    expect(await luotsi('report', 'handover', '--out', out)).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(out, 'luovutus.html'), 'utf8')).toContain('data:image/png;base64,');
    expect(await luotsi('config', 'logo', 'none')).toMatchObject({ code: 0 });
    expect(await html()).not.toContain('<img');
    expect((await luotsi('report', 'show', 'RA-1', '--format', 'html')).stdout).toContain(
      'data:image/png;base64,',
    );
  });

  test('What is no picture is a sentence, and the setting stays', async () => {
    await luotsi('config', 'logo', file('hyva.png', png(60, 20)));
    const outcome = await luotsi('config', 'logo', own);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('ei ole PNG-, JPEG- eikä SVG-kuva');
    expect(await html()).toContain('data:image/png;base64,');
    const shown = JSON.parse((await luotsi('config', '--json')).stdout) as { logo: string; settings: string };
    expect(path.dirname(shown.logo)).toBe(path.dirname(shown.settings));
    // The settings are no way to other files.
    const settings = JSON.parse(readFileSync(shown.settings, 'utf8')) as Record<string, unknown>;
    writeFileSync(shown.settings, JSON.stringify({ ...settings, logo: '../../etc/kuva.png' }));
    expect(await html()).not.toContain('<img');
    expect(readdirSync(path.dirname(shown.settings))).toContain('logo.png');
  });
});
