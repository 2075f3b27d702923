import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Document, Header, ImageRun, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFolder } from '../../source/data-folder.ts';
import { readLogo } from '../../source/services/reporting/logo.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { makeSample } from '../../source/services/project/sample.ts';
import { fillReport } from '../../source/services/reporting/template.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { isThere } from '../support/browser.ts';
import { makeProject, newPath } from '../support/project.ts';
import { asked } from './sample-reports.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { ReportKind } from '../../source/services/reporting/report.ts';

const examples = path.join(dataFolder, 'templates');
const folder = mkdtempSync(path.join(tmpdir(), 'luotsi-pictures-'));

let sample: Project;
beforeAll(() => {
  const file = newPath('sample');
  makeSample(file);
  sample = openProject(file, {});
});
afterAll(() => {
  closeStore(sample.store);
  rmSync(folder, { recursive: true, force: true });
});

const fileOf = (bytes: Uint8Array): string => {
  const file = `${newPath('template')}.docx`;
  writeFileSync(file, bytes);
  return file;
};

/** A template with a paragraph for each line, and a line in its header. */
async function templateOf(lines: readonly string[], head = ''): Promise<string> {
  const children = lines.map((text) => new Paragraph({ text }));
  const headers = { default: new Header({ children: [new Paragraph({ text: head })] }) };
  return fileOf(await Packer.toBuffer(new Document({ sections: [{ headers, children }] })));
}

async function logo() {
  const file = path.join(folder, 'logo.svg');
  writeFileSync(
    file,
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"><rect width="200" height="50"/></svg>',
  );
  return readLogo(file);
}

/** The parts of a filled template: its pictures, and what is told of them in the body and the header. */
async function fill(kind: ReportKind, file: string, project: Project = sample, more: object = {}) {
  const { bytes } = await fillReport(project, { ...asked(project, { kind, language: 'fi' }), ...more }, file);
  const parts = unzipSync(bytes);
  const xml = (name: RegExp): string =>
    Object.entries(parts)
      .filter(([part]) => name.test(part))
      .map(([, content]) => strFromU8(content))
      .join('');
  const told = (name: RegExp): string[] =>
    [...xml(name).matchAll(/<wp:docPr [^>]*descr="(?<text>[^"]*)"/gu)].map(
      ({ groups }) => groups?.['text'] ?? '',
    );
  const media = Object.entries(parts).filter(([name]) => name.startsWith('word/media/'));
  return {
    bytes,
    media: media.map(([, content]) => content),
    text: xml(/^word\/document\.xml$/u).replaceAll(/<[^>]+>/gu, ''),
    body: told(/^word\/document\.xml$/u),
    head: told(/^word\/header\d*\.xml$/u),
    extents: [...xml(/^word\/document\.xml$/u).matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/gu)].map(
      ([, across, down]) => Number(across) / Number(down),
    ),
  };
}

/** Width by height as the picture itself tells. */
const shapeOf = (png: Uint8Array): number => {
  const view = new DataView(png.buffer, png.byteOffset);
  return view.getUint32(16) / view.getUint32(20);
};

test('Each chart stands where it is asked for, told in words and undistorted', async () => {
  const lines = [
    '{riskMatrix}',
    '{timeline}',
    '{deliveries}',
    '{#attendances}{title}: {picture}{/attendances}',
  ];
  const { body, media, extents, text } = await fill('status', await templateOf(lines));
  expect(body[0]).toMatch(/^8 arvioitua riskiä/u);
  expect(body[1]).toMatch(/kukin toimenpide päivänään/u);
  expect(body[2]).toMatch(/lähetetty 11, myöhässä 0/u);
  expect(body.slice(3).every((one) => /^Läsnä \d+ viime kerralla: .*3\.5\.2022: 16|^Läsnä/u.test(one))).toBe(
    true,
  );
  expect(body.length).toBeGreaterThan(4);
  expect(text).toContain('Läsnäolo: Tsemppariklubi: ');
  expect(media).toHaveLength(body.length);
  for (const png of media) expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  const shapes = media.map(shapeOf);
  for (const shape of extents)
    expect(Math.min(...shapes.map((one) => Math.abs(one - shape)))).toBeLessThan(0.02);
});

test('Every chart of the report, and those of each part', async () => {
  const all = await fill('status', await templateOf(['{#charts}{picture}{/charts}']));
  const ofParts = await fill('status', await templateOf(['{#parts}{#charts}{picture}{/charts}{/parts}']));
  expect(all.body.length).toBeGreaterThan(4);
  expect(ofParts.body).toEqual(all.body);
});

test('A place for a chart that the report has not is empty, and takes what its condition holds with it', async () => {
  const file = await templateOf([
    'A{riskMatrix}B',
    '{#riskMatrix}Riskit: {riskMatrix}{/riskMatrix}',
    '{#hasFunnels}Haut{/hasFunnels}{#charts}{picture}{/charts}{logo}',
  ]);
  const without = await fill('champions', file);
  expect(without).toMatchObject({ text: 'AB', body: [], media: [] });
  const { text, body } = await fill('risks', file);
  expect(text).toMatch(/^ABRiskit: /u);
  expect(body).toHaveLength(3);
});

test('The logo stands in the header, named by the organisation as it is written', async () => {
  const project = makeProject();
  const id = Number(project.store.sql('SELECT id FROM project').get()?.['id']);
  changeRecord(project, id, { organisation: 'Kainuu "K" & <Oy> {title}' });
  addRecord(project, 'risk', { title: 'R', probability: 5, impact: 5 });
  const file = await templateOf(['{title}'], '{logo}');
  const { head, media } = await fill('risks', file, project, { logo: await logo() });
  expect(head.map((text) => text.replaceAll(/&apos;|&#39;/gu, "'"))).toEqual([
    'Kainuu &quot;K&quot; &amp; &lt;Oy&gt; {title}',
  ]);
  expect(media).toHaveLength(1);
  expect(await fill('risks', file, project)).toMatchObject({ head: [], media: [] });
  closeStore(project.store);
});

test('A place of a picture outside its loop, or in the words of another picture, is refused', async () => {
  await expect(
    fill('status', await templateOf(['{picture} {#charts}{kuva}{/charts}'])),
  ).rejects.toMatchObject({
    code: 'template-unknown',
    parameters: { places: ['{picture}', '{kuva}'] },
  });
  const { raster } = await logo();
  const picture = new ImageRun({
    type: 'png',
    data: raster.bytes,
    transformation: { width: 50, height: 50 },
    altText: { name: 'x', title: 'x', description: '{riskMatrix}' },
  });
  const made = new Document({ sections: [{ children: [new Paragraph({ children: [picture] })] }] });
  await expect(fill('risks', fileOf(await Packer.toBuffer(made)))).rejects.toMatchObject({
    code: 'template-broken',
    parameters: { why: 'picture', place: '{riskMatrix}' },
  });
});

test('Filled again it is the same, byte for byte', async () => {
  const file = path.join(examples, 'report.docx');
  const { bytes, body } = await fill('status', file);
  expect(body.length).toBeGreaterThan(3);
  expect(Buffer.from((await fill('status', file)).bytes).equals(bytes)).toBe(true);
});

const office = isThere('soffice') && isThere('pdfinfo');
if (!office) console.warn('Skipped: no LibreOffice (libreoffice-writer) to open the Word documents with.');

describe.runIf(office)('In LibreOffice', () => {
  test('The pictures of the examples are on the pages, with their words', async () => {
    const kinds = { risks: 'risks', status: 'report' } as const;
    const shown = { logo: await logo() };
    const words = new Map<string, readonly string[]>();
    for (const kind of ['risks', 'status'] as const) {
      const template = path.join(examples, `${kinds[kind]}.docx`);
      const { bytes, body } = await fill(kind, template, sample, shown);
      words.set(path.join(folder, kind), body);
      writeFileSync(path.join(folder, `${kind}.docx`), bytes);
    }
    const files = [...words.keys()].map((name) => `${name}.docx`);
    const filter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...files], {
      stdio: 'ignore',
    });
    for (const [name, body] of words) {
      const tags = execFileSync('pdfinfo', ['-struct', `${name}.pdf`], {
        encoding: 'utf8',
        maxBuffer: 1e8,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect(tags.match(/^\s*Figure\b/gmu)).toHaveLength(body.length);
      // Alternative texts stand in the file in the digits of UTF-16.
      const said = [
        ...readFileSync(`${name}.pdf`, 'latin1').matchAll(/\/Alt<FEFF(?<digits>[\dA-F]*)>/giu),
      ].map(({ groups }) =>
        Buffer.from(groups?.['digits'] ?? '', 'hex')
          .swap16()
          .toString('utf16le'),
      );
      for (const text of body) expect(said).toContain(text);
    }
  }, 240_000);
});
