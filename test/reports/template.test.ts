import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { templates } from '../../bin/generate-templates.js';
import { dataFolder } from '../../source/data-folder.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { reportKinds } from '../../source/services/reporting/report.ts';
import { fillReport, templatePlaces } from '../../source/services/reporting/template.ts';
import { makeSample } from '../../source/services/project/sample.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { makeProject, newPath } from '../support/project.ts';
import { asked } from './sample-reports.ts';
import type { PlaceInfo } from '../../source/services/reporting/template.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { ReportKind } from '../../source/services/reporting/report.ts';

const examples = path.join(dataFolder, 'templates');

let sample: Project;
beforeAll(() => {
  const file = newPath('sample');
  makeSample(file);
  sample = openProject(file, {});
});
afterAll(() => closeStore(sample.store));

/** A template with a paragraph for each line. */
async function templateOf(...lines: readonly string[]): Promise<string> {
  const children = lines.map((text) => new Paragraph({ text }));
  const made = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return fileOf(made);
}

function fileOf(bytes: Uint8Array): string {
  const file = `${newPath('template')}.docx`;
  writeFileSync(file, bytes);
  return file;
}

const fill = async (
  kind: ReportKind,
  file: string,
  project: Project = sample,
  language: 'fi' | 'en' = 'fi',
) => fillReport(project, asked(project, { kind, language }), file);

/** The text of a document, a paragraph a line. */
const textOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    .replaceAll('</w:p>', '\n')
    .replaceAll('<w:br/>', '\n')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('The examples', () => {
  test('Are as their script makes them (node bin/generate-templates.js)', async () => {
    const made = await templates();
    expect(readdirSync(examples).toSorted()).toEqual([...made.keys()].toSorted());
    for (const [name, bytes] of made)
      expect(Buffer.from(bytes).equals(readFileSync(path.join(examples, name)))).toBe(true);
  });

  test('Minutes: members, items with their decisions, and actions; what is empty is left out', async () => {
    const { bytes } = await fill('minutes', path.join(examples, 'minutes.docx'));
    const text = textOf(bytes);
    expect(text).not.toMatch(/[{}]/u);
    expect(text).toContain('Pöytäkirja: Ohjausryhmä 1/2023');
    expect(text).toMatch(/Toimialajohtaja \(2023–\)\npuheenjohtaja\nläsnä/u);
    expect(text).toContain('Päätös P-19: Ensin Etätapaaminen Omasotessa');
    expect(text).toMatch(/Tilaa fasilitoinnin kolme osuutta\n/u);
    expect(text).not.toMatch(/Dnro|Lisäksi läsnä/u);
    const header = Object.entries(unzipSync(bytes)).find(([name]) => name.startsWith('word/header'))?.[1];
    expect(strFromU8(header ?? new Uint8Array())).toContain('Kainuun hyvinvointialue');
  });

  test('Risks, with how each was judged', async () => {
    const text = textOf((await fill('risks', path.join(examples, 'risks.docx'))).bytes);
    expect(text).toContain('avoimia riskejä 9, niistä korkeita 3');
    expect(text).toMatch(/R-4 Esihenkilöiden sitoutuminen\nSyy: .+\n/u);
    expect(text).toMatch(/20\.1\.2023: 4 × 4 = 16\. Esihenkilöitä vaihtui/u);
  });

  test.each(reportKinds)('Any report fits the plain one: %s', async (kind) => {
    for (const language of ['fi', 'en'] as const) {
      const { bytes } = await fill(kind, path.join(examples, 'report.docx'), sample, language);
      const text = textOf(bytes);
      expect(text).not.toMatch(/[{}]|undefined|NaN|\[object/u);
      expect(text.length).toBeGreaterThan(300);
    }
  });

  test('Filled again it is the same, byte for byte', async () => {
    const file = path.join(examples, 'minutes.docx');
    const { bytes } = await fill('minutes', file);
    expect(Buffer.from((await fill('minutes', file)).bytes).equals(bytes)).toBe(true);
  });
});

/** A template that names every place of a kind. */
const everyPlace = (places: readonly PlaceInfo[]): string[] =>
  places.flatMap(({ name, within }) =>
    within === undefined ? [`{${name}}`] : [`{#${name}}`, ...everyPlace(within), `{/${name}}`],
  );

test.each(reportKinds)('Every place that is listed for %s can be filled', async (kind) => {
  const { bytes } = await fill(kind, await templateOf(...everyPlace(templatePlaces(kind))));
  expect(textOf(bytes)).not.toMatch(/[{}]|undefined|\[object/u);
});

test('The status report’s risks tell how they have moved', async () => {
  const { bytes } = await fill('status', await templateOf('{#risks}{title}: {score}, {change}; {/risks}'));
  expect(textOf(bytes)).toContain('R-4 Esihenkilöiden sitoutuminen: 16, +4; ');
});

describe('What is amiss is said with its place, and nothing comes of it', () => {
  test('Places that there are not, all of them', async () => {
    const file = await templateOf(
      '{title} {titel}',
      '{#risks}{level} {colour}{/risks}',
      '{#lounaat}x{/lounaat}',
    );
    await expect(fill('risks', file)).rejects.toMatchObject({
      code: 'template-unknown',
      parameters: { places: ['{titel}', '{colour}', '{#lounaat}'] },
    });
  });

  test('A place of a loop outside it', async () => {
    await expect(fill('risks', await templateOf('{level}'))).rejects.toMatchObject({
      code: 'template-unknown',
    });
    // What stands outside a loop can be told within it.
    await expect(fill('risks', await templateOf('{#risks}{project}{/risks}'))).resolves.toBeTruthy();
  });

  test.each(['constructor', '__proto__', 'toString', 'valueOf', 'parts.length', 'title.constructor'])(
    'No way out of the values: {%s}',
    async (name) => {
      await expect(fill('risks', await templateOf(`{${name}}`))).rejects.toMatchObject({
        code: 'template-unknown',
      });
    },
  );

  test.each([
    ['a loop that is not closed', ['{#risks}', '{title}'], 'unclosed', '{#risks}'],
    ['a loop that was not opened', ['{title}', '{/risks}'], 'unopened', '{/risks}'],
    ['a loop closed by another name', ['{#risks}{title}{/closed}'], 'unclosed', '{#risks}'],
    ['a bracket that is not closed', ['Nimi {title'], 'bracket', 'Nimi {title'],
    ['a bracket that was not opened', ['title} on'], 'bracket', 'title} on'],
  ])('%s', async (_, lines, why, near) => {
    await expect(fill('risks', await templateOf(...lines))).rejects.toMatchObject({
      code: 'template-broken',
      parameters: { why, place: near },
    });
  });

  const container = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const whole = (): Uint8Array => readFileSync(path.join(examples, 'report.docx'));
  const withPart = (name: string, content: Uint8Array): Uint8Array =>
    zipSync({ ...unzipSync(whole()), [name]: content });

  test.each<[string, () => Uint8Array, string]>([
    [
      'a document with a password',
      () => Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['the old form', () => Buffer.concat([container, Buffer.alloc(600)]), 'old'],
    ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'other'],
    ['text', () => strToU8('{title}'), 'other'],
    ['nothing', () => new Uint8Array(), 'other'],
    ['another archive', () => zipSync({ 'a.txt': strToU8('a') }), 'other'],
    ['half a document', () => whole().subarray(0, 6_000), 'broken'],
    ['macros', () => withPart('word/vbaProject.bin', strToU8('x')), 'macros'],
    ['a bomb', () => withPart('word/media/x.bin', new Uint8Array(210 * 1024 * 1024)), 'large'],
  ])('%s', async (_, bytes, what) => {
    await expect(fill('risks', fileOf(bytes()))).rejects.toMatchObject({
      code: 'template-unreadable',
      parameters: { what },
    });
  });

  test('A document whose parts are no XML', async () => {
    for (const xml of ['<w:document', 'rikki', ''])
      await expect(fill('risks', fileOf(withPart('word/document.xml', strToU8(xml))))).rejects.toMatchObject({
        code: 'template-unreadable',
      });
  });

  test('No file, or a folder', async () => {
    await expect(fill('risks', '/nowhere/pohja.docx')).rejects.toMatchObject({ code: 'no-template' });
    await expect(fill('risks', examples)).rejects.toMatchObject({ code: 'template-unreadable' });
  });
});

test('Entities that grow are not grown', async () => {
  const xml = strFromU8(
    unzipSync(readFileSync(path.join(examples, 'report.docx')))['word/document.xml'] ?? new Uint8Array(),
  );
  const bomb = xml
    .replace(
      /(<\?xml[^>]*\?>)/u,
      '$1<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>',
    )
    .replace('{span}', '&b;&c;');
  const file = fileOf(
    zipSync({
      ...unzipSync(readFileSync(path.join(examples, 'report.docx'))),
      'word/document.xml': strToU8(bomb),
    }),
  );
  const outcome = await fill('risks', file).then(
    ({ bytes }) => textOf(bytes),
    (error: unknown) => String(error),
  );
  expect(outcome).not.toContain('aaaaaaaaaa');
});

test('What users write stays text', async () => {
  const project = makeProject();
  const nasty = '{#risks}</w:t><w:br/> & "x" \u0007\u202E{title}';
  addRecord(project, 'risk', { title: nasty, cause: 'eka\ntoka', probability: 5, impact: 5 });
  const { bytes } = await fill('risks', await templateOf('{#risks}{title}: {cause}{/risks}'), project);
  expect(textOf(bytes)).toContain('{#risks}</w:t><w:br/> & "x" {title}: eka\ntoka');
  closeStore(project.store);
});
