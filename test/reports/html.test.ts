import { expect, test } from 'vitest';
import { addRecord } from '../../source/services/writing/records.ts';
import { renderHtml } from '../../source/reports/html.ts';
import { messages } from '../../source/language/index.ts';
import { smallProject, status } from './small-project.ts';
import type { Block } from '../../source/reports/document.ts';

const render = (...blocks: readonly Block[]): string =>
  renderHtml({ language: 'fi', title: 'Koe', blocks }, messages('fi').report.all.page);

const bodyOf = (page: string): string => page.slice(page.indexOf('<main'), page.indexOf('</main>'));

test('A page has its language, one first heading, a skip link and parts that can be linked to', () => {
  const page = status(smallProject(), { format: 'html' }).text;
  expect(page).toMatch(/^<!doctype html>\n<html lang="fi">/u);
  expect(page).toContain('<title>Tilannekatsaus: Koehanke</title>');
  expect(page.match(/<h1/gu)).toHaveLength(1);
  expect(page).toMatch(/<body>\n<a class="skip" href="#content">Siirry sisältöön<\/a>\n<main id="content"/u);
  const parts = [...page.matchAll(/<h2 id="(?<id>[^"]+)"/gu)].map((match) => match.groups?.['id']);
  expect(new Set(parts).size).toBe(parts.length);
  for (const part of parts) expect(page).toContain(`<a href="#${part}">`);
  const english = status(smallProject(), { format: 'html', language: 'en' }).text;
  expect(english).toContain('<html lang="en">');
});

test('It needs nothing from elsewhere and runs nothing', () => {
  const page = status(smallProject(), { format: 'html' }).text;
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=/iu);
  expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/u);
  expect(page).toContain(`default-src 'none'`);
});

test('Each table has a caption, and its headings say what they head', () => {
  const page = status(smallProject(), { format: 'html' }).text;
  const tables = page.match(/<table[\s\S]*?<\/table>/gu) ?? [];
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables) {
    const plain = table.replaceAll(/<span class="code">([^<]*)<\/span>/gu, '$1');
    expect(plain).toMatch(/<caption id="table-\d+"(?: class="unseen")?>[^<]+<\/caption>/u);
    expect(table.match(/<th /gu)?.length).toBe(table.match(/<th scope="(?:row|col)" /gu)?.length);
  }
});

test('Each picture has a title, a description and its figures in a table', () => {
  const page = status(smallProject(), { format: 'html' }).text;
  const charted = page.match(/<div class="charted">[\s\S]*?<\/table>/gu) ?? [];
  expect(charted.length).toBeGreaterThan(1);
  for (const one of charted) {
    const id = /aria-labelledby="(?<id>chart-\d+)-title"/u.exec(one)?.groups?.['id'] ?? '';
    expect(one).toContain(`<title id="${id}-title">`);
    expect(one).toContain(`<desc id="${id}-text">`);
    expect(one).toContain('<table');
  }
});

test('A code of a record never breaks at its hyphen, and a picture and its figures have one caption that is seen', () => {
  const page = status(smallProject(), { format: 'html' }).text;
  const body = page.slice(page.indexOf('<main'));
  expect(body).toContain('<span class="code">R-1</span> Kiire vie ajan');
  const bare = body
    .replaceAll(/<span class="code">[^<]*<\/span>/gu, '')
    .replaceAll(/<svg[\s\S]*?<\/svg>/gu, '')
    .replaceAll(/<[^>]*>/gu, ' ');
  expect(bare).not.toMatch(/(?<![\p{L}\d-])\p{Lu}{1,3}-\d/u);
  expect(page).toContain('.code { white-space: nowrap; }');
  for (const one of body.match(/<div class="charted">[\s\S]*?<\/table>/gu) ?? []) {
    expect(one).toMatch(/<caption id="table-\d+" class="unseen">/u);
  }
});

test('A light is told in words', () => {
  expect(status(smallProject(), { format: 'html' }).text).toContain(
    '<strong class="light red">punainen</strong>',
  );
});

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['"><img src=x onerror=alert(1)>', '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;'],
  [`' onfocus='x`, '&#39; onfocus=&#39;x'],
  ['&lt; & &amp;', '&amp;lt; &amp; &amp;amp;'],
  ['</title><h1>', '&lt;/title&gt;&lt;h1&gt;'],
  ['\u001B[31mpuna\u0000\u0007', 'puna'],
  ['oikea\u202Evasen', 'oikeavasen'],
  ['${1}$&$1', '${1}$&amp;$1'],
])('The text %j is shown, not obeyed', (text, shown) => {
  const page = renderHtml(
    {
      language: 'fi',
      title: text,
      blocks: [
        { kind: 'heading', level: 1, text },
        { kind: 'heading', level: 2, text },
        { kind: 'paragraph', text: [{ strong: text }, text] },
        { kind: 'list', items: [text] },
        { kind: 'facts', items: [{ label: text, text }] },
        {
          kind: 'table',
          columns: [{ heading: text }, { heading: text }],
          rows: [[text, text]],
          caption: text,
        },
        { kind: 'footer', text },
      ],
    },
    messages('fi').report.all.page,
  );
  const plain = render({ kind: 'heading', level: 1, text: 'A' });
  // Wherever it stands it is the same text, and the page has no other tags than without it.
  expect(page.split(shown).length - 1).toBeGreaterThanOrEqual(11);
  const tags = new Set(page.match(/<\/?[a-z][^\s>]*/giu));
  for (const tag of tags) expect([...(plain.match(/<\/?[a-z][^\s>]*/giu) ?? []), ...known]).toContain(tag);
  expect(bodyOf(page).match(/<h1>/gu)).toHaveLength(1);
});

const known = [
  'h2',
  'p',
  'strong',
  'ul',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'caption',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'span',
  'div',
  'footer',
].flatMap((tag) => [`<${tag}`, `</${tag}`]);

test('What users write can not break the page', () => {
  const project = smallProject();
  const nasty = '"><svg onload=alert(1)></title>\u202E &amp; \u0007';
  for (const register of ['risk', 'activity', 'group', 'action'])
    addRecord(project, register, { title: nasty });
  addRecord(project, 'unit', { name: nasty, area: nasty });
  const plan = addRecord(project, 'plan', { audience: nasty }).result;
  addRecord(project, 'delivery', { plan, title: nasty, due: '2022-04-01' });
  const made = status(project, { format: 'html' }).text;
  expect(made).toContain('&quot;&gt;&lt;svg onload=alert(1)&gt;&lt;/title&gt; &amp;amp;');
  expect(made).not.toMatch(/<svg onload|\u202E|\u0007/u);
});

test('Made again it is the same, byte for byte', () => {
  for (const format of ['html', 'json'] as const) {
    expect(status(smallProject(), { format }).text).toBe(status(smallProject(), { format }).text);
  }
});
