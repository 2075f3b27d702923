/** What is looked up most often of a record, in a line or two at the head of its page: who to call, what is open. */
import { formatDay, formatLocalTime } from '../../domain/days/format-day.ts';
import { messages } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import * as queries from '../../store/queries/at-hand.ts';
import { todayOf } from '../project/project.ts';
import { championWordOf, shownIn } from './shown.ts';
import { capital } from '../../language/capital.ts';
import type { Language } from '../../language/language.ts';
import type { Project } from '../project/project.ts';

export interface AtHand {
  readonly label: string;
  readonly value: string;
  /** The record that the line is of. */
  readonly id: number | null;
  /** What can be called, mailed or followed, each on a row of its own. */
  readonly contacts: readonly string[];
  /** The field that the line says more of. */
  readonly field?: string;
}

interface Asked {
  readonly project: Project;
  readonly id: number;
  readonly language: Language;
}

type Row = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function rows({ project, id }: Asked, sql: string): Row[] {
  const parameters = { id, ...(sql.includes(':today') ? { today: todayOf(project) } : {}) };
  return project.store.sql(sql).all(parameters);
}

const wordsOf = ({ language }: Asked) => messages(language).console.atHand;

/** The name, and below it phone and e-mail. */
function personLine(label: string, row: Row): AtHand {
  const contacts = [textOf(row['phone']), textOf(row['email'])].filter((one) => one !== null);
  const { id } = row;
  return { label, value: String(row['name']), id: typeof id === 'number' ? id : null, contacts };
}

/** The project's own word for a champion. */
function championWord({ project, language }: Asked): string {
  return capital(championWordOf(project) ?? messages(language).console.atHand.champion);
}

function ofUnit(asked: Asked): AtHand[] {
  const words = wordsOf(asked);
  const label = championWord(asked);
  const champions = rows(asked, queries.championsOf).map((row) => personLine(label, row));
  const [last] = champions.length > 0 ? [] : rows(asked, queries.lastChampionOf);
  const until =
    last === undefined
      ? ''
      : words.until(String(last['name']), formatDay(String(last['ends']), asked.language));
  const none: AtHand = {
    label,
    value: last === undefined ? words.noChampion : until,
    id: last === undefined ? null : Number(last['id']),
    contacts: [],
  };
  const supervisor = rows(asked, queries.supervisorOf).map((row) => ({
    ...personLine(words.supervisor, row),
    field: 'supervisor',
  }));
  return [...(champions.length > 0 ? champions : [none]), ...supervisor];
}

function ofPerson(asked: Asked): AtHand[] {
  const { language } = asked;
  const words = wordsOf(asked);
  const role = registerOf('membership').fields['role'];
  const inWords = shownIn(asked.project, language);
  const roles = rows(asked, queries.rolesOf).map((row): AtHand => {
    const ends = textOf(row['ends']);
    const name = role === undefined ? '' : inWords.short(role, row['role']);
    const until = ends === null ? '' : ` –${formatDay(ends, language)}`;
    return {
      label: words.member,
      value: `${String(row['title'])}: ${name}${until}`,
      id: Number(row['id']),
      contacts: [],
    };
  });
  const actions = rows(asked, queries.openActionsOf).map((row): AtHand => {
    const due = textOf(row['due']);
    const day = due === null ? '' : `  ${formatDay(due, language, 'weekday', todayOf(asked.project))}`;
    return {
      label: words.open,
      value: `${String(row['code'])} ${String(row['title'])}${day}`,
      id: Number(row['id']),
      contacts: [],
    };
  });
  const [attendance] = rows(asked, queries.attendanceOf);
  const marked = Number(attendance?.['marked'] ?? 0);
  const last = textOf(attendance?.['last']);
  const shown = last === null ? null : formatDay(last.slice(0, 10), language, 'long');
  const value = words.attended(Number(attendance?.['present'] ?? 0), marked, shown);
  return [
    ...actions,
    ...roles,
    ...(marked > 0 ? [{ label: words.attendance, value, id: null, contacts: [] }] : []),
  ];
}

function ofGroup(asked: Asked): AtHand[] {
  return rows(asked, queries.nextSessionOf).map((row) => {
    const link = textOf(row['link']);
    const time = formatLocalTime(String(row['startsAt']), asked.language, 'weekday', todayOf(asked.project));
    const value = [`${String(row['code'])} ${time}`, textOf(row['topic'])].filter((one) => one !== null);
    return {
      field: 'next',
      label: wordsOf(asked).next,
      value: value.join(' · '),
      id: Number(row['id']),
      contacts: link === null ? [] : [link],
    };
  });
}

/** Who is to be called of a sign-up: the one who signed up, and whose leave is asked. */
function ofCandidate(asked: Asked): AtHand[] {
  const words = wordsOf(asked);
  const person = registerOf('candidate').fields['person']?.label[asked.language] ?? '';
  return [
    ...rows(asked, queries.personOfCandidate).map((row) => ({ ...personLine(person, row), field: 'person' })),
    ...rows(asked, queries.supervisorOfCandidate).map((row) => personLine(words.supervisor, row)),
  ];
}

const byRegister: Readonly<Record<string, (asked: Asked) => AtHand[]>> = {
  unit: ofUnit,
  person: ofPerson,
  candidate: ofCandidate,
  group: ofGroup,
};

/** Nothing for registers of which nothing is asked so often. */
export function atHand(project: Project, register: string, id: number, language: Language): AtHand[] {
  return byRegister[register]?.({ project, id, language }) ?? [];
}
