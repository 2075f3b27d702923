import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../source/domain/days/day.ts';
import { todayOf } from '../../source/services/project/project.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { makeReport, reportKinds, textFormats } from '../../source/services/reporting/report.ts';
import { makeSample } from '../../source/services/project/sample.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { makeProject, newPath, nextDay } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { asked, reportsOfSample, idOf } from './sample-reports.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { ReportKind, ReportOptions } from '../../source/services/reporting/report.ts';

const make = (project: Project, kind: ReportKind, given: Partial<ReportOptions> = {}): string =>
  makeReport(project, { kind, language: 'fi', format: 'md', ...given }).text;

const adder =
  (project: Project) =>
  (register: string, values: Record<string, unknown>): number =>
    addRecord(project, register, values).result;

describe('Of the sample', () => {
  let sample: Project;
  beforeAll(() => {
    const path = newPath('sample');
    makeSample(path);
    sample = openProject(path, {});
  });
  afterAll(() => closeStore(sample.store));

  test.each(reportsOfSample)('$name, in every format: whole, and the same when made again', (one) => {
    for (const format of textFormats) {
      const { text, to, seq } = makeReport(sample, { ...asked(sample, one), format });
      expect(text).not.toMatch(/undefined|NaN|\[object/u);
      expect(text.length).toBeGreaterThan(500);
      expect(makeReport(sample, { ...asked(sample, one), format, until: to, atSeq: seq }).text).toBe(text);
    }
  });

  test('The risk register has each assessment with its reason, and what is done', () => {
    const text = make(sample, 'risks');
    expect(text).toContain('9 avointa riskiä');
    expect(text).toMatch(/\| R-4 Esihenkilöiden sitoutuminen +\| +16 \| korkea +\| +\+8 \|/u);
    expect(text).toMatch(/\| 20\.1\.2023 \| +4 \| +4 \| +16 \| +\+4 \| Esihenkilöitä vaihtui/u);
    expect(text).toContain('- T-39 Pyydä toimialajohtajalta viesti esihenkilöpäivään:');
    // As of an earlier day it is the register of that day.
    const early = make(sample, 'risks', { until: '2022-03-31' });
    expect(early).toMatch(/\| R-4 Esihenkilöiden sitoutuminen +\| +8 \| kohtalainen/u);
    expect(early).not.toContain('R-10');
  });

  test('The plan has the seven columns, and what was delivered its evidence', () => {
    const text = make(sample, 'communication');
    expect(text).toMatch(
      /\| Kohderyhmä +\| Tavoite +\| Keinot +\| Sisältö +\| Aikataulu +\| Vastuu +\| Seuranta +\|/u,
    );
    expect(text).toContain('https://intra.example/digitaidot/ohjausryhma/1-2023');
    expect(make(sample, 'communication', { since: '2023-01-01' })).not.toContain('ohjausryhma/1-2022');
  });

  test('Old minutes print the roster of their day', () => {
    const old = make(sample, 'minutes', { session: idOf(sample, 'OR-1') });
    expect(old).toContain('Vs. aluejohtaja (–2022)');
    expect(old).not.toContain('Toimialajohtaja (2023–)');
    expect(old).toContain('Läsnä 6/7 jäsentä. Kokous oli päätösvaltainen (vaaditaan 5). Muita läsnä 1.');
    expect(old).toMatch(/\| .+ +\| jäsen +\| estynyt +\|/u);
    const recent = make(sample, 'minutes', { session: idOf(sample, 'OR-5') });
    expect(recent).toContain('Toimialajohtaja (2023–)');
    expect(recent).toMatch(/### 4 Tilannekatsaus[\s\S]+\*\*Päätös P-19 Kurssien järjestys\.\*\*/u);
    expect(recent).toContain('| T-37 Tilaa fasilitoinnin kolme osuutta');
  });

  test('The week has the diary, what was done and what comes next', () => {
    const text = make(sample, 'week');
    expect(text).toContain('# Viikkokooste, vko 12/2023');
    expect(text).toContain('| 21.3. | Pilotin testitunnukset kuntoon.');
    expect(text).toContain('T-46 Viimeistele pilotin palautelomake');
    expect(text).toContain('Lähetettävä: V-3.4 Uutiskirje henkilöstölle, 23.3.');
    expect(text).toMatch(/## Tarvitaan apua\n\n- Myöhässä: T-/u);
    expect(text).toContain('Riskin päivitys myöhässä: R-4');
  });
});

/** Reports of a record need one. */
const ofProject = reportKinds.filter((kind) => !['minutes', 'invitation', 'person'].includes(kind));

test.each(ofProject)('An empty project has a %s report, too', (kind) => {
  for (const language of ['fi', 'en'] as const) {
    for (const format of textFormats) {
      expect(make(makeProject('empty'), kind, { language, format })).not.toMatch(/undefined|NaN/u);
    }
  }
});

test('Only who has agreed is on the published list, and only while the term lasts', () => {
  const project = makeProject();
  const add = adder(project);
  const unit = add('unit', { name: 'Neuvola', area: 'Perhepalvelut' });
  const club = add('group', { title: 'Klubi', kind: 'club' });
  const champion = (name: string, consent: string | null, term: object = {}): number => {
    const person = add('person', {
      name,
      unit,
      email: `${name}@esimerkki.fi`,
      phone: '040 1',
      ...(consent === null ? {} : { consent }),
    });
    add('membership', { group: club, person, role: 'champion', starts: '2022-03-01', ...term });
    return person;
  };
  champion('Aino', 'yes');
  champion('Eino', 'no');
  champion('Helmi', null);
  champion('Ilmari', 'yes', { ends: '2022-03-10' });
  champion('Lahja', 'yes', { starts: '2022-06-01' });
  const gone = champion('Toini', 'yes');
  nextDay(project, 20);
  removeRecords(project, [gone], true);
  for (const format of [...textFormats, 'csv'] as const) {
    const text = make(project, 'champions', { format });
    expect(text).toContain('Aino');
    expect(text).toMatch(/[Aa]ino@esimerkki/u);
    expect(text).not.toMatch(/Eino|Helmi|Ilmari|Lahja|Toini/iu);
  }
  expect(make(project, 'champions', { format: 'csv' })).toBe(
    '\uFEFFTulosalue;Yksikkö;Vertaistukija;Nimike;Sähköposti;Puhelin\r\nPerhepalvelut;Neuvola;Aino;;Aino@esimerkki.fi;040 1\r\n',
  );
  // The successor of a unit that is no more stands in its place.
  const successor = add('unit', { name: 'Perhetalo', area: 'Perhepalvelut', starts: '2022-03-15' });
  changeRecord(project, unit, { ends: '2022-03-14', successor });
  expect(make(project, 'champions', { format: 'csv' })).toContain('Perhepalvelut;Perhetalo;Aino');
  expect(refusal(() => make(project, 'week', { format: 'csv' }))).toMatchObject({ code: 'wrong-option' });
  expect(make(project, 'champions')).toContain('1 henkilö. Lisäksi 2, joiden tietoja ei julkaista.');
  // A list of an earlier day is of that day's champions and of that day's consents.
  expect(make(project, 'champions', { until: '2022-03-05' })).toContain('Ilmari');
});

test('What is in the trash is in no report', () => {
  const project = makeProject();
  const add = adder(project);
  const group = add('group', { title: 'Ryhmä', kind: 'workGroup' });
  const person = add('person', { name: 'Roskahenkilö', consent: 'yes' });
  const session = add('session', { group, startsAt: '2022-03-01T09:00', state: 'held' });
  const trash = [
    person,
    add('membership', { group, person, role: 'member', starts: '2022-01-01' }),
    add('risk', { title: 'Roskariski', probability: 2, impact: 2 }),
    add('action', { title: 'Roskatehtävä', source: session, due: '2022-02-20', owner: person }),
    add('decision', { title: 'Roskapäätös', session }),
    add('diary', { day: '2022-03-01', text: 'Roskamerkintä' }),
  ];
  const plan = add('plan', { audience: 'Roskayleisö' });
  trash.push(add('delivery', { plan, title: 'Roskaviesti', due: '2022-02-25' }));
  add('risk', { title: 'Riski', owner: person, probability: 2, impact: 2 });
  add('attendance', { session, person });
  removeRecords(project, [...trash, plan], true);
  // Only who asks what is held on them is told of the trash as well.
  for (const kind of reportKinds.filter((one) => one !== 'person')) {
    for (const format of textFormats) {
      expect(make(project, kind, { format, session }).match(/.*Roska.*/gu)).toBeNull();
    }
  }
});

test('Minutes tell members from guests, deputies by name, and decisions and actions by their item', () => {
  const project = makeProject();
  const add = adder(project);
  const group = add('group', { title: 'Ohjausryhmä', kind: 'steering', quorum: 3 });
  const [chair, member, expert, guest, deputy] = ['Puhe', 'Jäsen', 'Asiantuntija', 'Vieras', 'Vara'].map(
    (name) => add('person', { name }),
  );
  add('membership', { group, person: member, role: 'member' });
  add('membership', { group, person: chair, role: 'chair' });
  add('membership', { group, person: expert, role: 'expert' });
  const session = add('session', {
    group,
    startsAt: '2022-03-01T09:00',
    state: 'held',
    number: '1/2022',
    minutes: 90,
  });
  add('attendance', { session, person: chair });
  add('attendance', { session, person: member, mark: 'deputy', deputy });
  add('attendance', { session, person: guest });
  const item = add('agenda', {
    session,
    position: 1,
    title: 'Talous',
    outcome: 'Merkittiin.\n\nKeskusteltiin.',
    state: 'done',
  });
  const decision = add('decision', { title: 'Hyväksytään', session, agenda: item, text: 'Sellaisenaan.' });
  add('action', { title: 'Lähetä', source: decision, owner: member, due: '2022-03-10' });
  add('decision', { title: 'Muu päätös', session });
  const text = make(project, 'minutes', { session });
  expect(text).toContain(
    'Läsnä 2/2 jäsentä. Kokous ei ollut päätösvaltainen (vaaditaan 3). Lisäksi läsnä: Vieras.',
  );
  expect(text.indexOf('| Puhe')).toBeLessThan(text.indexOf('| Jäsen'));
  expect(text).toContain('varajäsen: Vara');
  expect(text).toContain('ei merkitty');
  expect(text).toContain(
    '### 1 Talous\n\nMerkittiin.\n\nKeskusteltiin.\n\n**Päätös P-1 Hyväksytään.** Sellaisenaan.',
  );
  expect(text).toMatch(/## Päätökset\n\n\*\*Päätös P-2 Muu päätös\.\*\*/u);
  expect(text).toMatch(/\| T-1 Lähetä +\| Jäsen +\| +10\.3\.2022 \| avoin \|/u);
  expect(text).toContain('ti 1.3.2022 klo 9.00–10.30');
  removeRecords(project, [session], true);
  expect(refusal(() => make(project, 'minutes', { session }))).toMatchObject({ code: 'no-such-record' });
});

test('The diary of the span feeds the week, line by line; what was taken back or thrown away does not', () => {
  const project = makeProject();
  const add = adder(project);
  const today = todayOf(project);
  add('diary', { day: addDays(today, -8), text: 'Edellisellä viikolla' });
  add('diary', { day: today, text: 'Kävin kotihoidossa\nja sovin perehdytyksen' });
  const thrown = add('diary', { day: today, text: 'Heitetty pois' });
  removeRecords(project, [thrown], false);
  add('diary', { day: today, text: 'Peruttu' });
  undo(project);
  const text = make(project, 'week');
  expect(text).toContain('Kävin kotihoidossa ja sovin perehdytyksen');
  expect(text).not.toMatch(/Edellisellä viikolla|Heitetty pois|Peruttu/);
  expect(make(project, 'week', { since: addDays(today, -8) })).toContain('Edellisellä viikolla');
  const { report } = JSON.parse(make(project, 'week', { format: 'json' })) as {
    report: { diary: unknown[] };
  };
  expect(report.diary).toHaveLength(1);
});

test('Diary lines tagged for the report are told in the status report as done, of its span alone', () => {
  const project = makeProject();
  const add = adder(project);
  const today = todayOf(project);
  add('diary', { day: today, text: 'Sovittu malli\nsairaanhoitopiirin kanssa', tags: ['Raportti'] });
  add('diary', { day: today, text: 'Vain itselle' });
  add('diary', { day: addDays(today, -8), text: 'Kerrottu jo', tags: ['report'] });
  const thrown = add('diary', { day: today, text: 'Heitetty pois', tags: ['raportti'] });
  removeRecords(project, [thrown], false);
  const text = make(project, 'status', { since: addDays(today, -2) });
  expect(text).toMatch(/- Sovittu malli sairaanhoitopiirin kanssa \(1\.3\.\)/);
  expect(text).not.toMatch(/Vain itselle|Kerrottu jo|Heitetty pois/);
  expect(make(project, 'status', { since: addDays(today, -9) })).toContain('Kerrottu jo');
});

test('A diary line tagged as a call for help is told as one', () => {
  const project = makeProject();
  const add = adder(project);
  add('diary', { day: '2022-03-01', text: 'Tarvitsen sijaisen', tags: ['apua'] });
  const action = add('action', { title: 'Tilaa kahvit', due: '2022-03-01' });
  changeRecord(project, action, { state: 'done', doneOn: '2022-03-01', outcome: 'Tilattu.' });
  const text = make(project, 'week');
  expect(text).toContain('## Tarvitaan apua\n\n- Tarvitsen sijaisen');
  expect(text).toContain('- T-1 Tilaa kahvit. Tilattu.');
});

test('What users write stays text in every kind and format', () => {
  const project = makeProject();
  const add = adder(project);
  const nasty = '</td><script>x</script> | *a* [b](c:d)';
  const group = add('group', { title: nasty, kind: 'club' });
  const person = add('person', { name: nasty, consent: 'yes', jobTitle: nasty });
  add('membership', { group, person, role: 'champion' });
  const session = add('session', {
    group,
    startsAt: '2022-03-01T09:00',
    state: 'held',
    topic: nasty,
    minutesText: `${nasty}\n# x`,
  });
  add('agenda', { session, title: nasty, outcome: `${nasty}\n- x` });
  add('risk', { title: nasty, cause: nasty, handling: `# ${nasty}` });
  const plan = add('plan', { audience: nasty, means: [nasty], responsible: [nasty], content: nasty });
  add('delivery', {
    plan,
    title: nasty,
    state: 'sent',
    sent: '2022-03-01',
    evidence: `javascript:alert(1)//${nasty}`,
  });
  add('diary', { day: '2022-03-01', text: nasty });
  for (const kind of reportKinds) {
    const page = make(project, kind, { format: 'html', session, person });
    expect(page).not.toMatch(/<script|<\/td><script|href="javascript/u);
    expect(make(project, kind, { session, person })).not.toMatch(/<script|[^\\]\[b\]\(/u);
    expect(
      () => JSON.parse(make(project, kind, { format: 'json', session, person })) as unknown,
    ).not.toThrow();
  }
});
