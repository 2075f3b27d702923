/**
 * How the page looks. Colours are variables: paper is white, screens follow the reader's choice of light or dark, and
 * every pair of ink and ground has a contrast of at least 4.5.
 */
const colours = `
:root {
  color-scheme: light;
  --paper: #fff; --ink: #1b1f24; --soft: #525c66; --line: #8c959f; --faint: #d5dae0; --shade: #f4f6f8; --link: #0a4f9c;
  --bar: #2f6db5; --track: #e8edf3;
  --green: #d9f2e1; --green-ink: #0b4a2d; --amber: #ffe8b3; --amber-ink: #573a00; --red: #ffd9d6; --red-ink: #86100e;
  --level-low: #d9f2e1; --level-moderate: #fff1c9; --level-high: #ffd3a8; --level-veryHigh: #ffb9b3; --level-ink: #1b1f24;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #14181d; --ink: #e8ecf0; --soft: #aab4be; --line: #6e7883; --faint: #343c45; --shade: #1c2229; --link: #8cc8ff;
    --bar: #6fb0f2; --track: #29313a;
    --green: #123d27; --green-ink: #b0efc8; --amber: #4a3600; --amber-ink: #ffdc85; --red: #5a1715; --red-ink: #ffc2bd;
    --level-low: #17402b; --level-moderate: #453a12; --level-high: #5c3510; --level-veryHigh: #6b1f1b; --level-ink: #f4f6f8;
  }
}`;

const layout = `
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word; }
main, footer { max-width: 76rem; margin: 0 auto; padding: 1rem; }
main:focus, h2:focus { outline: none; }
.skip { position: absolute; left: 1rem; top: -10rem; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { top: .5rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.logo { margin: 0 0 1rem; }
.logo img { display: block; width: auto; height: auto; max-height: 4rem; max-width: min(14rem, 100%); padding: .25rem; background: #fff; border-radius: .25rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: .5rem 0; hyphens: auto; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--faint); }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 1.5rem 0 .5rem; }
p, ul, dl { margin: .5rem 0; max-width: 54rem; }
ul { padding-left: 1.25rem; }
li { margin: .2rem 0; }
dl div { display: flex; flex-wrap: wrap; gap: 0 .75rem; padding: .2rem 0; }
dt { flex: 0 0 11rem; color: var(--soft); }
dd { flex: 1 1 16rem; margin: 0; }
h1 + p { color: var(--soft); }
footer { color: var(--soft); font-size: .875rem; border-top: 1px solid var(--faint); }
.contents ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; }
.contents li { margin: 0; }
.contents a { display: inline-block; padding: .25rem 0; }
@media screen and (min-width: 72rem) {
  main:has(.contents) { display: grid; grid-template-columns: 14rem minmax(0, 1fr); column-gap: 3rem; }
  main:has(.contents) + footer { padding-left: 18rem; }
  .contents { grid-column: 1; grid-row: 1 / span 2; align-self: start; position: sticky; top: 1rem; max-height: 96vh; overflow-y: auto; font-size: .9375rem; }
  .contents ul { display: block; border-right: 1px solid var(--faint); }
  .opening, .detail { grid-column: 2; }
}`;

const tables = `
.scroll { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; padding: 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--faint); hyphens: auto; }
th:first-child, td:first-child { padding-left: 0; }
thead th { border-bottom: 2px solid var(--line); color: var(--soft); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 6.5rem; }
td { min-width: 3rem; }
.wide td:not(.right), .wide tbody th { min-width: 5.5rem; }
.wide a { overflow-wrap: anywhere; }
.grid th, .grid td { min-width: 1.5rem; padding-inline: .25rem; }
.right { text-align: right; }
.center { text-align: center; }
td.right { white-space: nowrap; }
.code { white-space: nowrap; }
.light { display: inline-block; padding: .05rem .5rem; border-radius: .25rem; white-space: nowrap; }
.light::before { display: inline-block; width: 1.1em; }
.green { background: var(--green); color: var(--green-ink); }
.green::before { content: "\\25CF"; content: "\\25CF" / ""; }
.amber { background: var(--amber); color: var(--amber-ink); }
.amber::before { content: "\\25B2"; content: "\\25B2" / ""; }
.red { background: var(--red); color: var(--red-ink); }
.red::before { content: "\\25A0"; content: "\\25A0" / ""; }`;

const narrow = `
@media screen and (max-width: 36rem) {
  main, footer { padding: .75rem; }
  h1 { font-size: 1.5rem; }
  dt { flex-basis: 100%; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack caption:not(.unseen) { display: block; }
  .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; }
  .stack tbody tr { padding: .4rem 0; border-bottom: 1px solid var(--faint); }
  .stack tbody tr:first-child { border-top: 2px solid var(--line); }
  .stack tbody th { font-weight: 600; padding: 0; border: 0; text-align: left; }
  .stack tbody td { display: flex; gap: .75rem; padding: .1rem 0; border: 0; text-align: left; white-space: normal; }
  .stack tbody td:empty { display: none; }
  .stack tbody td::before { flex: 0 0 7rem; color: var(--soft); content: attr(data-heading); content: attr(data-heading) / ""; }
}`;

const charts = `
.charted { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: flex-start; margin: 1rem 0; }
.charted > .scroll { flex: 1 1 16rem; margin: 0; }
.charted > details { flex: 1 1 100%; }
figure { margin: 0; flex: 1 1 18rem; max-width: 26rem; }
figcaption { color: var(--soft); font-size: .875rem; margin-bottom: .5rem; }
figcaption strong { display: block; color: var(--ink); font-size: .9375rem; }
summary { cursor: pointer; padding: .25rem 0; }
.chart { display: block; width: 100%; height: auto; }`;

const ink = `
.chart text { font-size: 12px; fill: var(--ink); }
.chart .soft { fill: var(--soft); }
.chart .strong { font-weight: 600; }
.chart .small { font-size: 10px; }
.bar { fill: var(--bar); }
.track { fill: var(--track); }
.axis { stroke: var(--line); }
.now { stroke: var(--ink); stroke-dasharray: 3 3; }
.sent { fill: var(--bar); }
.hollow { fill: var(--paper); stroke: var(--bar); stroke-width: 2; }
.late { fill: var(--red-ink); }
.skipped { fill: none; stroke: var(--soft); stroke-width: 2; }
.level-low .cell { fill: var(--level-low); }
.level-moderate .cell { fill: var(--level-moderate); }
.level-high .cell { fill: var(--level-high); }
.level-veryHigh .cell { fill: var(--level-veryHigh); }
.chart g[class] text { fill: var(--level-ink); }`;

const paper = `
@page { size: A4; margin: 18mm 16mm 16mm; }
@media print {
  html { font-size: 9.5pt; line-height: 1.4; }
  main, footer { max-width: none; padding: 0; }
  .skip, .contents, details { display: none; }
  h1 { font-size: 18pt; }
  .logo { margin: 0 0 .5rem; }
  .logo img { max-height: 17mm; max-width: 50mm; padding: 0; }
  h2, h3, caption, thead { break-after: avoid; }
  p, ul, dl, .scroll { margin: .3rem 0; max-width: none; }
  li { margin: .1rem 0; }
  h2 { font-size: 12pt; margin: .8rem 0 .3rem; padding-top: .4rem; }
  h3 { margin: .8rem 0 .3rem; }
  .page-one { break-after: page; }
  tr, li, figure { break-inside: avoid; }
  .scroll { overflow: visible; }
  th, td { padding: .15rem .4rem; }
  table { font-size: 9pt; }
  .wide { font-size: 7.5pt; }
  .wide td:not(.right), .wide tbody th { min-width: 7.5em; overflow-wrap: anywhere; }
  .wide tbody th { min-width: 10.5em; }
  .grid { max-width: 9cm; }
  .light, .chart { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  figure { max-width: 9cm; }
}
`;

/** For tables that need the length of the page. */
export const turned = '@page { size: A4 landscape; }\n';

export const style = [colours, layout, tables, narrow, charts, ink, paper].join('\n');

const onPaper = new Map(
  [...(colours.split('@media')[0] ?? '').matchAll(/(--[\w-]+): (#\w+)/gu)].map(
    ([, name = '', colour = '']) => [name, colour],
  ),
);

/** The rules of the charts' letters and shapes in the colours of paper, for what knows no variables. */
export const inkOfCharts = ink.replaceAll(
  /var\((--[\w-]+)\)/gu,
  (_, name: string) => onPaper.get(name) ?? '',
);
