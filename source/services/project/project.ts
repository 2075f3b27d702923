import { systemBytes } from './chance.ts';
import { dayOf } from '../../domain/days/day.ts';
import { projectFields, projectText, textOf } from '../../store/queries/project-text.ts';
import type { Day, Instant } from '../../domain/days/day.ts';
import type { Language } from '../../language/language.ts';
import type { Store } from '../../store/file/open.ts';
import type { CopyPlace } from '../safety/copies.ts';
import type { Warning } from '../writing/warnings.ts';

/** Where instants come from: the machine's clock, a clock that stands (sample, tests), or one that is driven (replay). */
export interface Clock {
  readonly now: () => Instant;
}

/** Where uids and salts come from; seeded in tests. */
export interface Randomness {
  readonly bytes: (count: number) => Buffer;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };
export const systemRandomness: Randomness = { bytes: systemBytes };

/** An open project: the file, the time and chance that its services are given. */
export interface Project {
  readonly store: Store;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** The day on which everything is drawn when it is not the clock's own: an as-of view, which can't be changed. */
  readonly asOf: Day | null;
  /** A bulk of writes leaves the search text to one fill at its end (`refillSearch`), which is many times faster. */
  readonly searchLater: boolean;
  /** Where copies are made before writing; none are where there is no such place (tests, samples). */
  readonly copies?: CopyPlace;
  /** Hears what a person should be told of a step that was written all the same. */
  readonly warned?: (warnings: readonly Warning[]) => void;
  /** Has a damaged search index made anew while people see how far it has come; without it a search does so at once. */
  readonly mendSearch?: () => void;
}

/** The project's time zone; Helsinki's until the project says otherwise. */
export function timeZoneOf(store: Store): string {
  return projectText(store, 'timeZone') ?? usualZone;
}

const usualZone = 'Europe/Helsinki';

/** What a step asks of the project's own record, read at once. */
export interface ProjectFacts {
  readonly timeZone: string;
  readonly start: unknown;
  readonly end: unknown;
}

export function projectFacts(store: Store): ProjectFacts {
  const { timeZone, start = null, end = null } = projectFields(store, 'timeZone', 'start', 'end') ?? {};
  return { timeZone: textOf(timeZone) ?? usualZone, start, end };
}

/** The language in which the project's own texts are written, whatever the console speaks. */
export function projectLanguage(store: Store): Language {
  return projectText(store, 'language') === 'en' ? 'en' : 'fi';
}

/** The project's day: that of the as-of view, else the clock's day in the project's time zone. */
export function todayOf(project: Project): Day {
  return project.asOf ?? dayOf(project.clock.now(), timeZoneOf(project.store));
}

/** The newest step of the file; 0 in an empty journal. */
export function newestStep({ store }: Pick<Project, 'store'>): number {
  return store.sql<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM step').get()?.seq ?? 0;
}

/** A UUIDv7: the milliseconds of the clock, then chance. */
export function newUid(project: Project): string {
  const bytes = project.randomness.bytes(16);
  bytes.writeUIntBE(Date.parse(project.clock.now()), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return uuidText(bytes);
}

/** Sixteen bytes in the form of a uuid. */
export function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
