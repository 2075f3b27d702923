import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  parseFunderHeadings,
  usualHeadings,
  funderFacts,
} from '../../source/domain/funding/funder-headings.ts';
import {
  latestPeriod,
  readPaymentPeriods,
  writePaymentPeriods,
} from '../../source/domain/funding/payment-periods.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { makeReport } from '../../source/services/reporting/report.ts';
import { periodCalled } from '../../source/services/reporting/report-period.ts';
import { makeSample } from '../../source/services/project/sample.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { makeProject, newPath, nextDay } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { idOf } from './sample-reports.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { ReportOptions } from '../../source/services/reporting/report.ts';

const make = (project: Project, given: Partial<ReportOptions> = {}): string =>
  makeReport(project, { kind: 'funder', language: 'fi', format: 'md', ...given }).text;

const partOf = (text: string, title: string): string =>
  new RegExp(String.raw`## ${title}\n\n([\s\S]*?)(?=\n## |\n---)`, 'u').exec(text)?.[1] ?? '';

describe('Of the sample', () => {
  let sample: Project;
  beforeAll(() => {
    const path = newPath('sample');
    makeSample(path);
    sample = openProject(path, {});
  });
  afterAll(() => closeStore(sample.store));

  test('It is of the payment period that ended last, under the usual headings', () => {
    const text = make(sample);
    expect(text).toContain('Maksatuskausi 1.9.2022–28.2.2023.');
    const underWay = make(sample, { since: '2022-09-01', until: '2022-11-30' });
    expect(underWay).toContain('Maksatuskausi 1.9.2022–28.2.2023, tilanne 30.11.2022.');
    expect(text.match(/^## .+/gmu)).toEqual(usualHeadings('fi').map(({ heading }) => `## ${heading}`));
    expect(partOf(text, 'Hankkeen tiedot')).toContain('**Rahoittaja:** Pohjois-Pohjanmaan ELY-keskus');
    expect(partOf(text, 'Toteutetut toimenpiteet')).toContain(
      'TO-11 Ylläpitäjien koulutus: valmistui 7.12.2022.',
    );
    expect(partOf(text, 'Kohderyhmä ja osallistujat')).toContain('44 eri henkilöä');
    expect(partOf(text, 'Ohjausryhmä ja muut kokoukset')).toContain('P-19 Kurssien järjestys');
    expect(partOf(text, 'Viestintä')).toContain('V-1.11 Esityslista ja aineisto 1/2023');
    expect(partOf(text, 'Riskit ja niiden hallinta')).toContain('R-4 Esihenkilöiden sitoutuminen: 8 → 16.');
    expect(partOf(text, 'Tavoitteiden toteutuminen').replaceAll(/\s+/gu, ' ')).toContain(
      'MI-2 Osaamiskyselyn kokonaiskeskiarvo: 3,76; n = 529; 25.3.2022; lähtöarvo 3,76; tavoite 4',
    );
    expect(partOf(text, 'Talous').replaceAll(/[\s\u00A0]+/gu, ' ')).toContain(
      'MH-3 Maksatuskausi 3 (1.9.2022–28.2.2023): budjetti 41 000 €, toteutunut 39 480,75 €, haettu 39 480,75 €',
    );
    expect(text).not.toMatch(/MH-[124]/u);
    expect(partOf(text, 'Poikkeamat suunnitelmasta')).toContain('V-3.21 Uutiskirje: vuosi digitukea');
  });

  test('An earlier period is told as it stood then, and made again it is the same', () => {
    const { from, to } = periodCalled(sample, '1');
    const made = makeReport(sample, { kind: 'funder', language: 'fi', format: 'md', since: from, until: to });
    expect(partOf(made.text, 'Toteutetut toimenpiteet')).toContain(
      'TO-1 Digitukimallin kuvaus ja roolit: käynnissä.',
    );
    expect(made.text).not.toMatch(/R-10|MI-|MH-2|1\/2023|2023 /u);
    expect(make(sample, { since: from, until: to, atSeq: made.seq })).toBe(made.text);
  });

  test('As plain text it has no markup, and each paragraph is a line', () => {
    const text = make(sample, { format: 'txt' });
    expect(text).not.toMatch(/^#|\*\*|\|/mu);
    expect(text).toMatch(/^RAPORTTI RAHOITTAJALLE: DIGITAIDOT ASIAKASTYÖSSÄ\n\nMaksatuskausi/u);
    expect(text).toMatch(/^- P-13 .{100,}\(3\/2022, 4\.10\.2022\)$/mu);
  });

  test('The periods are called by number, last, or their days', () => {
    expect(periodCalled(sample, '2')).toEqual({ from: '2022-03-01', to: '2022-08-31' });
    expect(periodCalled(sample, 'last')).toEqual({ from: '2022-09-01', to: '2023-02-28' });
    // One that is under way ends today.
    expect(periodCalled(sample, '4')).toEqual({ from: '2023-03-01', to: '2023-03-22' });
    expect(periodCalled(sample, '1.1.–30.6.2022')).toEqual({ from: '2022-01-01', to: '2022-06-30' });
    for (const word of ['9', '0', 'foo', ''])
      expect(refusal(() => periodCalled(sample, word))).toMatchObject({ code: 'no-period', exit: 2 });
    expect(refusal(() => periodCalled(sample, '1.1.–30.6.2024'))).toMatchObject({ code: 'future-period' });
  });
});

test('Rounds of the whole next period are told, not only those of the coming weeks', () => {
  const project = makeProject();
  const add = (register: string, values: Record<string, unknown>) => addRecord(project, register, values);
  add('round', { title: 'Syksyn haku', opens: '2022-09-01', closes: '2022-09-30' });
  add('round', { title: 'Peruttu', opens: '2022-09-01', closes: '2022-09-30', state: 'cancelled' });
  expect(make(project)).toMatch(/RK-1 Syksyn haku.*1\.9\.2022/u);
  expect(make(project)).toMatch(/RK-1 Syksyn haku.*30\.9\.2022/u);
  expect(make(project)).not.toContain('Peruttu');
});

describe('The funder’s own headings', () => {
  test('Are kept in the project and decide what is told where', () => {
    const project = makeProject();
    const id = idOf(project, 'HANKE-1') || Number(project.store.sql('SELECT id FROM project').get()?.['id']);
    changeRecord(project, id, {
      funderHeadings: 'Oma arvio =\nTyö = toimenpiteet, kokoukset\nViestintä ja tiedotus\nRISKIT',
    });
    const text = make(project);
    expect(text.match(/^## .+/gmu)?.slice(0, 4)).toEqual([
      '## Oma arvio',
      '## Työ',
      '## Viestintä ja tiedotus',
      '## RISKIT',
    ]);
    expect(partOf(text, 'Oma arvio')).toContain('Hankesuunnittelija kirjoittaa itse.');
    expect(partOf(text, 'Työ')).toContain('Tällä kaudella ei pidetty kokouksia.');
    expect(partOf(text, 'Viestintä ja tiedotus')).toContain('Lähetetty 0 viestiä.');
    expect(text).toMatch(/pois: perustiedot, tavoitteet, rekrytointi,\s+osallistujat, ohjausryhmä/u);
  });

  test('A word that is nothing to tell is refused when they are kept', () => {
    const project = makeProject();
    const id = Number(project.store.sql('SELECT id FROM project').get()?.['id']);
    expect(refusal(() => changeRecord(project, id, { funderHeadings: 'Työ = lounaat' }))).toMatchObject({
      code: 'wrong-funder-heading',
      parameters: { line: 'Työ = lounaat', word: 'lounaat' },
    });
  });

  test('Each fact is placed once, where its heading or its words say', () => {
    const parsed = parseFunderHeadings('Risks and deviations\nRiskit\nMuuta = riskit');
    expect(parsed).toEqual({
      ok: true,
      value: [
        { heading: 'Risks and deviations', facts: ['deviations'] },
        { heading: 'Riskit', facts: [] },
        { heading: 'Muuta', facts: ['risks'] },
      ],
    });
    for (const language of ['fi', 'en'] as const)
      expect(
        usualHeadings(language)
          .flatMap(({ facts }) => facts)
          .toSorted(),
      ).toEqual([...funderFacts].toSorted());
  });
});

describe('Payment periods', () => {
  const words = '1.9.2021–31.3.2022; 1.4.–30.9.2022';
  const spans = [
    { from: '2021-09-01', to: '2022-03-31' },
    { from: '2022-04-01', to: '2022-09-30' },
  ];

  test('Are read and written in words', () => {
    expect(readPaymentPeriods(words)).toEqual(spans);
    expect(writePaymentPeriods(spans, 'fi')).toBe(words);
    expect(readPaymentPeriods(writePaymentPeriods(spans, 'en'))).toEqual(spans);
  });

  test.each([
    '',
    'foo',
    '1.9.–31.3.',
    '1.4.2022–30.9.2022; 1.9.2021–31.3.2022',
    '1.1.–30.6.2022; 1.6.–31.12.2022',
  ])('%j is none', (text) => expect(readPaymentPeriods(text)).toBeNull());

  test('The latest is the one that has ended, or the first that is under way', () => {
    expect(latestPeriod(spans, '2021-08-31')).toBeNull();
    expect(latestPeriod(spans, '2022-01-01')).toEqual(spans[0]);
    expect(latestPeriod(spans, '2022-05-01')).toEqual(spans[0]);
    expect(latestPeriod(spans, '2022-09-30')).toEqual(spans[1]);
  });

  test('What is written down after the end of a period is still told of it, and what came later is not', () => {
    const project = makeProject();
    const add = (register: string, values: Record<string, unknown>): number =>
      addRecord(project, register, values).result;
    const group = add('group', { title: 'Ohjausryhmä', kind: 'steering' });
    const session = add('session', { group, startsAt: '2022-03-01T09:00', number: '1/2022' });
    const risk = add('risk', { title: 'Riski', probability: 2, impact: 2 });
    nextDay(project, 5);
    changeRecord(project, session, { state: 'held' });
    add('decision', { title: 'Myöhään kirjattu', session });
    add('assessment', { risk, probability: 5, impact: 5 });
    changeRecord(project, risk, { state: 'realised' });
    const text = make(project, { since: '2022-02-01', until: '2022-03-01' });
    expect(text).toContain('P-1 Myöhään kirjattu (1/2022, 1.3.2022)');
    expect(text).toContain('R-1 Riski (4)');
    expect(text).not.toContain('Toteutuneet');
    nextDay(project, 60);
    add('decision', { title: 'Pari kuukautta myöhemmin', session });
    const options = {
      kind: 'funder',
      language: 'fi',
      format: 'md',
      since: '2022-02-01',
      until: '2022-03-01',
    } as const;
    const made = makeReport(project, options);
    expect(made.text).toContain('P-2 Pari kuukautta myöhemmin (1/2022, 1.3.2022)');
    nextDay(project);
    add('decision', { title: 'Vielä myöhemmin', session });
    expect(makeReport(project, { ...options, atSeq: made.seq })).toEqual(made);
  });
});
