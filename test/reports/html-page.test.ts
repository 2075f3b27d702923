import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProject } from '../../source/services/project/project-file.ts';
import { readLogo } from '../../source/services/reporting/logo.ts';
import { makeReport, reportKinds } from '../../source/services/reporting/report.ts';
import { makeSample } from '../../source/services/project/sample.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { canStart, openBrowser } from '../support/browser.ts';
import { newPath } from '../support/project.ts';
import { asked, reportsOfSample } from './sample-reports.ts';
import type { Browser, Page } from 'puppeteer-core';
import type { Project } from '../../source/services/project/project.ts';
import type { ReportKind } from '../../source/services/reporting/report.ts';
import type { Language } from '../../source/language/index.ts';

let browser: Browser;
let project: Project;

const html = (kind: ReportKind, language: Language): string =>
  makeReport(project, { ...asked(project, { kind, language }), format: 'html' }).text;

/** Words in cells of wide tables that stand on two lines; a link may be broken anywhere. */
const brokenWords = `[...document.querySelectorAll('.wide th span, .wide td span')].flatMap((cell) => {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (node.parentElement.closest('a') !== null) continue;
    for (const { 0: word, index } of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(word);
    }
  }
  return broken;
})`;

async function open(text: string, width: number): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 800 });
  await page.setContent(text);
  return page;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds wrong, in its full set of rules. */
async function violations(page: Page): Promise<string[]> {
  // The page's own policy lets no script in; the debugger may.
  await page.evaluate(axe.source);
  const result = (await page.evaluate("window.axe.run({ resultTypes: ['violations'] })")) as {
    violations: Violation[];
    passes: unknown[];
  };
  expect(result.passes.length).toBeGreaterThan(10);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

describe.runIf(canStart('chromium', 'pdfinfo'))('In a browser', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    const path = newPath('sample');
    makeSample(path);
    project = openProject(path, {});
  });

  afterAll(async () => {
    await browser.close();
    closeStore(project.store);
  });

  test.each(reportsOfSample)(
    '$name: axe finds nothing in light or dark, and nothing is wider than the page',
    async ({ kind, language }) => {
      const text = html(kind, language);
      for (const width of [320, 1280]) {
        const page = await open(text, width);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        if (width > 320) expect(await page.evaluate(brokenWords)).toEqual([]);
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
        expect(await violations(page)).toEqual([]);
        await page.close();
      }
    },
    120_000,
  );

  test('The organisation’s picture is drawn, named, and breaks nothing', async () => {
    const drawing = newPath('logo');
    writeFileSync(
      drawing,
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 60"><path d="M0 0h900v60z"/></svg>',
    );
    const logo = await readLogo(drawing);
    const { text } = makeReport(project, { kind: 'status', language: 'fi', format: 'html', logo });
    const page = await open(text, 320);
    const of = (what: string): Promise<unknown> =>
      page.evaluate(`document.querySelector('.logo img').${what}`);
    expect(await of('alt')).toBe('Kainuun hyvinvointialue');
    expect(await of('naturalWidth')).toBeGreaterThan(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await violations(page)).toEqual([]);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await violations(page)).toEqual([]);
    await page.close();
  }, 120_000);

  test('In the dark there is contrast enough, too', async () => {
    const page = await open(html('status', 'fi'), 1280);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(20, 24, 29)');
    expect(await violations(page)).toEqual([]);
    await page.close();
  }, 120_000);

  test.each(reportKinds)(
    '%s: the keyboard comes to the content, then to each part, and each link leads to its part',
    async (kind) => {
      const page = await open(html(kind, 'fi'), 1280);
      const focused = (what: string): Promise<unknown> => page.evaluate(`document.activeElement.${what}`);
      await page.keyboard.press('Tab');
      expect(await focused('textContent')).toBe('Siirry sisältöön');
      expect(await focused('getBoundingClientRect().top')).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      expect(await focused('id')).toBe('content');
      const parts = (await page.evaluate(
        `[...document.querySelectorAll('h2')].map((one) => one.textContent)`,
      )) as string[];
      const walked: string[] = [];
      // A page of few parts has no list of them.
      const listed = parts.length < 3 ? [] : parts;
      for (let presses = 0; presses < 60 && walked.length < listed.length; presses += 1) {
        await page.keyboard.press('Tab');
        if ((await focused('tagName')) !== 'A') continue;
        const text = (await focused('textContent')) as string;
        walked.push(text);
        // The link's own outline shows where the keyboard is.
        expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
        expect(await page.evaluate(`document.querySelector(document.activeElement.hash).textContent`)).toBe(
          text,
        );
      }
      expect(walked).toEqual(listed);
      if (listed.length > 0) {
        await page.keyboard.press('Enter');
        expect(await focused('textContent')).toBe(parts.at(-1));
      }
      await page.close();
    },
  );

  test.each(reportsOfSample)(
    '$name: the print keeps headings and table headers as tags',
    async ({ kind, language }) => {
      const page = await open(html(kind, language), 1280);
      const path = `${newPath('print')}.pdf`;
      writeFileSync(path, await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }));
      await page.close();
      const facts = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
      expect(facts).toMatch(/Tagged: +yes/u);
      // The plan's seven columns need the width of a sheet that is turned.
      const size = kind === 'communication' ? /84\d\.\d+ x 59\d\.\d+/u : /59\d\.\d+ x 84\d\.\d+/u;
      expect(facts).toMatch(new RegExp(`Page size: +${size.source} pts \\(A4\\)`, 'u'));
      // pdfinfo of older distributions complains of the tag Strong, which is new in PDF 2.0.
      const tags = execFileSync('pdfinfo', ['-struct', path], {
        encoding: 'utf8',
        maxBuffer: 1e8,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const count = (tag: string): number =>
        tags.split('\n').filter((line) => line.trim().split(' ')[0] === tag).length;
      expect(count('H1')).toBe(1);
      expect(count('H2')).toBeGreaterThan(0);
      // What is pasted into forms has no tables.
      if (kind === 'funder') return;
      expect(count('Table')).toBeGreaterThan(0);
      expect(count('TH')).toBeGreaterThanOrEqual(count('Table') * 2);
      expect(tags).toMatch(/TH[^\n]*\n[^\n]*Scope[^\n]*Column/u);
    },
  );
});
