import { expect, test } from 'vitest';
import { mentionIn } from '../../source/domain/people/mentions.ts';
import { nameFinder, namesOfPerson } from '../../source/domain/people/naming.ts';
import { anonymise } from '../../source/services/safety/anonymise.ts';
import { proposePurposes } from '../../source/services/safety/propose-purposes.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { makeReport, textFormats } from '../../source/services/reporting/report.ts';
import { formsOf } from '../../source/store/safety/person-data.ts';
import { makeProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { ReportOptions } from '../../source/services/reporting/report.ts';

const make = (project: Project, person: number, given: Partial<ReportOptions> = {}): string =>
  makeReport(project, { kind: 'person', language: 'fi', format: 'md', person, ...given }).text;

function known() {
  const project = makeProject();
  const add = (register: string, values: Record<string, unknown>): number =>
    addRecord(project, register, values).result;
  const unit = add('unit', { name: 'Neuvola' });
  const person = add('person', {
    name: 'Anna-Liisa Virtanen',
    unit,
    email: 'anna-liisa@sote.example',
    consent: 'yes',
  });
  const other = add('person', { name: 'Matti Meikäläinen', supervisor: person });
  const round = add('round', { title: 'Haku' });
  const candidate = add('candidate', {
    round,
    person,
    signedUp: '2022-02-01',
    consentDay: '2022-02-03',
    notes: 'Innokas',
  });
  add('stageChange', { candidate, day: '2022-02-10', stage: 'withdrawn', reason: 'Sairastui' });
  const group = add('group', { title: 'Klubi', kind: 'club' });
  add('membership', { group, person, role: 'champion', starts: '2022-02-01', reason: 'Oma toive' });
  add('membership', { group, person: other, role: 'member', starts: '2022-02-01' });
  const session = add('session', { group, startsAt: '2022-02-15T09:00', state: 'held' });
  add('attendance', { session, person });
  add('attendance', { session, person: other, mark: 'deputy', deputy: person });
  const action = add('action', { title: 'Soita kotihoitoon', owner: person });
  add('topic', { title: 'Aihe', group, askedBy: [person] });
  add('diary', { day: '2022-02-20', text: 'Puhelu: Anna-Liisa Virtanen lupasi tulla.' });
  add('diary', { day: '2022-02-21', text: 'Kävin Anna-Liisa Virtasen luona.' });
  add('diary', { day: '2022-02-22', text: 'Kävin Virtasella muuten vain.' });
  return { project, add, person, other, action };
}

test('It tells all that is held: details, candidacy with stages, memberships, attendance, roles, mentions and history', () => {
  const { project, person } = known();
  changeRecord(project, person, { phone: '040 123' });
  const text = make(project, person);
  for (const told of [
    '# Henkilöstä tallennetut tiedot: Anna-Liisa Virtanen',
    '**Sähköposti:** anna-liisa@sote.example',
    '**Saa julkaista:** kyllä',
    '- Rekrytointi: henkilö on ilmoittautunut',
    '**Muistiinpanot:** Innokas',
    '**Rooli:** vertaistukija',
    'sijaisena: Matti Meikäläinen',
    'Soita kotihoitoon',
    'Puhelu: Anna-Liisa Virtanen lupasi tulla.',
    'mahdollisesti: Kävin Anna-Liisa Virtasen luona.',
    'Puhelin: 040 123',
  ])
    expect(text).toContain(told);
  expect(text).toMatch(/10\.2\.2022 +\| vetäytynyt \| Sairastui/u);
  expect(text).toMatch(/H-2 Matti Meikäläinen +\| Esihenkilö/u);
  expect(text).toMatch(/Klubi[^|]*\| 15\.2\.2022 +\| läsnä/u);
  expect(text).toMatch(/AI-1 Aihe +\| Kuka toivoi +\| aihe/u);
  expect(text).not.toContain('muuten vain');
});

test('Why and until when is told by the purposes that the project has set, role by role', () => {
  const { project, add, person } = known();
  add('purpose', {
    role: 'champion',
    purpose: 'Vertaistuki yksiköissä',
    basis: 'publicTask',
    months: 12,
  });
  const text = make(project, person);
  expect(text).toMatch(
    /\| vertaistukija +\| Vertaistuki yksiköissä +\| yleistä etua koskeva tehtävä +\| +[^|]+\|/u,
  );
  expect(text).toMatch(/\| ilmoittautunut +\| ei ole asetettu +\|/u);
  expect(text).not.toContain('- Rekrytointi: henkilö on');
  proposePurposes(project);
  expect(make(project, person)).not.toContain('ei ole asetettu');
  expect(make(project, person, { language: 'en' })).toMatch(
    /\| champion +\| Vertaistuki yksiköissä +\| task in the public interest/u,
  );
});

test('What is in the trash is told as well', () => {
  const { project, person, action } = known();
  removeRecords(project, [action], true);
  expect(make(project, person)).toContain('Soita kotihoitoon');
  removeRecords(project, [person], true);
  expect(make(project, person)).toContain('Tietue on roskakorissa.');
});

test('Made again later it is the same', () => {
  const { project, person, add } = known();
  for (const format of textFormats) {
    const made = makeReport(project, { kind: 'person', language: 'fi', format, person });
    add('diary', { day: '2022-02-23', text: 'Taas Anna-Liisa Virtanen.' });
    changeRecord(project, person, { phone: format });
    expect(make(project, person, { format, until: made.to, atSeq: made.seq })).toBe(made.text);
  }
});

test('Of who is anonymised nothing is told that was erased', () => {
  const { project, person } = known();
  anonymise(project, person, { force: true, texts: true, names: [] });
  for (const format of textFormats) {
    const text = make(project, person, { format });
    expect(text).not.toMatch(/Anna-Liisa|anna-liisa/u);
  }
});

test('A person who is not there', () => {
  const { project, action } = known();
  for (const id of [action, 999_999])
    expect(refusal(() => make(project, id))).toMatchObject({ code: 'no-such-record' });
});

test.each([
  ['Eilen Matti Meikäläinen soitti', false],
  ['Kävin Matti Meikäläisen luona', true],
  ['Matin kanssa, Meikäläisellä', true],
  ['Meikäläinen kävi', null],
  ['', null],
])('A text names a person or does not: %j', (text, isPerhaps) => {
  const names = namesOfPerson(['Matti Meikäläinen']);
  const found = mentionIn(text, nameFinder(names), ['Matti Meikäläinen'], formsOf);
  expect(found?.isPerhaps ?? null).toBe(isPerhaps);
});

test('Of a long text only what stands around the name is told', () => {
  const text = `${'a '.repeat(200)}Matti Meikäläinen${' b'.repeat(200)}`;
  const found = mentionIn(text, nameFinder(['Matti Meikäläinen']), [], formsOf);
  expect(found?.text).toMatch(/^… .*Matti Meikäläinen.* …$/u);
  expect(found?.text.length).toBeLessThan(200);
});
