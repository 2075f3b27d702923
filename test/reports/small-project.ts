import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { makeReport } from '../../source/services/reporting/report.ts';
import { makeProject, nextDay } from '../support/project.ts';
import type { ReportOptions } from '../../source/services/reporting/report.ts';
import type { TestProject } from '../support/project.ts';

/** The report of the project's day, in Finnish, since the last meeting, unless other is asked. */
export const status = (project: TestProject, given: Partial<ReportOptions> = {}) =>
  makeReport(project, { kind: 'status', language: 'fi', format: 'md', ...given });

export const pageOne = (text: string): string => text.split('\n\n---\n')[0] ?? '';

export const hold = (
  project: TestProject,
  group: number,
  present: readonly number[],
  values: object,
): number => {
  const startsAt = `${project.clock.today}T09:00`;
  const session = addRecord(project, 'session', { group, startsAt, state: 'held', ...values }).result;
  for (const person of present) addRecord(project, 'attendance', { session, person });
  return session;
};

/** A project of two months: a steering group meeting on 15 March, told of on 4 April. */
export function smallProject(): TestProject {
  const project = makeProject('report');
  const add = (register: string, values: Record<string, unknown>) =>
    addRecord(project, register, values).result;
  const workPackage = add('package', { title: 'Käyttöönotto' });
  const objective = add('objective', { title: 'Malli on käytössä' });
  const activity = (title: string, due: string, state = 'underWay') =>
    add('activity', { title, due, state, package: workPackage, objective });
  const late = activity('Mallin kuvaus', '2022-03-30');
  const kept = activity('Kysely henkilöstölle', '2022-04-30', 'notStarted');
  activity('Koulutus', '2022-09-30', 'notStarted');
  const units = ['Kotihoito', 'Neuvola', 'Poliklinikka'].map((name) =>
    add('unit', { name, area: 'Lähipalvelut' }),
  );
  const people = units.map((unit, index) => add('person', { name: `Digitsemppari 0${index + 1}`, unit }));
  const steering = add('group', {
    title: 'Ohjausryhmä',
    kind: 'steering',
    prefix: 'OR',
    standingAgenda: 'Avaus',
  });
  const club = add('group', { title: 'Tsemppariklubi', kind: 'club', prefix: 'TK' });
  for (const person of people)
    add('membership', { group: club, person, role: 'champion', starts: '2022-03-01' });
  const risk = add('risk', { title: 'Kiire vie ajan', owner: 'suunnittelija', probability: 3, impact: 3 });
  const plan = add('plan', { audience: 'Henkilöstö' });
  const delivery = add('delivery', { plan, title: 'Uutiskirje', due: '2022-03-25' });
  add('delivery', { plan, title: 'Tiedote', due: '2022-03-31' });
  nextDay(project, 14);
  const meeting = hold(project, steering, people.slice(0, 2), { number: '1/2022' });
  const decision = add('decision', { title: 'Avataan haku', session: meeting, day: '2022-03-15' });
  add('action', { title: 'Kirjoita kutsu', source: decision, due: '2022-03-20', owner: 'suunnittelija' });
  const next = add('session', { group: steering, startsAt: '2022-06-07T09:00' });
  add('agenda', { session: next, position: 1, title: 'Avaus' });
  add('agenda', { session: next, position: 2, title: 'Jatkoajan hakeminen' });
  nextDay(project, 7);
  hold(project, club, people, { topic: 'Etätapaamiset' });
  changeRecord(project, kept, { state: 'underWay', account: 'Lomake luonnosteltu. Kutsut lähtevät.' });
  changeRecord(project, delivery, { state: 'sent', sent: '2022-03-22' });
  add('assessment', { risk, probability: 4, impact: 3, reason: 'Sijaisia ei saada' });
  changeRecord(project, late, { account: 'Odottaa työryhmää.' });
  nextDay(project, 13);
  return project;
}
