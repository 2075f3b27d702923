// Makes the example templates in data/templates/: Word documents with places, to be dressed as the organisation's own.
// `node bin/generate-templates.js` writes them; test/reports/template.test.ts holds them to be fresh.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { alike } from '../source/reports/docx-zip.ts';

const folder = path.join(import.meta.dirname, '..', 'data', 'templates');
const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

/** Whole paragraphs are repeated, or left out, from the one that opens to the one that closes. */
const whole = '[loopOver: "paragraph"]';

/** @param {number} level @param {string} text */
const heading = (level, text) =>
  new Paragraph({ text, heading: levels[level - 1] ?? HeadingLevel.HEADING_1 });
/** @param {string} text @param {boolean} [keepNext] Stands with what follows it. */
const paragraph = (text, keepNext = false) => new Paragraph({ children: [new TextRun(text)], keepNext });
/** @param {string} label @param {string} place A line that is left out where its place is empty. */
const fact = (label, place) =>
  new Paragraph({
    children: [
      new TextRun(`{#${place} ${whole}}`),
      new TextRun({ text: `${label}: `, bold: true }),
      new TextRun(`{${place}}{/${place}}`),
    ],
  });

/**
 * A table whose second row is repeated.
 * @param {readonly string[]} headings @param {string} loop @param {readonly string[]} places
 * @param {readonly number[]} shares of the width: a long word such as a job title must fit
 */
function table(headings, loop, places, shares) {
  const total = shares.reduce((sum, one) => sum + one, 0);
  const widths = shares.map((share) => Math.floor(share * (9026 / total)));
  /** @param {string} text @param {boolean} bold @param {number} index */
  const cell = (text, bold, index) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [new Paragraph({ children: [new TextRun({ text, bold })], style: 'TableText' })],
    });
  const last = places.length - 1;
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, children: headings.map((text, index) => cell(text, true, index)) }),
      new TableRow({
        cantSplit: true,
        children: places.map((place, index) =>
          cell(
            `${index === 0 ? `{#${loop}}` : ''}{${place}}${index === last ? `{/${loop}}` : ''}`,
            false,
            index,
          ),
        ),
      }),
    ],
  });
}

const minutes = [
  heading(1, '{title}'),
  fact('Hanke', 'project'),
  fact('Aika', 'time'),
  fact('Paikka', 'place'),
  fact('Dnro', 'dnro'),
  heading(2, 'Läsnäolijat'),
  table(['Nimi', 'Rooli', 'Läsnäolo'], 'members', ['name', 'role', 'mark'], [5, 3, 2]),
  paragraph(
    '{#held}Läsnä {presentCount}/{memberCount} äänivaltaista jäsentä.{/held}{#quorate} Kokous oli päätösvaltainen.{/quorate}',
  ),
  paragraph(`{#hasGuests ${whole}}Lisäksi läsnä: {#guests}{name}. {/guests}{/hasGuests}`),
  heading(2, 'Asiat'),
  heading(3, `{#agenda ${whole}}{number} {title}`),
  paragraph(`{#presenter ${whole}}Esittelijä: {presenter}{/presenter}`),
  paragraph(`{#decisions ${whole}}Päätös {code}: {text}{/decisions}`),
  paragraph('{outcome}{/agenda}'),
  heading(2, `{#hasActions ${whole}}Sovitut tehtävät`),
  table(
    ['Tehtävä', 'Vastuuhenkilö', 'Määräpäivä', 'Tila'],
    'actions',
    ['title', 'owner', 'due', 'state'],
    [10, 7, 4, 4],
  ),
  paragraph('{/hasActions}'),
  fact('Seuraava kokous', 'next'),
];

const report = [
  heading(1, '{title}'),
  paragraph('{span}'),
  paragraph('{lead}'),
  heading(2, `{#parts ${whole}}{heading}`),
  paragraph(`{#lines ${whole}}{line}{/lines}`),
  paragraph(`{#charts ${whole}}{title}`, true),
  paragraph('{picture}{/charts}'),
  paragraph('{/parts}'),
];

const risks = [
  heading(1, '{title}'),
  paragraph('Tilanne {day}: avoimia riskejä {count}, niistä korkeita {high}.'),
  paragraph(`{#riskMatrix ${whole}}{riskMatrix}{/riskMatrix}`),
  table(
    ['Riski', 'Riskiluku', 'Taso', 'Omistaja'],
    'risks',
    ['title', 'score', 'level', 'owner'],
    [12, 3, 4, 8],
  ),
  heading(2, `{#risks ${whole}}{code} {title}`),
  paragraph(`{#cause ${whole}}Syy: {cause}{/cause}`),
  paragraph(`{#effect ${whole}}Seuraus: {effect}{/effect}`),
  paragraph(`{#handling ${whole}}Varautuminen: {handling}{/handling}`),
  paragraph(`{#assessments ${whole}}{day}: {probability} × {impact} = {score}. {reason}{/assessments}`),
  paragraph('{/risks}'),
];

/** Every example by its file's name. @returns {Promise<Map<string, Uint8Array>>} */
export async function templates() {
  const all = { minutes, report, risks };
  const made = await Promise.all(
    Object.entries(all).map(async ([name, children]) => {
      const document = new Document({
        creator: 'Luotsi',
        lastModifiedBy: 'Luotsi',
        title: name,
        styles: stylesOf(),
        sections: [{ headers: { default: letterhead() }, footers: { default: pageNumbers() }, children }],
      });
      const bytes = alike(new Uint8Array(await Packer.toArrayBuffer(document)), [], '2022-01-01');
      return /** @type {[string, Uint8Array]} */ ([`${name}.docx`, bytes]);
    }),
  );
  return new Map(made);
}

/** Headings have outline levels: without them there are none for assistive tools. */
function stylesOf() {
  /** @param {number} level */
  const styled = (level) => ({
    run: { size: [34, 26, 22][level] ?? 22, bold: true, font: 'Calibri' },
    paragraph: { outlineLevel: level, keepNext: true, spacing: { before: level === 0 ? 0 : 240, after: 80 } },
  });
  return {
    default: {
      document: {
        run: { size: 21, font: 'Calibri', language: { value: 'fi-FI' } },
        paragraph: { spacing: { after: 80 } },
      },
      heading1: styled(0),
      heading2: styled(1),
      heading3: styled(2),
    },
    paragraphStyles: [
      { id: 'TableText', name: 'Table text', basedOn: 'Normal', paragraph: { spacing: { after: 0 } } },
    ],
  };
}

const letterhead = () =>
  new Header({
    children: [
      paragraph(`{#logo ${whole}}{logo}{/logo}`),
      new Paragraph({ children: [new TextRun({ text: '{organisation}', bold: true, color: '525C66' })] }),
    ],
  });

const pageNumbers = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], color: '525C66' }),
        ],
      }),
    ],
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of await templates()) await writeFile(path.join(folder, name), bytes);
}
