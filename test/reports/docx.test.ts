import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFolder } from '../../source/data-folder.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { makeDocx } from '../../source/services/reporting/report.ts';
import { fillReport } from '../../source/services/reporting/template.ts';
import { makeSample } from '../../source/services/project/sample.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { isThere } from '../support/browser.ts';
import { newPath } from '../support/project.ts';
import { asked, reportsOfSample } from './sample-reports.ts';
import { smallProject } from './small-project.ts';
import type { Project } from '../../source/services/project/project.ts';

const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

async function smallReport(language: 'fi' | 'en' = 'fi', project: Project = smallProject()) {
  const { bytes } = await makeDocx(project, { kind: 'status', language });
  const parts = partsOf(bytes);
  return { bytes, parts, document: parts.get('word/document.xml') ?? '' };
}

const count = (text: string, part: string): number => text.split(part).length - 1;

test('Headings are headings, with an outline level', async () => {
  const { document, parts } = await smallReport();
  expect(count(document, '<w:pStyle w:val="Heading1"/>')).toBe(1);
  expect(count(document, '<w:pStyle w:val="Heading2"/>')).toBeGreaterThan(5);
  const styles = parts.get('word/styles.xml') ?? '';
  for (const level of [1, 2, 3]) {
    expect(styles).toMatch(
      new RegExp(`w:styleId="Heading${level}">(?:(?!</w:style>).)*<w:outlineLvl w:val="${level - 1}"/>`, 'u'),
    );
  }
});

test('Each table has a heading row that is repeated, and an alternative text', async () => {
  const { document } = await smallReport();
  const tables = count(document, '<w:tbl>');
  expect(tables).toBeGreaterThan(5);
  expect(count(document, '<w:tblHeader/>')).toBe(tables);
  expect(
    document.match(/<w:tblCaption w:val="[^"]+"\/><w:tblDescription w:val="[^"]+"\/><\/w:tblPr>/gu),
  ).toHaveLength(tables);
  expect(document).toContain('<w:tblCaption w:val="Tilanne osa-alueittain"/>');
  expect(count(document, 'w:firstRow="true"')).toBe(tables);
});

test('It says its language, title and who made it, but not when', async () => {
  const { parts } = await smallReport();
  expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="fi-FI"/>');
  expect((await smallReport('en')).parts.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
  const core = parts.get('docProps/core.xml') ?? '';
  expect(core).toContain('<dc:title>Tilannekatsaus: Koehanke</dc:title>');
  expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/gu)).toEqual(['2022-04-04T00:00:00Z', '2022-04-04T00:00:00Z']);
});

test('Made again it is the same, byte for byte, and at another time too', async () => {
  const first = await smallReport();
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  expect(Buffer.from((await smallReport()).bytes).equals(first.bytes)).toBe(true);
});

test('What users write stays text', async () => {
  const project = smallProject();
  const nasty = '</w:t><w:br/> & "x" \u0007\u202E$&';
  addRecord(project, 'risk', { title: nasty, owner: nasty, probability: 5, impact: 5 });
  const { document } = await smallReport('fi', project);
  expect(document).toContain('&lt;/w:t&gt;&lt;w:br/&gt; &amp; ');
  expect(document).not.toMatch(/\u0007|\u202E|<\/w:t><w:br\/> /u);
});

test('Charts are pictures that fit the page, with a title and a description; a matrix is its coloured table', async () => {
  const file = newPath('charts');
  makeSample(file);
  const project = openProject(file, {});
  try {
    const { bytes } = await makeDocx(project, { kind: 'status', language: 'fi' });
    const document = partsOf(bytes).get('word/document.xml') ?? '';
    const pictures = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('word/media/'));
    expect(pictures.map(([name]) => name)).toEqual(
      [1, 2, 3, 4].map((place) => `word/media/image${place}.png`),
    );
    for (const [, content] of pictures) {
      const start = Buffer.from(content);
      expect(start.toString('latin1', 1, 4)).toBe('PNG');
      expect(start.readUInt32BE(16)).toBe(960);
    }
    const texts = [
      ...document.matchAll(/<wp:docPr id="(\d+)" name="[^"]+" descr="([^"]+)" title="([^"]+)"\/>/gu),
    ];
    expect(texts.map(([, id]) => id)).toEqual(['1', '2', '3', '4']);
    expect(texts[2]?.[2]).toMatch(/^Läsnä 12 viime kerralla: 8–12\. .*8\.2\.2023: 9\.$/u);
    // The page is 17 cm wide between its margins, an extent counts 360 000 to a centimetre.
    for (const [, width] of document.matchAll(/<wp:extent cx="(\d+)"/gu))
      expect(Number(width)).toBeLessThan(17 * 360_000);
  } finally {
    closeStore(project.store);
  }
});

test('A matrix stays whole on its page, and no row of a long table stands alone', async () => {
  const file = newPath('kept');
  makeSample(file);
  const project = openProject(file, {});
  try {
    const { bytes } = await makeDocx(project, { kind: 'status', language: 'fi' });
    const document = partsOf(bytes).get('word/document.xml') ?? '';
    const held = [...document.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/gu)].map(([table]) => ({
      isMatrix: table.includes('w:jc w:val="center"'),
      rows: table
        .split('</w:tr>')
        .slice(0, -1)
        .map((row) => row.includes('<w:keepNext/>')),
    }));
    const matrix = held.find(({ isMatrix }) => isMatrix);
    expect(matrix?.rows).toEqual([true, true, true, true, true, false]);
    const long = held.filter(({ rows }) => rows.length > 9);
    expect(long.length).toBeGreaterThan(0);
    for (const { rows } of long) {
      expect([...rows.slice(0, 2), ...rows.slice(-2)]).toEqual([true, true, true, false]);
      expect(rows.slice(2, -2)).not.toContain(true);
    }
  } finally {
    closeStore(project.store);
  }
});

test('The communication plan, with its seven columns, is on a page that is turned', async () => {
  const project = smallProject();
  const sizeOf = async (kind: 'communication' | 'risks') => {
    const { bytes } = await makeDocx(project, { kind, language: 'fi' });
    return /<w:pgSz w:w="(\d+)" w:h="(\d+)"/u.exec(partsOf(bytes).get('word/document.xml') ?? '')?.slice(1);
  };
  expect(await sizeOf('communication')).toEqual(['16838', '11906']);
  expect(await sizeOf('risks')).toEqual(['11906', '16838']);
});

const office = isThere('soffice') && isThere('pdfinfo');
if (!office) console.warn('Skipped: no LibreOffice (libreoffice-writer) to open the Word documents with.');

describe.runIf(office)('In LibreOffice', () => {
  let project: Project;
  let folder: string;

  beforeAll(() => {
    const file = newPath('sample');
    makeSample(file);
    project = openProject(file, {});
    folder = mkdtempSync(path.join(tmpdir(), 'luotsi-docx-'));
  });
  afterAll(() => {
    closeStore(project.store);
    rmSync(folder, { recursive: true, force: true });
  });

  test('Every report opens, and as PDF keeps its headings and table headers', async () => {
    for (const one of reportsOfSample) {
      const { bytes } = await makeDocx(project, asked(project, one));
      writeFileSync(path.join(folder, `${one.kind}-${one.language}.docx`), bytes);
    }
    for (const [kind, example] of [
      ['minutes', 'minutes'],
      ['risks', 'risks'],
    ] as const) {
      const template = path.join(dataFolder, 'templates', `${example}.docx`);
      const { bytes } = await fillReport(project, asked(project, { kind, language: 'fi' }), template);
      writeFileSync(path.join(folder, `${kind}-template.docx`), bytes);
    }
    const files = [
      ...reportsOfSample.map(({ kind, language }) => path.join(folder, `${kind}-${language}.docx`)),
      ...['minutes', 'risks'].map((kind) => path.join(folder, `${kind}-template.docx`)),
    ];
    const filter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...files], {
      stdio: 'ignore',
    });
    for (const file of files) {
      const pdf = file.replace(/docx$/u, 'pdf');
      expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
      const tags = execFileSync('pdfinfo', ['-struct', pdf], {
        encoding: 'utf8',
        maxBuffer: 1e8,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const lines = tags.split('\n').map((line) => line.trim().split(/[ :]/u)[0]);
      const tagged = (tag: string): number => lines.filter((line) => line === tag).length;
      expect(tagged('H1')).toBe(1);
      expect(tagged('H2')).toBeGreaterThan(0);
      expect(tagged('TH')).toBeGreaterThanOrEqual(tagged('Table') * 2);
      // A day stays on one line in its cell: no year stands below it alone.
      const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
      expect(text).not.toMatch(/(?:^|\s{2,})20\d\d(?=\s{2,}|$)/mu);
    }
  }, 240_000);
});
