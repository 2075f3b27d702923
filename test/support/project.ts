import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../source/domain/days/day.ts';
import { randomnessFrom } from '../../source/services/project/clock.ts';
import { createFile, openProject } from '../../source/services/project/project-file.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { write } from '../../source/services/writing/write.ts';
import { closeStore } from '../../source/store/file/open.ts';
import type { Day } from '../../source/domain/days/day.ts';
import type { Project } from '../../source/services/project/project.ts';

/** A clock that stands until a test drives it. */
export interface DrivenClock {
  readonly now: () => string;
  today: Day;
  minute: number;
}

/** A project in a file of its own, with a clock that the test drives and chance that is the same each time. */
export interface TestProject extends Project {
  readonly clock: DrivenClock;
}

export const firstDay: Day = '2022-03-01';

let folder: string | null = null;
let count = 0;

/** A path in a folder that goes when the tests end; nothing is there yet. */
export function newPath(name = 'project'): string {
  if (folder === null) {
    const made = mkdtempSync(join(tmpdir(), 'luotsi-store-'));
    process.once('exit', () => {
      rmSync(made, { recursive: true, force: true });
    });
    folder = made;
  }
  count += 1;
  return join(folder, `${name}-${count}.luotsi`);
}

/** Noon of the day in Helsinki, a minute later with each `minute`. */
export function drivenClock(today: Day = firstDay): DrivenClock {
  const clock: DrivenClock = {
    today,
    minute: 0,
    now: () => new Date(Date.parse(`${clock.today}T10:00:00Z`) + clock.minute * 60_000).toISOString(),
  };
  return clock;
}

let template: string | null = null;

/** A project with nothing but its project record. `fast` gives up waiting for the disk. */
export function makeProject(seed = 'test', fast = true, path = newPath()): TestProject {
  if (template === null) {
    template = newPath('template');
    closeStore(createFile(template, { clock: drivenClock(), randomness: randomnessFrom('template') }).store);
  }
  copyFileSync(template, path);
  const project = openTestProject(path, drivenClock(), seed, fast);
  const values = { title: 'Koehanke', shortName: 'Koe', start: firstDay, end: '2024-12-31' };
  write(project, { kind: 'user', label: { verb: 'init', register: 'project' } }, (unit) =>
    unit.add('project', values),
  );
  return project;
}

/** A further connection to a test project's file. */
export function openTestProject(
  place: string,
  clock: DrivenClock = drivenClock(),
  seed = 'again',
  fast = true,
): TestProject {
  const project = openProject(place, {});
  if (fast) project.store.database.pragma('synchronous = OFF');
  return { ...project, clock, randomness: randomnessFrom(seed) };
}

export function nextDay(project: TestProject, days = 1): Day {
  project.clock.today = addDays(project.clock.today, days);
  project.clock.minute = 0;
  return project.clock.today;
}

const add = (project: Project, register: string, values: Record<string, unknown>): number =>
  addRecord(project, register, values).result;

/** Two unlike registers: a risk with two assessments, and a club with a session that two people were marked at. */
export function fillProject(project: TestProject) {
  const unit = add(project, 'unit', { name: 'Kirjasto', area: 'Sivistys' });
  const anna = add(project, 'person', { name: 'Anna Aalto', unit });
  const olli = add(project, 'person', { name: 'Olli Oja', unit, email: 'olli.oja@esimerkki.fi' });
  const risk = add(project, 'risk', { title: 'Avainhenkilö lähtee', owner: anna, probability: 3, impact: 4 });
  const club = add(project, 'group', { title: 'Tsemppariklubi', kind: 'club', prefix: 'TK', minutes: 45 });
  const session = add(project, 'session', { group: club, startsAt: '2022-03-09T09:00', topic: 'Teams' });
  const first = add(project, 'attendance', { session, person: anna });
  const second = add(project, 'attendance', { session, person: olli, mark: 'apology' });
  const action = add(project, 'action', {
    title: 'Sovi sijainen',
    owner: olli,
    due: '2022-03-20',
    source: risk,
  });
  return { unit, anna, olli, risk, club, session, first, second, action };
}
